// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/rulesweep.h"

#include <algorithm>

namespace sf {

namespace {

constexpr Millis longestDay = std::chrono::hours(25);

}

RuleSweep::RuleSweep(RuleBook &rules, const WallHours &hours, std::span<const Block> blocks,
                     const Channel &channel, ContentIndex &contents)
    : m_rules(rules)
    , m_hours(hours)
    , m_blocks(blocks)
    , m_days(channel.clock())
    , m_contents(contents)
    , m_longestWindow(2 * longestDay)
    , m_starts(rules.rules().size())
    , m_rows(rules.rules().size())
{
    for (const Rule &rule : rules.rules()) {
        if (const auto *plays = std::get_if<MaxPlays>(&rule.body))
            m_longestWindow = std::max(m_longestWindow, plays->window);
    }
}

/// The first that aired after an instant: however long a window is, nothing counts all that lies in it.
RuleSweep::Recent::const_iterator RuleSweep::firstAfter(const Recent &recent, TimePoint t)
{
    return std::upper_bound(recent.begin(), recent.end(), t,
                            [](TimePoint wanted, const Aired &aired) { return wanted < aired.start; });
}

void RuleSweep::report(Obstacle obstacle, std::uint32_t rule, EventId other)
{
    RuleBreak found = m_current;
    found.obstacle = obstacle;
    found.other = other;
    if (rule != Wait::noRule) {
        found.rule = m_rules.rules()[rule].id;
        found.ruleName = m_rules.rules()[rule].name;
    }
    m_found->push_back(found);
}

void RuleSweep::add(const ScheduledEvent &event, const Asset &asset, std::vector<RuleBreak> &found)
{
    m_found = &found;
    m_current = {};
    m_current.event = event.id;
    m_current.start = event.range.start;
    const bool isFirst = !event.airing || m_airings.insert(event.airing).second;
    checkAsset(event, asset, isFirst);
    if (!isFirst)
        return; // a further part of what has been looked at
    const TimePoint t = event.range.start;
    const Block *block = m_rules.hasDayparts() ? blockAt(m_blocks, t) : nullptr;
    const std::uint32_t ruleClass = m_rules.classOf(asset, block ? block->name() : QString());
    const RuleClass &bound = m_rules.at(ruleClass);
    if (!event.isExempt)
        checkContent(bound, asset, t);
    checkHour(bound, t);
    if (isProgramme(asset)) {
        checkOrder(ruleClass, event);
        m_previousEvent = event.id;
    }
}

void RuleSweep::checkAsset(const ScheduledEvent &event, const Asset &asset, bool isFirst)
{
    const bool isOutside = (asset.rightsFrom && event.range.start < *asset.rightsFrom) ||
                           (asset.rightsUntil && event.range.end() > *asset.rightsUntil);
    if (isOutside)
        report(Obstacle::Rights, Wait::noRule);
    if (isFirst && asset.hours && !asset.hours->test(m_hours.at(event.range.start).hourOfWeek))
        report(Obstacle::Hours, Wait::noRule);
}

void RuleSweep::checkContent(const RuleClass &bound, const Asset &asset, TimePoint t)
{
    Content &content = m_byContent[m_contents.of(asset.id).content];
    checkLimits(asset, t, content);
    if (bound.isExempt)
        return;
    checkPlays(bound, t, content);
    for (const std::uint32_t place : bound.sameHour) {
        for (auto aired = firstAfter(content.recent, t - longestDay - Millis(1));
             aired != content.recent.end(); ++aired) {
            const bool isSame = !m_days.at(t).range.contains(aired->start) &&
                                m_hours.at(aired->start).hourOfDay() == m_hours.at(t).hourOfDay();
            if (isSame && m_rules.body<NoSameHour>(place).isNever)
                report(Obstacle::SameHour, place, aired->event);
        }
    }
    content.recent.push_back({t, m_current.event});
    if (isMovable(m_current.event))
        content.movable = content.recent.back();
    while (t - content.recent.front().start > m_longestWindow)
        content.recent.pop_front();
    checkSeries(bound, asset, t);
}

void RuleSweep::checkPlays(const RuleClass &bound, TimePoint t, const Content &content)
{
    for (const std::uint32_t place : bound.plays) {
        const auto &limit = m_rules.body<MaxPlays>(place);
        const auto first = firstAfter(content.recent, t - limit.window);
        if (!limit.never || content.recent.end() - first + 1 <= *limit.never)
            continue;
        const bool isOurs = content.movable.event && t - content.movable.start < limit.window;
        const EventId last = content.recent.empty() ? EventId() : content.recent.back().event;
        report(Obstacle::MaxPlays, place, isOurs ? content.movable.event : last);
    }
}

void RuleSweep::checkSeries(const RuleClass &bound, const Asset &asset, TimePoint t)
{
    if (!m_rules.hasSeparations() || asset.series.isEmpty())
        return;
    Series &series = m_bySeries[asset.series.toCaseFolded()];
    const auto isNear = [t](const Aired &aired, Millis never) {
        return aired.start != TimePoint::min() && t - aired.start < never;
    };
    for (const std::uint32_t place : bound.separations) {
        const auto never = m_rules.body<Separation>(place).never;
        if (!never || !isNear(series.last, *never))
            continue;
        const bool isOurs = isNear(series.movable, *never);
        report(Obstacle::Separation, place, isOurs ? series.movable.event : series.last.event);
    }
    series.last = {t, m_current.event};
    if (isMovable(m_current.event))
        series.movable = series.last;
}

void RuleSweep::checkLimits(const Asset &asset, TimePoint t, Content &content)
{
    ++content.plays;
    const TimePoint movable = content.movable.event ? content.movable.start : TimePoint::min();
    TimePoint since = TimePoint::max(); // what aired from then on takes part in the break
    if (asset.maxPlays > 0 && content.plays > asset.maxPlays)
        since = TimePoint::min();
    if (asset.maxPlaysPerDay > 0) {
        const TimePoint day = m_days.at(t).range.start;
        content.today = content.day == day ? content.today + 1 : 1;
        content.day = day;
        if (content.today > asset.maxPlaysPerDay)
            since = std::min(since, day);
    }
    if (asset.maxPlaysPerWeek > 0) {
        const TimePoint week = m_days.weekAt(t).start;
        content.thisWeek = content.week == week ? content.thisWeek + 1 : 1;
        content.week = week;
        if (content.thisWeek > asset.maxPlaysPerWeek)
            since = std::min(since, week);
    }
    if (since != TimePoint::max())
        report(Obstacle::PlayLimit, Wait::noRule, movable >= since ? content.movable.event : EventId());
}

void RuleSweep::checkHour(const RuleClass &bound, TimePoint t)
{
    const std::int64_t hour = toMs(m_hours.at(t).start);
    for (const std::uint32_t place : bound.perHour) {
        const auto never = m_rules.body<MaxPerHour>(place).never;
        Hour &starts = m_starts[place][hour];
        if (++starts.count > never.value_or(std::numeric_limits<std::int32_t>::max()))
            report(Obstacle::MaxPerHour, place, starts.movable);
        if (isMovable(m_current.event))
            starts.movable = m_current.event;
    }
    const Millis time = Millis(std::chrono::hours(m_hours.at(t).hourOfDay())) + (t - m_hours.at(t).start);
    for (const std::uint32_t place : bound.watersheds) {
        const auto &watershed = m_rules.body<Watershed>(place);
        if (watershed.isNever && !isBetween(time, watershed.from, watershed.until))
            report(Obstacle::Watershed, place);
    }
}

void RuleSweep::checkOrder(std::uint32_t ruleClass, const ScheduledEvent &event)
{
    const RuleClass &bound = m_rules.at(ruleClass);
    if (event.range.start - m_previousStart > longestPause) {
        m_previous.reset();
        m_rows.assign(m_rows.size(), Row());
    }
    m_previousStart = event.range.start;
    if (m_previous) {
        const auto &first = m_rules.at(*m_previous).asFirst;
        for (const std::uint32_t place : bound.asNext) {
            if (m_rules.body<Adjacency>(place).isNever &&
                std::find(first.begin(), first.end(), place) != first.end())
                report(Obstacle::Adjacency, place, m_previousEvent);
        }
    }
    m_previous = ruleClass;
    for (std::uint32_t place = 0; place < m_rows.size(); ++place) {
        const bool isOne = std::find(bound.rows.begin(), bound.rows.end(), place) != bound.rows.end();
        Row &row = m_rows[place];
        if (!isOne) {
            row = {};
            continue;
        }
        // What a machine placed is what can go, wherever in the row it stands.
        const EventId goes = row.movable ? row.movable : row.planned ? row.planned : row.recurring;
        const auto never = m_rules.body<MaxInARow>(place).never;
        if (++row.count > never.value_or(std::numeric_limits<std::int32_t>::max()))
            report(Obstacle::MaxInARow, place, goes ? goes : m_previousEvent);
        if (isMovable(event.id))
            row.movable = event.id;
        if (event.origin == EventOrigin::AutoFill)
            row.planned = event.id;
        else if (event.origin == EventOrigin::Recurrence)
            row.recurring = event.id;
    }
}

} // namespace sf
