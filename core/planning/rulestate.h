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
/// what follows what, and how much of the airtime a category has. Walks through time with the planner: what
/// is fixed joins in as time passes it.
class RuleState
{
public:
    /// `fixed` by start, with what lies a day before the range and after it.
    RuleState(const RuleBook &rules, const WallHours &hours, TimeRange range, std::vector<FixedEvent> fixed);

    /// Time has come to `t`.
    void advance(TimePoint t);
    void notePlaced(const Candidate &candidate, TimeRange range);
    void takeBack(const Candidate &candidate, TimeRange range);

    /// What is in the way of starting at `t`. A wait until TimePoint::min() ends when something else airs.
    Wait waitAt(std::uint32_t ruleClass, TimePoint t) const;
    /// Whether what is planned after `end` may follow directly; asked where nothing else fits between.
    Wait waitTowards(std::uint32_t ruleClass, TimePoint end, Millis shortest) const;
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
    void countHour(std::uint32_t ruleClass, TimePoint t, std::int32_t by);
    void countAirtime(const Asset &asset, std::uint32_t ruleClass, double ms);
    void follow(std::uint32_t ruleClass, TimePoint start);
    bool isDirectlyAfter(TimePoint t) const { return t - m_previousStart <= longestPause; }
    std::int32_t startsInHour(std::uint32_t rule, TimePoint t) const;
    Wait watershedWait(std::uint32_t rule, TimePoint t) const;
    bool isBarredAfter(std::uint32_t earlier, std::uint32_t later, bool isNever, std::uint32_t &rule) const;

    const RuleBook &m_rules;
    const WallHours &m_hours;
    TimeRange m_range;
    std::vector<FixedEvent> m_fixed; ///< programmes, by start
    std::size_t m_next = 0;          ///< the first that time has not come to
    std::vector<std::unordered_map<std::int64_t, std::int32_t>> m_starts; ///< by rule: hour to count
    std::vector<std::int32_t> m_rows;        ///< by rule: so many in a row up to now
    std::optional<std::uint32_t> m_previous; ///< the class of the last programme
    TimePoint m_previousStart{};
    std::vector<Share> m_lanes; ///< the last one is that of the rest
};

} // namespace sf
