// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/tokens.h"
#include "ui/timeline/tabularfont.h"
#include "ui/timeline/timelinescene.h"

#include <QBrush>
#include <QFontMetricsF>
#include <QImage>
#include <QStaticText>

class QPainter;

namespace sf {

/// What of an event is seen, besides where it is.
struct EventLook
{
    QColor fill;
    QColor text;
    bool isPast = false;
    bool isLocked = false;
    bool isPlaceholder = false;
    bool isLive = false;
    bool isMissing = false;
    bool isUncertain = false;          ///< its length was declared, never probed
    std::optional<TimePoint> mediaEnd; ///< where the media ends before the event does
};

/// Draws event boxes, gaps and overlaps. State is shape first, colour second. Only opaque colours: mixed ones
/// are made once.
class EventPainter
{
public:
    explicit EventPainter(CategoryFills &fills)
        : m_fills(fills)
    {
    }

    void setLook(const Tokens &colours, const QFont &font);
    /// Titles or assets changed.
    void clearTexts() { m_titles.clear(); }

    EventLook lookOf(const TimelineScene &scene, const ScheduledEvent &event);
    /// It is `alone` up to where another event lies over it, and from where the mark of an overlap ends; empty where it
    /// never is. Texts keep to that.
    void drawEvent(QPainter &painter, const TimelineScene &scene, int lane, const ScheduledEvent &event,
                   TimeRange alone);
    void drawGap(QPainter &painter, const TimelineScene &scene, int lane, TimeRange gap);
    void drawOverlap(QPainter &painter, const TimelineScene &scene, int lane, TimeRange shared);
    void drawGhost(QPainter &painter, const QRect &box, const QString &title);
    /// Accent outline of the selected, ring of the focused.
    void drawOutlines(QPainter &painter, const TimelineScene &scene, int lane, const ScheduledEvent &event);
    /// The same of a gap that is picked.
    void drawGapOutlines(QPainter &painter, const TimelineScene &scene, int lane, TimeRange gap);

    /// A rounded box of one colour on `under`, without anti-aliasing anew each time.
    void drawBox(QPainter &painter, const QRect &box, QColor fill, QColor under);
    const TabularFont &times() const { return m_times; }
    const QFont &font() const { return m_font; }

private:
    struct Caps
    {
        QImage left;
        QImage right;
    };
    void outline(QPainter &painter, const QRect &box, bool isSelected, bool isFocused);
    const Caps &capsOf(QRgb fill, QRgb under, int height);
    const QBrush &stripes(const QColor &line, const QColor &under);
    void drawBody(QPainter &painter, const QRect &box, const EventLook &look);
    void drawMarks(QPainter &painter, const TimelineScene &scene, const QRect &box, const EventLook &look);
    void drawTexts(QPainter &painter, const TimelineScene &scene, int lane, const ScheduledEvent &event,
                   const QRect &box, const QRect &unshared, const EventLook &look);
    void drawTimes(QPainter &painter, const TimelineScene &scene, int lane, const ScheduledEvent &event,
                   const QRect &inner, const EventLook &look);
    void drawTitle(QPainter &painter, const TimelineScene &scene, const ScheduledEvent &event,
                   const QRect &inner, bool isCut);

    CategoryFills &m_fills;
    const Tokens *m_colours = &tokens(Theme::Dark);
    QFont m_font;
    QFontMetricsF m_metrics{m_font};
    TabularFont m_times;
    QFontMetricsF m_timeMetrics{m_font};
    QBrush m_gapHatch;
    QBrush m_overlapHatch;
    QHash<quint64, Caps> m_caps;
    QHash<quint64, QBrush> m_stripes;
    QHash<std::pair<QString, int>, QStaticText> m_titles; ///< by title and width
};

} // namespace sf
