// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
// The ruler: hours, days and what was published of them.
#include "ui/timeline/timelinepainter.h"

#include <QPainter>

namespace sf {

namespace {

constexpr int bandRow = 24; ///< height of the ruler's upper row

} // namespace

void TimelinePainter::paintRuler(QPainter &painter, const TimelineScene &scene)
{
    const Tokens &t = *scene.colours;
    const int height = TimelineLayout::rulerHeight;
    painter.save();
    painter.setClipRect(QRect(TimelineLayout::headerWidth, 0, scene.layout.size.width(), height),
                        Qt::IntersectClip);
    painter.fillRect(0, 0, scene.layout.size.width(), height, t.panel);
    paintBands(painter, scene);
    painter.setFont(m_font);
    const QFontMetricsF metrics(m_font);
    for (const RulerTick &tick : scene.ruler.ticks) {
        const int x = scene.layout.xAt(tick.time);
        const bool isMajor = !tick.label.isEmpty();
        painter.fillRect(x, height - (isMajor ? 20 : 5), 1, isMajor ? 20 : 5, isMajor ? t.dimText : t.line);
        if (!isMajor)
            continue;
        painter.setPen(t.dimText);
        const bool isTime = tick.label.contains(u':');
        const qreal width =
            isTime ? m_events.times().width(tick.label) : metrics.horizontalAdvance(tick.label);
        if (x < TimelineLayout::headerWidth - space::unit ||
            x + space::unit + width > scene.layout.size.width())
            continue; // half a time is another time
        if (isTime)
            m_events.times().draw(painter, QPointF(x + space::unit, height - 8), tick.label);
        else
            paintDateTick(painter, scene, tick, x);
    }
    painter.fillRect(0, height - 1, scene.layout.size.width(), 1, t.line);
    painter.restore();
}

void TimelinePainter::paintDateTick(QPainter &painter, const TimelineScene &scene, const RulerTick &tick,
                                    int x)
{
    const int base = TimelineLayout::rulerHeight - 8;
    painter.drawText(QPointF(x + space::unit, base), tick.label);
    if (const PublishMark *mark = markAt(scene.marks(scene.rulerLane), tick.time)) {
        const int left = x + 2 * space::unit + QFontMetrics(m_font).horizontalAdvance(tick.label);
        paintMark(painter, QPointF(left, base - 4), *mark, *scene.colours);
    }
}

void TimelinePainter::paintBands(QPainter &painter, const TimelineScene &scene)
{
    const Tokens &t = *scene.colours;
    painter.setFont(m_boldFont);
    const QFontMetrics metrics(m_boldFont);
    for (const RulerBand &band : scene.ruler.bands) {
        const int start = scene.layout.xAt(band.range.start);
        const int end = scene.layout.xAt(band.range.end());
        painter.fillRect(start, 0, 1, bandRow, t.dimText);
        int left = std::max(start, TimelineLayout::headerWidth) + space::small;
        for (const QString &label : {band.label, band.shortLabel}) {
            if (left + metrics.horizontalAdvance(label) + space::unit > end)
                continue;
            painter.setPen(t.text);
            painter.drawText(left, 17, label);
            left += metrics.horizontalAdvance(label) + space::medium;
            break;
        }
        const bool isDay = band.range.duration <= std::chrono::hours(25);
        const PublishMark *mark = isDay ? markAt(scene.marks(scene.rulerLane), band.range.start) : nullptr;
        if (mark)
            paintBandMark(painter, scene, *mark, left, end);
    }
}

/// After the day's name: the sign, and in words what it means where there is room.
void TimelinePainter::paintBandMark(QPainter &painter, const TimelineScene &scene, const PublishMark &mark,
                                    int left, int end)
{
    if (left + publishMarkSize > end)
        return;
    paintMark(painter, QPointF(left, bandRow / 2.0), mark, *scene.colours);
    left += publishMarkSize + space::unit + space::half;
    const QString words = describe(mark);
    if (left + QFontMetrics(m_font).horizontalAdvance(words) + space::unit > end)
        return;
    painter.save();
    painter.setFont(m_font);
    painter.setPen(mark.changes > 0 ? scene.colours->warning : scene.colours->dimText);
    painter.drawText(left, 17, words);
    painter.restore();
}

} // namespace sf
