// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/names.h"
#include "core/planning/broadcastdays.h"
#include "core/planning/candidates.h"
#include "core/planning/history.h"
#include "core/planning/wallhours.h"

#include <limits>
#include <optional>
#include <vector>

namespace sf {

/// What keeps a candidate from starting.
enum class Obstacle : std::uint8_t {
    None,
    Rights,
    Hours,
    PlayLimit, ///< the asset's own limits
    Watershed,
    Cooldown,
    Separation,
    MaxPlays,
    SameHour,
    MaxPerHour,
    MaxInARow,
    Adjacency,
};

template <>
std::span<const QLatin1StringView> namesOf<Obstacle>();

/// What is in the way at an instant, and until when.
struct Wait
{
    static constexpr std::uint32_t noRule = std::numeric_limits<std::uint32_t>::max();

    Obstacle obstacle = Obstacle::None;
    TimePoint until = TimePoint::max(); ///< when it is worth asking again
    std::uint32_t rule = noRule;        ///< in the rule book, where a station rule is the reason

    bool isClear() const { return obstacle == Obstacle::None; }
};

/// A preference that is not kept, and what that costs: the rule's weight times how far it falls short, 0 to 1.
struct ScoreTerm
{
    std::uint32_t rule = 0;
    double cost = 0;
    bool hasNever = false; ///< the rule has a never value, too, which is kept

    bool operator==(const ScoreTerm &) const = default;
};

/// From which frame on a candidate may start.
struct Eligible
{
    static constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

    std::int64_t frame = 0;             ///< `never` where it may not before the end of the range
    Obstacle obstacle = Obstacle::None; ///< the first thing that is in the way before it
    TimePoint until = TimePoint::max(); ///< where it is `never`: when what is in the way last ends
};

/// Says when a candidate may start by what is bound to it alone, whatever fits: cooldown, separation of its
/// series and plays in a window, against what aired, what is planned and what was placed; rights, hours and
/// limits. What binds a whole class of candidates is RuleState's.
class Eligibility
{
public:
    /// What is fixed: airings by content, and of series where a rule separates those.
    struct Fixed
    {
        const History &contents;
        const History &series;
        std::size_t contentCount = 0;
        std::size_t seriesCount = 0;
    };

    /// Starts within `range` are asked about.
    Eligibility(const RuleBook &rules, Fixed fixed, const Channel &channel, TimeRange range);

    /// The first frame at or after `frame` at which the candidate may start.
    Eligible earliest(const Candidate &candidate, std::int64_t frame);
    /// What is in the way at one frame.
    Wait waitAt(const Candidate &candidate, std::int64_t frame);
    /// Adds everything that is in the way, where waitAt() stops at the first.
    void addWaits(const Candidate &candidate, std::int64_t frame, std::vector<Wait> &waits);
    /// Adds what the candidate falls short of what is preferred.
    void addCosts(const Candidate &candidate, std::int64_t frame, std::vector<ScoreTerm> &terms);

    void notePlaced(const Candidate &candidate, TimePoint start);
    void takeBack(const Candidate &candidate, TimePoint start);

    const WallHours &hours() const { return m_hours; }
    /// How far the nearest other airing of the content starts; Millis::max() where there is none.
    Millis nearest(const Candidate &candidate, TimePoint t) const;

private:
    using Starts = std::vector<TimePoint>; ///< in rising order
    struct Placed
    {
        TimePoint start{};
        Millis cooldown{0}; ///< that it has to keep itself
        bool isExempt = false;
    };
    using PlacedStarts = std::vector<Placed>; ///< by start
    /// The last airing at or before an instant, and the first after it.
    struct Neighbours
    {
        std::optional<TimePoint> before;
        std::optional<TimePoint> after;

        Millis distanceTo(TimePoint t) const;
    };

    static Neighbours neighboursOf(const PlacedStarts &placed, std::span<const Airing> fixed, TimePoint t);
    Wait cooldownWait(const Candidate &candidate, TimePoint t) const;
    Wait rightsWait(const Candidate &candidate, std::int64_t frame, TimePoint t) const;
    Wait hoursWait(const HoursMask &hours, TimePoint t) const;
    Wait limitWait(const Candidate &candidate, TimePoint t);
    Wait separationWait(const Candidate &candidate, TimePoint t) const;
    Wait playsWait(const Candidate &candidate, TimePoint t) const;
    Wait sameHourWait(const Candidate &candidate, TimePoint t);
    std::int64_t playsIn(std::uint32_t content, TimePoint from, TimePoint until) const;
    Starts startsIn(std::uint32_t content, TimePoint from, TimePoint until) const;
    std::int32_t mostIn(const Candidate &candidate, TimePoint t, Millis window) const;
    bool airedAtThisHour(const Candidate &candidate, TimePoint t);

    const RuleBook &m_rules;
    const History &m_history;
    const History &m_series;
    std::vector<PlacedStarts> m_placed;       ///< by content
    std::vector<PlacedStarts> m_placedSeries; ///< by series
    FrameGrid m_grid;
    BroadcastDays m_days;
    TimeRange m_range;
    WallHours m_hours;
};

} // namespace sf
