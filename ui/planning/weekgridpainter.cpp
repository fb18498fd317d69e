// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/weekgridpainter.h"

#include "core/model/names.h"
#include "core/schedule/issuetext.h"
#include "core/time/timeofday.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>

namespace sf {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int textInset = 6;
constexpr int lineHeight = 16;
constexpr int badgeSize = 16;
constexpr int smallestText = 9;

QString tr(const char *text) { return QCoreApplication::translate("sf::WeekGridPainter", text); }

/// On the wall, where a day starts anew at 24:00.
QString wallText(Millis time) { return timeOfDayText(time > 24h ? time - 24h : time); }

/// A piece without the part at its start that it shares with others, so that each name can be read.
WeekPiece clearPart(const WeekGridScene &scene, WeekPiece piece)
{
    for (const DaypartOverlap &overlap : scene.overlaps) {
        const bool isOf = overlap.day == piece.day && overlap.first != overlap.second &&
                          (overlap.first == piece.daypart || overlap.second == piece.daypart);
        if (isOf && overlap.from <= piece.from && overlap.until < piece.until)
            piece.from = std::max(piece.from, overlap.until);
    }
    return piece;
}

void drawBrackets(QPainter &painter, const WeekPiece &piece, QRect box)
{
    // Where a daypart goes on in another column, its edge is torn.
    const QColor colour = tokens().text;
    for (int x = box.left() + 2; x < box.right() - 4; x += 8) {
        if (!piece.hasStart)
            painter.fillRect(x, box.top(), 4, 2, colour);
        if (!piece.hasEnd)
            painter.fillRect(x, box.bottom() - 1, 4, 2, colour);
    }
}

} // namespace

QString filterText(const AssetFilter &filter)
{
    QStringList parts = filter.categories;
    if (!filter.series.isEmpty())
        parts << filter.series;
    for (const QString &tag : filter.tags)
        parts << tr("tag %1").arg(tag);
    if (filter.kind)
        parts << tr("kind %1").arg(nameOf(*filter.kind));
    return parts.isEmpty() ? tr("all programmes") : parts.join(u", "_s);
}

QColor WeekGridPainter::fillOf(const Daypart &daypart)
{
    const QString name =
        daypart.filter.categories.isEmpty() ? daypart.name : daypart.filter.categories.front();
    if (name.trimmed().isEmpty())
        return tokens().neutral;
    return tokens().categories.at(static_cast<std::size_t>(m_fills.indexOf(name)));
}

void WeekGridPainter::paint(QPainter &painter, const WeekGridScene &scene)
{
    painter.fillRect(QRect(QPoint(0, 0), scene.layout.size), tokens().background);
    painter.setClipRect(scene.layout.gridArea().adjusted(-WeekGridLayout::gutterWidth, 0, 0, 0));
    paintGrid(painter, scene);
    painter.setClipRect(scene.layout.gridArea());
    const auto isShown = [&](int day) { return scene.layout.columnOf(day) >= 0; };
    for (const WeekPiece &piece : scene.pieces) {
        if (isShown(piece.day))
            paintPiece(painter, scene, piece);
    }
    for (const DaypartOverlap &overlap : scene.overlaps) {
        if (isShown(overlap.day))
            paintOverlap(painter, scene, overlap);
    }
    for (const WeekPiece &piece : scene.pieces) {
        if (isShown(piece.day))
            paintText(painter, scene, piece);
    }
    paintSelection(painter, scene);
    paintGhost(painter, scene);
    painter.setClipping(false);
    paintHeader(painter, scene);
}

void WeekGridPainter::paintGrid(QPainter &painter, const WeekGridScene &scene) const
{
    const WeekGridLayout &layout = scene.layout;
    const Tokens &t = tokens();
    painter.setFont(figureFont());
    for (int column = 0; column < static_cast<int>(layout.days.size()); ++column)
        painter.fillRect(layout.columnRect(column).adjusted(0, 0, -1, 0), t.lane);
    for (int hour = 0; hour <= 24; ++hour) {
        const int y = layout.yAt(std::chrono::hours(hour));
        const Millis wall = (scene.dayStart + std::chrono::hours(hour)) % Millis(24h);
        const bool isMidnight = wall < 1h;
        painter.fillRect(WeekGridLayout::gutterWidth, y, layout.size.width(), 1,
                         isMidnight ? t.neutral : t.line);
        if (layout.hourHeight >= 36 && hour < 24)
            painter.fillRect(WeekGridLayout::gutterWidth, layout.yAt(std::chrono::hours(hour) + 30min),
                             layout.size.width(), 1, mixed(t.lane, t.line, 0.5));
        const int top = hour == 0 ? y + 1 : y - 8; // the first one would lie half under the header
        const QRect label(0, top, WeekGridLayout::gutterWidth - 8, 16);
        painter.setPen(isMidnight ? t.text : t.dimText);
        if (hour < 24 || layout.hourHeight >= 24)
            painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter, timeOfDayText(wall));
    }
}

