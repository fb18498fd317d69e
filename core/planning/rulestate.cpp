// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/rulestate.h"

#include <algorithm>
#include <limits>

namespace sf {

namespace {

double inMs(Millis duration) { return static_cast<double>(duration.count()); }

TimePoint startOf(const FixedEvent &event) { return event.range.start; }
template <class P>
TimePoint startOf(const P &programme)
{
    return programme.start;
}
template <class P>
bool isBefore(TimePoint wanted, const P &programme)
{
    return wanted < startOf(programme);
}

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
        countAirtime(*event.asset, event.ruleClass, inMs(event.range.intersected(m_range).duration));
    }
}

void RuleState::notePlaced(const Candidate &candidate, TimeRange range)
{
    countHour(candidate.ruleClass, range.start, 1);
    countAirtime(*candidate.asset, candidate.ruleClass, inMs(range.duration));
    if (isProgramme(*candidate.asset)) {
        const auto next =
            std::upper_bound(m_placed.begin(), m_placed.end(), range.start, isBefore<Programme>);
        m_placed.insert(next, {range.start, candidate.ruleClass});
    }
}

void RuleState::takeBack(const Candidate &candidate, TimeRange range)
{
    countHour(candidate.ruleClass, range.start, -1);
    countAirtime(*candidate.asset, candidate.ruleClass, -inMs(range.duration));
    if (!isProgramme(*candidate.asset))
        return;
    const auto found = std::find_if(
        std::lower_bound(m_placed.begin(), m_placed.end(), range.start,
                         [](const Programme &one, TimePoint t) { return one.start < t; }),
        m_placed.end(), [&](const Programme &one) { return one.ruleClass == candidate.ruleClass; });
    Q_ASSERT(found != m_placed.end() && found->start == range.start);
    m_placed.erase(found);
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

RuleState::Place RuleState::after(TimePoint t) const
{
    const auto fixed = std::upper_bound(m_fixed.begin(), m_fixed.end(), t, isBefore<FixedEvent>);
    const auto placed = std::upper_bound(m_placed.begin(), m_placed.end(), t, isBefore<Programme>);
    return {static_cast<std::size_t>(fixed - m_fixed.begin()),
            static_cast<std::size_t>(placed - m_placed.begin())};
}

std::optional<RuleState::Programme> RuleState::stepBack(Place &place) const
{
    if (place.fixed == 0 && place.placed == 0)
        return std::nullopt;
    const bool isFixed = place.placed == 0 || (place.fixed > 0 && m_fixed[place.fixed - 1].range.start >
                                                                      m_placed[place.placed - 1].start);
    if (!isFixed)
        return m_placed[--place.placed];
    const FixedEvent &event = m_fixed[--place.fixed];
    return Programme{event.range.start, event.ruleClass};
}

std::optional<RuleState::Programme> RuleState::stepAhead(Place &place) const
{
    if (place.fixed == m_fixed.size() && place.placed == m_placed.size())
        return std::nullopt;
    const bool isFixed =
        place.placed == m_placed.size() ||
        (place.fixed < m_fixed.size() && m_fixed[place.fixed].range.start <= m_placed[place.placed].start);
    if (!isFixed)
        return m_placed[place.placed++];
    const FixedEvent &event = m_fixed[place.fixed++];
    return Programme{event.range.start, event.ruleClass};
}

bool RuleState::isInRow(std::uint32_t rule, std::uint32_t ruleClass) const
{
    const auto &rows = m_rules.at(ruleClass).rows;
    return std::find(rows.begin(), rows.end(), rule) != rows.end();
}

std::int32_t RuleState::rowBefore(std::uint32_t rule, TimePoint t, std::int32_t most) const
{
    std::int32_t row = 0;
    Place place = after(t);
    for (TimePoint last = t; row < most;) {
        const auto before = stepBack(place);
        if (!before || last - before->start > longestPause || !isInRow(rule, before->ruleClass))
            break;
        ++row;
        last = before->start;
    }
    return row;
}

std::int32_t RuleState::rowAfter(std::uint32_t rule, TimePoint t, std::int32_t most) const
{
    std::int32_t row = 0;
    Place place = after(t);
    for (TimePoint last = t; row < most;) {
        const auto next = stepAhead(place);
        if (!next || next->start - last > longestPause || !isInRow(rule, next->ruleClass))
            break;
        ++row;
        last = next->start;
    }
    return row;
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

std::optional<std::uint32_t> RuleState::barredAfter(std::uint32_t earlier, std::uint32_t later,
                                                    bool isNever) const
{
    const auto &first = m_rules.at(earlier).asFirst;
    for (const std::uint32_t place : m_rules.at(later).asNext) {
        if (m_rules.body<Adjacency>(place).isNever == isNever &&
            std::find(first.begin(), first.end(), place) != first.end())
            return place;
    }
    return std::nullopt;
}

std::optional<std::uint32_t> RuleState::barredBefore(std::uint32_t ruleClass, TimePoint t, bool isNever) const
{
    if (m_rules.at(ruleClass).asNext.empty())
        return std::nullopt;
    Place place = after(t);
    const auto before = stepBack(place);
    if (!before || t - before->start > longestPause)
        return std::nullopt;
    return barredAfter(before->ruleClass, ruleClass, isNever);
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
        if (never && rowBefore(place, t, *never) >= *never)
            return {Obstacle::MaxInARow, TimePoint::min(), place};
    }
    if (const auto rule = barredBefore(ruleClass, t, true))
        return {Obstacle::Adjacency, TimePoint::min(), *rule};
    return {};
}

Wait RuleState::waitAhead(std::uint32_t ruleClass, TimePoint t) const
{
    const RuleClass &bound = m_rules.at(ruleClass);
    if (bound.asFirst.empty() && bound.rows.empty())
        return {};
    Place place = after(t);
    const auto next = stepAhead(place);
    if (!next || next->start - t > longestPause)
        return {};
    if (const auto rule = barredAfter(ruleClass, next->ruleClass, true))
        return {Obstacle::Adjacency, TimePoint::min(), *rule};
    for (const std::uint32_t rule : bound.rows) {
        const auto never = m_rules.body<MaxInARow>(rule).never;
        if (never && rowBefore(rule, t, *never) + 1 + rowAfter(rule, t, *never) > *never)
            return {Obstacle::MaxInARow, TimePoint::min(), rule};
    }
    return {};
}

Wait RuleState::waitTowards(std::uint32_t ruleClass, TimeRange airing, Millis shortest) const
{
    const RuleClass &bound = m_rules.at(ruleClass);
    if (bound.asFirst.empty() && bound.rows.empty())
        return {};
    Place place = after(airing.start);
    const auto next = stepAhead(place);
    if (!next || next->start >= airing.end() + shortest)
        return {};
    return waitAhead(ruleClass, airing.start);
}

bool RuleState::mayStand(std::uint32_t ruleClass, TimePoint t) const
{
    return waitAt(ruleClass, t).isClear() && waitAhead(ruleClass, t).isClear();
}

std::int32_t RuleState::startsLeft(std::uint32_t rule, TimePoint t) const
{
    const auto never = m_rules.body<MaxPerHour>(rule).never;
    return never ? std::max(0, *never - startsInHour(rule, t)) : std::numeric_limits<std::int32_t>::max();
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
        if (limit.preferred && rowBefore(place, t, *limit.preferred) >= *limit.preferred)
            terms.push_back({place, weightOf(place), limit.never.has_value()});
    }
    if (const auto rule = barredBefore(ruleClass, t, false))
        terms.push_back({*rule, weightOf(*rule), false});
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
