// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/timeline/timelineview.h"

#include <QMouseEvent>
#include <QScrollBar>

namespace sf {

namespace {

constexpr int edgeZone = 6;       ///< pixels inside an event's end that trim it
constexpr int narrowestTrim = 20; ///< a box under this is only moved
constexpr int narrowestMove = 4;  ///< a box under this is only clicked

} // namespace

TimelineView::Hit TimelineView::hitAt(QPoint pos) const
{
    const TimelineLayout &layout = m_scene.layout;
    Hit hit;
    hit.time = layout.timeAt(pos.x());
    hit.lane = layout.laneAt(pos.y());
    if (pos.y() < TimelineLayout::rulerHeight) {
        hit.part = pos.x() < TimelineLayout::headerWidth ? Part::None : Part::Ruler;
        return hit;
    }
    if (hit.lane < 0)
        return hit;
    if (pos.x() < TimelineLayout::headerWidth) {
        hit.part = Part::Header;
        return hit;
    }
    hit.part = Part::Lane;
    const TimeRange pixel = TimeRange::between(hit.time, layout.timeAt(pos.x() + 1));
    m_scene.station.schedule().forEachIn(lane(hit.lane).plan, pixel, [&](const ScheduledEvent &event) {
        if (event.layer == 0)
            hit.event = &event; // the last one lies on top
    });
    if (!hit.event)
        return hit;
    hit.part = Part::Body;
    const QRect box = layout.boxRect(hit.lane, hit.event->range);
    if (box.width() >= narrowestTrim && !hit.event->isLocked) {
        if (pos.x() < box.left() + edgeZone)
            hit.part = Part::StartEdge;
        else if (pos.x() > box.right() - edgeZone)
            hit.part = Part::EndEdge;
    }
    return hit;
}

TimelineSpot TimelineView::spotAt(QPoint viewportPos) const { return spotOf(hitAt(viewportPos)); }

TimelineSpot TimelineView::spotOf(const Hit &hit) const
{
    TimelineSpot spot;
    spot.time = hit.time;
    if (hit.lane < 0)
        return spot;
    spot.plan = lane(hit.lane).plan;
    if (hit.event)
        spot.event = hit.event->id;
    else if (hit.part == Part::Lane)
        spot.gap = lane(hit.lane).index.gapAt(m_scene.station.schedule(), hit.time);
    return spot;
}

std::vector<EventId> TimelineView::selection() const
{
    std::vector<const ScheduledEvent *> events;
    for (const EventId id : m_scene.selected) {
        if (const ScheduledEvent *event = find(id))
            events.push_back(event);
    }
    std::sort(events.begin(), events.end(),
              [](const ScheduledEvent *a, const ScheduledEvent *b) { return startsBefore(*a, *b); });
    std::vector<EventId> ids;
    for (const ScheduledEvent *event : events)
        ids.push_back(event->id);
    return ids;
}

void TimelineView::setSelection(const std::vector<EventId> &ids)
{
    select(QSet<EventId>(ids.begin(), ids.end()));
    if (const ScheduledEvent *event = ids.empty() ? nullptr : find(ids.front()))
        focusOn(*event);
}

void TimelineView::select(QSet<EventId> ids)
{
    for (auto id = ids.begin(); id != ids.end();)
        id = find(*id) ? std::next(id) : ids.erase(id);
    if (ids == m_scene.selected)
        return;
    const QSet<EventId> old = std::exchange(m_scene.selected, ids);
    constexpr qsizetype few = 32;
    if (old.size() + ids.size() > few) {
        viewport()->update();
    } else {
        for (const EventId id : old + ids)
            updateEvent(id);
    }
    Q_EMIT selectionChanged(selection());
}

void TimelineView::focusOn(const ScheduledEvent &event)
{
    clearFocus();
    m_scene.focused = event.id;
    updateEvent(event.id);
    if (const int index = laneOf(event.plan); index >= 0)
        setFocusedLane(index);
    describeFocus();
}

void TimelineView::setFocusedLane(int index)
{
    if (index == m_scene.focusedLane)
        return;
    m_scene.focusedLane = index;
    const bool hasOtherZone = lane(index).clock.zoneName() != lane(m_scene.rulerLane).clock.zoneName() ||
                              lane(index).clock.dayStart() != lane(m_scene.rulerLane).clock.dayStart();
    m_scene.rulerLane = index;
    if (hasOtherZone)
        layoutChanged();
    else
        viewport()->update(0, 0, TimelineLayout::headerWidth, viewport()->height());
    updateDays();
    viewport()->update(ComingDays::area(m_scene));
    Q_EMIT currentPlanChanged(lane(index).plan);
}

void TimelineView::selectSpan(const ScheduledEvent &from, const ScheduledEvent &to)
{
    const bool isForward = startsBefore(from, to);
    const ScheduledEvent &first = isForward ? from : to;
    const ScheduledEvent &last = isForward ? to : from;
    QSet<EventId> ids;
    const TimeRange range = TimeRange::between(first.range.start, last.range.start + Millis(1));
    m_scene.station.schedule().forEachIn(to.plan, range, [&](const ScheduledEvent &event) {
        if (event.layer == 0 && !startsBefore(event, first) && !startsBefore(last, event))
            ids.insert(event.id);
    });
    select(std::move(ids));
}

void TimelineView::clickOnNothing(const Hit &hit, Qt::KeyboardModifiers modifiers)
{
    const bool adds = modifiers & (Qt::ControlModifier | Qt::ShiftModifier);
    const TimelineSpot spot = spotOf(hit);
    if (spot.gap && !adds) {
        focusOnGap(hit.lane, *spot.gap);
        return;
    }
    if (!adds)
        select({});
    if (hit.part == Part::Lane)
        Q_EMIT spotPicked(spot);
}

void TimelineView::clickOn(const Hit &hit, Qt::KeyboardModifiers modifiers)
{
    if (hit.lane >= 0)
        setFocusedLane(hit.lane);
    if (!hit.event) {
        clickOnNothing(hit, modifiers);
        return;
    }
    const ScheduledEvent &event = *hit.event;
    focusOn(event);
    const ScheduledEvent *anchor = m_anchor ? find(*m_anchor) : nullptr;
    if ((modifiers & Qt::ShiftModifier) && anchor && anchor->plan == event.plan) {
        selectSpan(*anchor, event);
        return;
    }
    m_anchor = event.id;
    if (modifiers & Qt::ControlModifier) {
        QSet<EventId> ids = m_scene.selected;
        if (!ids.remove(event.id))
            ids.insert(event.id);
        select(std::move(ids));
    } else {
        select({event.id});
    }
}

void TimelineView::selectBand(const BandOutcome &band, Qt::KeyboardModifiers modifiers)
{
    QSet<EventId> ids;
    if (modifiers & (Qt::ControlModifier | Qt::ShiftModifier))
        ids = m_scene.selected;
    for (int index = std::max(0, band.fromLane); index <= band.toLane; ++index) {
        m_scene.station.schedule().forEachIn(lane(index).plan, band.range, [&](const ScheduledEvent &event) {
            if (event.layer == 0)
                ids.insert(event.id);
        });
    }
    select(std::move(ids));
}

void TimelineView::updateCursor(QPoint pos)
{
    const Hit hit = hitAt(pos);
    if (hit.part == Part::StartEdge || hit.part == Part::EndEdge)
        viewport()->setCursor(Qt::SizeHorCursor);
    else if (ComingDays::rowAt(m_scene, pos) >= 0)
        viewport()->setCursor(Qt::PointingHandCursor);
    else
        viewport()->unsetCursor();
}

void TimelineView::startDrag(const Hit &hit, QPoint pos, DragKind kind)
{
    DragStart start;
    start.kind = kind;
    start.pos = pos;
    if (hit.event) {
        start.grabbed = {hit.event->id, hit.lane, hit.event->range};
        start.shortest = std::max(Millis(1), lane(hit.lane).grid.lengthOf(1));
        if (kind == DragKind::Move &&
            m_scene.layout.boxRect(hit.lane, hit.event->range).width() < narrowestMove)
            start.kind = DragKind::RubberBand;
        if (kind == DragKind::Move && hit.event->isLocked)
            start.kind = DragKind::RubberBand;
    }
    if (start.kind == DragKind::Move) {
        const bool isSelected = m_scene.selected.contains(hit.event->id);
        const QSet<EventId> moved = isSelected ? m_scene.selected : QSet<EventId>{hit.event->id};
        const TimeRange visible = visibleRange();
        start.mayChangeLane = true;
        for (const EventId id : moved) {
            const ScheduledEvent *event = find(id);
            const int index = event && !event->isLocked ? laneOf(event->plan) : -1;
            if (index < 0)
                continue;
            start.ids.push_back(id);
            start.mayChangeLane = start.mayChangeLane && index == hit.lane;
            if (event->range.overlaps(visible))
                start.items.push_back({id, index, event->range});
        }
    }
    m_drag.press(std::move(start), m_scene.layout);
}

} // namespace sf
