// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/wallhours.h"

#include <algorithm>

namespace sf {

namespace {

constexpr std::int64_t hoursPerWeek = 168;
constexpr Millis margin = std::chrono::hours(9 * 24);

std::size_t hourOfWeek(LocalTime local)
{
    const auto hours = std::chrono::floor<std::chrono::hours>(local.time_since_epoch()).count();
    const std::int64_t sinceMonday = (hours + 3 * 24) % hoursPerWeek; // the epoch was a Thursday
    return static_cast<std::size_t>((sinceMonday + hoursPerWeek) % hoursPerWeek);
}

} // namespace

WallHours::WallHours(const ChannelClock &clock, TimeRange range)
{
    TimePoint at = range.start - margin;
    while (at < range.end() + margin) {
        const LocalTime local = clock.toLocal(at);
        const LocalTime hour = std::chrono::floor<std::chrono::hours>(local);
        m_hours.push_back({at, hour, hourOfWeek(local)});
        at += Millis(std::chrono::hours(1)) - (local - hour);
    }
}

std::size_t WallHours::indexAt(TimePoint t) const
{
    const auto next =
        std::upper_bound(m_hours.begin(), m_hours.end(), t,
                         [](TimePoint wanted, const Hour &hour) { return wanted < hour.start; });
    return next == m_hours.begin() ? 0 : static_cast<std::size_t>(next - m_hours.begin()) - 1;
}

TimePoint WallHours::endOf(TimePoint t) const
{
    const std::size_t next = indexAt(t) + 1;
    return next < m_hours.size() ? m_hours[next].start : TimePoint::max();
}

} // namespace sf
