// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/time/timerange.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace sf {

/// A time as it was written: what the wall clock shows and, where it was given, the offset from UTC.
struct IsoTime
{
    LocalTime local{};
    std::optional<std::chrono::minutes> offset; ///< east of UTC; none for a naive time
    bool isDateOnly = false;

    /// The instant, a naive time being taken as UTC.
    TimePoint asUtc() const
    {
        return TimePoint(local.time_since_epoch() - offset.value_or(std::chrono::minutes::zero()));
    }
    bool operator==(const IsoTime &) const = default;
};

/// The years 1900 to 2199: what parseIso8601 reads, and every store and format can hold.
inline constexpr TimeRange knownTimes{std::chrono::sys_days(std::chrono::year(1900) / 1 / 1),
                                      std::chrono::sys_days(std::chrono::year(2200) / 1 / 1) -
                                          std::chrono::sys_days(std::chrono::year(1900) / 1 / 1)};

/// Reads ISO 8601: extended and basic form, a space or t for T, Z, z or an offset with or without colon, a
/// fraction (dot or comma) kept to the millisecond, a date alone (midnight), and 24:00 (the next midnight).
/// Blanks around it are ignored. The instant (a naive
/// time taken as UTC) lies in the years 1900 to 2199. Errors: BadTime, ImpossibleDate, TimeOutOfRange; args:
/// the text.
Result<IsoTime> parseIso8601(QStringView text);

/// A length of time: seconds as a number ("90", "1.5"), units ("48h", "1h30m", "2d", "500ms"), clock form
/// ("01:30:00", "90:00.5") or ISO 8601 ("PT1H30M"). A leading minus negates. Errors: BadTime; args: the text.
Result<Millis> parseDuration(QStringView text);

/// "2026-03-28T20:00:00Z", with milliseconds only where they are not zero. Years of more or fewer than four
/// digits, which parseIso8601 refuses, are written with a sign.
QString toIso8601(TimePoint t);

/// "2026-03-28T21:00:00+01:00": the same instant as a wall clock with that offset shows it.
QString toIso8601(TimePoint t, std::chrono::minutes offset);

/// "2026-03-28T21:00:00", no offset.
QString toIso8601(LocalTime t);

/// "1:30:05", with ".250" where milliseconds are not zero; for people.
QString toClockText(Millis duration);

} // namespace sf
