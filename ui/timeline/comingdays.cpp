// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/timeline/comingdays.h"

#include "ui/timeline/eventtext.h"
#include "ui/timeline/repeatmarks.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

namespace sf {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

constexpr int above = 16; ///< air between the lanes and the heading
constexpr int headingHeight = 28;
constexpr int fewestRows = 3;
constexpr int stripInset = 2;
constexpr int markLeft = 1;    ///< before the day's name
constexpr int widestHour = 56; ///< pixels that an hour's label needs

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("sf::ComingDays", text, nullptr, n);
}

const TimelineLane &currentLane(const TimelineScene &scene)
{
    return scene.lanes[static_cast<std::size_t>(scene.focusedLane)];
}

const ComingDay &dayOf(const TimelineScene &scene, int row)
{
    return scene.days[static_cast<std::size_t>(row)];
}

int topOf(const TimelineLayout &layout)
{
    return TimelineLayout::rulerHeight + layout.lanesHeight() - layout.scrollY + above;
}

/// Says once where the plan ends.
bool isFirstAfterPlan(const TimelineScene &scene, int row)
{
    const auto extent = currentLane(scene).index.extent();
    const TimeRange day = dayOf(scene, row).range;
    return extent && day.start >= extent->end() &&
           (row == 0 || dayOf(scene, row - 1).range.start < extent->end());
}

int xOf(const QRect &row, TimeRange day, TimePoint t)
{
    const auto share =
        static_cast<double>((t - day.start).count()) / static_cast<double>(day.duration.count());
    return row.left() + static_cast<int>(share * row.width());
}

} // namespace

int ComingDays::roomFor(const TimelineLayout &layout)
{
    const int room = (layout.size.height() - topOf(layout) - headingHeight - space::small) / rowHeight;
    return room < fewestRows ? 0 : std::min(room, mostRows);
}

QRect ComingDays::area(const TimelineScene &scene)
{
    if (scene.days.empty())
        return {};
    const int rows = static_cast<int>(scene.days.size());
    return QRect(0, topOf(scene.layout), scene.layout.size.width(), headingHeight + rows * rowHeight);
}

QRect ComingDays::rowRect(const TimelineScene &scene, int row)
{
    const int left = TimelineLayout::headerWidth;
    return QRect(left, topOf(scene.layout) + headingHeight + row * rowHeight + stripInset,
                 scene.layout.size.width() - left, rowHeight - 2 * stripInset);
}

int ComingDays::rowAt(const TimelineScene &scene, QPoint pos)
{
    const int below = pos.y() - topOf(scene.layout) - headingHeight;
    const int row = below < 0 ? -1 : below / rowHeight;
    return row < static_cast<int>(scene.days.size()) ? row : -1;
}

std::optional<TimePoint> ComingDays::timeAt(const TimelineScene &scene, QPoint pos)
{
    const int row = rowAt(scene, pos);
    if (row < 0)
        return std::nullopt;
    const TimeRange day = dayOf(scene, row).range;
    const QRect rect = rowRect(scene, row);
    const double share =
        std::clamp(static_cast<double>(pos.x() - rect.left()) / std::max(1, rect.width()), 0.0, 1.0);
    return day.start + Millis(static_cast<std::int64_t>(share * static_cast<double>(day.duration.count())));
}

QString ComingDays::describe(const TimelineScene &scene, int row)
{
    const ComingDay &day = dayOf(scene, row);
    const QString name = QLocale().toString(day.date, u"dddd d MMMM"_s);
    const DayStats stats = statsOf(scene.station, currentLane(scene).plan, day.range);
    const PublishMark *mark = markAt(scene.marks(scene.focusedLane), day.range.start);
    const QString published = mark ? u'\n' + sf::describe(*mark) : QString();
    if (stats.events == 0)
        return tr("%1: nothing is planned").arg(name) + published;
    return tr("%1: %2 % filled, %3, %4")
               .arg(name, QString::number(stats.percent()), tr("%n gap(s)", static_cast<int>(stats.gaps)),
                    tr("%n conflict(s)", static_cast<int>(stats.conflicts))) +
           published;
}

void ComingDays::setLook(const QFont &font, const QFont &bold)
{
    m_font = font;
    m_boldFont = bold;
}

void ComingDays::paint(QPainter &painter, const TimelineScene &scene, const QRect &clip)
{
    if (!area(scene).intersects(clip))
        return;
    painter.save();
    painter.setClipRect(clip & area(scene).adjusted(0, -1, 0, 1));
    paintHeading(painter, scene);
    for (int row = 0; row < static_cast<int>(scene.days.size()); ++row) {
        if (rowRect(scene, row)
                .adjusted(-TimelineLayout::headerWidth, -stripInset, 0, stripInset)
                .intersects(clip))
            paintRow(painter, scene, row, clip);
    }
    painter.restore();
}

