// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/broadcastdays.h"
#include "core/planning/candidates.h"
#include "core/planning/history.h"

#include <limits>
#include <vector>

namespace sf {

/// What keeps a candidate from starting.
enum class Obstacle : std::uint8_t { None, Cooldown, Rights, Hours, PlayLimit };

/// From which frame on a candidate may start.
struct Eligible
{
    static constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

    std::int64_t frame = 0;             ///< `never` where it may not before the end of the range
    Obstacle obstacle = Obstacle::None; ///< the first thing that is in the way before it
    TimePoint until = TimePoint::max(); ///< where it is `never`: when what is in the way last ends
};

/// Says when candidates may start, whatever fits: cooldown against what aired, what is planned and what was
/// placed; rights, hours and play limits. Asked and told about placements in rising order of time.
class Eligibility
{
public:
    /// Starts within `range` are asked about.
    Eligibility(const History &history, std::size_t contents, const Channel &channel, TimeRange range);

    /// The first frame at or after `frame` at which the candidate may start.
    Eligible earliest(const Candidate &candidate, std::int64_t frame);
    void notePlaced(std::uint32_t content, TimePoint start) { m_placed[content].push_back(start); }

private:
    struct WallHour
    {
        TimePoint start{};
        std::size_t hourOfWeek = 0; ///< 0 is Monday 00:00
    };
    struct Wait
    {
        Obstacle obstacle = Obstacle::None;
        TimePoint until = TimePoint::max();
    };
    Wait waitAt(const Candidate &candidate, std::int64_t frame, TimePoint t);
    Wait cooldownWait(const Candidate &candidate, TimePoint t) const;
    Wait rightsWait(const Candidate &candidate, std::int64_t frame, TimePoint t) const;
    Wait hoursWait(const HoursMask &hours, TimePoint t);
    void makeHours();
    Wait limitWait(const Candidate &candidate, TimePoint t);
    std::int64_t playsIn(std::uint32_t content, TimePoint from, TimePoint until) const;

    const History &m_history;
    std::vector<std::vector<TimePoint>> m_placed; ///< by content, in rising order
    FrameGrid m_grid;
    ChannelClock m_clock;
    BroadcastDays m_days;
    TimeRange m_range;
    std::vector<WallHour> m_hours; ///< of the range; made when first asked for
};

} // namespace sf
