// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
// A gap is picked like an event, by click and by key: what could fill it is asked of it.
#include "ui/timeline/eventtext.h"
#include "ui/timeline/timelineview.h"

namespace sf {

std::optional<TimeRange> TimelineView::gapBefore(int index, const ScheduledEvent &event) const
{
    const auto gap = lane(index).index.gapAt(m_scene.station.schedule(), event.range.start - Millis(1));
    return gap && gap->duration >= lane(index).grid.lengthOf(1) ? gap : std::nullopt;
}

bool TimelineView::pickGap(PlanId plan, TimePoint t)
{
    const int index = laneOf(plan);
    const auto gap = index < 0 ? std::nullopt : lane(index).index.gapAt(m_scene.station.schedule(), t);
    if (gap)
        focusOnGap(index, *gap);
    return gap.has_value();
}

void TimelineView::focusOnGap(int index, TimeRange gap)
{
    clearFocus();
    setFocusedLane(index);
    m_scene.focusedGap = gap;
    m_anchor.reset();
    updateRange(index, gap);
    describeFocus();
    select({});
    Q_EMIT spotPicked({lane(index).plan, gap.start, {}, gap});
}

void TimelineView::updateFocus()
{
    updateEvent(m_scene.focused);
    if (m_scene.focusedGap)
        updateRange(m_scene.focusedLane, *m_scene.focusedGap);
}

void TimelineView::clearFocus()
{
    updateFocus();
    m_scene.focused = {};
    m_scene.focusedGap.reset();
}

void TimelineView::followGap()
{
    const auto gap = m_scene.focusedGap;
    if (!gap)
        return;
    const int index = m_scene.focusedLane;
    m_scene.focusedGap = m_scene.lanes.empty()
                             ? std::nullopt
                             : lane(index).index.gapAt(m_scene.station.schedule(), gap->start);
    if (m_scene.focusedGap || m_scene.lanes.empty())
        return;
    if (const ScheduledEvent *filler = nearestIn(index, gap->start)) // the arrows go on from there
        m_scene.focused = filler->id;
}

std::optional<TimeRange> TimelineView::focusedRange() const
{
    if (const ScheduledEvent *event = find(m_scene.focused))
        return event->range;
    return m_scene.focusedGap;
}

void TimelineView::describeFocus()
{
    if (const ScheduledEvent *event = find(m_scene.focused))
        setAccessibleDescription(eventDescription(m_scene.station, *event));
    else if (m_scene.focusedGap)
        setAccessibleDescription(
            gapDescription(m_scene.station, lane(m_scene.focusedLane).plan, *m_scene.focusedGap));
    else
        setAccessibleDescription({});
}

} // namespace sf