void ComingDays::paintHeading(QPainter &painter, const TimelineScene &scene)
{
    const Tokens &t = *scene.colours;
    const QRect first = rowRect(scene, 0);
    const int base = first.top() - space::small;
    painter.setFont(m_font);
    painter.setPen(t.dimText);
    const bool isPast = scene.days.back().range.end() <= scene.now;
    painter.drawText(space::medium, base, isPast ? tr("Past days") : tr("Coming days"));
    const int step = first.width() / 8 >= widestHour ? 3 : 6;
    const LocalTime start = LocalTime(currentLane(scene).clock.dayStart());
    for (int hour = 0; hour < 24; hour += step) {
        const int x = first.left() + first.width() * hour / 24;
        painter.fillRect(x, first.top() - stripInset - 4, 1, 4, t.dimText);
        m_events.times().draw(painter, QPointF(x + space::unit, base), wallClockShort(start + hours(hour)));
    }
}

void ComingDays::paintRow(QPainter &painter, const TimelineScene &scene, int row, const QRect &clip)
{
    const Tokens &t = *scene.colours;
    const TimelineLane &lane = currentLane(scene);
    const TimeRange day = dayOf(scene, row).range;
    const QRect rect = rowRect(scene, row);
    const OverviewStrips::Frame frame{&scene.station, scene.colours, scene.layout, scene.now};
    const DayStrip *strip = m_strips.dayStrip(frame, lane.index, day, rect.size());
    if (strip) {
        const QRect part = rect & clip;
        painter.drawImage(part.topLeft(), strip->image, part.translated(-rect.topLeft()));
    } else {
        painter.fillRect(rect, t.lane);
    }
    repeatmarks::paintDay(painter, scene, day, rect);
    if (isFirstAfterPlan(scene, row)) {
        painter.setFont(m_font);
        painter.setPen(t.dimText);
        painter.drawText(rect.adjusted(space::medium, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         tr("Nothing planned from here on"));
    }
    if (day.contains(scene.now))
        painter.fillRect(xOf(rect, day, scene.now), rect.top() - stripInset, 2, rowHeight, t.nowLine);
    paintVisible(painter, scene, row);
    if (clip.left() < TimelineLayout::headerWidth)
        paintName(painter, scene, row, strip ? &strip->stats : nullptr);
}

void ComingDays::paintVisible(QPainter &painter, const TimelineScene &scene, int row)
{
    const TimeRange day = dayOf(scene, row).range;
    const TimeRange visible = scene.layout.visibleRange();
    const bool showsAll =
        visible.start <= scene.days.front().range.start && visible.end() >= scene.days.back().range.end();
    if (!visible.overlaps(day) || showsAll)
        return;
    const QRect rect = rowRect(scene, row);
    const int from = std::max(rect.left(), xOf(rect, day, visible.start));
    const int to = std::min(rect.right(), xOf(rect, day, visible.end()));
    const QColor &colour = scene.colours->accent;
    const QRect frame =
        QRect(QPoint(from, rect.top() - 1), QPoint(std::max(to, from + 4), rect.bottom() + 1));
    painter.fillRect(frame.left(), frame.top(), frame.width(), 1, colour);
    painter.fillRect(frame.left(), frame.bottom(), frame.width(), 1, colour);
    if (visible.start >= day.start)
        painter.fillRect(frame.left(), frame.top(), 1, frame.height(), colour);
    if (visible.end() <= day.end())
        painter.fillRect(frame.right(), frame.top(), 1, frame.height(), colour);
}

void ComingDays::paintName(QPainter &painter, const TimelineScene &scene, int row, const DayStats *stats)
{
    const Tokens &t = *scene.colours;
    const ComingDay &day = dayOf(scene, row);
    const QRect rect = rowRect(scene, row);
    const bool isToday = day.range.contains(scene.now);
    const qreal base = rect.center().y() + QFontMetricsF(m_font).capHeight() / 2 + 0.5;
    painter.setFont(isToday ? m_boldFont : m_font);
    painter.setPen(isToday ? t.text : t.dimText);
    // The month stands where it begins: a full date beside its figure would be a wall of text.
    const bool hasMonth = row == 0 || day.date.day() == 1;
    painter.drawText(QPointF(space::medium, base),
                     QLocale().toString(day.date, hasMonth ? u"ddd d MMM"_s : u"ddd d"_s));
    if (const PublishMark *mark = markAt(scene.marks(scene.focusedLane), day.range.start))
        paintMark(painter, QPointF(markLeft, rect.center().y() + 0.5), *mark, t);
    if (!stats || stats->events == 0)
        return;
    const QString share = tr("%1 %").arg(stats->percent());
    painter.setPen(t.dimText);
    m_events.times().draw(
        painter, QPointF(TimelineLayout::headerWidth - space::small - m_events.times().width(share), base),
        share);
}

} // namespace sf
