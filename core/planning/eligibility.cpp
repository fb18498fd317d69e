// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/eligibility.h"

#include <algorithm>

namespace sf {

namespace {

constexpr std::int64_t hoursPerWeek = 168;

/// 0 is Monday 00:00.
std::size_t hourOfWeek(LocalTime local)
{
    const auto hours = std::chrono::floor<std::chrono::hours>(local.time_since_epoch()).count();
    const std::int64_t sinceMonday = (hours + 3 * 24) % hoursPerWeek; // the epoch was a Thursday
    return static_cast<std::size_t>((sinceMonday + hoursPerWeek) % hoursPerWeek);
}

} // namespace

Eligibility::Eligibility(const History &history, std::size_t contents, const Channel &channel,
                         TimeRange range)
    : m_history(history)
    , m_placed(contents)
    , m_grid(channel.grid())
    , m_clock(channel.clock())
    , m_days(m_clock)
    , m_range(range)
{
}

Eligible Eligibility::earliest(const Candidate &candidate, std::int64_t frame)
{
    Eligible eligible;
    eligible.frame = frame;
    for (;;) {
        const TimePoint t = m_grid.timeOf(eligible.frame);
        const Wait wait = t < m_range.end() ? waitAt(candidate, eligible.frame, t) : Wait{};
        if (wait.obstacle == Obstacle::None)
            break;
        if (eligible.obstacle == Obstacle::None)
            eligible.obstacle = wait.obstacle;
        if (wait.until >= m_range.end()) {
            eligible.frame = Eligible::never;
            eligible.until = wait.until;
            break;
        }
        eligible.frame = m_grid.ceilIndex(wait.until);
    }
    return eligible;
}

Eligibility::Wait Eligibility::waitAt(const Candidate &candidate, std::int64_t frame, TimePoint t)
{
    Wait wait = cooldownWait(candidate, t);
    if (wait.obstacle == Obstacle::None)
        wait = rightsWait(candidate, frame, t);
    if (wait.obstacle == Obstacle::None && candidate.asset->hours)
        wait = hoursWait(*candidate.asset->hours, t);
    if (wait.obstacle == Obstacle::None)
        wait = limitWait(candidate, t);
    return wait;
}

Eligibility::Wait Eligibility::cooldownWait(const Candidate &candidate, TimePoint t) const
{
    const auto &placed = m_placed[candidate.content];
    if (!placed.empty() && t - placed.back() < candidate.cooldown)
        return {Obstacle::Cooldown, placed.back() + candidate.cooldown};
    const auto fixed = m_history.of(candidate.content);
    const auto next =
        std::upper_bound(fixed.begin(), fixed.end(), t,
                         [](TimePoint wanted, const Airing &airing) { return wanted < airing.start; });
    if (next != fixed.begin() && t - (next - 1)->start < candidate.cooldown)
        return {Obstacle::Cooldown, (next - 1)->start + candidate.cooldown};
    // Towards what is planned after it the longer of the two cooldowns counts.
    if (next != fixed.end() && next->start - t < std::max(candidate.cooldown, next->cooldown))
        return {Obstacle::Cooldown, next->start + candidate.cooldown};
    return {};
}

Eligibility::Wait Eligibility::rightsWait(const Candidate &candidate, std::int64_t frame, TimePoint t) const
{
    const Asset &asset = *candidate.asset;
    if (asset.rightsFrom && t < *asset.rightsFrom)
        return {Obstacle::Rights, *asset.rightsFrom};
    if (asset.rightsUntil && m_grid.timeOf(frame + candidate.frames) > *asset.rightsUntil)
        return {Obstacle::Rights, TimePoint::max()};
    return {};
}

void Eligibility::makeHours()
{
    TimePoint at = m_range.start;
    while (at < m_range.end()) {
        const LocalTime local = m_clock.toLocal(at);
        m_hours.push_back({at, hourOfWeek(local)});
        const LocalTime hour = std::chrono::floor<std::chrono::hours>(local);
        at += Millis(std::chrono::hours(1)) - (local - hour);
    }
}

Eligibility::Wait Eligibility::hoursWait(const HoursMask &hours, TimePoint t)
{
    if (m_hours.empty())
        makeHours();
    const auto isAfter = [](TimePoint wanted, const WallHour &hour) { return wanted < hour.start; };
    const auto now = std::upper_bound(m_hours.begin(), m_hours.end(), t, isAfter) - 1;
    if (hours.test(now->hourOfWeek))
        return {};
    const auto open =
        std::find_if(now, m_hours.end(), [&](const WallHour &hour) { return hours.test(hour.hourOfWeek); });
    return {Obstacle::Hours, open == m_hours.end() ? TimePoint::max() : open->start};
}

Eligibility::Wait Eligibility::limitWait(const Candidate &candidate, TimePoint t)
{
    const Asset &asset = *candidate.asset;
    if (asset.maxPlays > 0 &&
        playsIn(candidate.content, TimePoint::min(), TimePoint::max()) >= asset.maxPlays)
        return {Obstacle::PlayLimit, TimePoint::max()};
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

std::int64_t Eligibility::playsIn(std::uint32_t content, TimePoint from, TimePoint until) const
{
    const auto fixed = m_history.of(content);
    const auto startsBeforeTime = [](const Airing &airing, TimePoint wanted) {
        return airing.start < wanted;
    };
    const auto &placed = m_placed[content];
    return (std::lower_bound(fixed.begin(), fixed.end(), until, startsBeforeTime) -
            std::lower_bound(fixed.begin(), fixed.end(), from, startsBeforeTime)) +
           (std::lower_bound(placed.begin(), placed.end(), until) -
            std::lower_bound(placed.begin(), placed.end(), from));
}

} // namespace sf
