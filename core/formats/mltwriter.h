// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/registry.h"

namespace sf {

/// When the playlist begins, and which event an entry is: properties that MLT keeps and ignores.
constexpr auto mltStartProperty = QLatin1StringView("scheduleflow:start");
constexpr auto mltTitleProperty = QLatin1StringView("scheduleflow:title");
constexpr auto mltIdProperty = QLatin1StringView("scheduleflow:id");

/// Writes an MLT playlist (https://www.mltframework.org/docs/mltxml/) at the channel's frame rate: entries with
/// inclusive in and out points, blanks for gaps, frame for frame from the start of the range.
Result<WriteReport> writeMlt(QIODevice &device, const ScheduleExport &schedule, const Job &job);

} // namespace sf
