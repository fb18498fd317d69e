// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/timeline/snapping.h"

namespace sf {

namespace {

/// The nearest edge in reach.
std::optional<TimePoint> nearestEdge(TimePoint wanted, const SnapTargets &targets)
{
    std::optional<TimePoint> best;
    for (const TimePoint edge : targets.edges) {
        const Millis distance = std::chrono::abs(edge - wanted);
        if (distance <= targets.reach && (!best || distance < std::chrono::abs(*best - wanted)))
            best = edge;
    }
    return best;
}

TimePoint minuteOrFrame(TimePoint wanted, const SnapTargets &targets, const FrameGrid &grid)
{
    const TimePoint minute = std::chrono::round<std::chrono::minutes>(wanted);
    if (!targets.isFree && std::chrono::abs(minute - wanted) <= targets.reach)
        return minute;
    return grid.timeOf(grid.indexOf(wanted));
}

} // namespace

Snapped snapTime(TimePoint wanted, const SnapTargets &targets, const FrameGrid &grid)
{
    if (!targets.isFree) {
        if (const auto edge = nearestEdge(wanted, targets))
            return {*edge, edge};
    }
    return {minuteOrFrame(wanted, targets, grid), std::nullopt};
}

Snapped snapRange(TimeRange wanted, const SnapTargets &targets, const FrameGrid &grid)
{
    if (!targets.isFree) {
        const auto start = nearestEdge(wanted.start, targets);
        const auto end = nearestEdge(wanted.end(), targets);
        const auto distance = [](std::optional<TimePoint> edge, TimePoint from) {
            return edge ? std::chrono::abs(*edge - from) : Millis::max();
        };
        if (start && distance(start, wanted.start) <= distance(end, wanted.end()))
            return {*start, start};
        if (end)
            return {*end - wanted.duration, end};
    }
    return {minuteOrFrame(wanted.start, targets, grid), std::nullopt};
}

} // namespace sf
