// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/schedule.h"

#include <vector>

namespace sf {

/// Two events of layer 0 that share time. `a` starts first.
struct Overlap
{
    EventId a;
    EventId b;
    TimeRange shared;

    bool operator==(const Overlap &) const = default;
};

/// What a sweep found. A pile of n events on one instant has n²/2 pairs: all are counted, the first `limit`
/// are listed.
struct Overlaps
{
    std::vector<Overlap> pairs;
    std::int64_t total = 0;
};

constexpr std::size_t defaultOverlapLimit = 10'000;

/// Sort and sweep, n log n plus what is listed; pairs by the start of `b`.
class OverlapSweep
{
public:
    explicit OverlapSweep(std::size_t limit = defaultOverlapLimit)
        : m_limit(limit)
    {
    }

    /// Takes the next event in order of start. With `isNew` false, it is only paired with events that are
    /// new.
    void add(const ScheduledEvent &event, bool isNew = true)
    {
        add(event.range.start, event.range.end(), event, isNew);
    }
    void add(TimePoint start, TimePoint end, const ScheduledEvent &event, bool isNew)
    {
        if (start >= m_latestEnd) { // the common case: nothing reaches this far
            m_latest = {end, &event, isNew};
            m_latestEnd = end;
            m_isPile = false;
        } else {
            pair(start, end, event, isNew);
        }
    }
    /// Takes events that do not overlap each other at once, given the start of the first and the last of
    /// them. False, and nothing is taken, where an earlier event reaches into them.
    bool addDisjoint(TimePoint start, TimePoint end, const ScheduledEvent &last)
    {
        if (start < m_latestEnd)
            return false;
        m_latest = {end, &last, true};
        m_latestEnd = end;
        m_isPile = false;
        return true;
    }
    Overlaps take() { return std::move(m_found); }

private:
    struct Active
    {
        TimePoint end{};
        const ScheduledEvent *event = nullptr;
        bool isNew = true;
    };
    void push(Active active);
    void pair(TimePoint start, TimePoint end, const ScheduledEvent &event, bool isNew);
    void list(TimePoint start, TimePoint end, const ScheduledEvent &event, bool isNew);

    std::size_t m_limit;
    TimePoint m_latestEnd = TimePoint::min();
    Active m_latest{};            ///< all that may be active, unless there is a pile
    bool m_isPile = false;        ///< then these are:
    std::vector<Active> m_active; ///< a heap, earliest end on top
    std::int64_t m_newActive = 0;
    Overlaps m_found;
};

/// The overlaps of a plan's main layer among the events that touch `range`.
Overlaps findOverlaps(const Schedule &schedule, PlanId plan, TimeRange range,
                      std::size_t limit = defaultOverlapLimit);
/// In the whole plan.
Overlaps findOverlaps(const Schedule &schedule, PlanId plan, std::size_t limit = defaultOverlapLimit);

} // namespace sf
