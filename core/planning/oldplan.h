// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/fillrun.h"

namespace sf {

/// The walk of a fill that goes on from the old result: of what makes way, what is still right keeps its place,
/// that is, what may be drawn there, is as long as its asset and breaks nothing with what stands before it; then
/// what is free between is walked through. `input` is the fill's, without what makes way. Errors: Cancelled.
Result<FillRun> goOnFromOld(FillInput &input, const FillRequest &request, const MakesWay &isLeftOut,
                            Job &job);

/// Once the run is mended and covered: where all of the old result is still right and leaves less open, it stands.
void keepOldIfBetter(FillInput &input, const FillRequest &request, const MakesWay &isLeftOut, FillRun &run,
                     const Job &job);

} // namespace sf
