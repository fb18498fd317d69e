// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
// The mouse on the week grid.
#include "ui/planning/weekgrid.h"

#include "core/time/timeofday.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr double zoomStep = 1.25;

WeekDragKind dragOf(WeekPart part)
{
    return part == WeekPart::StartEdge ? WeekDragKind::Start
           : part == WeekPart::EndEdge ? WeekDragKind::End
                                       : WeekDragKind::Move;
}

} // namespace

void WeekGrid::mousePressEvent(QMouseEvent *event)
{
    const QPoint pos = event->position().toPoint();
    const WeekHit hit = hitAt(m_scene.layout, m_scene.pieces, pos, m_scene.selected);
    if (event->button() != Qt::LeftButton || hit.part == WeekPart::None)
        return;
    if (!hit.piece) {
        if (m_isEditable)
            m_drag.pressEmpty(pos, m_scene.layout, m_scene.dayStart);
        return;
    }
    const std::size_t daypart = m_scene.pieces[*hit.piece].daypart;
    choose(daypart);
    if (!m_isEditable)
        return;
    m_drag.press(dragOf(hit.part), pos, m_scene.dayparts[daypart], m_scene.layout, m_scene.dayStart);
    m_scene.dragged = daypart;
}

void WeekGrid::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint pos = event->position().toPoint();
    if (!m_drag.isPressed()) {
        updateCursor(pos);
        return;
    }
    const int past = pos.y() < m_scene.layout.gridArea().top() ? pos.y() - m_scene.layout.gridArea().top()
                     : pos.y() > viewport()->height()          ? pos.y() - viewport()->height()
                                                               : 0;
    if (past != 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + past);
    if (m_drag.move(pos, event->modifiers().testFlag(Qt::AltModifier), m_scene.layout))
        showGhost();
}

void WeekGrid::showGhost()
{
    m_scene.ghost = m_drag.ghost();
    viewport()->update();
}

void WeekGrid::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_drag.isPressed())
        return;
    const WeekDragKind kind = m_drag.kind();
    const std::optional<Daypart> wanted = m_drag.release();
    const std::optional<std::size_t> dragged = std::exchange(m_scene.dragged, std::nullopt);
    m_scene.ghost.reset();
    viewport()->update();
    if (kind == WeekDragKind::Paint) {
        if (wanted)
            Q_EMIT addRequested(*wanted);
        else
            choose(std::nullopt); // a click beside them
    } else if (wanted && dragged && *wanted != m_scene.dayparts[*dragged]) {
        Q_EMIT changeRequested(*dragged, *wanted);
    }
}

void WeekGrid::mouseDoubleClickEvent(QMouseEvent *event)
{
    const WeekHit hit = hitAt(m_scene.layout, m_scene.pieces, event->position().toPoint(), m_scene.selected);
    if (event->button() == Qt::LeftButton && hit.piece) {
        m_drag.cancel();
        m_scene.dragged.reset();
        Q_EMIT activated();
    }
}

void WeekGrid::updateCursor(QPoint pos)
{
    const WeekHit hit = hitAt(m_scene.layout, m_scene.pieces, pos, m_scene.selected);
    if (!m_isEditable || hit.part == WeekPart::None)
        viewport()->unsetCursor();
    else if (hit.part == WeekPart::Empty)
        viewport()->setCursor(Qt::CrossCursor);
    else
        viewport()->setCursor(hit.part == WeekPart::Body ? Qt::SizeAllCursor : Qt::SizeVerCursor);
}

void WeekGrid::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    const double factor = std::pow(zoomStep, event->angleDelta().y() / 120.0);
    setHourHeight(static_cast<int>(std::lround(m_scene.layout.hourHeight * factor)),
                  event->position().toPoint().y());
    event->accept();
}

bool WeekGrid::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const WeekHit hit = hitAt(m_scene.layout, m_scene.pieces, help->pos(), m_scene.selected);
    if (!hit.piece) {
        QToolTip::hideText();
        return true;
    }
    const Daypart &daypart = m_scene.dayparts[m_scene.pieces[*hit.piece].daypart];
    QToolTip::showText(help->globalPos(),
                       u"%1, %2–%3\n%4"_s.arg(daypart.name, timeOfDayText(daypart.from),
                                              timeOfDayText(daypart.until), filterText(daypart.filter)),
                       viewport());
    return true;
}

} // namespace sf
