// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/session/daystats.h"

namespace sf {

DayStats statsOf(const Station &station, PlanId plan, TimeRange range)
{
    const Channel *channel = station.channelOf(plan);
    const Millis frame = channel ? channel->grid().lengthOf(1) : Millis(1);
    DayStats stats;
    stats.length = range.duration;
    TimePoint covered = range.start;
    bool isFirst = true;
    const auto addGapUpTo = [&](TimePoint next) {
        if (next - covered >= frame)
            ++stats.gaps;
    };
    station.schedule().forEachIn(plan, range, [&](const ScheduledEvent &event) {
        if (event.layer != 0)
            return;
        const TimeRange inside = event.range.intersected(range);
        ++stats.events;
        if (inside.start >= covered)
            addGapUpTo(inside.start);
        else if (!isFirst)
            ++stats.conflicts;
        isFirst = false;
        if (inside.end() > covered) {
            stats.filled += inside.end() - std::max(inside.start, covered);
            covered = inside.end();
        }
    });
    addGapUpTo(range.end());
    return stats;
}

} // namespace sf
