// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/schedule.h"

#include "core/time/iso8601.h"

#include <map>
#include <unordered_set>

namespace sf {

namespace {

std::shared_ptr<const Schedule::Bucket> makeBucket(std::vector<ScheduledEvent> events)
{
    auto bucket = std::make_shared<Schedule::Bucket>();
    bucket->spans.reserve(events.size());
    bucket->firstStart = events.front().range.start;
    bucket->latestEnd = bucket->firstStart;
    for (const ScheduledEvent &event : events) {
        bucket->isDisjoint = bucket->isDisjoint && event.layer == 0 &&
                             event.range.start >= bucket->latestEnd && event.range.duration >= Millis::zero();
        bucket->spans.push_back({event.range.start, event.range.end()});
        bucket->latestEnd = std::max(bucket->latestEnd, event.range.end());
        bucket->isMainLayerOnly = bucket->isMainLayerOnly && event.layer == 0;
    }
    bucket->events = std::move(events);
    return bucket;
}

/// The events of a bucket (null: none) without those `removed`, and with `added`, which are sorted.
std::vector<ScheduledEvent> merged(const Schedule::Bucket *bucket, const std::unordered_set<EventId> &removed,
                                   std::vector<ScheduledEvent> added)
{
    std::vector<ScheduledEvent> events;
    events.reserve((bucket ? bucket->events.size() : 0) + added.size());
    auto next = added.begin();
    for (std::size_t i = 0; bucket && i < bucket->events.size(); ++i) {
        const ScheduledEvent &old = bucket->events[i];
        for (; next != added.end() && startsBefore(*next, old); ++next)
            events.push_back(std::move(*next));
        if (removed.empty() || !removed.contains(old.id))
            events.push_back(old);
    }
    std::move(next, added.end(), std::back_inserter(events));
    return events;
}

tl::unexpected<Error> conflictOn(const ScheduledEvent &event)
{
    return fail(ErrorCode::EditConflict,
                {QStringLiteral("“%1” (%2)").arg(event.title, toIso8601(event.range.start))});
}

} // namespace

/// What happens to one bucket.
struct Schedule::BucketEdit
{
    std::uint32_t plan = 0; ///< index in m_plans
    std::int64_t day = 0;
    std::unordered_set<EventId> removed;
    std::vector<ScheduledEvent> added;
};

std::int64_t utcDayOf(TimePoint t)
{
    return std::chrono::floor<std::chrono::days>(t).time_since_epoch().count();
}

Schedule Schedule::fromEvents(std::vector<ScheduledEvent> events)
{
    // Each plan apart, so that sorting moves pointers, not events.
    std::vector<ScheduledEvent *> order;
    order.reserve(events.size());
    for (ScheduledEvent &event : events)
        order.push_back(&event);
    std::sort(order.begin(), order.end(), [](const ScheduledEvent *a, const ScheduledEvent *b) {
        return a->plan != b->plan ? a->plan < b->plan : startsBefore(*a, *b);
    });
    Schedule schedule;
    std::vector<ShardedMap<EventId, Place>::Entry> entries;
    entries.reserve(events.size());
    for (std::size_t from = 0; from < order.size();) {
        const std::int64_t day = utcDayOf(order[from]->range.start);
        const std::uint32_t plan = schedule.planIndex(order[from]->plan);
        PlanDays &days = schedule.m_plans[plan];
        std::size_t to = from;
        while (to < order.size() && order[to]->plan == days.plan && utcDayOf(order[to]->range.start) == day)
            ++to;
        std::vector<ScheduledEvent> bucket;
        bucket.reserve(to - from);
        for (; from < to; ++from) {
            entries.push_back({order[from]->id, Place{plan, order[from]->range.start}});
            days.longest = std::max(days.longest, order[from]->range.duration);
            bucket.push_back(std::move(*order[from]));
        }
        days.days.push_back({day, makeBucket(std::move(bucket))});
    }
    schedule.m_index.addAll(std::move(entries));
    return schedule;
}

const Schedule::PlanDays *Schedule::planDays(PlanId plan) const
{
    for (const PlanDays &days : m_plans) {
        if (days.plan == plan)
            return &days;
    }
    return nullptr;
}

std::uint32_t Schedule::planIndex(PlanId plan)
{
    for (std::size_t i = 0; i < m_plans.size(); ++i) {
        if (m_plans[i].plan == plan)
            return static_cast<std::uint32_t>(i);
    }
    m_plans.push_back({plan, {}, Millis::zero()});
    return static_cast<std::uint32_t>(m_plans.size() - 1);
}

std::vector<Schedule::Day>::const_iterator Schedule::firstDayOf(const PlanDays &days, std::int64_t day)
{
    return std::lower_bound(days.days.begin(), days.days.end(), day,
                            [](const Day &a, std::int64_t wanted) { return a.day < wanted; });
}

const Schedule::Bucket *Schedule::bucketAt(Place place) const
{
    const PlanDays &days = m_plans[place.plan];
    const std::int64_t day = utcDayOf(place.start);
    const auto at = firstDayOf(days, day);
    return at != days.days.end() && at->day == day ? at->bucket.get() : nullptr;
}

const ScheduledEvent *Schedule::eventAt(Place place, EventId id) const
{
    const Bucket *bucket = bucketAt(place);
    if (!bucket)
        return nullptr;
    const auto begin = bucket->spans.begin();
    auto span = std::lower_bound(begin, bucket->spans.end(), place.start,
                                 [](const Span &a, TimePoint wanted) { return a.start < wanted; });
    for (; span != bucket->spans.end() && span->start == place.start; ++span) {
        const ScheduledEvent &event = bucket->events[static_cast<std::size_t>(span - begin)];
        if (event.id == id)
            return &event;
    }
    return nullptr;
}

const ScheduledEvent *Schedule::find(EventId id) const
{
    const Place *place = m_index.find(id);
    return place ? eventAt(*place, id) : nullptr;
}

const std::vector<Schedule::Day> &Schedule::days(PlanId plan) const
{
    static const std::vector<Day> none;
    const PlanDays *days = planDays(plan);
    return days ? days->days : none;
}

std::optional<TimeRange> Schedule::extent(PlanId plan) const
{
    const auto &all = days(plan);
    if (all.empty())
        return std::nullopt;
    const TimePoint start = all.front().bucket->firstStart;
    TimePoint end = start;
    for (const Day &day : all)
        end = std::max(end, day.bucket->latestEnd);
    return TimeRange::between(start, end);
}

std::vector<const ScheduledEvent *> Schedule::eventsIn(PlanId plan, TimeRange range) const
{
    std::vector<const ScheduledEvent *> found;
    forEachIn(plan, range, [&](const ScheduledEvent &event) { found.push_back(&event); });
    return found;
}

Result<std::vector<Schedule::BucketEdit>> Schedule::prepare(const Changes<ScheduledEvent> &changes)
{
    std::map<std::pair<std::uint32_t, std::int64_t>, BucketEdit> edits;
    const auto editAt = [&](std::uint32_t plan, TimePoint start) -> BucketEdit & {
        const std::int64_t day = utcDayOf(start);
        BucketEdit &edit = edits[{plan, day}];
        edit.plan = plan;
        edit.day = day;
        return edit;
    };
    std::unordered_set<EventId> removed;
    for (const ScheduledEvent &event : changes.before) {
        const Place *place = m_index.find(event.id);
        const ScheduledEvent *current = place ? eventAt(*place, event.id) : nullptr;
        if (!current || *current != event || !removed.insert(event.id).second)
            return conflictOn(event);
        editAt(place->plan, place->start).removed.insert(event.id);
    }
    std::unordered_set<EventId> added;
    added.reserve(changes.after.size());
    for (const ScheduledEvent &event : changes.after) {
        if ((m_index.find(event.id) && !removed.contains(event.id)) || !added.insert(event.id).second)
            return conflictOn(event);
        editAt(planIndex(event.plan), event.range.start).added.push_back(event);
    }
    std::vector<BucketEdit> prepared;
    prepared.reserve(edits.size());
    for (auto &[key, edit] : edits)
        prepared.push_back(std::move(edit));
    return prepared;
}

Status Schedule::apply(const Changes<ScheduledEvent> &changes)
{
    auto prepared = prepare(changes);
    if (!prepared)
        return fail(prepared.error());
    for (const BucketEdit &edit : *prepared) {
        for (const EventId id : edit.removed)
            m_index.remove(id);
    }
    const bool isBulk = changes.after.size() > decltype(m_index)::shardCount;
    std::vector<ShardedMap<EventId, Place>::Entry> entries;
    for (BucketEdit &edit : *prepared) {
        std::sort(edit.added.begin(), edit.added.end(), startsBefore);
        PlanDays &plan = m_plans[edit.plan];
        for (const ScheduledEvent &event : edit.added) {
            plan.longest = std::max(plan.longest, event.range.duration);
            const Place place{edit.plan, event.range.start};
            if (isBulk)
                entries.push_back({event.id, place});
            else
                m_index.set(event.id, place);
        }
        const auto at = plan.days.begin() + (firstDayOf(plan, edit.day) - plan.days.cbegin());
        const bool exists = at != plan.days.end() && at->day == edit.day;
        auto events = merged(exists ? at->bucket.get() : nullptr, edit.removed, std::move(edit.added));
        if (events.empty())
            plan.days.erase(at);
        else if (exists)
            at->bucket = makeBucket(std::move(events));
        else
            plan.days.insert(at, Day{edit.day, makeBucket(std::move(events))});
    }
    if (isBulk)
        m_index.addAll(std::move(entries));
    return {};
}

} // namespace sf
