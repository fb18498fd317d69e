// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/timeline/eventpainter.h"

#include "core/planning/candidates.h"
#include "core/time/iso8601.h"
#include "ui/timeline/eventsigns.h"
#include "ui/timeline/eventtext.h"
#include "ui/timeline/overviewstrips.h"

#include <QPainter>
#include <QPainterPath>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr int padding = 8;
constexpr int narrowest = 24;    ///< a box under this has no text
constexpr int capWidth = 4;      ///< of a rounded end
constexpr int lockWidth = 16;    ///< lock and its space
constexpr int missingWidth = 16; ///< sign and its space
constexpr int roomForSign = 72;
constexpr int lowestWithTimes = 36; ///< a box under this has room for a title alone
constexpr int lowestWithTwoRows = 72;
constexpr int mostLines = 4; ///< of a title
constexpr qsizetype mostTitles = 16'000;

QBrush hatch(QColor line, QColor under, bool isCrossed)
{
    constexpr int tile = 8;
    QImage image(tile, tile, QImage::Format_RGB32);
    image.fill(under);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, 1.2));
    for (int i = -1; i <= 1; ++i) {
        painter.drawLine(QPointF(i * tile - 1, tile + 1), QPointF((i + 1) * tile + 1, -1));
        if (isCrossed)
            painter.drawLine(QPointF(i * tile - 1, -1), QPointF((i + 1) * tile + 1, tile + 1));
    }
    painter.end();
    return QBrush(image);
}

/// The part of a box that the pointer's side of the screen shows, so that a long event keeps its title.
QRect visiblePart(const QRect &box, const TimelineLayout &layout)
{
    QRect part = box;
    part.setLeft(std::max(box.left(), TimelineLayout::headerWidth));
    part.setRight(std::min(box.right(), layout.size.width() - 1));
    return part;
}

/// Off-screen ends cut, so that no painting goes far out.
QRect clipped(const QRect &box, const TimelineLayout &layout)
{
    QRect part = box;
    part.setLeft(std::max(box.left(), TimelineLayout::headerWidth - 2 * capWidth));
    part.setRight(std::min(box.right(), layout.size.width() + 2 * capWidth));
    return part;
}

} // namespace

void EventPainter::setLook(const Tokens &colours, const QFont &font)
{
    m_colours = &colours;
    m_font = font;
    m_metrics = QFontMetricsF(font);
    QFont small = font;
    small.setPixelSize(std::max(9, QFontInfo(font).pixelSize() - 2));
    m_times = TabularFont(small);
    m_timeMetrics = QFontMetricsF(small);
    m_gapHatch = hatch(mixed(colours.lane, colours.dimText, 0.35), colours.background, false);
    m_overlapHatch = hatch(colours.error, mixed(colours.background, colours.error, 0.2), true);
    m_caps.clear();
    m_stripes.clear();
    m_titles.clear();
}

EventLook EventPainter::lookOf(const TimelineScene &scene, const ScheduledEvent &event)
{
    const Tokens &t = *m_colours;
    const Asset *asset = event.asset ? scene.station.assets().find(event.asset) : nullptr;
    EventLook look;
    look.fill =
        asset ? t.categories[static_cast<std::size_t>(m_fills.indexOf(categoryName(*asset)))] : t.lane;
    look.text = asset ? t.categoryText : t.text;
    if (event.colour) {
        look.fill = QColor::fromRgb(QRgb(*event.colour));
        look.text = contrastRatio(look.fill, Qt::white) >= contrastRatio(look.fill, Qt::black) ? Qt::white
                                                                                               : Qt::black;
    }
    look.isPast = event.range.end() <= scene.now;
    if (look.isPast) {
        look.fill = mixed(t.lane, look.fill, 0.4);
        look.text = t.dimText;
    }
    look.isLocked = event.isLocked;
    look.isPlaceholder = !asset;
    if (!asset)
        return look;
    look.isLive = asset->kind == AssetKind::Live;
    look.isMissing = cannotBePlayed(*asset);
    look.isUncertain = !look.isLive && asset->durationSource != DurationSource::Probed;
    const auto media = std::chrono::ceil<Millis>(asset->playable() - event.mediaIn);
    if (!look.isLive && !asset->isElastic && asset->playable() > Micros::zero() &&
        media + Millis(40) < event.range.duration)
        look.mediaEnd = event.range.start + std::max(Millis::zero(), media);
    return look;
}

