// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timerange.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace sf {

/// Of the wall clock, which a week is painted on, whatever the clock does on that day.
inline constexpr Millis dayLength = std::chrono::hours(24);
inline constexpr int daysInWeek = 7;

/// "06:00", "20:15:30"; past 24:00 it is of the next day: "26:30".
QString timeOfDayText(Millis time);

/// Reads "HH:MM" or "HH:MM:SS", up to "48:00"; none where it is neither.
std::optional<Millis> parseTimeOfDay(QStringView text);

} // namespace sf
