// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/fillinput.h"

#include <optional>
#include <vector>

namespace sf {

/// One choice: a candidate at a frame, or a part of it.
struct Placement
{
    std::int64_t frame = 0;
    std::int64_t frames = 0;
    Candidate candidate;
    std::int64_t mediaIn = 0; ///< frames of what is played that lie before this part
    RelaxationTier tier = RelaxationTier::AllRules;
    std::uint32_t airing = 0;            ///< the parts of a split programme share a number above 0
    bool isSlate = false;                ///< looped or trimmed; no rule counts it
    const ScheduledEvent *old = nullptr; ///< what it is of the old result, where it has not changed since

    /// Whether it still is what it was in the old result.
    bool isAsItWas(TimeRange range) const
    {
        return old && old->asset == candidate.asset->id && old->range == range;
    }
};

/// What the walk made of the free slots, in order.
struct FillRun
{
    std::vector<Placement> placements;
    std::vector<FillGap> gaps;
    std::vector<std::int64_t> joins; ///< frames at which something had to end
    std::vector<const ScheduledEvent *>
        oldSlates; ///< of the old result; what just one of them covered it covers again
    std::optional<std::vector<Placement>> asItWas; ///< the old result, where all of it is still right

    std::int64_t exactJoins() const;
    Millis open() const; ///< of its gaps together
};

/// Walks through the free slots, cut at the dayparts: in each, from its start on, the wanted candidate that
/// may start and fits; near its end, what meets that to the frame; where there is nothing, a gap up to the
/// first instant at which there is. n log n in placements and candidates. Errors: Cancelled.
Result<FillRun> runFill(FillInput &input, const FillRequest &request, Job &job);
/// The joins of such a walk, without walking.
std::vector<std::int64_t> joinsOf(FillInput &input, const FillRequest &request, Job &job);

} // namespace sf
