// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/planning/weekgridlayout.h"

namespace sf {

enum class WeekDragKind : std::uint8_t { None, Paint, Move, Start, End };

/// The states of a drag on the week grid: nothing, pressed (a click unless the pointer travels), dragging.
/// Pure: it is told what the mouse does and says how the daypart would be.
class WeekGridDrag
{
public:
    static constexpr int threshold = 4; ///< pixels that a click may travel
    static constexpr Millis step = std::chrono::minutes(15);
    static constexpr Millis freeStep = std::chrono::minutes(1);

    /// On empty space, to paint a new one.
    void pressEmpty(QPoint pos, const WeekGridLayout &layout, Millis dayStart);
    /// On a daypart: its body or one of its edges.
    void press(WeekDragKind kind, QPoint pos, const Daypart &grabbed, const WeekGridLayout &layout,
               Millis dayStart);
    /// Whether what is to be drawn changed. `isFree` is Alt: to the minute.
    bool move(QPoint pos, bool isFree, const WeekGridLayout &layout);
    /// The daypart as it would be; none for a click. Ends the drag.
    std::optional<Daypart> release();
    void cancel();

    bool isPressed() const { return m_kind != WeekDragKind::None; }
    WeekDragKind kind() const { return m_kind; }
    /// Past the threshold.
    const std::optional<Daypart> &ghost() const { return m_ghost; }

private:
    Daypart painted(QPoint pos, Millis unit, const WeekGridLayout &layout) const;
    Daypart moved(Millis by, int columns, Millis unit, const WeekGridLayout &layout) const;
    Daypart sized(Millis by, Millis unit) const;

    WeekDragKind m_kind = WeekDragKind::None;
    QPoint m_pos;
    Millis m_time{0}; ///< under the pointer when it went down; so the column
    int m_column = 0;
    Millis m_dayStart{0};
    Daypart m_grabbed;
    std::optional<Daypart> m_ghost;
};

/// To the nearest multiple.
Millis snapped(Millis time, Millis unit);

} // namespace sf
