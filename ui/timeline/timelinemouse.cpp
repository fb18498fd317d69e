// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/timeline/timelineview.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace sf {

namespace {

constexpr int autoScrollZone = 32;  ///< pixels at the edges
constexpr int autoScrollEvery = 16; ///< ms
constexpr double zoomStep = 1.25;   ///< a notch of the wheel

} // namespace

const PublishMark *TimelineView::publishMarkAt(QPoint pos) const
{
    if (pos.y() >= TimelineLayout::rulerHeight || pos.x() < TimelineLayout::headerWidth ||
        m_scene.lanes.empty())
        return nullptr;
    const ChannelClock &clock = lane(m_scene.rulerLane).clock;
    const TimePoint day = clock.broadcastDay(clock.broadcastDate(m_scene.layout.timeAt(pos.x()))).start;
    return markAt(m_scene.marks(m_scene.rulerLane), day);
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        viewport()->unsetCursor();
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const int row = ComingDays::rowAt(m_scene, help->pos()); row >= 0)
            QToolTip::showText(help->globalPos(), ComingDays::describe(m_scene, row), viewport());
        else if (const PublishMark *mark = publishMarkAt(help->pos()))
            QToolTip::showText(help->globalPos(), describe(*mark), viewport());
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    const QPoint pos = event->position().toPoint();
    m_lastPos = pos;
    m_lastModifiers = event->modifiers();
    if (event->button() == Qt::MiddleButton) {
        m_isPanning = true;
        viewport()->setCursor(Qt::ClosedHandCursor);
        return;
    }
    const auto day = ComingDays::timeAt(m_scene, pos);
    if (day && event->button() == Qt::LeftButton) {
        m_scene.layout.origin = *day - visibleRange().duration / 2;
        layoutChanged();
        return;
    }
    const Hit hit = hitAt(pos);
    if (event->button() == Qt::RightButton) {
        if (!hit.event || !m_scene.selected.contains(hit.event->id))
            clickOn(hit, Qt::NoModifier);
        return;
    }
    if (event->button() != Qt::LeftButton || hit.part == Part::None || hit.part == Part::Ruler)
        return;
    m_pressedEvent = hit.event ? hit.event->id : EventId();
    m_pressedLane = hit.lane;
    if (hit.part == Part::Header) {
        clickOn(hit, event->modifiers());
        return;
    }
    // Selecting waits for the release where the pressed one may be dragged with others.
    const bool isModified = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
    if (hit.event && !isModified && !m_scene.selected.contains(hit.event->id))
        clickOn(hit, Qt::NoModifier);
    const DragKind kind = hit.part == Part::StartEdge ? DragKind::TrimStart
                          : hit.part == Part::EndEdge ? DragKind::TrimEnd
                          : hit.part == Part::Body    ? DragKind::Move
                                                      : DragKind::RubberBand;
    startDrag(hit, pos, kind);
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint pos = event->position().toPoint();
    if (m_isPanning) {
        m_scene.layout.scrollBy(m_lastPos.x() - pos.x());
        m_scene.layout.scrollY += m_lastPos.y() - pos.y();
        m_lastPos = pos;
        layoutChanged();
        return;
    }
    m_lastPos = pos;
    m_lastModifiers = event->modifiers();
    if (!m_drag.isPressed()) {
        updateCursor(pos);
        return;
    }
    continueDrag(pos, event->modifiers());
    const bool isNearEdge = pos.x() < TimelineLayout::headerWidth + autoScrollZone ||
                            pos.x() > viewport()->width() - autoScrollZone;
    if (m_drag.isDragging() && isNearEdge) {
        if (!m_autoScroll.isActive())
            m_autoScroll.start(autoScrollEvery, this);
    } else {
        m_autoScroll.stop();
    }
}

bool TimelineView::scrollAtEdge(QPoint pos)
{
    const int left = TimelineLayout::headerWidth + autoScrollZone - pos.x();
    const int right = pos.x() - (viewport()->width() - autoScrollZone);
    const int depth = std::max(left, right);
    if (depth <= 0)
        return false;
    const int pixels = std::min(40, 2 + depth / 3);
    m_scene.layout.scrollBy(left > 0 ? -pixels : pixels);
    layoutChanged();
    return true;
}

void TimelineView::continueDrag(QPoint pos, Qt::KeyboardModifiers modifiers)
{
    const int index = std::max(0, m_scene.layout.nearestLane(pos.y()));
    const bool changed =
        m_drag.move(pos, modifiers.testFlag(Qt::AltModifier), m_scene.layout, lane(index).grid,
                    [this](int near, TimeRange around) { return edgesNear(near, around); });
    if (changed)
        showGhost(m_drag.ghost(), m_drag.kind(), false);
}

