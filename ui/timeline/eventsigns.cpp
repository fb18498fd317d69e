// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/timeline/eventsigns.h"

#include <QPainter>

namespace sf {

void drawLock(QPainter &painter, QPoint at, const QColor &colour)
{
    painter.fillRect(at.x(), at.y() + 4, 8, 6, colour);
    painter.fillRect(at.x() + 1, at.y() + 1, 1, 3, colour);
    painter.fillRect(at.x() + 6, at.y() + 1, 1, 3, colour);
    painter.fillRect(at.x() + 2, at.y(), 4, 1, colour);
}

void drawMissingSign(QPainter &painter, QPoint at, const QColor &colour)
{
    painter.setPen(QPen(colour, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(at.x(), at.y() + 1, 9, 7);
    painter.drawLine(at.x() - 1, at.y() + 10, at.x() + 10, at.y() - 1);
}

} // namespace sf
