// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/time/channelclock.h"

#include "core/time/iso8601.h"

#include <QDateTime>

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
    : ChannelClock(QTimeZone::utc(), Millis::zero())
{
}

ChannelClock::ChannelClock(QTimeZone zone, Millis dayStart)
    : m_zone(std::move(zone))
    , m_dayStart(dayStart)
{
}

Result<ChannelClock> ChannelClock::create(const QString &zone, Millis dayStart)
{
    QTimeZone found(zone.toUtf8());
    if (!found.isValid())
        return fail(ErrorCode::UnknownZone, {zone});
    if (dayStart < Millis::zero() || dayStart >= hours(24))
        return fail(ErrorCode::BadDayStart, {toClockText(dayStart)});
    return ChannelClock(std::move(found), dayStart);
}

QString ChannelClock::zoneName() const { return QString::fromUtf8(m_zone.id()); }

minutes ChannelClock::offsetAt(TimePoint t) const
{
    const int offset = m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(toMs(t), Qt::UTC));
    return floor<minutes>(seconds(offset));
}

LocalTime ChannelClock::toLocal(TimePoint t) const { return LocalTime(t.time_since_epoch() + offsetAt(t)); }

Result<ResolvedTime> ChannelClock::toUtc(LocalTime t) const
{
    // An instant shows t when its own offset leads back to t. The offsets of the days around t are the
    // candidates: no zone changes twice within a day. The larger offset gives the earlier instant.
    const TimePoint asIfUtc(t.time_since_epoch());
    const minutes before = offsetAt(asIfUtc - days(1));
    const minutes after = offsetAt(asIfUtc + days(1));
    const TimePoint early = asIfUtc - std::max(before, after);
    const TimePoint late = asIfUtc - std::min(before, after);
    const bool earlyShows = toLocal(early) == t;
    const bool lateShows = toLocal(late) == t;
    if (earlyShows)
        return ResolvedTime{early, lateShows && early != late};
    if (lateShows)
        return ResolvedTime{late, false};
    return fail(ErrorCode::TimeDoesNotExist, {toIso8601(t), zoneName()});
}

TimePoint ChannelClock::toUtcForward(LocalTime t) const
{
    if (const auto resolved = toUtc(t))
        return resolved->time;
    // Between the two candidate instants lies the jump: find it to the millisecond.
    const TimePoint asIfUtc(t.time_since_epoch());
    const minutes before = offsetAt(asIfUtc - days(1));
    TimePoint low = asIfUtc - days(1);
    TimePoint high = asIfUtc + days(1);
    while (high - low > Millis(1)) {
        const TimePoint middle = low + (high - low) / 2;
        (offsetAt(middle) == before ? low : high) = middle;
    }
    return high;
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
        if (!ok || parts[i].size() > 2 || value < 0 || value >= limits[i])
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
