// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/rulestate.h"

#include <algorithm>

namespace sf {

namespace {

double inMs(Millis duration) { return static_cast<double>(duration.count()); }

} // namespace

bool isBetween(Millis time, Millis from, Millis until)
{
    return from <= until ? from <= time && time < until : time >= from || time < until;
}

RuleState::RuleState(const RuleBook &rules, const WallHours &hours, TimeRange range,
                     std::vector<FixedEvent> fixed)
    : m_rules(rules)
    , m_hours(hours)
    , m_range(range)
    , m_starts(rules.rules().size())
    , m_rows(rules.rules().size(), 0)
{
    double left = 1;
    for (std::uint32_t place = 0; place < rules.rules().size(); ++place) {
        if (const auto *quota = std::get_if<Quota>(&rules.rules()[place].body)) {
            const double wanted = std::max(quota->preferred, quota->never.value_or(0));
            m_lanes.push_back({place, wanted, 0});
            left -= wanted;
        }
    }
    m_lanes.push_back({std::nullopt, std::max(0.0, left), 0});
    for (const FixedEvent &event : fixed) {
        countHour(event.ruleClass, event.range.start, 1);
        if (isProgramme(*event.asset))
            m_fixed.push_back(event);
    }
}

void RuleState::advance(TimePoint t)
{
    for (; m_next < m_fixed.size() && m_fixed[m_next].range.start < t; ++m_next) {
        const FixedEvent &event = m_fixed[m_next];
        follow(event.ruleClass, event.range.start);
        countAirtime(*event.asset, event.ruleClass, inMs(event.range.intersected(m_range).duration));
    }
}

void RuleState::notePlaced(const Candidate &candidate, TimeRange range)
{
    countHour(candidate.ruleClass, range.start, 1);
    countAirtime(*candidate.asset, candidate.ruleClass, inMs(range.duration));
    if (isProgramme(*candidate.asset))
        follow(candidate.ruleClass, range.start);
}

void RuleState::takeBack(const Candidate &candidate, TimeRange range)
{
    countHour(candidate.ruleClass, range.start, -1);
    countAirtime(*candidate.asset, candidate.ruleClass, -inMs(range.duration));
}

void RuleState::countHour(std::uint32_t ruleClass, TimePoint t, std::int32_t by)
{
    const RuleClass &bound = m_rules.at(ruleClass);
    if (bound.perHour.empty())
        return;
    const std::int64_t hour = toMs(m_hours.at(t).start);
    for (const std::uint32_t place : bound.perHour)
        m_starts[place][hour] += by;
}

void RuleState::countAirtime(const Asset &asset, std::uint32_t ruleClass, double ms)
{
    if (!hasQuotas() || !isProgramme(asset))
        return;
    const auto quota = m_rules.at(ruleClass).quota;
    for (Share &share : m_lanes) {
        if (share.quota == quota)
            share.aired += ms;
    }
}

void RuleState::follow(std::uint32_t ruleClass, TimePoint start)
{
    if (!isDirectlyAfter(start))
        std::fill(m_rows.begin(), m_rows.end(), 0);
    m_previous = ruleClass;
    m_previousStart = start;
    const auto &bound = m_rules.at(ruleClass).rows;
    for (std::uint32_t place = 0; place < m_rows.size(); ++place) {
        const bool isOne = std::find(bound.begin(), bound.end(), place) != bound.end();
        m_rows[place] = isOne ? m_rows[place] + 1 : 0;
    }
}

std::int32_t RuleState::startsInHour(std::uint32_t rule, TimePoint t) const
{
    const auto found = m_starts[rule].find(toMs(m_hours.at(t).start));
    return found == m_starts[rule].end() ? 0 : found->second;
}

Wait RuleState::watershedWait(std::uint32_t rule, TimePoint t) const
{
    const auto &watershed = m_rules.body<Watershed>(rule);
    const WallHours::Hour &hour = m_hours.at(t);
    const Millis time = Millis(std::chrono::hours(hour.hourOfDay())) + (t - hour.start);
    if (isBetween(time, watershed.from, watershed.until))
        return {};
    const auto opens = std::chrono::floor<std::chrono::hours>(watershed.from);
    const TimePoint next = m_hours.nextWhere(t + Millis(1), [&](const WallHours::Hour &later) {
        const bool isHour = std::chrono::hours(later.hourOfDay()) == opens;
        return isHour && later.start + (watershed.from - opens) > t;
    });
    return {Obstacle::Watershed, next == TimePoint::max() ? next : next + (watershed.from - opens), rule};
}

bool RuleState::isBarredAfter(std::uint32_t earlier, std::uint32_t later, bool isNever,
                              std::uint32_t &rule) const
{
    const auto &first = m_rules.at(earlier).asFirst;
    for (const std::uint32_t place : m_rules.at(later).asNext) {
        if (m_rules.body<Adjacency>(place).isNever == isNever &&
            std::find(first.begin(), first.end(), place) != first.end()) {
            rule = place;
            return true;
        }
    }
    return false;
}

Wait RuleState::waitAt(std::uint32_t ruleClass, TimePoint t) const
{
    const RuleClass &bound = m_rules.at(ruleClass);
    for (const std::uint32_t place : bound.watersheds) {
        const Wait wait = watershedWait(place, t);
        if (m_rules.body<Watershed>(place).isNever && !wait.isClear())
            return wait;
    }
    for (const std::uint32_t place : bound.perHour) {
        const auto never = m_rules.body<MaxPerHour>(place).never;
        if (never && startsInHour(place, t) >= *never)
            return {Obstacle::MaxPerHour, m_hours.endOf(t), place};
    }
    for (const std::uint32_t place : bound.rows) {
        const auto never = m_rules.body<MaxInARow>(place).never;
        if (never && (isDirectlyAfter(t) ? m_rows[place] : 0) >= *never)
            return {Obstacle::MaxInARow, TimePoint::min(), place};
    }
    std::uint32_t rule = 0;
    if (m_previous && isDirectlyAfter(t) && isBarredAfter(*m_previous, ruleClass, true, rule))
        return {Obstacle::Adjacency, TimePoint::min(), rule};
    return {};
}

Wait RuleState::waitTowards(std::uint32_t ruleClass, TimePoint end, Millis shortest) const
{
    std::size_t next = m_next;
    while (next < m_fixed.size() && m_fixed[next].range.start < end)
        ++next;
    if (next >= m_fixed.size() || m_fixed[next].range.start >= end + shortest)
        return {};
    std::uint32_t rule = 0;
    if (isBarredAfter(ruleClass, m_fixed[next].ruleClass, true, rule))
        return {Obstacle::Adjacency, TimePoint::min(), rule};
    for (const std::uint32_t place : m_rules.at(ruleClass).rows) {
        const auto never = m_rules.body<MaxInARow>(place).never;
        std::int32_t row = m_rows[place] + 1;
        for (std::size_t i = next; i < m_fixed.size(); ++i) {
            const auto &rows = m_rules.at(m_fixed[i].ruleClass).rows;
            if (std::find(rows.begin(), rows.end(), place) == rows.end())
                break;
            ++row;
        }
        if (never && row > *never)
            return {Obstacle::MaxInARow, TimePoint::min(), place};
    }
    return {};
}

void RuleState::addCosts(std::uint32_t ruleClass, TimePoint t, std::vector<ScoreTerm> &terms) const
{
    const RuleClass &bound = m_rules.at(ruleClass);
    const auto weightOf = [&](std::uint32_t place) { return m_rules.rules()[place].weight; };
    for (const std::uint32_t place : bound.watersheds) {
        if (!m_rules.body<Watershed>(place).isNever && !watershedWait(place, t).isClear())
            terms.push_back({place, weightOf(place), false});
    }
    for (const std::uint32_t place : bound.perHour) {
        const auto &limit = m_rules.body<MaxPerHour>(place);
        if (limit.preferred && startsInHour(place, t) >= *limit.preferred)
            terms.push_back({place, weightOf(place), limit.never.has_value()});
    }
    for (const std::uint32_t place : bound.rows) {
        const auto &limit = m_rules.body<MaxInARow>(place);
        if (limit.preferred && m_rows[place] >= *limit.preferred)
            terms.push_back({place, weightOf(place), limit.never.has_value()});
    }
    std::uint32_t rule = 0;
    if (m_previous && isDirectlyAfter(t) && isBarredAfter(*m_previous, ruleClass, false, rule))
        terms.push_back({rule, weightOf(rule), false});
}

std::vector<RuleState::Lane> RuleState::lanes() const
{
    double total = 0;
    for (const Share &share : m_lanes)
        total += share.aired;
    std::vector<Lane> lanes;
    for (const Share &share : m_lanes)
        lanes.push_back({share.quota, share.wanted * (total + 1) - share.aired});
    std::stable_sort(lanes.begin(), lanes.end(),
                     [](const Lane &a, const Lane &b) { return a.behind > b.behind; });
    return lanes;
}

} // namespace sf
