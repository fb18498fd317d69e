// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/time/timerange.h"

#include <QDate>
#include <QString>

#include <memory>
#include <optional>

namespace sf {

class ZoneTable;

/// An instant found from a wall time.
struct ResolvedTime
{
    TimePoint time{};
    bool isAmbiguous = false; ///< the wall shows this time twice; `time` is the first

    bool operator==(const ResolvedTime &) const = default;
};

/// The only code that converts between instants and a channel's wall time, and that knows how long a
/// broadcast day is: 23, 24 or 25 hours, or 23.5 and 24.5 where summer time is half an hour. A value; cheap
/// to copy and to make, safe to share between threads. Offsets are whole minutes.
class ChannelClock
{
public:
    /// UTC, day start 00:00.
    ChannelClock();

    /// `zone` is an IANA name; `dayStart` is from midnight, 0 to under 24 h. Errors: UnknownZone,
    /// BadDayStart.
    static Result<ChannelClock> create(const QString &zone, Millis dayStart);

    QString zoneName() const;
    Millis dayStart() const { return m_dayStart; }

    LocalTime toLocal(TimePoint t) const;
    /// East of UTC, at that instant.
    std::chrono::minutes offsetAt(TimePoint t) const;
    /// Errors: TimeDoesNotExist for a wall time that the clock skips; args: the time, the zone.
    Result<ResolvedTime> toUtc(LocalTime t) const;
    /// As toUtc, but a skipped time gives the instant at which the clock jumps over it.
    TimePoint toUtcForward(LocalTime t) const;

    /// The date of the broadcast day that `t` belongs to.
    QDate broadcastDate(TimePoint t) const;
    /// From this date's day start to the next date's.
    TimeRange broadcastDay(QDate date) const;
    /// `count` broadcast days from `first` on.
    TimeRange broadcastDays(QDate first, int count) const;

    /// Reads a time as an operator types it: ISO 8601; without an offset it is this clock's wall time, a date
    /// alone is the start of that broadcast day. Errors: those of parseIso8601, and TimeDoesNotExist.
    Result<TimePoint> parse(QStringView text) const;
    /// "2026-03-28T21:00:00+01:00".
    QString format(TimePoint t) const;

private:
    /// What the wall shows when: the first instant that shows a time, or where it was jumped over.
    struct Found
    {
        std::optional<TimePoint> first;
        std::optional<TimePoint> skippedAt;
        bool isAmbiguous = false;
    };

    ChannelClock(std::shared_ptr<const ZoneTable> zone, Millis dayStart);
    Found search(LocalTime t) const;

    std::shared_ptr<const ZoneTable> m_zone;
    Millis m_dayStart{0};
};

/// "HH:MM" or "HH:MM:SS" from midnight, 00:00 to 23:59:59. Errors: BadDayStart.
Result<Millis> parseDayStart(QStringView text);
/// "06:00".
QString formatDayStart(Millis dayStart);

} // namespace sf
