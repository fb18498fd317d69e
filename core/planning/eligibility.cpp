// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/eligibility.h"

#include <algorithm>
#include <array>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

template <class A>
bool startsBeforeTime(const A &airing, TimePoint wanted)
{
    return airing.start < wanted;
}
template <class A>
bool isBefore(TimePoint wanted, const A &airing)
{
    return wanted < airing.start;
}

/// The last airing at or before an instant and the first after it, of those that are no intended reruns; null
/// where there is none.
template <class A>
std::pair<const A *, const A *> countedAround(std::span<const A> airings, TimePoint t)
{
    std::size_t next = static_cast<std::size_t>(
        std::upper_bound(airings.begin(), airings.end(), t, isBefore<A>) - airings.begin());
    std::size_t count = next; // up to the one before
    while (count > 0 && airings[count - 1].isExempt)
        --count;
    while (next < airings.size() && airings[next].isExempt)
        ++next;
    return {count > 0 ? &airings[count - 1] : nullptr, next < airings.size() ? &airings[next] : nullptr};
}

void addShortfall(std::vector<ScoreTerm> &terms, const Rule &rule, std::uint32_t place, Millis has,
                  Millis wants, bool hasNever)
{
    if (has < wants) {
        const double share = static_cast<double>(has.count()) / static_cast<double>(wants.count());
        terms.push_back({place, rule.weight * (1 - share), hasNever});
    }
}

} // namespace

Eligibility::Neighbours Eligibility::neighboursOf(const PlacedStarts &placed, std::span<const Airing> fixed,
                                                  TimePoint t)
{
    Neighbours found;
    const auto [lastPlaced, nextPlaced] = countedAround(std::span<const Placed>(placed), t);
    if (lastPlaced)
        found.before = lastPlaced->start;
    if (nextPlaced)
        found.after = nextPlaced->start;
    const auto [lastFixed, nextFixed] = countedAround(fixed, t);
    if (lastFixed)
        found.before = std::max(found.before.value_or(TimePoint::min()), lastFixed->start);
    if (nextFixed)
        found.after = std::min(found.after.value_or(TimePoint::max()), nextFixed->start);
    return found;
}

Millis Eligibility::Neighbours::distanceTo(TimePoint t) const
{
    Millis distance = before ? t - *before : Millis::max();
    if (after)
        distance = std::min(distance, *after - t);
    return distance;
}

Eligibility::Eligibility(const RuleBook &rules, Fixed fixed, const Channel &channel, TimeRange range)
    : m_rules(rules)
    , m_history(fixed.contents)
    , m_series(fixed.series)
    , m_placed(fixed.contentCount)
    , m_placedSeries(fixed.seriesCount)
    , m_grid(channel.grid())
    , m_days(channel.clock())
    , m_range(range)
    , m_hours(channel.clock(), range)
{
}

Eligible Eligibility::earliest(const Candidate &candidate, std::int64_t frame)
{
    Eligible eligible;
    eligible.frame = frame;
    for (;;) {
        const bool isInRange = m_grid.timeOf(eligible.frame) < m_range.end();
        const Wait wait = isInRange ? waitAt(candidate, eligible.frame) : Wait{};
        if (wait.isClear())
            break;
        if (eligible.obstacle == Obstacle::None)
            eligible.obstacle = wait.obstacle;
        if (wait.until >= m_range.end()) {
            eligible.frame = Eligible::never;
            eligible.until = wait.until;
            break;
        }
        eligible.frame = std::max(eligible.frame + 1, m_grid.ceilIndex(wait.until));
    }
    return eligible;
}

Wait Eligibility::waitAt(const Candidate &candidate, std::int64_t frame)
{
    const TimePoint t = m_grid.timeOf(frame);
    Wait wait = cooldownWait(candidate, t);
    if (wait.isClear())
        wait = rightsWait(candidate, frame, t);
    if (wait.isClear() && candidate.asset->hours)
        wait = hoursWait(*candidate.asset->hours, t);
    if (wait.isClear())
        wait = limitWait(candidate, t);
    if (!wait.isClear() || m_rules.rules().empty())
        return wait;
    wait = separationWait(candidate, t);
    if (wait.isClear())
        wait = playsWait(candidate, t);
    return wait.isClear() ? sameHourWait(candidate, t) : wait;
}

void Eligibility::addWaits(const Candidate &candidate, std::int64_t frame, std::vector<Wait> &waits)
{
    const TimePoint t = m_grid.timeOf(frame);
    const auto add = [&](const Wait &wait) {
        if (!wait.isClear())
            waits.push_back(wait);
    };
    add(rightsWait(candidate, frame, t));
    if (candidate.asset->hours)
        add(hoursWait(*candidate.asset->hours, t));
    add(cooldownWait(candidate, t));
    add(limitWait(candidate, t));
    add(separationWait(candidate, t));
    add(playsWait(candidate, t));
    add(sameHourWait(candidate, t));
}

