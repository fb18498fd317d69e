// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/shardedmap.h"
#include "core/model/scheduledevent.h"
#include "core/schedule/stationedit.h"

#include <memory>
#include <optional>
#include <vector>

namespace sf {

/// All events of a station, in buckets of one plan and UTC day. A value: a copy is a snapshot that shares the
/// buckets, and an edit copies the buckets it touches. Pointers into it live as long as the copy they were
/// asked of, unchanged.
class Schedule
{
public:
    /// Start and end of an event, apart from the rest of it: sweeps read a sixteenth of the memory.
    struct Span
    {
        TimePoint start{};
        TimePoint end{};
    };
    /// The events of one plan that start on one UTC day, by start and id. Immutable once it is in a schedule.
    struct Bucket
    {
        std::vector<ScheduledEvent> events;
        std::vector<Span> spans; ///< of `events`, in the same order
        TimePoint firstStart{};
        TimePoint latestEnd{};
        bool isMainLayerOnly = true;
        bool isDisjoint = true; ///< of the main layer only, and none overlaps another
    };
    struct Day
    {
        std::int64_t day = 0; ///< since the epoch, UTC
        std::shared_ptr<const Bucket> bucket;
    };

    Schedule() = default;
    static Schedule fromEvents(std::vector<ScheduledEvent> events);

    std::int64_t size() const { return static_cast<std::int64_t>(m_index.size()); }
    const ScheduledEvent *find(EventId id) const;

    /// The days of a plan that have events, in order; empty for an unknown plan.
    const std::vector<Day> &days(PlanId plan) const;
    /// From the first start to the latest end; none for a plan without events.
    std::optional<TimeRange> extent(PlanId plan) const;

    /// Events of every layer that share time with `range`, by start.
    std::vector<const ScheduledEvent *> eventsIn(PlanId plan, TimeRange range) const;
    /// As eventsIn, without the list: `visit(const ScheduledEvent &)`.
    template <class F>
    void forEachIn(PlanId plan, TimeRange range, F &&visit) const;
    /// Every event of a plan, by start.
    template <class F>
    void forEach(PlanId plan, F &&visit) const;

    /// Checks that every `before` is what stands here, then applies. Errors: EditConflict (args: the event),
    /// and nothing is changed.
    Status apply(const Changes<ScheduledEvent> &changes);

private:
    struct PlanDays
    {
        PlanId plan;
        std::vector<Day> days;
        Millis longest{0}; ///< no event of the plan is longer
    };
    struct Place
    {
        std::uint32_t plan = 0; ///< index in m_plans
        TimePoint start{};      ///< finds the day, and in it the event
    };
    struct BucketEdit;

    const PlanDays *planDays(PlanId plan) const;
    std::uint32_t planIndex(PlanId plan);
    const Bucket *bucketAt(Place place) const;
    const ScheduledEvent *eventAt(Place place, EventId id) const;
    static std::vector<Day>::const_iterator firstDayOf(const PlanDays &days, std::int64_t day);
    Result<std::vector<BucketEdit>> prepare(const Changes<ScheduledEvent> &changes);

    std::vector<PlanDays> m_plans;
    ShardedMap<EventId, Place> m_index;
};

std::int64_t utcDayOf(TimePoint t);

template <class F>
void Schedule::forEachIn(PlanId plan, TimeRange range, F &&visit) const
{
    const PlanDays *days = planDays(plan);
    if (!days || range.isEmpty())
        return;
    const TimePoint end = range.end();
    for (auto day = firstDayOf(*days, utcDayOf(range.start - days->longest)); day != days->days.end();
         ++day) {
        const Bucket &bucket = *day->bucket;
        if (bucket.firstStart >= end)
            return;
        if (bucket.latestEnd <= range.start)
            continue;
        for (std::size_t i = 0; i < bucket.spans.size() && bucket.spans[i].start < end; ++i) {
            if (bucket.spans[i].end > range.start)
                visit(bucket.events[i]);
        }
    }
}

template <class F>
void Schedule::forEach(PlanId plan, F &&visit) const
{
    for (const Day &day : days(plan)) {
        for (const ScheduledEvent &event : day.bucket->events)
            visit(event);
    }
}

} // namespace sf
