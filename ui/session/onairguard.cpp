// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/session/onairguard.h"

#include <algorithm>

namespace sf {

namespace {

/// The earliest of the events as the edit finds it, else as it puts it there.
const ScheduledEvent *firstOf(const std::vector<EventId> &ids, const StationEdit &edit)
{
    const ScheduledEvent *first = nullptr;
    for (const auto *list : {&edit.events.before, &edit.events.after}) {
        for (const ScheduledEvent &event : *list) {
            const bool isMeant = std::binary_search(ids.begin(), ids.end(), event.id);
            if (isMeant && (!first || event.range.start < first->range.start))
                first = &event;
        }
    }
    return first;
}

} // namespace

void OnAirGuard::clear()
{
    m_horizons.clear();
    m_restsUntil = {};
}

bool OnAirGuard::isActive(TimePoint now) const
{
    return now >= m_restsUntil && std::any_of(m_horizons.begin(), m_horizons.end(),
                                              [](Millis horizon) { return horizon > Millis::zero(); });
}

std::optional<OnAirQuestion> OnAirGuard::question(const StationEdit &edit, const Station &station,
                                                  TimePoint now) const
{
    if (!isActive(now))
        return std::nullopt;
    for (const Channel &channel : station.channels()) {
        const Millis horizon = horizonOf(channel.id);
        const std::vector<EventId> ids = aboutToPlay(edit, station, channel.id, now, horizon);
        const ScheduledEvent *first = firstOf(ids, edit);
        if (!first)
            continue;
        const auto isFirst = [first](const ScheduledEvent &event) { return event.id == first->id; };
        const bool isNew = std::none_of(edit.events.before.begin(), edit.events.before.end(), isFirst);
        return OnAirQuestion{
            edit.name, channel.name, station.titleOf(*first), first->range.start - now, std::ssize(ids),
            horizon,   isNew};
    }
    return std::nullopt;
}

} // namespace sf
