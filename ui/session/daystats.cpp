// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/session/daystats.h"

#include <queue>

namespace sf {

DayStats statsOf(const Station &station, PlanId plan, TimeRange range)
{
    const Channel *channel = station.channelOf(plan);
    const Millis frame = channel ? channel->grid().lengthOf(1) : Millis(1);
    DayStats stats;
    stats.length = range.duration;
    const auto planned = station.schedule().extent(plan);
    TimePoint covered = planned ? std::max(range.start, planned->start) : range.end();
    std::priority_queue<TimePoint, std::vector<TimePoint>, std::greater<>> open; // ends of what still plays
    const auto addGapUpTo = [&](TimePoint next) {
        if (next - covered >= frame)
            ++stats.gaps;
    };
    station.schedule().forEachIn(plan, range, [&](const ScheduledEvent &event) {
        if (event.layer != 0)
            return;
        const TimeRange inside = event.range.intersected(range);
        ++stats.events;
        addGapUpTo(inside.start);
        while (!open.empty() && open.top() <= event.range.start)
            open.pop();
        if (event.range.start >= range.start)
            stats.conflicts += std::ssize(open);
        open.push(event.range.end());
        if (inside.end() > covered) {
            stats.filled += inside.end() - std::max(inside.start, covered);
            covered = inside.end();
        }
    });
    if (planned && planned->end() > range.end())
        addGapUpTo(range.end());
    return stats;
}

} // namespace sf
