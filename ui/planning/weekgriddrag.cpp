// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/weekgriddrag.h"

#include "core/time/timeofday.h"

#include <algorithm>
#include <utility>

namespace sf {

namespace {

constexpr Millis latestEnd = 2 * dayLength;

Millis floored(Millis time, Millis unit)
{
    const auto rest = time % unit;
    return time - rest - (rest < Millis::zero() ? unit : Millis::zero());
}

} // namespace

Millis snapped(Millis time, Millis unit) { return floored(time + unit / 2, unit); }

void WeekGridDrag::pressEmpty(QPoint pos, const WeekGridLayout &layout, Millis dayStart)
{
    press(WeekDragKind::Paint, pos, {}, layout, dayStart);
}

void WeekGridDrag::press(WeekDragKind kind, QPoint pos, const Daypart &grabbed, const WeekGridLayout &layout,
                         Millis dayStart)
{
    m_kind = kind;
    m_pos = pos;
    m_time = layout.timeAt(pos.y());
    m_column = layout.columnAt(pos.x());
    m_dayStart = dayStart;
    m_grabbed = grabbed;
    m_ghost.reset();
}

bool WeekGridDrag::move(QPoint pos, bool isFree, const WeekGridLayout &layout)
{
    if (!isPressed() || (!m_ghost && (pos - m_pos).manhattanLength() < threshold))
        return false;
    const Millis unit = isFree ? freeStep : step;
    const int columns = layout.columnAt(pos.x()) - m_column;
    const Millis by = layout.timeAt(pos.y()) - m_time;
    const std::optional<Daypart> before = m_ghost;
    if (m_kind == WeekDragKind::Paint)
        m_ghost = painted(pos, unit, layout);
    else if (m_kind == WeekDragKind::Move)
        m_ghost = moved(by, columns, unit, layout);
    else
        m_ghost = sized(by + dayLength * columns, unit);
    return m_ghost != before;
}

Daypart WeekGridDrag::painted(QPoint pos, Millis unit, const WeekGridLayout &layout) const
{
    const Millis here = layout.timeAt(pos.y());
    const Millis from = std::clamp(floored(std::min(here, m_time), unit), Millis::zero(), dayLength - unit);
    const Millis until = std::clamp(snapped(std::max(here, m_time), unit), from + unit, dayLength);
    const int column = layout.columnAt(pos.x());
    Daypart daypart;
    daypart.dayMask = 0;
    for (int i = std::min(column, m_column); i <= std::max(column, m_column); ++i)
        daypart.dayMask |= 1 << layout.days[static_cast<std::size_t>(i)];
    daypart.from = m_dayStart + from;
    daypart.until = m_dayStart + until;
    return daypart;
}

Daypart WeekGridDrag::moved(Millis by, int columns, Millis unit, const WeekGridLayout &layout) const
{
    const Millis from = snapped(m_grabbed.from + by, unit);
    const int column = std::clamp(m_column + columns, 0, static_cast<int>(layout.days.size()) - 1);
    const int days =
        layout.days[static_cast<std::size_t>(column)] - layout.days[static_cast<std::size_t>(m_column)];
    return shifted(m_grabbed, days, from - m_grabbed.from, m_dayStart);
}

Daypart WeekGridDrag::sized(Millis by, Millis unit) const
{
    Daypart daypart = m_grabbed;
    const Millis longest = std::max(dayLength, daypart.until - daypart.from);
    if (m_kind == WeekDragKind::Start) {
        const Millis wanted = snapped(daypart.from + by, unit);
        daypart.from = std::clamp(wanted, daypart.until - longest, daypart.until - unit);
        return daypart.from == m_grabbed.from ? m_grabbed : shifted(daypart, 0, Millis::zero(), m_dayStart);
    }
    const Millis wanted = snapped(daypart.until + by, unit);
    daypart.until = std::clamp(wanted, daypart.from + unit, std::min(latestEnd, daypart.from + longest));
    return daypart;
}

std::optional<Daypart> WeekGridDrag::release()
{
    m_kind = WeekDragKind::None;
    return std::exchange(m_ghost, std::nullopt);
}

void WeekGridDrag::cancel()
{
    m_kind = WeekDragKind::None;
    m_ghost.reset();
}

} // namespace sf
