// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/schedule/station.h"

#include <memory>
#include <vector>

namespace sf {

/// Where a content airs on one plan.
struct RepeatLane
{
    PlanId plan;
    std::vector<TimeRange> airings; ///< by start
    std::vector<TimeRange>
        cooling; ///< where it may not start, by its cooldown around them; disjoint, in order
};

/// All airings of a content, past and to come.
struct Repeats
{
    AssetId asset;                 ///< the one that was picked; others may share its content
    std::vector<RepeatLane> lanes; ///< of the plans on air that it airs on

    /// Null where it does not air there.
    const RepeatLane *laneOf(PlanId plan) const;
};
using SharedRepeats = std::shared_ptr<const Repeats>;

struct RepeatQuery
{
    AssetId asset;
    Millis cooldown{0}; ///< of what has none of its own and no rule
    TimePoint now{};    ///< before it what was logged counts, see AiredEvents
};

/// Goes through every event once; for a job. Errors: Cancelled.
Result<Repeats> findRepeats(const Station &station, const RepeatQuery &query, Job &job);

} // namespace sf
