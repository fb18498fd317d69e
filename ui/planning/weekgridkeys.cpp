// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
// The keys on the week grid.
#include "core/time/timeofday.h"
#include "ui/planning/weekgrid.h"

#include <QKeyEvent>

#include <algorithm>

namespace sf {

namespace {

/// Up and Left are back, Down and Right forth; 0 for any other key.
int directionOf(int key)
{
    if (key == Qt::Key_Up || key == Qt::Key_Left)
        return -1;
    return key == Qt::Key_Down || key == Qt::Key_Right ? 1 : 0;
}

bool isAcross(int key) { return key == Qt::Key_Left || key == Qt::Key_Right; }

Millis unitOf(const QKeyEvent &event)
{
    return event.modifiers().testFlag(Qt::AltModifier) ? WeekGridDrag::freeStep : WeekGridDrag::step;
}

/// To the next multiple in a direction, so that an odd time falls on the grid first.
Millis stepped(Millis time, Millis unit, int direction)
{
    const Millis near = snapped(time, unit);
    if (direction > 0)
        return near > time ? near : near + unit;
    return near < time ? near : near - unit;
}

/// One day more at the end of the days, or one less.
std::int32_t widened(std::int32_t mask, int direction)
{
    for (int day = daysInWeek - 1; day >= 0; --day) {
        if ((mask >> day & 1) == 0)
            continue;
        if (direction > 0)
            return day + 1 < daysInWeek ? mask | 1 << (day + 1) : mask;
        const std::int32_t rest = mask & ~(1 << day);
        return rest != 0 ? rest : mask;
    }
    return mask;
}

} // namespace

bool WeekGrid::event(QEvent *event)
{
    // Alt with an arrow is ours, not the menu's.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (directionOf(key->key()) != 0 || key->key() == Qt::Key_Delete) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

bool WeekGrid::focusNextPrevChild(bool next)
{
    const auto all = order();
    const auto current = m_scene.selected ? std::find(all.begin(), all.end(), *m_scene.selected) : all.end();
    if (current != all.end() && next && current + 1 != all.end()) {
        choose(*(current + 1));
        return true;
    }
    if (current != all.end() && !next && current != all.begin()) {
        choose(*(current - 1));
        return true;
    }
    return QAbstractScrollArea::focusNextPrevChild(next);
}

void WeekGrid::keyPressEvent(QKeyEvent *event)
{
    if (m_drag.isPressed()) {
        if (event->key() != Qt::Key_Escape)
            return;
        m_drag.cancel();
        m_scene.dragged.reset();
        showGhost();
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !m_scene.selected)
        return; // there is nothing to edit, and the dialog would save
    const bool isDone =
        m_scene.selected &&
        (event->modifiers().testFlag(Qt::ShiftModifier) ? sizeByKey(*event) : moveByKey(*event));
    if (!isDone)
        QAbstractScrollArea::keyPressEvent(event);
}

bool WeekGrid::moveByKey(const QKeyEvent &event)
{
    const std::size_t place = *m_scene.selected;
    const Daypart &daypart = m_scene.dayparts[place];
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) {
        Q_EMIT activated();
        return true;
    }
    if (!m_isEditable)
        return false;
    if (event.key() == Qt::Key_Delete || event.key() == Qt::Key_Backspace) {
        Q_EMIT removeRequested(place);
        return true;
    }
    const int direction = directionOf(event.key());
    if (direction == 0)
        return false;
    const Millis by = isAcross(event.key()) ? Millis::zero()
                                            : stepped(daypart.from, unitOf(event), direction) - daypart.from;
    Q_EMIT changeRequested(place,
                           shifted(daypart, isAcross(event.key()) ? direction : 0, by, m_scene.dayStart));
    return true;
}

bool WeekGrid::sizeByKey(const QKeyEvent &event)
{
    const int direction = directionOf(event.key());
    if (direction == 0 || !m_isEditable)
        return false;
    const std::size_t place = *m_scene.selected;
    Daypart daypart = m_scene.dayparts[place];
    if (isAcross(event.key()))
        daypart.dayMask = widened(daypart.dayMask, direction);
    else
        daypart.until = stepped(daypart.until, unitOf(event), direction);
    const bool isKept = daypart.until <= daypart.from || daypart.until > 2 * dayLength ||
                        daypart.until - daypart.from > dayLength;
    if (!isKept && daypart != m_scene.dayparts[place])
        Q_EMIT changeRequested(place, daypart);
    return true;
}

} // namespace sf
