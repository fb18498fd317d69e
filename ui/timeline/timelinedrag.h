// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/scheduledevent.h"
#include "ui/timeline/snapping.h"
#include "ui/timeline/timelinelayout.h"

#include <functional>
#include <variant>

namespace sf {

enum class DragKind : std::uint8_t { None, Move, TrimStart, TrimEnd, RubberBand };

struct DragItem
{
    EventId id;
    int lane = -1;
    TimeRange range;
    AssetId asset = {}; ///< of a drop, which has no event yet

    bool operator==(const DragItem &) const = default;
};

/// What the mouse went down on.
struct DragStart
{
    DragKind kind = DragKind::None;
    QPoint pos;
    DragItem grabbed;            ///< under the pointer; for a rubber band none
    std::vector<DragItem> items; ///< to draw a ghost of, the grabbed one among them; those in view will do
    std::vector<EventId> ids;    ///< all that moves
    bool mayChangeLane = false;
    Millis shortest{1}; ///< a trim leaves at least this
};

/// What a drag shows while it lasts.
struct DragGhost
{
    std::vector<DragItem> boxes;
    DragItem grabbed;                  ///< where the grabbed one would be
    Millis delta{0};                   ///< of its start, for a trimmed end of that
    std::optional<TimePoint> caughtOn; ///< the edge it snapped to
    TimeRange band;                    ///< of a rubber band
    int bandFrom = 0;                  ///< lanes, both included
    int bandTo = -1;

    bool operator==(const DragGhost &) const = default;
};

/// What a drag asks for when it ends.
struct ClickOutcome
{
    bool operator==(const ClickOutcome &) const = default;
};
struct MoveOutcome
{
    std::vector<EventId> ids;
    Millis by{0};
    int lane = -1; ///< where they go; -1 where they stay in theirs
    bool operator==(const MoveOutcome &) const = default;
};
struct TrimOutcome
{
    EventId id;
    TimeRange range;
    bool operator==(const TrimOutcome &) const = default;
};
struct BandOutcome
{
    TimeRange range;
    int fromLane = 0;
    int toLane = -1;
    bool operator==(const BandOutcome &) const = default;
};
/// monostate: it ended where it began, or was cancelled.
using DragOutcome = std::variant<std::monostate, ClickOutcome, MoveOutcome, TrimOutcome, BandOutcome>;

/// The states of a drag inside the timeline: nothing, pressed (a click unless the pointer travels), dragging.
/// Pure: it is told what the mouse does and says what to draw and what to ask for. It works in time, so that
/// the view may scroll under it.
class TimelineDrag
{
public:
    /// The edges to catch on near `around`, in a lane.
    using EdgeSource = std::function<std::vector<TimePoint>(int lane, TimeRange around)>;

    static constexpr int threshold = 6; ///< pixels that a click may travel
    static constexpr int snapReach = 8; ///< pixels

    void press(DragStart start, const TimelineLayout &layout);
    /// Whether what is to be drawn changed. `isFree` is Alt: no snapping.
    bool move(QPoint pos, bool isFree, const TimelineLayout &layout, const FrameGrid &grid,
              const EdgeSource &edges);
    DragOutcome release();
    void cancel();

    /// Whether the event under the pointer is still as it was when the mouse went down on it.
    bool isOf(const ScheduledEvent *event) const;
    bool isPressed() const { return m_start.kind != DragKind::None; }
    /// Past the threshold: there is a ghost.
    bool isDragging() const { return m_isDragging; }
    DragKind kind() const { return m_start.kind; }
    const DragGhost &ghost() const { return m_ghost; }

private:
    void moveItems(QPoint pos, bool isFree, const TimelineLayout &layout, const FrameGrid &grid,
                   const EdgeSource &edges);
    void trim(QPoint pos, bool isFree, const TimelineLayout &layout, const FrameGrid &grid,
              const EdgeSource &edges);
    void band(QPoint pos, const TimelineLayout &layout);

    DragStart m_start;
    TimePoint m_pressTime{};
    int m_pressLane = -1;
    bool m_isDragging = false;
    DragGhost m_ghost;
};

} // namespace sf