Wait Eligibility::cooldownWait(const Candidate &candidate, TimePoint t) const
{
    if (candidate.isExempt)
        return {};
    const auto place = m_rules.at(candidate.ruleClass).cooldown;
    const std::uint32_t rule = candidate.asset->cooldown ? Wait::noRule : place.value_or(Wait::noRule);
    // Towards what is planned after it the longer of the two cooldowns counts.
    const auto waitIn = [&](const auto &airings) -> Wait {
        const auto [last, next] = countedAround(airings, t);
        if (last && t - last->start < candidate.cooldown)
            return {Obstacle::Cooldown, last->start + candidate.cooldown, rule};
        if (next && next->start - t < std::max(candidate.cooldown, next->cooldown))
            return {Obstacle::Cooldown, next->start + candidate.cooldown, rule};
        return {};
    };
    const Wait wait = waitIn(std::span<const Placed>(m_placed[candidate.content]));
    return wait.isClear() ? waitIn(m_history.of(candidate.content)) : wait;
}

Wait Eligibility::rightsWait(const Candidate &candidate, std::int64_t frame, TimePoint t) const
{
    const Asset &asset = *candidate.asset;
    if (asset.rightsFrom && t < *asset.rightsFrom)
        return {Obstacle::Rights, *asset.rightsFrom};
    if (asset.rightsUntil && m_grid.timeOf(frame + candidate.frames) > *asset.rightsUntil)
        return {Obstacle::Rights};
    return {};
}

Wait Eligibility::hoursWait(const HoursMask &hours, TimePoint t) const
{
    if (hours.test(m_hours.at(t).hourOfWeek))
        return {};
    return {Obstacle::Hours, m_hours.nextWhere(t, [&](const WallHours::Hour &hour) {
                return hour.start > t && hours.test(hour.hourOfWeek);
            })};
}

Wait Eligibility::limitWait(const Candidate &candidate, TimePoint t)
{
    const Asset &asset = *candidate.asset;
    if (asset.maxPlays > 0 &&
        playsIn(candidate.content, TimePoint::min(), TimePoint::max()) >= asset.maxPlays)
        return {Obstacle::PlayLimit};
    const auto isFull = [&](TimeRange period, std::int32_t limit) {
        return playsIn(candidate.content, period.start, period.end()) >= limit;
    };
    if (asset.maxPlaysPerWeek > 0) {
        const TimeRange week = m_days.weekAt(t);
        if (isFull(week, asset.maxPlaysPerWeek))
            return {Obstacle::PlayLimit, week.end()};
    }
    if (asset.maxPlaysPerDay > 0) {
        const TimeRange day = m_days.at(t).range;
        if (isFull(day, asset.maxPlaysPerDay))
            return {Obstacle::PlayLimit, day.end()};
    }
    return {};
}

Wait Eligibility::separationWait(const Candidate &candidate, TimePoint t) const
{
    const RuleClass &bound = m_rules.at(candidate.ruleClass);
    if (bound.separations.empty() || candidate.series == ContentIndex::none)
        return {};
    const Neighbours near = neighboursOf(m_placedSeries[candidate.series], m_series.of(candidate.series), t);
    for (const std::uint32_t place : bound.separations) {
        const Millis never = m_rules.body<Separation>(place).never.value_or(Millis::zero());
        if (near.before && t - *near.before < never)
            return {Obstacle::Separation, *near.before + never, place};
        if (near.after && *near.after - t < never)
            return {Obstacle::Separation, *near.after + never, place};
    }
    return {};
}

Wait Eligibility::playsWait(const Candidate &candidate, TimePoint t) const
{
    for (const std::uint32_t place : m_rules.at(candidate.ruleClass).plays) {
        const auto &limit = m_rules.body<MaxPlays>(place);
        if (!limit.never || mostIn(candidate, t, limit.window) <= *limit.never)
            continue;
        const Starts near = startsIn(candidate.content, t - limit.window + Millis(1), t + limit.window);
        return {Obstacle::MaxPlays, near.empty() ? TimePoint::max() : near.front() + limit.window, place};
    }
    return {};
}

Wait Eligibility::sameHourWait(const Candidate &candidate, TimePoint t)
{
    for (const std::uint32_t place : m_rules.at(candidate.ruleClass).sameHour) {
        if (m_rules.body<NoSameHour>(place).isNever && airedAtThisHour(candidate, t))
            return {Obstacle::SameHour, m_hours.endOf(t), place};
    }
    return {};
}