std::vector<TimePoint> TimelineView::edgesNear(int index, TimeRange around) const
{
    std::vector<TimePoint> edges;
    const auto add = [&](TimePoint edge) {
        if (around.contains(edge))
            edges.push_back(edge);
    };
    add(m_scene.now);
    if (index < 0)
        return edges;
    const TimeRange reaching{around.start - Millis(1), around.duration + Millis(2)};
    m_scene.station.schedule().forEachIn(lane(index).plan, reaching, [&](const ScheduledEvent &event) {
        const bool isMoving =
            m_drag.isPressed() && (event.id == m_pressedEvent ||
                                   (m_drag.kind() == DragKind::Move && m_scene.selected.contains(event.id)));
        if (event.layer != 0 || isMoving)
            return;
        add(event.range.start);
        add(event.range.end());
    });
    return edges;
}

void TimelineView::showGhost(const DragGhost &ghost, DragKind kind, bool isDrop)
{
    const QRegion old = m_painter.ghostRegion(m_scene);
    m_scene.ghost = ghost;
    m_scene.ghostKind = kind;
    m_scene.isDropGhost = isDrop;
    viewport()->update(old);
    viewport()->update(m_painter.ghostRegion(m_scene));
}

void TimelineView::clearGhost() { showGhost({}, DragKind::None, false); }

bool TimelineView::cancelDrag()
{
    const bool wasPressed = m_drag.isPressed();
    m_autoScroll.stop();
    m_drag.cancel();
    if (wasPressed)
        clearGhost();
    return wasPressed;
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton) {
        m_isPanning = false;
        viewport()->unsetCursor();
    } else if (event->button() == Qt::LeftButton && m_drag.isPressed()) {
        endDrag(event->modifiers());
    }
}

void TimelineView::endDrag(Qt::KeyboardModifiers modifiers)
{
    m_autoScroll.stop();
    const DragOutcome outcome = m_drag.release();
    clearGhost();
    if (std::holds_alternative<ClickOutcome>(outcome)) {
        const ScheduledEvent *event = find(m_pressedEvent);
        clickOn({event ? Part::Body : Part::Lane, m_pressedLane, m_scene.layout.timeAt(m_lastPos.x()), event},
                modifiers);
    } else if (const auto *move = std::get_if<MoveOutcome>(&outcome)) {
        if (move->lane >= 0)
            Q_EMIT moveToPlanRequested(move->ids, lane(move->lane).plan, move->by);
        else
            Q_EMIT moveRequested(move->ids, move->by);
    } else if (const auto *trim = std::get_if<TrimOutcome>(&outcome)) {
        Q_EMIT trimRequested(trim->id, trim->range);
    } else if (const auto *band = std::get_if<BandOutcome>(&outcome)) {
        selectBand(*band, modifiers);
    }
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint pos = event->position().toPoint();
    const Hit hit = hitAt(pos);
    if (event->button() != Qt::LeftButton)
        return;
    if (hit.part == Part::Ruler && !m_scene.lanes.empty()) {
        const ChannelClock &clock = lane(m_scene.rulerLane).clock;
        showRange(clock.broadcastDay(clock.broadcastDate(hit.time)));
    } else if (hit.event) {
        cancelDrag();
        Q_EMIT activated(hit.event->id);
    } else if (const TimelineSpot spot = spotAt(pos); spot.gap) {
        cancelDrag();
        Q_EMIT gapActivated(spot.plan, *spot.gap);
    }
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const auto focused = focusedRange();
        if (!focused)
            return;
        const QRect box = m_scene.layout.boxRect(m_scene.focusedLane, *focused) & viewport()->rect();
        const TimelineSpot spot{currentPlan(), focused->start, m_scene.focused, m_scene.focusedGap};
        Q_EMIT menuRequested(spot, viewport()->mapToGlobal(box.center()));
        return;
    }
    Q_EMIT menuRequested(spotAt(viewport()->mapFromGlobal(event->globalPos())), event->globalPos());
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    const QPoint pixels = event->pixelDelta();
    const QPoint angle = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier) {
        const double notches = angle.y() / 120.0;
        const int x = std::max(TimelineLayout::headerWidth, event->position().toPoint().x());
        m_scene.layout.zoomAround(x, std::pow(zoomStep, -notches));
        layoutChanged();
    } else if ((event->modifiers() & (Qt::ShiftModifier | Qt::AltModifier)) || angle.x() != 0) {
        // Alt turns the wheel in some platforms' hands already.
        const int turned = angle.x() != 0 ? angle.x() : angle.y();
        const int by = !pixels.isNull() ? (pixels.x() != 0 ? pixels.x() : pixels.y()) : turned;
        m_scene.layout.scrollBy(-by);
        layoutChanged();
    } else if (verticalScrollBar()->maximum() > 0) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() -
                                      (pixels.isNull() ? angle.y() / 2 : pixels.y()));
    } else { // nothing to scroll down to: time is what the wheel is for
        m_scene.layout.scrollBy(-(pixels.isNull() ? angle.y() : pixels.y()));
        layoutChanged();
    }
    if (m_drag.isDragging())
        continueDrag(m_lastPos, m_lastModifiers);
    event->accept();
}

} // namespace sf
