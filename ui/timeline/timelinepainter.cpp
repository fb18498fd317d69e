// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/timeline/timelinepainter.h"

#include "core/planning/candidates.h"
#include "ui/timeline/eventtext.h"
#include "ui/timeline/repeatmarks.h"

#include <QCoreApplication>
#include <QPainter>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr int reach = 8;         ///< outlines and badges stand out of their boxes by less than this
constexpr Millis frameBudget{4}; ///< for overview buckets not seen before, a paint
constexpr int ghostLabelHeight = 20;

QString tr(const char *text) { return QCoreApplication::translate("sf::TimelinePainter", text); }

int lanesBottom(const TimelineLayout &layout)
{
    return std::min(layout.size.height(),
                    TimelineLayout::rulerHeight + layout.lanesHeight() - layout.scrollY);
}

/// Where a drag has caught on something; only asked where it has.
QRect caughtLine(const TimelineScene &scene)
{
    const int top = TimelineLayout::rulerHeight;
    return QRect(scene.layout.xAt(*scene.ghost.caughtOn), top, 1, lanesBottom(scene.layout) - top);
}

} // namespace

TimelinePainter::TimelinePainter()
    : m_events(m_fills)
    , m_strips(m_fills)
    , m_days(m_strips, m_events)
{
}

void TimelinePainter::setLook(const Tokens &colours, const QFont &font)
{
    m_font = font;
    m_boldFont = font;
    m_boldFont.setWeight(QFont::DemiBold);
    m_events.setLook(colours, font);
    m_days.setLook(font, m_boldFont);
    m_strips.clear();
}

void TimelinePainter::assetsReplaced(const Station &station)
{
    m_categories = CategoryOrder(station.assets());
    m_fills = m_categories.fills();
    m_events.clearTexts();
    m_strips.clear();
}

void TimelinePainter::assetsChanged(const Station &station, const Changes<Asset> &changes)
{
    m_events.clearTexts();
    if (m_categories.follow(station.assets(), changes)) {
        m_fills = m_categories.fills();
        m_strips.clear();
        return;
    }
    QHash<AssetId, const Asset *> after;
    for (const Asset &asset : changes.after)
        after.insert(asset.id, &asset);
    for (const Asset &before : changes.before) {
        const Asset *now = after.value(before.id);
        if (!now || categoryName(*now) != categoryName(before) ||
            cannotBePlayed(*now) != cannotBePlayed(before)) {
            m_strips.clear();
            return;
        }
    }
}

bool TimelinePainter::isOverview(const TimelineScene &scene, int lane)
{
    const LaneIndex &index = scene.lanes[static_cast<std::size_t>(lane)].index;
    const auto extent = index.extent();
    if (!extent)
        return false;
    return scene.layout.pixelsOf(extent->duration) < overviewBelow * static_cast<double>(index.eventCount());
}

void TimelinePainter::paint(QPainter &painter, const TimelineScene &scene, const QRect &clip)
{
    const TimelineLayout &layout = scene.layout;
    m_strips.startFrame(frameBudget);
    painter.setClipRect(clip);
    painter.fillRect(clip, scene.colours->background);
    const QRect area = layout.laneArea() & clip;
    if (!area.isEmpty()) {
        painter.setClipRect(area);
        for (int lane = 0; lane < layout.laneCount; ++lane) {
            if (layout.laneRect(lane).adjusted(0, -reach, 0, reach).intersects(area)) {
                paintLane(painter, scene, lane, area);
                repeatmarks::paintLane(painter, scene, lane, area);
            }
        }
        paintHighlight(painter, scene);
        paintGhost(painter, scene);
    }
    painter.setClipRect(clip);
    if (clip.left() < TimelineLayout::headerWidth)
        paintHeaders(painter, scene, clip);
    m_days.paint(painter, scene, clip);
    if (clip.top() < TimelineLayout::rulerHeight)
        paintRuler(painter, scene);
    paintNow(painter, scene);
}