const EventPainter::Caps &EventPainter::capsOf(QRgb fill, QRgb under, int height)
{
    const quint64 key =
        (quint64(fill & 0xffffffU) << 36) ^ (quint64(under & 0xffffffU) << 10) ^ static_cast<quint64>(height);
    if (const auto known = m_caps.constFind(key); known != m_caps.cend())
        return *known;
    QImage box(4 * capWidth, height, QImage::Format_RGB32);
    box.fill(under);
    QPainter painter(&box);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(fill));
    painter.drawRoundedRect(box.rect(), space::corner, space::corner);
    painter.end();
    return *m_caps.insert(
        key, {box.copy(0, 0, capWidth, height), box.copy(box.width() - capWidth, 0, capWidth, height)});
}

void EventPainter::drawBox(QPainter &painter, const QRect &box, QColor fill, QColor under)
{
    if (box.width() < 3 * capWidth) {
        painter.fillRect(box, fill);
        return;
    }
    const Caps &caps = capsOf(fill.rgb(), under.rgb(), box.height());
    painter.drawImage(box.topLeft(), caps.left);
    painter.fillRect(box.adjusted(capWidth, 0, -capWidth, 0), fill);
    painter.drawImage(QPoint(box.right() - capWidth + 1, box.top()), caps.right);
}

const QBrush &EventPainter::stripes(const QColor &line, const QColor &under)
{
    const quint64 key = (quint64(line.rgb()) << 32) | under.rgb();
    const auto known = m_stripes.constFind(key);
    return known != m_stripes.cend() ? *known : *m_stripes.insert(key, hatch(line, under, false));
}

void EventPainter::drawBody(QPainter &painter, const QRect &box, const EventLook &look)
{
    if (!look.isPlaceholder || box.width() < 6) {
        drawBox(painter, box, look.isPlaceholder ? m_colours->neutral : look.fill, m_colours->lane);
        return;
    }
    painter.fillRect(box, look.fill);
    QPen pen(look.isPast ? m_colours->neutral : m_colours->dimText, 1, Qt::CustomDashLine);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box.adjusted(0, 0, -1, -1));
}

void EventPainter::drawMarks(QPainter &painter, const TimelineScene &scene, const QRect &box,
                             const EventLook &look)
{
    if (look.mediaEnd) {
        QRect beyond = box;
        beyond.setLeft(std::max(box.left(), scene.layout.xAt(*look.mediaEnd)));
        const QColor stripe = mixed(look.fill, m_colours->warning, 0.7);
        painter.fillRect(beyond, stripes(stripe, look.fill));
        painter.fillRect(beyond.left(), beyond.top(), 1, beyond.height(), m_colours->warning);
    }
    if (look.isLive && box.width() >= 8)
        painter.fillRect(box.left(), box.top(), box.width() >= narrowest ? 4 : 2, box.height(), look.text);
    if (look.isMissing && box.width() >= 6) {
        const int tooth = 4;
        QPainterPath torn;
        torn.moveTo(box.right() + 1, box.top());
        for (int y = box.top(); y <= box.bottom() + 1; y += 2 * tooth) {
            torn.lineTo(box.right() + 1 - tooth, y + tooth);
            torn.lineTo(box.right() + 1, y + 2 * tooth);
        }
        torn.lineTo(box.right() + 2, box.bottom() + 1);
        torn.lineTo(box.right() + 2, box.top());
        painter.save();
        painter.setClipRect(box, Qt::IntersectClip);
        painter.fillPath(torn, m_colours->lane);
        // The shape tells; the full colour is for what plays wrongly. What is past is nobody's task any more.
        painter.strokePath(torn, QPen(mixed(look.fill, m_colours->error, look.isPast ? 0.25 : 0.6), 1));
        painter.restore();
    }
}

void EventPainter::drawEvent(QPainter &painter, const TimelineScene &scene, int lane,
                             const ScheduledEvent &event, TimeRange alone)
{
    const QRect whole = scene.layout.boxRect(lane, event.range);
    const EventLook look = lookOf(scene, event);
    const QRect box = clipped(whole, scene.layout);
    drawBody(painter, box, look);
    if (look.isLive || look.isMissing || look.mediaEnd)
        drawMarks(painter, scene, box, look);
    QRect seen = visiblePart(whole, scene.layout);
    if (alone.end() < event.range.end())
        seen.setRight(std::min(seen.right(), scene.layout.xAt(alone.end()) - 1));
    QRect unshared = seen; // the mark of an overlap lies on the rest
    if (alone.start > event.range.start)
        unshared.setLeft(std::max(seen.left(), scene.layout.xAt(alone.start) + 1));
    if (seen.width() >= narrowest)
        drawTexts(painter, scene, lane, event, seen, unshared, look);
}

