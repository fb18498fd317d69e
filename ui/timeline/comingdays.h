// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/eventpainter.h"
#include "ui/timeline/overviewstrips.h"

namespace sf {

/// Where few channels leave room below their lanes: the days to come of the current one, a row each, so that a
/// glance tells how far the plan reaches and which day needs a person. All rows begin at the day's start, whatever
/// hours the lanes show.
class ComingDays
{
public:
    static constexpr int rowHeight = 24;
    static constexpr int mostRows = 28; ///< as far ahead as a fill's longest preset

    /// How many rows find room below the lanes; 0 where too few would.
    static int roomFor(const TimelineLayout &layout);
    /// Heading and rows; empty without days.
    static QRect area(const TimelineScene &scene);
    /// Of a day's strip, right of its name.
    static QRect rowRect(const TimelineScene &scene, int row);
    /// -1 where there is none.
    static int rowAt(const TimelineScene &scene, QPoint pos);
    /// The time at a point of a row; none elsewhere.
    static std::optional<TimePoint> timeAt(const TimelineScene &scene, QPoint pos);
    /// What a row shows, as a sentence.
    static QString describe(const TimelineScene &scene, int row);

    ComingDays(OverviewStrips &strips, const EventPainter &events)
        : m_strips(strips)
        , m_events(events)
    {
    }
    void setLook(const QFont &font, const QFont &bold);
    void paint(QPainter &painter, const TimelineScene &scene, const QRect &clip);

private:
    void paintHeading(QPainter &painter, const TimelineScene &scene);
    void paintRow(QPainter &painter, const TimelineScene &scene, int row, const QRect &clip);
    void paintName(QPainter &painter, const TimelineScene &scene, int row, const DayStats *stats);
    /// A frame around the hours that the lanes show.
    static void paintVisible(QPainter &painter, const TimelineScene &scene, int row);

    OverviewStrips &m_strips;
    const EventPainter &m_events;
    QFont m_font;
    QFont m_boldFont;
};

} // namespace sf