void TimelinePainter::paintLane(QPainter &painter, const TimelineScene &scene, int lane, const QRect &clip)
{
    const Tokens &t = *scene.colours;
    const QRect row = scene.layout.laneRect(lane);
    painter.fillRect(row & clip, t.lane);
    for (const RulerTick &tick : scene.ruler.ticks) {
        const int x = scene.layout.xAt(tick.time);
        if (!tick.label.isEmpty() && x >= clip.left() && x <= clip.right())
            painter.fillRect(x, row.top(), 1, row.height(), t.line);
    }
    const TimelineLane &shown = scene.lanes[static_cast<std::size_t>(lane)];
    if (!shown.index.extent()) {
        painter.setFont(m_font);
        painter.setPen(t.dimText);
        painter.drawText(row.adjusted(3 * space::unit, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         tr("Nothing planned yet. Drag programmes here from the library."));
        return;
    }
    if (isOverview(scene, lane)) {
        const OverviewStrips::Frame frame{&scene.station, scene.colours, scene.layout, scene.now};
        const QImage &strip = m_strips.strip(frame, shown.index, shown.revision);
        const QPoint at(row.left(), row.top() + TimelineLayout::boxInset);
        const QRect part = QRect(at, strip.size()) & clip;
        painter.drawImage(part.topLeft(), strip, part.translated(-at));
        return;
    }
    const TimeRange range = TimeRange::between(scene.layout.timeAt(clip.left() - reach),
                                               scene.layout.timeAt(clip.right() + 1 + reach));
    paintEvents(painter, scene, lane, range);
}

void TimelinePainter::paintEvents(QPainter &painter, const TimelineScene &scene, int lane, TimeRange range)
{
    const TimelineLane &shown = scene.lanes[static_cast<std::size_t>(lane)];
    const Schedule &schedule = scene.station.schedule();
    std::optional<TimePoint> cover = shown.index.coverEnd(schedule, range.start);
    TimePoint seenEnd = TimePoint::min();
    std::vector<TimeRange> overlaps;
    std::vector<const ScheduledEvent *> outlined;
    const ScheduledEvent *last = nullptr; // drawn when it is known where the next one lies over it
    TimePoint aloneFrom;
    const auto drawLast = [&](TimePoint next) {
        if (last)
            m_events.drawEvent(painter, scene, lane, *last,
                               TimeRange::between(aloneFrom, std::min(last->range.end(), next)));
    };
    schedule.forEachIn(shown.plan, range, [&](const ScheduledEvent &event) {
        if (event.layer != 0)
            return;
        if (cover && event.range.start > *cover)
            m_events.drawGap(painter, scene, lane, TimeRange::between(*cover, event.range.start));
        drawLast(event.range.start);
        last = &event;
        aloneFrom = std::max(event.range.start, seenEnd);
        if (event.range.start < seenEnd)
            overlaps.push_back(TimeRange::between(event.range.start, std::min(event.range.end(), seenEnd)));
        seenEnd = std::max(seenEnd, event.range.end());
        cover = std::max(cover.value_or(seenEnd), event.range.end());
        if ((scene.hasFocus && event.id == scene.focused) ||
            (!scene.selected.isEmpty() && scene.selected.contains(event.id)))
            outlined.push_back(&event);
    });
    drawLast(TimePoint::max());
    if (cover && *cover < range.end()) {
        if (const ScheduledEvent *next = shown.index.firstFrom(schedule, range.end()))
            m_events.drawGap(painter, scene, lane, TimeRange::between(*cover, next->range.start));
    }
    for (const TimeRange shared : overlaps)
        m_events.drawOverlap(painter, scene, lane, shared);
    for (const ScheduledEvent *event : outlined)
        m_events.drawOutlines(painter, scene, lane, *event);
    if (scene.focusedGap && lane == scene.focusedLane)
        m_events.drawGapOutlines(painter, scene, lane, *scene.focusedGap);
}

void TimelinePainter::paintHeaders(QPainter &painter, const TimelineScene &scene, const QRect &clip)
{
    const Tokens &t = *scene.colours;
    const int width = TimelineLayout::headerWidth;
    const QFontMetrics metrics(m_font);
    painter.fillRect(QRect(0, 0, width, scene.layout.size.height()) & clip, t.panel);
    painter.fillRect(width - 1, 0, 1, scene.layout.size.height(), t.line);
    if (scene.lanes.empty())
        return;
    const QString rulerZone = scene.lanes[static_cast<std::size_t>(scene.rulerLane)].clock.zoneName();
    const int textWidth = width - 2 * space::medium;
    for (int lane = 0; lane < scene.layout.laneCount; ++lane) {
        const TimelineLane &shown = scene.lanes[static_cast<std::size_t>(lane)];
        const QRect row = scene.layout.laneRect(lane);
        if (row.bottom() < TimelineLayout::rulerHeight)
            continue;
        const bool isCurrent = lane == scene.focusedLane;
        if (isCurrent)
            painter.fillRect(0, row.top(), 2, row.height(), scene.hasFocus ? t.accent : t.dimText);
        const QString zone = shown.clock.zoneName() == rulerZone ? QString() : shown.clock.zoneName();
        painter.setFont(isCurrent ? m_boldFont : m_font);
        painter.setPen(t.text);
        const int middle = row.center().y() + metrics.capHeight() / 2 + 1;
        painter.drawText(space::medium, zone.isEmpty() ? middle : middle - 9,
                         QFontMetrics(painter.font()).elidedText(shown.name, Qt::ElideMiddle, textWidth));
        painter.setFont(m_font);
        painter.setPen(t.dimText);
        if (!zone.isEmpty())
            painter.drawText(space::medium, middle + 9, metrics.elidedText(zone, Qt::ElideLeft, textWidth));
    }
    painter.fillRect(0, 0, width - 1, TimelineLayout::rulerHeight - 1, t.panel);
    painter.fillRect(0, TimelineLayout::rulerHeight - 1, width, 1, t.line);
    painter.setFont(m_font);
    painter.setPen(t.dimText);
    painter.drawText(space::medium, TimelineLayout::rulerHeight - 8,
                     metrics.elidedText(rulerZone, Qt::ElideLeft, textWidth));
}

void TimelinePainter::paintNow(QPainter &painter, const TimelineScene &scene)
{
    const int x = scene.layout.xAt(scene.now);
    if (x < TimelineLayout::headerWidth || x >= scene.layout.size.width() || scene.lanes.empty())
        return;
    const int bottom = lanesBottom(scene.layout);
    constexpr int head = 6; // below the labels of the ruler
    const int top = TimelineLayout::rulerHeight - head;
    painter.fillRect(x, top, 2, bottom - top, scene.colours->nowLine);
    painter.fillRect(x - 3, top, 8, 4, scene.colours->nowLine);
}

QRect TimelinePainter::bandRect(const TimelineScene &scene)
{
    const DragGhost &ghost = scene.ghost;
    if (scene.ghostKind != DragKind::RubberBand || ghost.bandTo < ghost.bandFrom)
        return {};
    const QRect from = scene.layout.laneRect(ghost.bandFrom);
    const QRect to = scene.layout.laneRect(ghost.bandTo);
    return QRect(QPoint(scene.layout.xAt(ghost.band.start), from.top()),
                 QPoint(scene.layout.xAt(ghost.band.end()), to.bottom()));
}

QString TimelinePainter::ghostTitle(const TimelineScene &scene, const DragItem &item)
{
    if (const ScheduledEvent *event = scene.station.schedule().find(item.id))
        return eventTitle(scene.station, *event);
    const Asset *asset = scene.station.assets().find(item.asset);
    return asset ? asset->title : QString();
}

QString TimelinePainter::ghostLabel(const TimelineScene &scene) const
{
    const DragItem &grabbed = scene.ghost.grabbed;
    if (grabbed.lane < 0 || scene.ghost.boxes.empty())
        return {};
    const WallTimes &wall = scene.lanes[static_cast<std::size_t>(grabbed.lane)].wall;
    const TimePoint last = scene.isDropGhost ? scene.ghost.boxes.back().range.end() : grabbed.range.end();
    QString label = wallClockText(wall.toLocal(grabbed.range.start), true) + u" – "_s +
                    wallClockText(wall.toLocal(last), true);
    if (!scene.isDropGhost)
        label += u"   "_s + deltaText(scene.ghost.delta);
    return label;
}

QRect TimelinePainter::ghostLabelRect(const TimelineScene &scene) const
{
    const QString label = ghostLabel(scene);
    if (label.isEmpty())
        return {};
    const QRect box = scene.layout.boxRect(scene.ghost.grabbed.lane, scene.ghost.grabbed.range);
    const int width = qRound(m_events.times().width(label)) + 2 * space::small;
    const int x = std::clamp(box.left(), TimelineLayout::headerWidth,
                             std::max(TimelineLayout::headerWidth, scene.layout.size.width() - width));
    const int above = box.top() - ghostLabelHeight - space::half;
    const int y = above >= TimelineLayout::rulerHeight ? above : box.bottom() + space::half;
    return QRect(x, y, width, ghostLabelHeight);
}

QRegion TimelinePainter::ghostRegion(const TimelineScene &scene) const
{
    QRegion region;
    const auto add = [&region](const QRect &rect, int around) {
        if (!rect.isEmpty()) // an empty one must not grow into a corner
            region += rect.adjusted(-around, -around, around, around);
    };
    QRect boxes;
    for (const DragItem &item : scene.ghost.boxes)
        boxes |= scene.layout.boxRect(item.lane, item.range) & scene.layout.laneArea();
    add(boxes, reach);
    add(ghostLabelRect(scene), 1);
    add(bandRect(scene), 1);
    if (scene.ghost.caughtOn)
        add(caughtLine(scene), 0);
    return region & QRect(QPoint(0, 0), scene.layout.size);
}

void TimelinePainter::paintGhost(QPainter &painter, const TimelineScene &scene)
{
    const Tokens &t = *scene.colours;
    if (const QRect band = bandRect(scene); !band.isEmpty()) {
        painter.setPen(QPen(t.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(band);
    }
    if (scene.ghostKind == DragKind::RubberBand)
        return;
    if (scene.ghost.caughtOn)
        painter.fillRect(caughtLine(scene), t.accent);
    for (const DragItem &item : scene.ghost.boxes) {
        const QRect box = scene.layout.boxRect(item.lane, item.range) & scene.layout.laneArea();
        if (!box.isEmpty())
            m_events.drawGhost(painter, box, ghostTitle(scene, item));
    }
    const QString label = ghostLabel(scene);
    if (label.isEmpty())
        return;
    const QRect rect = ghostLabelRect(scene);
    m_events.drawBox(painter, rect, t.accent, t.background);
    painter.setPen(t.accentText);
    m_events.times().draw(painter, QPointF(rect.left() + space::small, rect.bottom() - 5), label);
}

void TimelinePainter::paintHighlight(QPainter &painter, const TimelineScene &scene)
{
    if (!scene.highlight)
        return;
    const int from = std::max(0, scene.highlight->lane);
    const int to = scene.highlight->lane < 0 ? scene.layout.laneCount - 1 : scene.highlight->lane;
    for (int lane = from; lane <= to; ++lane) {
        const QRect box = scene.layout.boxRect(lane, scene.highlight->range);
        painter.setPen(QPen(scene.colours->warning, 3));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box.adjusted(-2, -2, 1, 1));
    }
}

} // namespace sf