void EventPainter::drawTexts(QPainter &painter, const TimelineScene &scene, int lane,
                             const ScheduledEvent &event, const QRect &box, const QRect &unshared,
                             const EventLook &look)
{
    QRect inner = box.adjusted(padding, 0, -padding / 2, 0);
    if (look.isMissing)
        inner.setRight(inner.right() - padding / 2);
    if (look.isLocked && inner.width() >= lockWidth) {
        drawLock(painter, QPoint(inner.right() - 9, box.top() + 6), look.text);
        inner.setRight(inner.right() - lockWidth);
    }
    if (look.isMissing && inner.width() >= roomForSign) { // a narrower one has its torn edge
        const QColor sign = look.isPast ? look.text : mixed(look.fill, look.text, 0.8);
        drawMissingSign(painter, QPoint(inner.right() - 11, box.top() + 7), sign);
        inner.setRight(inner.right() - missingWidth);
    }
    painter.setPen(look.text);
    const bool isCut = scene.layout.xAt(event.range.start) < box.left() ||
                       scene.layout.xAt(event.range.end()) > box.right() + 2;
    drawTitle(painter, scene, event, inner, isCut);
    if (box.height() >= lowestWithTimes) {
        inner.setLeft(unshared.left() + padding);
        inner.setRight(unshared.right() - padding / 2);
        drawTimes(painter, scene, lane, event, inner, look);
    }
}

void EventPainter::drawTitle(QPainter &painter, const TimelineScene &scene, const ScheduledEvent &event,
                             const QRect &inner, bool isCut)
{
    const bool hasTimes = inner.height() >= lowestWithTimes;
    const qreal top = inner.top() + (hasTimes ? 4 : (inner.height() - m_metrics.height()) / 2);
    // Two rows are the times' where they need them.
    const int lines = std::clamp(static_cast<int>((inner.height() - 40) / m_metrics.height()), 1, mostLines);
    const QString title = eventTitle(scene.station, event);
    if (isCut) { // its width changes with every scroll: nothing to keep
        painter.setFont(m_font);
        const QRectF space(inner.left(), top, inner.width() + 1, inner.height());
        painter.drawText(space, Qt::AlignLeft | Qt::AlignTop,
                         wrappedTitle(title, inner.width(), lines, m_metrics));
        return;
    }
    const std::pair<QString, int> key(title, inner.width() * (mostLines + 1) + lines);
    auto known = m_titles.find(key);
    if (known == m_titles.end()) {
        if (m_titles.size() >= mostTitles)
            m_titles.clear();
        QString wrapped = wrappedTitle(title, inner.width(), lines, m_metrics);
        QStaticText text(wrapped.replace(u'\n', QChar::LineSeparator));
        text.setTextFormat(Qt::PlainText);
        text.setPerformanceHint(QStaticText::AggressiveCaching);
        text.prepare({}, m_font);
        known = m_titles.insert(key, text);
    }
    painter.setFont(m_font);
    painter.drawStaticText(QPointF(inner.left(), top), *known);
}

void EventPainter::drawTimes(QPainter &painter, const TimelineScene &scene, int lane,
                             const ScheduledEvent &event, const QRect &inner, const EventLook &look)
{
    const LocalTime start = scene.lanes[static_cast<std::size_t>(lane)].wall.toLocal(event.range.start);
    const bool isClose = scene.layout.msPerPixel < 200;
    const QString sign = look.isUncertain ? u"~"_s : QString(); // it is the length that is not certain
    const QString clock = wallClockText(start, isClose);
    const Millis shown = isClose ? event.range.duration
                                 : Millis(std::chrono::round<std::chrono::seconds>(event.range.duration));
    const qreal width = inner.width();
    const qreal clockWidth = m_times.width(clock);
    const QPointF at(inner.left(), inner.bottom() - 6);
    painter.setPen(look.isPast ? look.text : mixed(look.fill, look.text, 0.82));
    if (clockWidth > width) {
        const QString brief = wallClockShort(start);
        if (m_times.width(brief) <= width)
            m_times.draw(painter, at, brief);
        return;
    }
    const QString length = sign + toClockText(shown);
    const qreal lengthAt = clockWidth + 2 * padding;
    const bool fitsBeside = lengthAt + m_times.width(length) <= width;
    const bool fitsBelow = inner.height() >= lowestWithTwoRows && m_times.width(length) <= width;
    const QPointF row(0, m_timeMetrics.height());
    m_times.draw(painter, fitsBeside || !fitsBelow ? at : at - row, clock);
    if (fitsBeside)
        m_times.draw(painter, at + QPointF(lengthAt, 0), length);
    else if (fitsBelow)
        m_times.draw(painter, at, length);
}

