// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/fillinput.h"

#include <vector>

namespace sf {

/// Holds what was placed against every never value once more, from the events alone, and takes back what
/// breaks one: the walk knows what comes before an event, not always what will follow it. What it leaves is
/// a gap that says so. `events` and `gaps` by start.
void takeBackBreaks(FillInput &input, const FillRequest &request, const MakesWay &isLeftOut,
                    std::vector<ScheduledEvent> &events, std::vector<FillGap> &gaps);

/// Cooldown breaks in which a placed event takes part, counted from the airings alone.
std::int64_t countViolations(const FillInput &input, const std::vector<ScheduledEvent> &placed);

} // namespace sf
