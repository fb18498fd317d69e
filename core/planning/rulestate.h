// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/eligibility.h"

#include <unordered_map>
#include <vector>

namespace sf {

/// Whether a time from midnight lies between two, of which the later may be the smaller one.
bool isBetween(Millis time, Millis from, Millis until);

/// After a longer time from start to start, what follows is not "after" or "in a row" any more.
constexpr Millis longestPause = std::chrono::hours(24);

/// An event of the main layer that stays, as the rules see it.
struct FixedEvent
{
    TimeRange range;
    const Asset *asset = nullptr;
    std::uint32_t ruleClass = 0;
};

/// What binds a whole class of candidates at once: how many start in a clock hour, the watershed of a rating,
/// what follows what, and how much of the airtime a category has. It may be asked about any instant; only the
/// airtime walks through time with the planner: what is fixed joins in as time passes it.
class RuleState
{
public:
    /// `fixed` by start, with what lies a day before the range and after it.
    RuleState(const RuleBook &rules, const WallHours &hours, TimeRange range, std::vector<FixedEvent> fixed);

    /// Time has come to `t`.
    void advance(TimePoint t);
    void notePlaced(const Candidate &candidate, TimeRange range);
    void takeBack(const Candidate &candidate, TimeRange range);

    /// What is in the way of starting at `t`, of what stands before it and in its hour. A wait until
    /// TimePoint::min() ends when something else airs.
    Wait waitAt(std::uint32_t ruleClass, TimePoint t) const;
    /// Whether what is planned after `airing` may follow directly; asked where nothing else fits between.
    Wait waitTowards(std::uint32_t ruleClass, TimeRange airing, Millis shortest) const;
    /// Whether it may start at `t` by what stands before and after, with nothing more to come between.
    bool mayStand(std::uint32_t ruleClass, TimePoint t) const;
    /// How many more may start in the hour of `t` by a rule on that.
    std::int32_t startsLeft(std::uint32_t rule, TimePoint t) const;
    void addCosts(std::uint32_t ruleClass, TimePoint t, std::vector<ScoreTerm> &terms) const;

    /// The quotas, and one lane more for what has none, the one furthest behind its share first.
    struct Lane
    {
        std::optional<std::uint32_t> quota; ///< in the rule book
        double behind = 0;                  ///< ms
    };
    bool hasQuotas() const { return m_lanes.size() > 1; }
    const RuleClass &classOf(std::uint32_t ruleClass) const { return m_rules.at(ruleClass); }
    std::vector<Lane> lanes() const;

private:
    struct Share
    {
        std::optional<std::uint32_t> quota;
        double wanted = 0;
        double aired = 0; ///< ms
    };
    /// What others follow, or stand in a row with.
    struct Programme
    {
        TimePoint start{};
        std::uint32_t ruleClass = 0;
    };
    /// A place between programmes: the first after it, of those that are fixed and of those placed.
    struct Place
    {
        std::size_t fixed = 0;
        std::size_t placed = 0;
    };

    void countHour(std::uint32_t ruleClass, TimePoint t, std::int32_t by);
    void countAirtime(const Asset &asset, std::uint32_t ruleClass, double ms);
    std::int32_t startsInHour(std::uint32_t rule, TimePoint t) const;
    Wait watershedWait(std::uint32_t rule, TimePoint t) const;
    Place after(TimePoint t) const;
    std::optional<Programme> stepBack(Place &place) const;
    std::optional<Programme> stepAhead(Place &place) const;
    /// Programmes that the rule binds, one after the other: up to `t`, and from after it on. No more than
    /// `most` are counted.
    std::int32_t rowBefore(std::uint32_t rule, TimePoint t, std::int32_t most) const;
    std::int32_t rowAfter(std::uint32_t rule, TimePoint t, std::int32_t most) const;
    bool isInRow(std::uint32_t rule, std::uint32_t ruleClass) const;
    /// The rule by which `ruleClass` may not, or should not, follow what stands before `t`.
    std::optional<std::uint32_t> barredBefore(std::uint32_t ruleClass, TimePoint t, bool isNever) const;
    /// What stands after `t` may not follow it.
    Wait waitAhead(std::uint32_t ruleClass, TimePoint t) const;
    std::optional<std::uint32_t> barredAfter(std::uint32_t earlier, std::uint32_t later, bool isNever) const;

    const RuleBook &m_rules;
    const WallHours &m_hours;
    TimeRange m_range;
    std::vector<FixedEvent> m_fixed; ///< programmes, by start
    std::vector<Programme> m_placed; ///< by start
    std::size_t m_next = 0;          ///< the first of what is fixed that time has not come to
    std::vector<std::unordered_map<std::int64_t, std::int32_t>> m_starts; ///< by rule: hour to count
    std::vector<Share> m_lanes; ///< the last one is that of the rest
};

} // namespace sf
