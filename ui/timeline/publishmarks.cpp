// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/timeline/publishmarks.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace sf {

const PublishMark *markAt(const std::vector<PublishMark> &marks, TimePoint start)
{
    const auto at = std::lower_bound(marks.begin(), marks.end(), start,
                                     [](const PublishMark &mark, TimePoint t) { return mark.day.start < t; });
    return at != marks.end() && at->day.start == start ? &*at : nullptr;
}

QString describe(const PublishMark &mark)
{
    if (mark.changes == 0)
        return QCoreApplication::translate("sf::PublishMark", "As published");
    return QCoreApplication::translate("sf::PublishMark", "Changed since published: %n event(s)", nullptr,
                                       static_cast<int>(mark.changes));
}

void paintMark(QPainter &painter, const QPointF &left, const PublishMark &mark, const Tokens &t)
{
    const qreal half = publishMarkSize / 2.0;
    QPainterPath path;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (mark.changes > 0) {
        path.moveTo(left);
        path.lineTo(left + QPointF(half, -half));
        path.lineTo(left + QPointF(2 * half, 0));
        path.lineTo(left + QPointF(half, half));
        path.closeSubpath();
        painter.fillPath(path, t.warning);
    } else {
        path.moveTo(left + QPointF(0.5, 0));
        path.lineTo(left + QPointF(half - 1, half - 1.5));
        path.lineTo(left + QPointF(2 * half - 0.5, -half + 1));
        painter.strokePath(path, QPen(t.good, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
    painter.restore();
}

} // namespace sf
