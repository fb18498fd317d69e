// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/localtimes.h"

namespace sf {

namespace {

using Days = std::chrono::days;

/// 1970-01-01 as QDate counts days.
constexpr qint64 epochJulianDay = 2'440'588;

ChannelClock clockOf(const ReadOptions &options)
{
    if (!options.zone)
        return options.channel.value_or(ChannelClock());
    const Millis dayStart = options.channel ? options.channel->dayStart() : Millis::zero();
    return ChannelClock::create(options.zone->zoneName(), dayStart).value_or(*options.zone);
}

} // namespace

LocalTime midnightOf(QDate date) { return LocalTime(Days(date.toJulianDay() - epochJulianDay)); }

QDate dateOf(LocalTime local)
{
    const auto days = std::chrono::floor<Days>(local.time_since_epoch()).count();
    return QDate::fromJulianDay(days + epochJulianDay);
}

LocalTimes::LocalTimes(const ReadOptions &options)
    : m_clock(clockOf(options))
{
}

Result<TimePoint> LocalTimes::resolve(LocalTime local, std::optional<TimePoint> notBefore) const
{
    const auto found = m_clock.toUtc(local);
    if (!found)
        return fail(found.error());
    constexpr Millis rounding{1000}; // of times in frames or seconds
    if (!found->isAmbiguous || !notBefore || found->time + rounding >= *notBefore)
        return found->time;
    // The clock was set back by less than a day: with the offset of a day later the wall shows it again.
    const TimePoint second(local.time_since_epoch() - m_clock.offsetAt(found->time + Days(1)));
    return m_clock.toLocal(second) == local ? second : found->time;
}

std::int64_t LocalTimes::frameOfDay(TimePoint t, LocalTime midnight, const ChannelClock &clock,
                                    FrameRate rate)
{
    // Counted from the midnight that the clock would have had, had it always shown what it shows at `t`.
    const FrameGrid grid(rate);
    const TimePoint virtualMidnight(midnight.time_since_epoch() - clock.offsetAt(t));
    return grid.indexOf(t) - grid.indexOf(virtualMidnight);
}

Result<TimePoint> LocalTimes::resolveFrames(LocalTime midnight, std::int64_t frames, FrameRate rate,
                                            std::optional<std::chrono::minutes> offset,
                                            std::optional<TimePoint> notBefore) const
{
    const FrameGrid grid(rate);
    if (!offset) {
        const auto near = resolve(midnight + grid.lengthOf(frames), notBefore);
        if (!near)
            return fail(near.error());
        offset = m_clock.offsetAt(*near);
    }
    const TimePoint virtualMidnight(midnight.time_since_epoch() - *offset);
    return grid.timeOf(grid.indexOf(virtualMidnight) + frames);
}

} // namespace sf
