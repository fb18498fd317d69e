// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/timeline/laneindex.h"

namespace sf {

namespace {

using Days = std::vector<Schedule::Day>;

bool isMain(const Schedule::Bucket &bucket, std::size_t index)
{
    return bucket.isMainLayerOnly || bucket.events[index].layer == 0;
}

TimePoint latestMainEnd(const Schedule::Bucket &bucket)
{
    if (bucket.isMainLayerOnly)
        return bucket.latestEnd;
    TimePoint latest = TimePoint::min();
    for (std::size_t i = 0; i < bucket.spans.size(); ++i) {
        if (isMain(bucket, i))
            latest = std::max(latest, bucket.spans[i].end);
    }
    return latest;
}

/// The first day that is `day` or later.
std::size_t dayIndex(const Days &days, std::int64_t day)
{
    const auto at =
        std::lower_bound(days.begin(), days.end(), day,
                         [](const Schedule::Day &a, std::int64_t wanted) { return a.day < wanted; });
    return static_cast<std::size_t>(at - days.begin());
}

/// The first main event from `day` on that `accepts` takes, in order.
template <class F>
const ScheduledEvent *firstFromDay(const Days &days, std::size_t day, F &&accepts)
{
    for (; day < days.size(); ++day) {
        const Schedule::Bucket &bucket = *days[day].bucket;
        for (std::size_t i = 0; i < bucket.spans.size(); ++i) {
            if (isMain(bucket, i) && accepts(bucket.events[i]))
                return &bucket.events[i];
        }
    }
    return nullptr;
}

/// The last main event on `day` or earlier that `accepts` takes.
template <class F>
const ScheduledEvent *lastUpToDay(const Days &days, std::size_t day, F &&accepts)
{
    for (std::size_t next = std::min(day + 1, days.size()); next-- > 0;) {
        const Schedule::Bucket &bucket = *days[next].bucket;
        for (std::size_t i = bucket.spans.size(); i-- > 0;) {
            if (isMain(bucket, i) && accepts(bucket.events[i]))
                return &bucket.events[i];
        }
    }
    return nullptr;
}

} // namespace

LaneIndex::LaneIndex(const Schedule &schedule, PlanId plan)
    : m_plan(plan)
{
    TimePoint latest = TimePoint::min();
    for (const Schedule::Day &day : schedule.days(plan)) {
        latest = std::max(latest, latestMainEnd(*day.bucket));
        m_endUpTo.push_back(latest);
        m_count += static_cast<std::int64_t>(day.bucket->spans.size());
    }
    if (const ScheduledEvent *first = firstFrom(schedule, TimePoint::min()))
        m_start = first->range.start;
}

std::optional<TimeRange> LaneIndex::extent() const
{
    if (!m_start)
        return std::nullopt;
    return TimeRange::between(*m_start, m_endUpTo.back());
}

std::optional<TimePoint> LaneIndex::coverEnd(const Schedule &schedule, TimePoint t) const
{
    const Days &days = schedule.days(m_plan);
    const std::size_t day = dayIndex(days, utcDayOf(t));
    TimePoint latest = day > 0 ? m_endUpTo[day - 1] : TimePoint::min();
    if (day < days.size()) {
        const Schedule::Bucket &bucket = *days[day].bucket;
        for (std::size_t i = 0; i < bucket.spans.size() && bucket.spans[i].start < t; ++i) {
            if (isMain(bucket, i))
                latest = std::max(latest, bucket.spans[i].end);
        }
    }
    return latest == TimePoint::min() ? std::nullopt : std::optional(latest);
}

const ScheduledEvent *LaneIndex::firstFrom(const Schedule &schedule, TimePoint t) const
{
    const Days &days = schedule.days(m_plan);
    return firstFromDay(days, dayIndex(days, utcDayOf(t)),
                        [t](const ScheduledEvent &event) { return event.range.start >= t; });
}

const ScheduledEvent *LaneIndex::lastBefore(const Schedule &schedule, TimePoint t) const
{
    const Days &days = schedule.days(m_plan);
    return lastUpToDay(days, dayIndex(days, utcDayOf(t)),
                       [t](const ScheduledEvent &event) { return event.range.start < t; });
}

const ScheduledEvent *LaneIndex::after(const Schedule &schedule, const ScheduledEvent &event) const
{
    const Days &days = schedule.days(m_plan);
    return firstFromDay(days, dayIndex(days, utcDayOf(event.range.start)),
                        [&](const ScheduledEvent &other) { return startsBefore(event, other); });
}

const ScheduledEvent *LaneIndex::before(const Schedule &schedule, const ScheduledEvent &event) const
{
    const Days &days = schedule.days(m_plan);
    return lastUpToDay(days, dayIndex(days, utcDayOf(event.range.start)),
                       [&](const ScheduledEvent &other) { return startsBefore(other, event); });
}

std::optional<TimeRange> LaneIndex::gapAt(const Schedule &schedule, TimePoint t) const
{
    const auto from = coverEnd(schedule, t + Millis(1));
    const ScheduledEvent *next = firstFrom(schedule, t);
    if (!from || *from > t || !next || next->range.start <= t)
        return std::nullopt;
    return TimeRange::between(*from, next->range.start);
}

} // namespace sf
