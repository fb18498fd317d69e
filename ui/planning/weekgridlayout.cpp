// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/weekgridlayout.h"

#include <algorithm>
#include <cmath>

namespace sf {

namespace {

constexpr int edgeReach = 5;    ///< pixels from an edge that grab it
constexpr int smallestBody = 4; ///< pixels between the edges that still grab the body
constexpr double msPerHour = 3'600'000;

} // namespace

QRect WeekGridLayout::gridArea() const
{
    return QRect(QPoint(gutterWidth, headerHeight), QPoint(size.width() - 1, size.height() - 1));
}

QRect WeekGridLayout::columnRect(int column) const
{
    const int count = std::max(1, static_cast<int>(days.size()));
    const int width = size.width() - gutterWidth;
    const int left = gutterWidth + width * column / count;
    const int right = gutterWidth + width * (column + 1) / count;
    return QRect(left, headerHeight - scrollY, right - left, contentHeight());
}

int WeekGridLayout::yAt(Millis time) const
{
    return headerHeight - scrollY +
           static_cast<int>(std::lround(static_cast<double>(time.count()) * hourHeight / msPerHour));
}

Millis WeekGridLayout::timeAt(int y) const { return lengthOf(y - headerHeight + scrollY); }

Millis WeekGridLayout::lengthOf(int pixels) const
{
    return Millis(std::llround(static_cast<double>(pixels) * msPerHour / hourHeight));
}

int WeekGridLayout::columnAt(int x) const
{
    const int count = static_cast<int>(days.size());
    for (int column = 0; column < count; ++column) {
        if (x <= columnRect(column).right())
            return column;
    }
    return std::max(0, count - 1);
}

int WeekGridLayout::columnOf(int day) const
{
    const auto found = std::find(days.begin(), days.end(), day);
    return found == days.end() ? -1 : static_cast<int>(found - days.begin());
}

QRect WeekGridLayout::boxRect(const WeekPiece &piece) const
{
    const QRect column = columnRect(std::max(0, columnOf(piece.day)));
    const int top = yAt(piece.from);
    const int bottom = yAt(piece.until);
    return QRect(column.left() + boxInset, top, column.width() - 2 * boxInset, std::max(2, bottom - top - 1));
}

void WeekGridLayout::clampScroll()
{
    scrollY = std::clamp(scrollY, 0, std::max(0, contentHeight() + headerHeight - size.height()));
}

WeekHit hitAt(const WeekGridLayout &layout, std::span<const WeekPiece> pieces, QPoint pos,
              std::optional<std::size_t> selected)
{
    WeekHit hit;
    if (!layout.gridArea().contains(pos) || layout.days.empty())
        return hit;
    hit.part = WeekPart::Empty;
    hit.column = layout.columnAt(pos.x());
    hit.time = layout.timeAt(pos.y());
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (layout.columnOf(pieces[i].day) < 0)
            continue;
        const QRect box = layout.boxRect(pieces[i]).adjusted(0, 0, 0, 1);
        const bool isBetter = !hit.piece || pieces[*hit.piece].daypart != selected;
        if (!box.contains(pos) || !isBetter)
            continue;
        const int reach = std::min(edgeReach, std::max(0, (box.height() - smallestBody) / 2));
        hit.piece = i;
        hit.part = pieces[i].hasStart && pos.y() - box.top() < reach    ? WeekPart::StartEdge
                   : pieces[i].hasEnd && box.bottom() - pos.y() < reach ? WeekPart::EndEdge
                                                                        : WeekPart::Body;
    }
    return hit;
}

} // namespace sf
