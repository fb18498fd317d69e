// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/framegrid.h"

#include <optional>
#include <span>
#include <vector>

namespace sf {

/// What a dragged edge may catch on.
struct SnapTargets
{
    std::vector<TimePoint> edges; ///< of other events, and now; any order
    Millis reach{0};              ///< how near counts, about 8 pixels
    bool isFree = false;          ///< only whole frames (Alt)
};

struct Snapped
{
    TimePoint time{};
    std::optional<TimePoint> caughtOn; ///< the edge, where it was one

    bool operator==(const Snapped &) const = default;
};

/// An edge in reach wins, the nearest first; then the full minute, in reach; else the nearest frame. Zones
/// have whole minutes, so that a minute of UTC is one on the wall.
Snapped snapTime(TimePoint wanted, const SnapTargets &targets, const FrameGrid &grid);

/// As snapTime for both ends of a range that keeps its length; `time` is its start.
Snapped snapRange(TimeRange wanted, const SnapTargets &targets, const FrameGrid &grid);

} // namespace sf
