// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/timeline/timelinedrag.h"

namespace sf {

namespace {

SnapTargets targetsAround(std::initializer_list<TimePoint> points, int lane, bool isFree,
                          const TimelineLayout &layout, const TimelineDrag::EdgeSource &edges)
{
    SnapTargets targets;
    targets.isFree = isFree;
    targets.reach = layout.lengthOf(TimelineDrag::snapReach);
    if (isFree)
        return targets;
    for (const TimePoint point : points) {
        const auto found = edges(lane, TimeRange{point - targets.reach, 2 * targets.reach + Millis(1)});
        targets.edges.insert(targets.edges.end(), found.begin(), found.end());
    }
    return targets;
}

} // namespace

void TimelineDrag::press(DragStart start, const TimelineLayout &layout)
{
    m_start = std::move(start);
    m_pressTime = layout.timeAt(m_start.pos.x());
    m_pressLane = layout.nearestLane(m_start.pos.y());
    m_isDragging = false;
    m_ghost = {};
}

bool TimelineDrag::move(QPoint pos, bool isFree, const TimelineLayout &layout, const FrameGrid &grid,
                        const EdgeSource &edges)
{
    if (!isPressed())
        return false;
    const bool began = !m_isDragging && (pos - m_start.pos).manhattanLength() >= threshold;
    m_isDragging = m_isDragging || began;
    if (!m_isDragging)
        return false;
    const DragGhost old = m_ghost;
    switch (m_start.kind) {
    case DragKind::Move:
        moveItems(pos, isFree, layout, grid, edges);
        break;
    case DragKind::TrimStart:
    case DragKind::TrimEnd:
        trim(pos, isFree, layout, grid, edges);
        break;
    case DragKind::RubberBand:
        band(pos, layout);
        break;
    case DragKind::None:
        break;
    }
    return began || m_ghost != old;
}

void TimelineDrag::moveItems(QPoint pos, bool isFree, const TimelineLayout &layout, const FrameGrid &grid,
                             const EdgeSource &edges)
{
    const TimeRange from = m_start.grabbed.range;
    const TimeRange wanted{from.start + (layout.timeAt(pos.x()) - m_pressTime), from.duration};
    const int lane = m_start.mayChangeLane ? layout.nearestLane(pos.y()) : m_start.grabbed.lane;
    const Snapped snapped =
        snapRange(wanted, targetsAround({wanted.start, wanted.end()}, lane, isFree, layout, edges), grid);
    m_ghost.delta = snapped.time - from.start;
    m_ghost.caughtOn = snapped.caughtOn;
    m_ghost.grabbed = {m_start.grabbed.id, lane, {snapped.time, from.duration}};
    m_ghost.boxes = m_start.items;
    for (DragItem &item : m_ghost.boxes) {
        item.range.start += m_ghost.delta;
        item.lane = m_start.mayChangeLane ? lane : item.lane;
    }
}

void TimelineDrag::trim(QPoint pos, bool isFree, const TimelineLayout &layout, const FrameGrid &grid,
                        const EdgeSource &edges)
{
    const TimeRange from = m_start.grabbed.range;
    const bool isStart = m_start.kind == DragKind::TrimStart;
    const TimePoint edge = isStart ? from.start : from.end();
    const TimePoint wanted = edge + (layout.timeAt(pos.x()) - m_pressTime);
    const Snapped snapped =
        snapTime(wanted, targetsAround({wanted}, m_start.grabbed.lane, isFree, layout, edges), grid);
    const TimePoint limit = isStart ? from.end() - m_start.shortest : from.start + m_start.shortest;
    const TimePoint to = isStart ? std::min(snapped.time, limit) : std::max(snapped.time, limit);
    const TimeRange range = isStart ? TimeRange::between(to, from.end()) : TimeRange::between(from.start, to);
    m_ghost.delta = to - edge;
    m_ghost.caughtOn = to == snapped.time ? snapped.caughtOn : std::nullopt;
    m_ghost.grabbed = {m_start.grabbed.id, m_start.grabbed.lane, range};
    m_ghost.boxes = {m_ghost.grabbed};
}

void TimelineDrag::band(QPoint pos, const TimelineLayout &layout)
{
    const TimePoint t = layout.timeAt(pos.x());
    const int lane = layout.nearestLane(pos.y());
    m_ghost.band = TimeRange::between(std::min(t, m_pressTime), std::max(t, m_pressTime));
    m_ghost.bandFrom = std::min(lane, m_pressLane);
    m_ghost.bandTo = std::max(lane, m_pressLane);
}

bool TimelineDrag::isOf(const ScheduledEvent *event) const
{
    return event && event->id == m_start.grabbed.id && event->range == m_start.grabbed.range &&
           !event->isLocked;
}

DragOutcome TimelineDrag::release()
{
    if (!isPressed())
        return {};
    const DragStart start = std::exchange(m_start, {});
    const DragGhost ghost = std::exchange(m_ghost, {});
    if (!std::exchange(m_isDragging, false))
        return ClickOutcome{};
    switch (start.kind) {
    case DragKind::Move: {
        const int lane = ghost.grabbed.lane != start.grabbed.lane ? ghost.grabbed.lane : -1;
        if (lane < 0 && ghost.delta == Millis::zero())
            return {};
        return MoveOutcome{start.ids, ghost.delta, lane};
    }
    case DragKind::TrimStart:
    case DragKind::TrimEnd:
        if (ghost.grabbed.range == start.grabbed.range)
            return {};
        return TrimOutcome{start.grabbed.id, ghost.grabbed.range};
    case DragKind::RubberBand:
        return BandOutcome{ghost.band, ghost.bandFrom, ghost.bandTo};
    case DragKind::None:
        break;
    }
    return {};
}

void TimelineDrag::cancel()
{
    m_start = {};
    m_ghost = {};
    m_isDragging = false;
}

} // namespace sf
