// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/time/channelclock.h"

#include "core/time/iso8601.h"
#include "core/time/zonetable.h"

namespace sf {

using namespace std::chrono;
using namespace Qt::StringLiterals;

namespace {

LocalTime startOfDate(QDate date)
{
    return LocalTime(Millis(days(date.toJulianDay() - QDate(1970, 1, 1).toJulianDay())));
}

QDate dateOf(LocalTime t)
{
    return QDate::fromJulianDay(QDate(1970, 1, 1).toJulianDay() + floor<days>(t.time_since_epoch()).count());
}

} // namespace

ChannelClock::ChannelClock()
    : ChannelClock(ZoneTable::utc(), Millis::zero())
{
}

ChannelClock::ChannelClock(std::shared_ptr<const ZoneTable> zone, Millis dayStart)
    : m_zone(std::move(zone))
    , m_dayStart(dayStart)
{
}

Result<ChannelClock> ChannelClock::create(const QString &zone, Millis dayStart)
{
    auto table = ZoneTable::named(zone);
    if (!table)
        return fail(ErrorCode::UnknownZone, {zone});
    if (dayStart < Millis::zero() || dayStart >= hours(24))
        return fail(ErrorCode::BadDayStart, {toClockText(dayStart)});
    return ChannelClock(std::move(table), dayStart);
}

QString ChannelClock::zoneName() const { return m_zone->name(); }

minutes ChannelClock::offsetAt(TimePoint t) const { return m_zone->at(t)->offset; }

LocalTime ChannelClock::toLocal(TimePoint t) const { return LocalTime(t.time_since_epoch() + offsetAt(t)); }

ChannelClock::Found ChannelClock::search(LocalTime t) const
{
    // A segment shows t when t less its offset lies within it. Offsets are under 26 hours.
    const TimePoint asIfUtc(t.time_since_epoch());
    const auto end = m_zone->segments().end();
    Found found;
    for (auto segment = m_zone->at(asIfUtc - hours(26));
         segment != end && segment->start <= asIfUtc + hours(26); ++segment) {
        const auto next = std::next(segment);
        const TimePoint instant = asIfUtc - segment->offset;
        if (instant < segment->start) {
            if (!found.skippedAt)
                found.skippedAt = segment->start; // the segment before had ended when it would have shown t
        } else if (next == end || instant < next->start) {
            if (found.first)
                found.isAmbiguous = true;
            else
                found.first = instant;
        }
    }
    return found;
}

Result<ResolvedTime> ChannelClock::toUtc(LocalTime t) const
{
    const Found found = search(t);
    if (!found.first)
        return fail(ErrorCode::TimeDoesNotExist, {toIso8601(t), zoneName()});
    return ResolvedTime{*found.first, found.isAmbiguous};
}

TimePoint ChannelClock::toUtcForward(LocalTime t) const
{
    const Found found = search(t);
    return found.first ? *found.first : *found.skippedAt;
}

QDate ChannelClock::broadcastDate(TimePoint t) const
{
    // The wall alone does not tell near a DST change, so the days' own bounds decide.
    QDate date = dateOf(toLocal(t) - m_dayStart);
    if (t < broadcastDay(date).start)
        date = date.addDays(-1);
    else if (t >= broadcastDay(date).end())
        date = date.addDays(1);
    return date;
}

TimeRange ChannelClock::broadcastDay(QDate date) const { return broadcastDays(date, 1); }

TimeRange ChannelClock::broadcastDays(QDate first, int count) const
{
    return TimeRange::between(toUtcForward(startOfDate(first) + m_dayStart),
                              toUtcForward(startOfDate(first.addDays(count)) + m_dayStart));
}

Result<TimePoint> ChannelClock::parse(QStringView text) const
{
    const auto parsed = parseIso8601(text);
    if (!parsed)
        return fail(parsed.error());
    if (parsed->offset)
        return parsed->asUtc();
    if (parsed->isDateOnly)
        return toUtcForward(parsed->local + m_dayStart);
    const auto resolved = toUtc(parsed->local);
    if (!resolved)
        return fail(resolved.error());
    return resolved->time;
}

QString ChannelClock::format(TimePoint t) const { return toIso8601(t, offsetAt(t)); }

Result<Millis> parseDayStart(QStringView text)
{
    const auto parts = text.trimmed().split(u':');
    const auto bad = [&] { return fail(ErrorCode::BadDayStart, {text.trimmed().left(40).toString()}); };
    if (parts.size() < 2 || parts.size() > 3)
        return bad();
    constexpr int limits[] = {24, 60, 60};
    Millis total{0};
    Millis unit = hours(1);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        bool ok = false;
        const int value = parts[i].toInt(&ok);
        const bool isDigits =
            std::all_of(parts[i].begin(), parts[i].end(), [](QChar c) { return c.isDigit(); });
        if (!ok || !isDigits || parts[i].size() > 2 || value >= limits[i])
            return bad();
        total += unit * value;
        unit /= 60;
    }
    return total;
}

QString formatDayStart(Millis dayStart)
{
    const hh_mm_ss clock(dayStart);
    QString out =
        u"%1:%2"_s.arg(clock.hours().count(), 2, 10, '0'_L1).arg(clock.minutes().count(), 2, 10, '0'_L1);
    if (clock.seconds().count() != 0)
        out += u":%1"_s.arg(clock.seconds().count(), 2, 10, '0'_L1);
    return out;
}

} // namespace sf
