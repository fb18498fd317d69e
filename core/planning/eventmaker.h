// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/broadcastdays.h"
#include "core/planning/fillrun.h"

#include <unordered_map>
#include <unordered_set>

namespace sf {

/// Turns placements into events, in order of start. Ids belong to seed, broadcast day and asset, so that an
/// event that only shifts keeps its own.
class EventMaker
{
public:
    /// Ids in `removed` may be given again.
    EventMaker(const Station &station, const Channel &channel, const FillRequest &request,
               std::unordered_set<EventId> removed);

    /// The ids of what is as it was are not given to others.
    void reserve(const std::vector<Placement> &placements);
    ScheduledEvent make(const Placement &placement);
    /// An occurrence of a recurring event.
    ScheduledEvent make(const Recurrence &recurrence, const Candidate &candidate, LocalTime occurrence,
                        TimeRange range);

private:
    struct DayPlays
    {
        TimePoint day = TimePoint::min();
        std::uint64_t count = 0;
    };
    TimeRange rangeOf(const Placement &placement) const;
    EventId idOf(const Candidate &candidate, TimePoint start);

    const Station &m_station;
    const FillRequest &m_request;
    FrameGrid m_grid;
    BroadcastDays m_days;
    std::uint64_t m_salt;
    RunId m_run;
    AiringId m_airing; ///< of the split programme whose parts are being made
    std::uint32_t m_airingNumber = 0;
    std::unordered_map<AssetId, DayPlays> m_plays;
    std::unordered_set<EventId> m_taken; ///< by this run
    std::unordered_set<EventId> m_removed;
};

} // namespace sf
