// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timerange.h"

#include <QDate>
#include <QString>

#include <optional>

namespace sf {

enum class RepeatKind : std::uint8_t {
    Daily,
    Weekly,
    MonthlyByWeekday, ///< "the first Tuesday", "the last Friday"
    Other,            ///< any rule of RFC 5545, in its own words
};

/// A repeat rule as people say it. rruleOf() and patternOf() go between it and RFC 5545, 3.3.10.
struct RepeatPattern
{
    RepeatKind kind = RepeatKind::Weekly;
    std::int32_t interval = 1; ///< every so many days, weeks, months
    std::int32_t dayMask = 0;  ///< of a weekly one; bit 0 is Monday
    std::int32_t nth = 1;      ///< of a monthly one: 1 to 5, or -1 for the last
    std::int32_t weekday = 0;  ///< of a monthly one; 0 is Monday
    std::optional<std::int32_t> count;
    std::optional<QDate> until; ///< the last day, inclusive; only where there is no count
    QString other;              ///< the rule, where it is none of these

    bool operator==(const RepeatPattern &) const = default;
};

QString rruleOf(const RepeatPattern &pattern);

/// What a rule says; Other where it is none of the three. A weekly rule that names no day means that of
/// `start`, as does a monthly one never: that is by date, so Other.
RepeatPattern patternOf(const QString &rrule, LocalTime start);

} // namespace sf
