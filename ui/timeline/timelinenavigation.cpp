// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/timeline/timelineview.h"

#include <QScrollBar>

#include <cmath>

namespace sf {

using namespace std::chrono;

namespace {

constexpr int scrollSteps = 1 << 20; ///< the horizontal bar's range: a year in seconds would overflow pixels
constexpr int highlightTime = 1500;  ///< ms
constexpr int readableHour = 44;     ///< pixels: an hour's programme shows its title

} // namespace

TimeRange TimelineView::scrollRange() const
{
    const TimeRange visible = visibleRange();
    TimePoint from = std::min(visible.start, m_scene.now - days(1));
    TimePoint to = std::max(visible.end(), m_scene.now + days(28));
    for (const TimelineLane &shown : m_scene.lanes) {
        if (const auto extent = shown.index.extent()) {
            from = std::min(from, extent->start - visible.duration / 2);
            to = std::max(to, extent->end() + visible.duration / 2);
        }
    }
    return TimeRange::between(from, to);
}

void TimelineView::updateScrollBars()
{
    const TimelineLayout &layout = m_scene.layout;
    m_isSettingScrollBars = true;
    if (m_scene.lanes.empty()) { // there is nowhere to go
        horizontalScrollBar()->setRange(0, 0);
        verticalScrollBar()->setRange(0, 0);
        m_isSettingScrollBars = false;
        return;
    }
    const TimeRange all = scrollRange();
    const TimeRange visible = layout.visibleRange();
    const double total = static_cast<double>(std::max<std::int64_t>(1, all.duration.count()));
    const auto steps = [total](Millis length) {
        return static_cast<int>(static_cast<double>(length.count()) / total * scrollSteps);
    };
    const int page = std::max(1, steps(visible.duration));
    horizontalScrollBar()->setRange(0, std::max(0, scrollSteps - page));
    horizontalScrollBar()->setPageStep(page);
    horizontalScrollBar()->setSingleStep(std::max(1, page / 20));
    horizontalScrollBar()->setValue(steps(visible.start - all.start));
    const int laneSpace = viewport()->height() - TimelineLayout::rulerHeight;
    verticalScrollBar()->setRange(0, std::max(0, layout.lanesHeight() - laneSpace));
    verticalScrollBar()->setPageStep(std::max(1, laneSpace));
    verticalScrollBar()->setSingleStep(layout.laneHeight / 2);
    verticalScrollBar()->setValue(layout.scrollY);
    m_isSettingScrollBars = false;
}

void TimelineView::scrollContentsBy(int, int)
{
    if (m_isSettingScrollBars)
        return;
    const TimeRange all = scrollRange();
    m_scene.layout.scrollY = verticalScrollBar()->value();
    const double share = static_cast<double>(horizontalScrollBar()->value()) / scrollSteps;
    m_scene.layout.origin =
        all.start + Millis(std::llround(share * static_cast<double>(all.duration.count())));
    layoutChanged();
}

void TimelineView::showRange(TimeRange range)
{
    m_hasShown = true;
    m_scene.layout.size = viewport()->size();
    m_scene.layout.show(range);
    m_askedRange = TimeRange{m_scene.layout.origin, range.duration};
    m_isPlanAsked = false;
    layoutChanged();
}

void TimelineView::showPlan()
{
    m_hasShown = !m_scene.lanes.empty();
    if (!m_hasShown)
        return;
    const TimelineLane &current = lane(m_scene.focusedLane);
    const Schedule &schedule = m_scene.station.schedule();
    const auto dayOf = [&current](TimePoint t) {
        return current.clock.broadcastDay(current.clock.broadcastDate(t));
    };
    TimeRange day = dayOf(m_scene.now);
    if (const auto extent = current.index.extent()) {
        bool isPlanned = false;
        schedule.forEachIn(current.plan, day, [&](const ScheduledEvent &) { isPlanned = true; });
        const ScheduledEvent *next = current.index.firstFrom(schedule, day.end());
        if (!isPlanned)
            day = dayOf(next ? next->range.start : extent->end() - Millis(1));
    }
    const int width = viewport()->width() - TimelineLayout::headerWidth;
    const Millis readable = hours(std::max(2, width / readableHour));
    if (readable < day.duration) { // a small screen: some hours to read instead of a day to guess at
        const TimePoint from = std::min(m_scene.now - hours(2), day.end() - readable);
        if (day.contains(m_scene.now) && from > day.start)
            day.start = floor<hours>(from);
        day.duration = readable;
    }
    showRange(day);
    m_isPlanAsked = true;
}

void TimelineView::reveal(TimeRange range)
{
    const TimeRange visible = visibleRange();
    if (visible.overlaps(range))
        return;
    m_scene.layout.ensureVisible({range.start, std::min(range.duration, visible.duration / 2)});
    layoutChanged();
}

void TimelineView::zoomToFit()
{
    std::optional<TimeRange> all;
    for (const TimelineLane &shown : m_scene.lanes) {
        const auto extent = shown.index.extent();
        if (extent)
            all = all ? TimeRange::between(std::min(all->start, extent->start),
                                           std::max(all->end(), extent->end()))
                      : *extent;
    }
    if (all) {
        m_scene.layout.show(*all, 0.02);
        layoutChanged();
    } else if (!m_scene.lanes.empty()) {
        const ChannelClock &clock = lane(0).clock;
        showRange(clock.broadcastDay(clock.broadcastDate(m_scene.now)));
    }
}

void TimelineView::zoom(double factor)
{
    const TimelineLayout &layout = m_scene.layout;
    int x = (TimelineLayout::headerWidth + layout.size.width()) / 2;
    if (const auto focused = focusedRange()) {
        const int focusX = layout.xAt(focused->start);
        if (focusX >= TimelineLayout::headerWidth && focusX < layout.size.width())
            x = focusX;
    }
    m_scene.layout.zoomAround(x, factor);
    layoutChanged();
}

void TimelineView::goTo(TimeRange range, EventId id)
{
    const ScheduledEvent *event = find(id);
    const int index = event ? laneOf(event->plan) : -1;
    TimelineLayout &layout = m_scene.layout;
    if (layout.pixelsOf(range.duration) > 0.8 * layout.laneArea().width())
        layout.show(range, 0.2);
    else if (layout.pixelsOf(range.duration) < 12)
        layout.show(range, 8);
    else
        layout.ensureVisible(range);
    if (event) {
        select({id});
        focusOn(*event);
    }
    m_scene.highlight = TimelineHighlight{index, range};
    m_highlightTimer.start(highlightTime, this);
    layoutChanged();
}

void TimelineView::goToNow()
{
    m_scene.layout.origin = m_scene.now - visibleRange().duration / 3;
    layoutChanged();
}

} // namespace sf
