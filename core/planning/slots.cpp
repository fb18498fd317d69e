// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/slots.h"

namespace sf {

std::vector<FreeSlot> freeSlots(const Schedule &schedule, PlanId plan, TimeRange range, const FrameGrid &grid,
                                const std::function<bool(const ScheduledEvent &)> &isLeftOut)
{
    std::vector<FreeSlot> free;
    TimePoint covered = range.start;
    const auto addUntil = [&](TimePoint until) {
        const FreeSlot slot{grid.ceilIndex(covered), grid.floorIndex(until)};
        if (covered < until && slot.frames() > 0)
            free.push_back(slot);
    };
    schedule.forEachIn(plan, range, [&](const ScheduledEvent &event) {
        if (event.layer != 0 || (isLeftOut && isLeftOut(event)))
            return;
        addUntil(event.range.start);
        covered = std::max(covered, event.range.end());
    });
    addUntil(range.end());
    return free;
}

} // namespace sf
