// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/timeline/walltimes.h"

namespace sf {

using namespace std::chrono;

namespace {

/// The instant in (low, high] from which the offset is no longer that of `low`.
TimePoint changeBetween(const ChannelClock &clock, TimePoint low, TimePoint high)
{
    const minutes before = clock.offsetAt(low);
    while (high - low > Millis(1)) {
        const TimePoint middle = low + (high - low) / 2;
        (clock.offsetAt(middle) == before ? low : high) = middle;
    }
    return high;
}

} // namespace

WallTimes::WallTimes(const ChannelClock &clock, TimeRange range)
    : m_range(range)
{
    // No zone changes twice within a day, none known twice within a week.
    const Millis step = range.duration > days(60) ? Millis(days(7)) : Millis(days(1));
    m_segments.push_back({range.start, clock.offsetAt(range.start)});
    for (TimePoint t = range.start; t < range.end();) {
        const TimePoint next = std::min(t + step, range.end());
        const minutes offset = clock.offsetAt(next);
        if (offset != m_segments.back().offset)
            m_segments.push_back({changeBetween(clock, t, next), offset});
        t = next;
    }
}

minutes WallTimes::offsetAt(TimePoint t) const
{
    if (m_segments.empty())
        return minutes::zero();
    auto at =
        std::upper_bound(m_segments.begin(), m_segments.end(), t,
                         [](TimePoint wanted, const Segment &segment) { return wanted < segment.start; });
    return at == m_segments.begin() ? at->offset : std::prev(at)->offset;
}

LocalTime WallTimes::toLocal(TimePoint t) const { return LocalTime(t.time_since_epoch() + offsetAt(t)); }

} // namespace sf
