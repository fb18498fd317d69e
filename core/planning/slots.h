// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/schedule.h"
#include "core/time/framegrid.h"

#include <functional>
#include <vector>

namespace sf {

/// A free stretch of the main layer in frames of the channel's grid, half-open.
struct FreeSlot
{
    std::int64_t first = 0;
    std::int64_t end = 0;

    std::int64_t frames() const { return end - first; }
    bool operator==(const FreeSlot &) const = default;
};

/// What no event of the plan's main layer covers of `range`, in whole frames and in order. Events for which
/// `isLeftOut` (may be empty) says so count as gone.
std::vector<FreeSlot> freeSlots(const Schedule &schedule, PlanId plan, TimeRange range, const FrameGrid &grid,
                                const std::function<bool(const ScheduledEvent &)> &isLeftOut);

} // namespace sf
