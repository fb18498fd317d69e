// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/overlaps.h"

namespace sf {

namespace {

constexpr auto endsLater = [](const auto &a, const auto &b) { return a.end > b.end; };

} // namespace

void OverlapSweep::push(Active active)
{
    m_newActive += active.isNew ? 1 : 0;
    m_active.push_back(active);
    std::push_heap(m_active.begin(), m_active.end(), endsLater);
}

void OverlapSweep::pair(TimePoint start, TimePoint end, const ScheduledEvent &event, bool isNew)
{
    if (!m_isPile) {
        m_active.clear();
        m_newActive = 0;
        push(m_latest);
        m_isPile = true;
    }
    while (!m_active.empty() && m_active.front().end <= start) {
        std::pop_heap(m_active.begin(), m_active.end(), endsLater);
        m_newActive -= m_active.back().isNew ? 1 : 0;
        m_active.pop_back();
    }
    m_found.total += isNew ? static_cast<std::int64_t>(m_active.size()) : m_newActive;
    list(start, end, event, isNew);
    m_latestEnd = std::max(m_latestEnd, end);
    push({end, &event, isNew});
}

void OverlapSweep::list(TimePoint start, TimePoint end, const ScheduledEvent &event, bool isNew)
{
    if (m_found.pairs.size() >= m_limit || (!isNew && m_newActive == 0))
        return;
    std::vector<Active> others;
    for (const Active &active : m_active) {
        if (isNew || active.isNew)
            others.push_back(active);
    }
    std::sort(others.begin(), others.end(),
              [](const Active &a, const Active &b) { return startsBefore(*a.event, *b.event); });
    for (const Active &other : others) {
        if (m_found.pairs.size() >= m_limit)
            return;
        m_found.pairs.push_back(
            {other.event->id, event.id, TimeRange::between(start, std::min(end, other.end))});
    }
}

Overlaps findOverlaps(const Schedule &schedule, PlanId plan, TimeRange range, std::size_t limit)
{
    OverlapSweep sweep(limit);
    schedule.forEachIn(plan, range, [&](const ScheduledEvent &event) {
        if (event.layer == 0)
            sweep.add(event);
    });
    return sweep.take();
}

Overlaps findOverlaps(const Schedule &schedule, PlanId plan, std::size_t limit)
{
    OverlapSweep sweep(limit);
    for (const Schedule::Day &day : schedule.days(plan)) {
        const Schedule::Bucket &bucket = *day.bucket;
        if (bucket.isDisjoint && sweep.addDisjoint(bucket.firstStart, bucket.latestEnd, bucket.events.back()))
            continue;
        for (std::size_t i = 0; i < bucket.spans.size(); ++i) {
            if (bucket.isMainLayerOnly || bucket.events[i].layer == 0)
                sweep.add(bucket.spans[i].start, bucket.spans[i].end, bucket.events[i], true);
        }
    }
    return sweep.take();
}

} // namespace sf
