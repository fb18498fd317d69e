// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/fixedcolumns.h"

#include "ui/dialogs/mappingtable.h"
#include "ui/theme/theme.h"

#include <QFontDatabase>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace sf {

namespace {

constexpr int lineHeight = 20;
constexpr int labelHeight = 20;
constexpr int rulerHeight = 18;
constexpr int headHeight = labelHeight + rulerHeight;
constexpr int margin = space::small;
constexpr int grip = 4; ///< so near to an edge the mouse takes it

} // namespace

FixedColumns::FixedColumns(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("The first lines of the file, with their fields"));
    viewport()->setMouseTracking(true);
    viewport()->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    viewport()->setToolTip(tr("Drag the edge of a field, or draw over characters to add one"));
    measure();
}

void FixedColumns::setLines(const QStringList &lines)
{
    m_lines = lines;
    m_longest = 0;
    for (const QString &line : lines)
        m_longest = std::max(m_longest, static_cast<int>(line.size()));
    measure();
}

void FixedColumns::setPlaces(const QHash<ColumnField, ColumnPlace> &places)
{
    m_places = places;
    viewport()->update();
}

void FixedColumns::measure()
{
    m_advance = QFontMetricsF(viewport()->font()).horizontalAdvance(QLatin1Char('0'));
    const int width = 2 * margin + static_cast<int>(m_advance * (m_longest + 1));
    const int height = headHeight + lineHeight * static_cast<int>(m_lines.size());
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    viewport()->update();
}

void FixedColumns::resizeEvent(QResizeEvent *) { measure(); }

void FixedColumns::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        viewport()->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        measure();
    }
}

int FixedColumns::xOf(int character) const
{
    return margin + static_cast<int>(m_advance * (character - 1)) - horizontalScrollBar()->value();
}

int FixedColumns::characterAt(int x) const
{
    const double at = (x - margin + horizontalScrollBar()->value()) / m_advance;
    return std::clamp(static_cast<int>(at) + 1, 1, std::max(1, m_longest));
}

int FixedColumns::endOf(const ColumnPlace &place) const
{
    return place.length > 0 ? place.at + place.length : std::max(m_longest, place.at) + 1;
}

FixedColumns::Edge FixedColumns::edgeAt(int x) const
{
    for (auto place = m_places.begin(); place != m_places.end(); ++place) {
        if (std::abs(x - xOf(endOf(*place))) <= grip)
            return {place.key(), true};
    }
    for (auto place = m_places.begin(); place != m_places.end(); ++place) {
        if (std::abs(x - xOf(place->at)) <= grip)
            return {place.key(), false};
    }
    return {};
}

QPoint FixedColumns::posOf(int character) const
{
    return {xOf(character) + static_cast<int>(m_advance / 2), headHeight + lineHeight / 2};
}

QPoint FixedColumns::edgeBefore(int character) const { return {xOf(character), headHeight + lineHeight / 2}; }

void FixedColumns::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragged = edgeAt(event->pos().x());
    if (m_dragged.field != ColumnField::Count)
        return;
    m_picked = m_pickedTo = characterAt(event->pos().x());
    viewport()->update();
}

void FixedColumns::mouseMoveEvent(QMouseEvent *event)
{
    const int x = event->pos().x();
    if (!(event->buttons() & Qt::LeftButton)) {
        const bool isEdge = edgeAt(x).field != ColumnField::Count;
        viewport()->setCursor(isEdge ? Qt::SplitHCursor : Qt::IBeamCursor);
        return;
    }
    if (m_picked > 0) {
        m_pickedTo = characterAt(x);
        viewport()->update();
        return;
    }
    if (m_dragged.field == ColumnField::Count)
        return;
    ColumnPlace &place = m_places[m_dragged.field];
    const int end = endOf(place);
    const int at = characterAt(x + static_cast<int>(m_advance / 2));
    if (m_dragged.isEnd) {
        place.length = std::max(1, at - place.at);
    } else {
        const int start = std::min(at, end - 1);
        place.length = place.length > 0 ? end - start : 0;
        place.at = start;
    }
    viewport()->update();
    Q_EMIT placeChanged(m_dragged.field, place);
}

void FixedColumns::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragged = {};
    const int from = std::min(m_picked, m_pickedTo);
    const int length = std::abs(m_picked - m_pickedTo) + 1;
    const bool isPicked = m_picked > 0 && length > 1;
    m_picked = 0;
    viewport()->update();
    if (isPicked)
        Q_EMIT stretchPicked(from, length);
}

void FixedColumns::paintRuler(QPainter &painter) const
{
    const Tokens &t = tokens();
    painter.fillRect(0, 0, viewport()->width(), headHeight, t.panel);
    painter.setPen(t.dimText);
    for (int at = 1; at <= m_longest + 1; ++at) {
        const int x = xOf(at);
        const bool isTen = at % 10 == 0;
        painter.fillRect(x, headHeight - (isTen ? 6 : 3), 1, isTen ? 6 : 3, t.dimText);
        if (isTen)
            painter.drawText(x + 3, labelHeight + 12, QString::number(at));
    }
}

void FixedColumns::paintFields(QPainter &painter, int top) const
{
    const Tokens &t = tokens();
    std::size_t number = 0;
    for (int i = 0; i < static_cast<int>(ColumnField::Count); ++i) {
        const auto field = static_cast<ColumnField>(i);
        const auto place = m_places.find(field);
        if (place == m_places.end())
            continue;
        const QColor &fill = t.categories[number++ % t.categories.size()];
        const int left = xOf(place->at);
        const QRect label(left, 1, xOf(endOf(*place)) - left - 1, labelHeight - 2);
        painter.fillRect(QRect(left, top, label.width(), viewport()->height() - top),
                         mixed(t.lane, fill, 0.35));
        painter.fillRect(label, fill);
        painter.setPen(t.categoryText);
        painter.setFont(font());
        painter.drawText(
            label.adjusted(space::unit, 0, -2, 0), Qt::AlignVCenter | Qt::AlignLeft,
            painter.fontMetrics().elidedText(fieldLabel(field), Qt::ElideRight, label.width() - space::unit));
    }
}

void FixedColumns::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), t.lane);
    paintRuler(painter);
    paintFields(painter, headHeight);
    if (m_picked > 0) {
        const int from = std::min(m_picked, m_pickedTo);
        const int to = std::max(m_picked, m_pickedTo) + 1;
        painter.fillRect(xOf(from), headHeight, xOf(to) - xOf(from), viewport()->height(),
                         mixed(t.lane, t.accent, 0.4));
    }
    painter.setClipRect(0, headHeight, viewport()->width(), viewport()->height());
    painter.setFont(viewport()->font());
    painter.setPen(t.text);
    for (int row = 0; row < m_lines.size(); ++row) {
        const int y = headHeight + row * lineHeight - verticalScrollBar()->value();
        if (y > headHeight - lineHeight && y < viewport()->height())
            painter.drawText(xOf(1), y + 15, m_lines[row]);
    }
}

} // namespace sf
