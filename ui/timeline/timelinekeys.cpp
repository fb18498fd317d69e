// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/timeline/timelineview.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace sf {

using namespace std::chrono;

namespace {

constexpr double keyZoom = 1.5;

} // namespace

void TimelineView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    m_scene.hasFocus = true;
    updateFocus();
    viewport()->update(0, 0, TimelineLayout::headerWidth, viewport()->height());
}

void TimelineView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    m_scene.hasFocus = false;
    updateFocus();
    viewport()->update(0, 0, TimelineLayout::headerWidth, viewport()->height());
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (m_scene.lanes.empty() || !(handleViewKey(*event) || handleEventKey(*event)))
        event->ignore(); // and not to the scroll area, whose arrows scroll
}

bool TimelineView::handleViewKey(QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(1 / keyZoom);
        return true;
    case Qt::Key_Minus:
        zoom(keyZoom);
        return true;
    case Qt::Key_0:
        zoomToFit();
        return true;
    case Qt::Key_Home:
        goToNow();
        return true;
    case Qt::Key_End:
        if (const auto extent = lane(m_scene.focusedLane).index.extent()) {
            m_scene.layout.origin = extent->end() - visibleRange().duration * 4 / 5;
            layoutChanged();
        }
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        const int page = m_scene.layout.laneArea().width() * 9 / 10;
        m_scene.layout.scrollBy(event.key() == Qt::Key_PageUp ? -page : page);
        layoutChanged();
        return true;
    }
    case Qt::Key_Escape:
        return cancelDrag() || letGo();
    default:
        return false;
    }
}

bool TimelineView::letGo()
{
    if (m_scene.selected.isEmpty() && !m_scene.focusedGap)
        return false;
    if (m_scene.focusedGap) {
        clearFocus();
        describeFocus();
        Q_EMIT spotPicked({});
    }
    select({});
    return true;
}

bool TimelineView::handleEventKey(QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const int direction = event.key() == Qt::Key_Left || event.key() == Qt::Key_Up ? -1 : 1;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (modifiers & (Qt::ControlModifier | Qt::AltModifier))
            return nudge(direction, modifiers);
        moveFocus(direction, modifiers & Qt::ShiftModifier);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        moveFocusLane(direction);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_scene.focusedGap)
            Q_EMIT gapActivated(currentPlan(), *m_scene.focusedGap);
        else if (find(m_scene.focused))
            Q_EMIT activated(m_scene.focused);
        else
            return false;
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (m_scene.selected.isEmpty())
            return false;
        Q_EMIT removeRequested(selection());
        return true;
    case Qt::Key_Space:
        if (const ScheduledEvent *focused = find(m_scene.focused))
            clickOn({Part::Body, m_scene.focusedLane, {}, focused}, Qt::ControlModifier);
        return true;
    case Qt::Key_A: {
        if (modifiers != Qt::ControlModifier)
            return false;
        QSet<EventId> ids;
        m_scene.station.schedule().forEach(currentPlan(), [&](const ScheduledEvent &each) {
            if (each.layer == 0)
                ids.insert(each.id);
        });
        select(std::move(ids));
        return true;
    }
    default:
        return false;
    }
}

bool TimelineView::nudge(int direction, Qt::KeyboardModifiers modifiers)
{
    std::vector<EventId> ids;
    const ScheduledEvent *first = nullptr;
    for (const EventId id : selection()) {
        const ScheduledEvent *event = find(id);
        if (event->isLocked)
            continue;
        first = first ? first : event;
        ids.push_back(id);
    }
    if (!first)
        return false;
    Millis by = modifiers & Qt::ShiftModifier ? Millis(minutes(1)) : Millis(seconds(1));
    by *= direction;
    if (modifiers & Qt::AltModifier) {
        const FrameGrid &grid = lane(std::max(0, laneOf(first->plan))).grid;
        by = grid.timeOf(grid.indexOf(first->range.start) + direction) - first->range.start;
    }
    Q_EMIT moveRequested(ids, by);
    if (const ScheduledEvent *moved = find(ids.front())) {
        m_scene.layout.ensureVisible(moved->range);
        layoutChanged();
    }
    return true;
}

const ScheduledEvent *TimelineView::nearestIn(int index, TimePoint t) const
{
    const Schedule &schedule = m_scene.station.schedule();
    const ScheduledEvent *before = lane(index).index.lastBefore(schedule, t + Millis(1));
    const ScheduledEvent *after = lane(index).index.firstFrom(schedule, t + Millis(1));
    if (!before || !after)
        return before ? before : after;
    return before->range.contains(t) || t - before->range.start <= after->range.start - t ? before : after;
}

const ScheduledEvent *TimelineView::nextFocus(int direction) const
{
    const Schedule &schedule = m_scene.station.schedule();
    const LaneIndex &index = lane(m_scene.focusedLane).index;
    if (const auto gap = m_scene.focusedGap)
        return direction > 0 ? index.firstFrom(schedule, gap->end()) : index.lastBefore(schedule, gap->start);
    const ScheduledEvent *focused = find(m_scene.focused);
    if (focused && focused->plan == index.plan())
        return direction > 0 ? index.after(schedule, *focused) : index.before(schedule, *focused);
    const TimeRange visible = visibleRange();
    return nearestIn(m_scene.focusedLane, visible.contains(m_scene.now) ? m_scene.now : visible.start);
}

void TimelineView::moveFocus(int direction, bool extends)
{
    const ScheduledEvent *focused = find(m_scene.focused);
    const ScheduledEvent *next = nextFocus(direction);
    if (!next)
        return;
    if (focused && focused->plan == next->plan && !extends) { // a gap between the two comes first
        if (const auto gap = gapBefore(m_scene.focusedLane, direction > 0 ? *next : *focused)) {
            focusOnGap(m_scene.focusedLane, *gap);
            showFocus(*gap);
            return;
        }
    }
    focusOn(*next);
    const ScheduledEvent *anchor = m_anchor ? find(*m_anchor) : nullptr;
    if (extends && anchor && anchor->plan == next->plan) {
        selectSpan(*anchor, *next);
    } else {
        m_anchor = next->id;
        select({next->id});
    }
    showFocus(next->range);
}

void TimelineView::showFocus(TimeRange range)
{
    if (visibleRange().contains(range))
        return;
    m_scene.layout.ensureVisible(range);
    layoutChanged();
}

void TimelineView::moveFocusLane(int direction)
{
    const int target = m_scene.focusedLane + direction;
    if (target < 0 || target >= m_scene.layout.laneCount)
        return;
    const TimePoint t = focusedRange().value_or(visibleRange()).start;
    setFocusedLane(target);
    if (const ScheduledEvent *next = nearestIn(target, t)) {
        focusOn(*next);
        m_anchor = next->id;
        select({next->id});
        m_scene.layout.ensureVisible(next->range);
    }
    const QRect row = m_scene.layout.laneRect(target);
    if (row.top() < TimelineLayout::rulerHeight)
        m_scene.layout.scrollY -= TimelineLayout::rulerHeight - row.top();
    else if (row.bottom() >= viewport()->height())
        m_scene.layout.scrollY += row.bottom() - viewport()->height() + TimelineLayout::laneGap;
    layoutChanged();
}

} // namespace sf