void Eligibility::addCosts(const Candidate &candidate, std::int64_t frame, std::vector<ScoreTerm> &terms)
{
    const TimePoint t = m_grid.timeOf(frame);
    const RuleClass &bound = m_rules.at(candidate.ruleClass);
    const auto &rules = m_rules.rules();
    if (bound.preferredCooldown) {
        const std::uint32_t place = *bound.preferredCooldown;
        const auto &cooldown = m_rules.body<Cooldown>(place);
        addShortfall(terms, rules[place], place, nearest(candidate, t), *cooldown.preferred,
                     cooldown.never.has_value());
    }
    for (const std::uint32_t place : bound.separations) {
        const auto &separation = m_rules.body<Separation>(place);
        if (separation.preferred && candidate.series != ContentIndex::none) {
            const Neighbours near =
                neighboursOf(m_placedSeries[candidate.series], m_series.of(candidate.series), t);
            addShortfall(terms, rules[place], place, near.distanceTo(t), *separation.preferred,
                         separation.never.has_value());
        }
    }
    for (const std::uint32_t place : bound.plays) {
        const auto &limit = m_rules.body<MaxPlays>(place);
        if (limit.preferred && mostIn(candidate, t, limit.window) > *limit.preferred)
            terms.push_back({place, rules[place].weight, limit.never.has_value()});
    }
    for (const std::uint32_t place : bound.sameHour) {
        if (!m_rules.body<NoSameHour>(place).isNever && airedAtThisHour(candidate, t))
            terms.push_back({place, rules[place].weight, false});
    }
}

void Eligibility::notePlaced(const Candidate &candidate, TimePoint start)
{
    const auto note = [&](PlacedStarts &starts) {
        starts.insert(std::upper_bound(starts.begin(), starts.end(), start, isBefore<Placed>),
                      {start, candidate.cooldown, candidate.isExempt});
    };
    note(m_placed[candidate.content]);
    if (candidate.series != ContentIndex::none && !candidate.isExempt)
        note(m_placedSeries[candidate.series]);
}

void Eligibility::takeBack(const Candidate &candidate, TimePoint start)
{
    const auto remove = [start](PlacedStarts &starts) {
        starts.erase(std::lower_bound(starts.begin(), starts.end(), start, startsBeforeTime<Placed>));
    };
    remove(m_placed[candidate.content]);
    if (candidate.series != ContentIndex::none && !candidate.isExempt)
        remove(m_placedSeries[candidate.series]);
}

Millis Eligibility::nearest(const Candidate &candidate, TimePoint t) const
{
    return neighboursOf(m_placed[candidate.content], m_history.of(candidate.content), t).distanceTo(t);
}

std::int64_t Eligibility::playsIn(std::uint32_t content, TimePoint from, TimePoint until) const
{
    const auto fixed = m_history.of(content);
    const auto &placed = m_placed[content];
    return (std::lower_bound(fixed.begin(), fixed.end(), until, startsBeforeTime<Airing>) -
            std::lower_bound(fixed.begin(), fixed.end(), from, startsBeforeTime<Airing>)) +
           (std::lower_bound(placed.begin(), placed.end(), until, startsBeforeTime<Placed>) -
            std::lower_bound(placed.begin(), placed.end(), from, startsBeforeTime<Placed>));
}

Eligibility::Starts Eligibility::startsIn(std::uint32_t content, TimePoint from, TimePoint until) const
{
    Starts starts;
    const auto add = [&]<class A>(std::span<const A> airings) {
        for (auto airing = std::lower_bound(airings.begin(), airings.end(), from, startsBeforeTime<A>);
             airing != airings.end() && airing->start < until; ++airing) {
            if (!airing->isExempt)
                starts.push_back(airing->start);
        }
    };
    add(m_history.of(content));
    add(std::span<const Placed>(m_placed[content]));
    std::sort(starts.begin(), starts.end());
    return starts;
}

/// The most airings in any stretch of that length, if the candidate airs at `t`.
std::int32_t Eligibility::mostIn(const Candidate &candidate, TimePoint t, Millis window) const
{
    Starts starts = startsIn(candidate.content, t - window + Millis(1), t + window);
    starts.insert(std::upper_bound(starts.begin(), starts.end(), t), t);
    std::size_t most = 0;
    std::size_t first = 0;
    for (std::size_t last = 0; last < starts.size(); ++last) {
        while (first < last && starts[last] - starts[first] >= window)
            ++first;
        most = std::max(most, last - first + 1);
    }
    return static_cast<std::int32_t>(most);
}

/// On the broadcast day before or after, at the same hour of the wall.
bool Eligibility::airedAtThisHour(const Candidate &candidate, TimePoint t)
{
    const TimeRange day = m_days.at(t).range;
    const std::size_t hour = m_hours.at(t).hourOfDay();
    constexpr Millis longestDay = std::chrono::hours(25);
    for (const TimePoint other :
         startsIn(candidate.content, day.start - longestDay, day.end() + longestDay)) {
        const auto apart = std::chrono::abs(m_hours.at(other).local - m_hours.at(t).local);
        if (!day.contains(other) && m_hours.at(other).hourOfDay() == hour && apart <= longestDay)
            return true;
    }
    return false;
}

template <>
std::span<const QLatin1StringView> namesOf<Obstacle>()
{
    static constexpr std::array names{"none"_L1,      "rights"_L1,       "hours"_L1,        "play-limit"_L1,
                                      "watershed"_L1, "cooldown"_L1,     "separation"_L1,   "max-plays"_L1,
                                      "same-hour"_L1, "max-per-hour"_L1, "max-in-a-row"_L1, "adjacency"_L1};
    return names;
}

} // namespace sf
