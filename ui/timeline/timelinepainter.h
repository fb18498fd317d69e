// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/categoryorder.h"
#include "ui/timeline/comingdays.h"
#include "ui/timeline/eventpainter.h"
#include "ui/timeline/overviewstrips.h"

namespace sf {

/// Paints a scene, or the part of it that lies in a rectangle. Keeps what costs much to make: elided titles,
/// box ends, overview strips.
class TimelinePainter
{
public:
    /// Narrower than this on average, and a lane is drawn as an overview.
    static constexpr double overviewBelow = 3.0;

    TimelinePainter();

    void setLook(const Tokens &colours, const QFont &font);
    /// All assets may be others: titles, categories and states with them.
    void assetsReplaced(const Station &station);
    /// Overviews are kept where no category or missing media is touched: a probe of the library changes
    /// hundreds of assets one by one.
    void assetsChanged(const Station &station, const Changes<Asset> &changes);

    /// Index in Tokens::categories.
    int fillOf(const QString &category) { return m_fills.indexOf(category); }

    void paint(QPainter &painter, const TimelineScene &scene, const QRect &clip);
    /// An overview still lacks buckets; paint again soon.
    bool isIncomplete() const { return m_strips.isIncomplete(); }

    /// What a ghost covers, with its labels: the part to repaint when it moves.
    QRegion ghostRegion(const TimelineScene &scene) const;
    static bool isOverview(const TimelineScene &scene, int lane);

private:
    void paintLane(QPainter &painter, const TimelineScene &scene, int lane, const QRect &clip);
    void paintEvents(QPainter &painter, const TimelineScene &scene, int lane, TimeRange range);
    void paintRuler(QPainter &painter, const TimelineScene &scene);
    void paintBands(QPainter &painter, const TimelineScene &scene);
    void paintBandMark(QPainter &painter, const TimelineScene &scene, const PublishMark &mark, int left,
                       int end);
    void paintDateTick(QPainter &painter, const TimelineScene &scene, const RulerTick &tick, int x);
    void paintHeaders(QPainter &painter, const TimelineScene &scene, const QRect &clip);
    void paintGrid(QPainter &painter, const TimelineScene &scene);
    void paintNow(QPainter &painter, const TimelineScene &scene);
    void paintGhost(QPainter &painter, const TimelineScene &scene);
    void paintHighlight(QPainter &painter, const TimelineScene &scene);
    static QString ghostTitle(const TimelineScene &scene, const DragItem &item);
    QString ghostLabel(const TimelineScene &scene) const;
    QRect ghostLabelRect(const TimelineScene &scene) const;
    static QRect bandRect(const TimelineScene &scene);

    CategoryOrder m_categories;
    CategoryFills m_fills;
    EventPainter m_events;
    OverviewStrips m_strips;
    ComingDays m_days;
    QFont m_font;
    QFont m_boldFont;
};

} // namespace sf
