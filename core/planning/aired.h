// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/station.h"

#include <QHash>

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <vector>

namespace sf {

/// The history of a plan, the same for planner, check and repeats: before `now` the as-run log of its channel
/// where it exists, that is, on a run of broadcast days that all have entries, from the first entry to the end
/// of the last one; elsewhere, and from `now` on, what is planned. Failed plays, and those of which nobody knows
/// what they were, did not air. The log speaks for drafts too: it is the channel's. Lives no longer than the
/// station.
class AiredEvents
{
public:
    /// With a window only what touches it of the plan, and what starts in it of the log.
    AiredEvents(const Station &station, PlanId plan, TimePoint now, const std::optional<TimeRange> &window);

    /// `visit(const ScheduledEvent &, const Play *)` by start, of every layer. What was logged comes as the event
    /// that it was planned as, else as one of its own without an id, when and as long as it aired; without an
    /// asset where the library does not have it. `play` is null for what was only planned. The events live as long
    /// as this and the station.
    template <class F>
    void forEach(F &&visit) const
    {
        auto next = m_logged.begin();
        const auto visitLogged = [&](TimePoint until) {
            for (; next != m_logged.end() && next->event.range.start <= until; ++next)
                visit(next->event, next->play);
        };
        const auto visitPlanned = [&](const ScheduledEvent &event) {
            visitLogged(event.range.start);
            if (!isLogged(event))
                visit(event, nullptr);
        };
        if (m_window)
            m_station.schedule().forEachIn(m_plan, *m_window, visitPlanned);
        else
            m_station.schedule().forEach(m_plan, visitPlanned);
        visitLogged(TimePoint::max());
    }

private:
    struct Logged
    {
        ScheduledEvent event;
        const Play *play = nullptr;
    };

    void cover(const Channel &channel, TimePoint now);
    void addPlay(const Play &play);
    AssetId assetOf(const Play &play, const ScheduledEvent *planned);
    /// Whether the log tells what became of it.
    bool isLogged(const ScheduledEvent &event) const;

    const Station &m_station;
    PlanId m_plan;
    std::optional<TimeRange> m_window;
    std::vector<Logged> m_logged;               ///< by start
    std::vector<TimeRange> m_covered;           ///< in order
    std::unordered_set<EventId> m_loggedEvents; ///< wherever they were planned
    std::optional<QHash<QString, AssetId>> m_byHouseNumber;
};

} // namespace sf
