// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/planning/weekgridlayout.h"
#include "ui/theme/tokens.h"

#include <QHash>

class QPainter;

namespace sf {

/// What the week grid shows.
struct WeekGridScene
{
    WeekGridLayout layout;
    std::vector<Daypart> dayparts;
    std::vector<WeekPiece> pieces;        ///< of all dayparts
    std::vector<DaypartOverlap> overlaps; ///< of those pieces
    std::optional<std::size_t> selected;  ///< a place in dayparts
    std::optional<std::size_t> dragged;   ///< drawn faintly, its ghost over it
    std::optional<Daypart> ghost;
    Millis dayStart{0};
    QStringList titles; ///< of the columns
    bool hasFocus = false;
};

/// Draws a WeekGridScene in the colours of the theme.
class WeekGridPainter
{
public:
    void setFills(const CategoryFills &fills) { m_fills = fills; }
    void paint(QPainter &painter, const WeekGridScene &scene);

private:
    void paintGrid(QPainter &painter, const WeekGridScene &scene) const;
    void paintHeader(QPainter &painter, const WeekGridScene &scene) const;
    void paintPiece(QPainter &painter, const WeekGridScene &scene, const WeekPiece &piece);
    void paintText(QPainter &painter, const WeekGridScene &scene, const WeekPiece &piece) const;
    void paintSelection(QPainter &painter, const WeekGridScene &scene) const;
    void paintOverlap(QPainter &painter, const WeekGridScene &scene, const DaypartOverlap &overlap) const;
    void paintGhost(QPainter &painter, const WeekGridScene &scene) const;
    QColor fillOf(const Daypart &daypart);

    CategoryFills m_fills;
};

/// "Kids, News; tag live": what a daypart draws from, shortly.
QString filterText(const AssetFilter &filter);

} // namespace sf