void WeekGridPainter::paintHeader(QPainter &painter, const WeekGridScene &scene) const
{
    const WeekGridLayout &layout = scene.layout;
    const Tokens &t = tokens();
    painter.fillRect(0, 0, layout.size.width(), WeekGridLayout::headerHeight, t.panel);
    painter.fillRect(0, WeekGridLayout::headerHeight - 1, layout.size.width(), 1, t.line);
    painter.setFont(uiFont());
    painter.setPen(t.text);
    for (int column = 0; column < static_cast<int>(layout.days.size()); ++column) {
        const QRect whole = layout.columnRect(column);
        const QRect box(whole.left(), 0, whole.width(), WeekGridLayout::headerHeight - 1);
        painter.drawText(box, Qt::AlignCenter, scene.titles.value(column));
    }
}

void WeekGridPainter::paintPiece(QPainter &painter, const WeekGridScene &scene, const WeekPiece &piece)
{
    const Daypart &daypart = scene.dayparts[piece.daypart];
    const QRect box = scene.layout.boxRect(piece);
    const QColor fill = fillOf(daypart);
    const bool isDragged = scene.dragged == piece.daypart;
    painter.fillRect(box, tokens().background);
    painter.fillRect(box.adjusted(1, 1, -1, -1), isDragged ? mixed(tokens().lane, fill, 0.4) : fill);
    drawBrackets(painter, piece, box);
}

void WeekGridPainter::paintText(QPainter &painter, const WeekGridScene &scene, const WeekPiece &piece) const
{
    const Daypart &daypart = scene.dayparts[piece.daypart];
    const QRect box = scene.layout.boxRect(clearPart(scene, piece));
    QStringList lines;
    lines << (daypart.name.isEmpty() ? tr("(no name)") : daypart.name);
    lines << u"%1–%2"_s.arg(wallText(daypart.from), wallText(daypart.until));
    lines << filterText(daypart.filter);
    if (!piece.hasStart)
        lines = {tr("%1, until %2").arg(lines.front(), wallText(daypart.until))};
    painter.setPen(tokens().categoryText);
    QRect line = box.adjusted(textInset, 2, -textInset, 0);
    const int fits = std::max(1, (box.height() - 3) / lineHeight);
    if (box.height() < smallestText + 2)
        return;
    const int largest = std::clamp(box.height() - 2, smallestText, 13);
    if (fits == 1 && lines.size() > 1)
        lines = {lines[0] + u"  "_s + lines[1]};
    for (int i = 0; i < std::min(fits, static_cast<int>(lines.size())); ++i) {
        QFont font = i == 1 ? figureFont() : uiFont(i == 0 ? largest : 12);
        font.setWeight(i == 0 ? QFont::DemiBold : QFont::Normal);
        painter.setFont(font);
        line.setHeight(std::min(lineHeight, box.height() - 3));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(lines[i], Qt::ElideRight, line.width()));
        line.translate(0, lineHeight);
    }
}

void WeekGridPainter::paintSelection(QPainter &painter, const WeekGridScene &scene) const
{
    if (!scene.selected || scene.ghost)
        return;
    for (const WeekPiece &piece : scene.pieces) {
        if (piece.daypart != *scene.selected || scene.layout.columnOf(piece.day) < 0)
            continue;
        const QRect box = scene.layout.boxRect(piece);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens().accent, space::outline));
        painter.drawRect(box.adjusted(1, 1, -1, -1));
        if (scene.hasFocus) { // a ring inside, so that focus is seen apart from selection
            painter.setPen(QPen(tokens().categoryText, 1, Qt::DotLine));
            painter.drawRect(box.adjusted(3, 3, -4, -4));
        }
    }
}

void WeekGridPainter::paintOverlap(QPainter &painter, const WeekGridScene &scene,
                                   const DaypartOverlap &overlap) const
{
    WeekPiece shared;
    shared.day = overlap.day;
    shared.from = overlap.from;
    shared.until = overlap.until;
    const QRect box = scene.layout.boxRect(shared).adjusted(1, 0, -1, 0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(tokens().warning, Qt::DiagCrossPattern));
    painter.drawRect(box);
    painter.fillRect(box.left(), box.top(), box.width(), 2, tokens().warning);
    painter.fillRect(box.left(), box.bottom() - 1, box.width(), 2, tokens().warning);
    if (box.height() >= badgeSize)
        icon(Sign::Warning, Tone::Warning)
            .paint(&painter, QRect(box.right() - badgeSize - 2, box.top() + 2, badgeSize, badgeSize));
}

void WeekGridPainter::paintGhost(QPainter &painter, const WeekGridScene &scene) const
{
    if (!scene.ghost)
        return;
    const Tokens &t = tokens();
    const std::vector<Daypart> ghosts{*scene.ghost};
    for (const WeekPiece &piece : piecesOf(ghosts, scene.dayStart)) {
        if (scene.layout.columnOf(piece.day) < 0)
            continue;
        const QRect box = scene.layout.boxRect(piece);
        painter.fillRect(box, mixed(t.lane, t.accent, 0.35));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.accent, space::outline));
        painter.drawRect(box.adjusted(1, 1, -1, -1));
        const QString label = u"%1–%2  %3"_s.arg(wallText(scene.ghost->from), wallText(scene.ghost->until),
                                                 spokenLength(scene.ghost->until - scene.ghost->from));
        painter.setFont(figureFont());
        painter.setPen(t.text);
        if (box.height() >= 12)
            painter.drawText(box.adjusted(textInset, 2, -2, 0), Qt::AlignLeft | Qt::AlignTop, label);
    }
}

} // namespace sf
