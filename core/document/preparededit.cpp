// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/document/preparededit.h"

#include <algorithm>

namespace sf {

Result<PreparedEdit> prepareEdit(const Station &snapshot, std::int64_t state, StationEdit edit)
{
    PreparedEdit prepared;
    prepared.after = snapshot;
    prepared.state = state;
    if (const Status applied = prepared.after.apply(edit); !applied)
        return fail(applied.error());
    prepared.extent = eventExtent(edit);
    prepared.edit = std::make_shared<const StationEdit>(std::move(edit));
    return prepared;
}

std::optional<TimeRange> eventExtent(const StationEdit &edit)
{
    const auto &events = edit.events.after.empty() ? edit.events.before : edit.events.after;
    if (events.empty())
        return std::nullopt;
    TimePoint first = events.front().range.start;
    TimePoint last = events.front().range.end();
    for (const ScheduledEvent &event : events) {
        first = std::min(first, event.range.start);
        last = std::max(last, event.range.end());
    }
    return TimeRange::between(first, last);
}

} // namespace sf
