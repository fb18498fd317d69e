// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/fillrun.h"

#include <vector>

namespace sf {

/// Holds what was placed against every never value once more, from the events alone, and takes out what breaks
/// one: the walk knows what comes before an event, not always what will follow it. With an event goes the
/// whole airing. Returns what it took out; `events` by start. Stops early where the job is cancelled, as does the
/// one below: its caller then throws the result away.
std::vector<ScheduledEvent> takeBackBreaks(FillInput &input, const FillRequest &request,
                                           const MakesWay &isLeftOut, std::vector<ScheduledEvent> &events,
                                           const Job &job);
/// The same for placements. What is taken out leaves a gap that says so. Returns how many there were.
std::size_t takeBackBreaks(FillInput &input, const FillRequest &request, const MakesWay &isLeftOut,
                           FillRun &run, const Job &job);

/// Cooldown breaks in which a placed event takes part, counted from the airings alone. What the operator allows
/// breaks nothing.
std::int64_t countViolations(const FillInput &input, const FillRequest &request,
                             const std::vector<ScheduledEvent> &placed);

} // namespace sf
