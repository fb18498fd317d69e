// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/registry.h"

namespace sf {

/// Reads the VEVENTs of iCalendar (RFC 5545), recurring ones expanded through libical as far as they go within
/// options.window, else a year from their start. Changed and moved occurrences (RECURRENCE-ID) replace those of
/// the rule. Times with a TZID are in that zone, floating ones in the channel's.
Result<ImportedSchedule> readIcalendar(QIODevice &device, const ReadOptions &options, IdSource &ids,
                                       const Job &job);

} // namespace sf
