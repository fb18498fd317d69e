// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/blocks.h"
#include "core/planning/rulestate.h"

#include <deque>
#include <unordered_map>
#include <unordered_set>

namespace sf {

/// An event that stands where a never value, or a limit of its asset, does not let it.
struct RuleBreak
{
    Obstacle obstacle = Obstacle::None;
    RuleId rule;      ///< none for a limit of the asset itself
    QString ruleName; ///< empty for that
    EventId event;
    EventId other; ///< what it stands too close to; none where it is not one
    TimePoint start{};

    bool operator==(const RuleBreak &) const = default;
};

/// Holds the events of a main layer, one after the other, against every never value but the cooldown's
/// (CooldownSweep) and against rights, hours and limits. Each is compared with what came before it, so that
/// the order in which the planner worked does not matter.
class RuleSweep
{
public:
    /// What is shared with the planner; `blocks` say whose daypart's rules apply.
    RuleSweep(RuleBook &rules, const WallHours &hours, std::span<const Block> blocks, const Channel &channel,
              ContentIndex &contents);

    /// Events that can be taken out again: where one of those takes part in a break, the break names one. Null
    /// (as at first): none is better than another. Must outlive the sweep.
    void setMovable(const std::unordered_set<EventId> *movable) { m_movable = movable; }
    /// Takes the next event in order of start.
    void add(const ScheduledEvent &event, const Asset &asset, std::vector<RuleBreak> &found);

private:
    struct Aired
    {
        TimePoint start{};
        EventId event;
    };
    using Recent = std::deque<Aired>;
    struct Content
    {
        Recent recent; ///< as far back as any rule looks, by start
        Aired movable; ///< the last that is
        std::int64_t plays = 0;
        TimePoint day = TimePoint::min();
        std::int64_t today = 0;
        TimePoint week = TimePoint::min();
        std::int64_t thisWeek = 0;
    };

    /// Starts in one hour.
    struct Hour
    {
        std::int32_t count = 0;
        EventId movable; ///< the last that is
    };
    struct Series
    {
        Aired last{TimePoint::min(), {}};
        Aired movable{TimePoint::min(), {}};
    };

    static Recent::const_iterator firstAfter(const Recent &recent, TimePoint t);
    bool isMovable(EventId event) const { return m_movable && m_movable->contains(event); }
    void report(Obstacle obstacle, std::uint32_t rule, EventId other = {});
    void checkAsset(const ScheduledEvent &event, const Asset &asset, bool isFirst);
    void checkLimits(const Asset &asset, TimePoint t, Content &content);
    void checkContent(const RuleClass &bound, const Asset &asset, TimePoint t);
    void checkPlays(const RuleClass &bound, TimePoint t, const Content &content);
    void checkSeries(const RuleClass &bound, const Asset &asset, TimePoint t);
    void checkHour(const RuleClass &bound, TimePoint t);
    void checkOrder(std::uint32_t ruleClass, const ScheduledEvent &event);

    RuleBook &m_rules;
    const WallHours &m_hours;
    std::span<const Block> m_blocks;
    BroadcastDays m_days;
    ContentIndex &m_contents;
    Millis m_longestWindow{0};
    std::unordered_map<std::uint32_t, Content> m_byContent;
    std::unordered_map<QString, Series> m_bySeries;
    std::unordered_set<AiringId> m_airings;
    std::vector<std::unordered_map<std::int64_t, Hour>> m_starts; ///< by rule and hour
    /// The programmes of one rule that stand in a row up to now.
    struct Row
    {
        std::int32_t count = 0;
        EventId movable;   ///< the last of them that is
        EventId planned;   ///< that auto-fill placed
        EventId recurring; ///< and that a recurrence did
    };
    std::vector<Row> m_rows; ///< by rule
    std::optional<std::uint32_t> m_previous;
    EventId m_previousEvent;
    TimePoint m_previousStart{};
    const std::unordered_set<EventId> *m_movable = nullptr;
    RuleBreak m_current;
    std::vector<RuleBreak> *m_found = nullptr;
};

/// How far back and ahead rules look.
Millis reachOf(const RuleBook &rules, const AssetTable &assets);

} // namespace sf