void EventPainter::drawGhost(QPainter &painter, const QRect &box, const QString &title)
{
    drawBox(painter, box, mixed(m_colours->lane, m_colours->accent, 0.35), m_colours->background);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_colours->accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), space::corner, space::corner);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (box.width() < narrowest)
        return;
    painter.setFont(m_font);
    painter.setPen(m_colours->text);
    painter.drawText(QPointF(box.left() + padding, box.top() + 4 + m_metrics.ascent()),
                     elidedTitle(title, box.width() - 2 * padding, m_metrics));
}

void EventPainter::drawGap(QPainter &painter, const TimelineScene &scene, int lane, TimeRange gap)
{
    const QRect whole = scene.layout.boxRect(lane, gap);
    painter.fillRect(clipped(whole, scene.layout), m_gapHatch);
    const QRect seen = visiblePart(whole, scene.layout);
    const QString text = lengthText(gap.duration);
    const qreal width = m_times.width(text);
    if (width + 2 * padding > seen.width())
        return;
    const QRectF label(seen.center().x() - width / 2 - 6, seen.center().y() - 9, width + 12, 18);
    painter.fillRect(label.toAlignedRect(), m_colours->background);
    painter.setPen(m_colours->dimText);
    m_times.draw(painter, QPointF(label.left() + 6, label.center().y() + m_timeMetrics.capHeight() / 2),
                 text);
}

void EventPainter::drawOverlap(QPainter &painter, const TimelineScene &scene, int lane, TimeRange shared)
{
    QRect box = clipped(scene.layout.boxRect(lane, shared), scene.layout);
    box.setRight(std::max(box.right(), box.left() + 1));
    const bool isPast = shared.end() <= scene.now;
    const QColor error = isPast ? mixed(m_colours->lane, m_colours->error, 0.4) : m_colours->error;
    painter.fillRect(box.adjusted(0, box.height() / 2, 0, 0), isPast ? m_gapHatch : m_overlapHatch);
    painter.fillRect(box.left(), box.top(), 2, box.height(), error);
    painter.fillRect(box.right() - 1, box.top(), 2, box.height(), error);
    const QRect seen = visiblePart(box, scene.layout);
    const QString text = lengthText(shared.duration);
    const qreal width = m_times.width(text) + 12;
    if (width + 4 <= seen.width()) {
        const QRect badge(qRound(seen.center().x() - width / 2), box.bottom() - 18, qRound(width), 16);
        drawBox(painter, badge, error, m_colours->background);
        painter.setPen(contrastRatio(error, Qt::black) > 5 ? Qt::black : Qt::white);
        m_times.draw(painter, QPointF(badge.left() + 6, badge.bottom() - 3.5), text);
    } else {
        const QPointF centre(seen.center().x() + 1, box.bottom() - 6);
        QPainterPath diamond;
        diamond.moveTo(centre + QPointF(0, -5));
        diamond.lineTo(centre + QPointF(5, 0));
        diamond.lineTo(centre + QPointF(0, 5));
        diamond.lineTo(centre + QPointF(-5, 0));
        diamond.closeSubpath();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_colours->background, 1));
        painter.setBrush(error);
        painter.drawPath(diamond);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
}

void EventPainter::drawOutlines(QPainter &painter, const TimelineScene &scene, int lane,
                                const ScheduledEvent &event)
{
    const bool isFocused = scene.hasFocus && event.id == scene.focused;
    outline(painter, clipped(scene.layout.boxRect(lane, event.range), scene.layout),
            scene.selected.contains(event.id), isFocused);
}

void EventPainter::drawGapOutlines(QPainter &painter, const TimelineScene &scene, int lane, TimeRange gap)
{
    outline(painter, clipped(scene.layout.boxRect(lane, gap), scene.layout), true, scene.hasFocus);
}

void EventPainter::outline(QPainter &painter, const QRect &box, bool isSelected, bool isFocused)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    if (isSelected) {
        painter.setPen(QPen(m_colours->accent, 2));
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), space::corner, space::corner);
    }
    if (isFocused) {
        painter.setPen(QPen(m_colours->text, 1));
        painter.drawRoundedRect(QRectF(box).adjusted(-1.5, -1.5, 1.5, 1.5), space::corner + 1,
                                space::corner + 1);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace sf
