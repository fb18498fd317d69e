// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/schedule.h"

#include <optional>
#include <vector>

namespace sf {

/// What lies beside a time on the main layer of a plan: its gaps, and the events before and after. Costs one
/// entry a day; made anew after an edit of the plan. It holds nothing of the schedule, which is passed to
/// each call and must be the one it was made from.
class LaneIndex
{
public:
    LaneIndex() = default;
    LaneIndex(const Schedule &schedule, PlanId plan);

    PlanId plan() const { return m_plan; }
    std::int64_t eventCount() const { return m_count; }
    /// From the first start to the latest end; none for an empty plan.
    std::optional<TimeRange> extent() const;

    /// The latest end among events that start before `t`.
    std::optional<TimePoint> coverEnd(const Schedule &schedule, TimePoint t) const;
    /// The first event that starts at or after `t`; null where there is none.
    const ScheduledEvent *firstFrom(const Schedule &schedule, TimePoint t) const;
    /// The last event that starts before `t`; null where there is none.
    const ScheduledEvent *lastBefore(const Schedule &schedule, TimePoint t) const;
    /// The neighbours of an event in the order of the rundown; null at the ends.
    const ScheduledEvent *after(const Schedule &schedule, const ScheduledEvent &event) const;
    const ScheduledEvent *before(const Schedule &schedule, const ScheduledEvent &event) const;
    /// The stretch around `t` where nothing is planned, with events on both sides of it.
    std::optional<TimeRange> gapAt(const Schedule &schedule, TimePoint t) const;

private:
    PlanId m_plan;
    std::vector<TimePoint> m_endUpTo; ///< per day of the plan: the latest main-layer end up to and with it
    std::optional<TimePoint> m_start;
    std::int64_t m_count = 0;
};

} // namespace sf
