// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/fillinput.h"

#include <vector>

namespace sf {

/// One choice: a candidate at a frame.
struct Placement
{
    std::int64_t frame = 0;
    std::size_t item = 0; ///< in the input's candidates
};

/// What the choice loop made of the free slots, in order.
struct FillRun
{
    std::vector<Placement> placements;
    std::vector<FillGap> gaps;
};

/// The choice loop: in each free slot, from its start on, the wanted candidate that may start and fits; where
/// there is none, a gap up to the first instant at which one does. n log n in placements and candidates.
/// Errors: Cancelled.
Result<FillRun> runFill(const FillInput &input, const FillRequest &request, Job &job);

} // namespace sf
