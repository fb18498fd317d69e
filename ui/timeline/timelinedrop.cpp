// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/assetmime.h"
#include "ui/timeline/timelineview.h"

#include <QDragEnterEvent>
#include <QDropEvent>

namespace sf {

namespace {

constexpr int dropReach = 12; ///< pixels to an edge that catches a drop

} // namespace

void TimelineView::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasFormat(assetMimeType())) {
        event->ignore();
        return;
    }
    m_dropped = fromAssetMime(*event->mimeData());
    // Taken wherever it comes in, the lane names too: who refuses the entry is never told of the moves.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    showDropGhost(event->position().toPoint(), event->modifiers());
}

void TimelineView::dragMoveEvent(QDragMoveEvent *event)
{
    const bool canDrop = event->mimeData()->hasFormat(assetMimeType()) &&
                         showDropGhost(event->position().toPoint(), event->modifiers());
    if (canDrop) {
        event->setDropAction(Qt::CopyAction);
        event->accept();
    } else {
        clearGhost();
        event->ignore();
    }
}

void TimelineView::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropped.clear();
    clearGhost();
}

bool TimelineView::showDropGhost(QPoint pos, Qt::KeyboardModifiers modifiers)
{
    const int index = m_scene.layout.laneAt(pos.y());
    if (index < 0 || pos.x() < TimelineLayout::headerWidth)
        return false;
    const TimePoint wanted = m_scene.layout.timeAt(pos.x());
    SnapTargets targets;
    targets.isFree = modifiers.testFlag(Qt::AltModifier);
    targets.reach = m_scene.layout.lengthOf(dropReach);
    targets.edges = edgesNear(index, {wanted - targets.reach, 2 * targets.reach + Millis(1)});
    const FrameGrid &grid = lane(index).grid;
    const Snapped snapped = snapTime(wanted, targets, grid);
    DragGhost ghost;
    ghost.caughtOn = snapped.caughtOn;
    std::int64_t frame = grid.indexOf(snapped.time);
    TimePoint from = snapped.time;
    for (const AssetId id : m_dropped) {
        const Asset *asset = m_scene.station.assets().find(id);
        if (!asset || asset->playable() <= Micros::zero())
            continue; // without a length it is never planned
        frame += grid.framesFor(asset->playable());
        const TimePoint to = grid.timeOf(frame);
        ghost.boxes.push_back({{}, index, TimeRange::between(from, to), id});
        from = to;
    }
    if (ghost.boxes.empty())
        return false;
    ghost.grabbed = ghost.boxes.front();
    m_dropTime = snapped.time;
    m_dropLane = index;
    showGhost(ghost, DragKind::Move, true);
    return true;
}

void TimelineView::dropEvent(QDropEvent *event)
{
    const bool canDrop = event->mimeData()->hasFormat(assetMimeType()) &&
                         showDropGhost(event->position().toPoint(), event->modifiers());
    clearGhost();
    const std::vector<AssetId> dropped = std::exchange(m_dropped, {});
    if (!canDrop) {
        event->ignore();
        return;
    }
    event->setDropAction(Qt::CopyAction);
    event->accept();
    setFocus(Qt::MouseFocusReason);
    Q_EMIT insertRequested(dropped, lane(m_dropLane).plan, m_dropTime);
}

} // namespace sf
