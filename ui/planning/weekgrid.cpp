// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/weekgrid.h"

#include <QEvent>
#include <QFocusEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace sf {

WeekGrid::WeekGrid(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Week"));
    setMinimumSize(480, WeekGridLayout::headerHeight + 12 * WeekGridLayout::lowestHour);
}

void WeekGrid::setDayparts(std::vector<Daypart> dayparts)
{
    m_drag.cancel();
    m_scene.ghost.reset();
    m_scene.dragged.reset();
    m_scene.dayparts = std::move(dayparts);
    m_scene.pieces = piecesOf(m_scene.dayparts, m_scene.dayStart);
    m_scene.overlaps = overlapsOf(m_scene.pieces);
    if (m_scene.selected && *m_scene.selected >= m_scene.dayparts.size())
        m_scene.selected.reset();
    viewport()->update();
}

void WeekGrid::setDayStart(Millis dayStart)
{
    m_scene.dayStart = dayStart;
    setDayparts(std::move(m_scene.dayparts));
}

void WeekGrid::setDays(std::vector<int> days, QStringList titles)
{
    m_drag.cancel();
    m_scene.ghost.reset();
    m_scene.dragged.reset();
    m_scene.layout.days = std::move(days);
    m_scene.titles = std::move(titles);
    viewport()->update();
}

void WeekGrid::select(std::optional<std::size_t> daypart)
{
    if (daypart && *daypart >= m_scene.dayparts.size())
        daypart.reset();
    if (daypart == m_scene.selected)
        return;
    m_scene.selected = daypart;
    if (daypart) {
        ensureVisible(*daypart);
        setAccessibleDescription(describe(m_scene.dayparts[*daypart]));
    }
    viewport()->update();
}

void WeekGrid::choose(std::optional<std::size_t> daypart)
{
    if (daypart == m_scene.selected)
        return;
    select(daypart);
    Q_EMIT selected(m_scene.selected);
}

QString WeekGrid::describe(const Daypart &daypart) const
{
    return tr("%1, draws from %2").arg(daypart.name, filterText(daypart.filter));
}

std::vector<std::size_t> WeekGrid::order() const
{
    std::vector<std::size_t> order;
    for (const WeekPiece &piece : m_scene.pieces) {
        const bool isShown = m_scene.layout.columnOf(piece.day) >= 0;
        if (isShown && std::find(order.begin(), order.end(), piece.daypart) == order.end())
            order.push_back(piece.daypart);
    }
    return order;
}

void WeekGrid::ensureVisible(std::size_t daypart)
{
    for (const WeekPiece &piece : m_scene.pieces) {
        if (piece.daypart != daypart || m_scene.layout.columnOf(piece.day) < 0)
            continue;
        const QRect box = m_scene.layout.boxRect(piece);
        const QRect area = m_scene.layout.gridArea();
        QScrollBar *bar = verticalScrollBar();
        if (box.top() < area.top())
            bar->setValue(bar->value() + box.top() - area.top());
        else if (box.bottom() > area.bottom())
            bar->setValue(bar->value() + std::min(box.top() - area.top(), box.bottom() - area.bottom()));
        return;
    }
}

void WeekGrid::layoutChanged()
{
    WeekGridLayout &layout = m_scene.layout;
    layout.size = viewport()->size();
    if (!m_isZoomed)
        layout.hourHeight = std::max(WeekGridLayout::lowestHour,
                                     (layout.size.height() - WeekGridLayout::headerHeight - 10) / 24);
    const int over = layout.contentHeight() + WeekGridLayout::headerHeight + 10 - layout.size.height();
    verticalScrollBar()->setRange(0, std::max(0, over));
    verticalScrollBar()->setPageStep(layout.size.height());
    verticalScrollBar()->setSingleStep(layout.hourHeight);
    layout.scrollY = verticalScrollBar()->value();
    viewport()->update();
}

void WeekGrid::setHourHeight(int height, int aroundY)
{
    WeekGridLayout &layout = m_scene.layout;
    const Millis time = layout.timeAt(aroundY);
    layout.hourHeight = std::clamp(height, WeekGridLayout::lowestHour, WeekGridLayout::tallestHour);
    m_isZoomed = true;
    layoutChanged();
    verticalScrollBar()->setValue(verticalScrollBar()->value() + layout.yAt(time) - aroundY);
}

void WeekGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    m_painter.paint(painter, m_scene);
}

void WeekGrid::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layoutChanged();
}

void WeekGrid::scrollContentsBy(int, int)
{
    m_scene.layout.scrollY = verticalScrollBar()->value();
    viewport()->update();
}

void WeekGrid::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    m_scene.hasFocus = true;
    if (!m_scene.selected && !m_scene.dayparts.empty() && event->reason() != Qt::MouseFocusReason) {
        const auto all = order();
        if (!all.empty())
            choose(event->reason() == Qt::BacktabFocusReason ? all.back() : all.front());
    }
    viewport()->update();
}

void WeekGrid::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    m_scene.hasFocus = false;
    viewport()->update();
}

void WeekGrid::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        viewport()->update();
}

} // namespace sf
