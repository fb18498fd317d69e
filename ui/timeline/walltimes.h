// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/channelclock.h"

#include <vector>

namespace sf {

/// A channel's offsets over a range, found once: asking the zone for every event of a frame costs more than
/// painting it. Outside the range the nearest offset holds.
class WallTimes
{
public:
    /// From `start` on, the offset is this.
    struct Segment
    {
        TimePoint start{};
        std::chrono::minutes offset{0};
    };

    WallTimes() = default;
    WallTimes(const ChannelClock &clock, TimeRange range);

    bool covers(TimeRange range) const { return !m_segments.empty() && m_range.contains(range); }
    LocalTime toLocal(TimePoint t) const;
    std::chrono::minutes offsetAt(TimePoint t) const;
    /// In order; the first begins at the range's start.
    const std::vector<Segment> &segments() const { return m_segments; }
    TimeRange range() const { return m_range; }

private:
    TimeRange m_range;
    std::vector<Segment> m_segments;
};

} // namespace sf
