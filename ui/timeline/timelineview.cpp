// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/timeline/timelineview.h"

#include "ui/timeline/eventtext.h"

#include <QEvent>
#include <QLabel>
#include <QPaintEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QTimerEvent>
#include <QVBoxLayout>

namespace sf {

using namespace std::chrono;

namespace {

constexpr int fewRects = 8; ///< a region of more is painted by its bounds

} // namespace

TimelineView::TimelineView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Timeline"));
    setAcceptDrops(true);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);

    m_emptyNote = new QWidget(viewport());
    m_emptyText = new QLabel(tr("No channels yet. Add one to start planning."), m_emptyNote);
    m_emptyButton = new QPushButton(tr("Add channel"), m_emptyNote);
    auto *box = new QVBoxLayout(m_emptyNote);
    box->addWidget(m_emptyText, 0, Qt::AlignHCenter);
    box->addWidget(m_emptyButton, 0, Qt::AlignHCenter);
    connect(m_emptyButton, &QPushButton::clicked, this, &TimelineView::addChannelRequested);

    setTheme(Theme::Dark);
    updateEmptyNote();
}

TimelineView::~TimelineView() = default;

void TimelineView::setTheme(Theme theme)
{
    m_scene.colours = &tokens(theme);
    m_painter.setLook(*m_scene.colours, font());
    QPalette palette = m_emptyText->palette();
    palette.setColor(QPalette::WindowText, m_scene.colours->dimText);
    m_emptyText->setPalette(palette);
    viewport()->update();
}

void TimelineView::setRepeats(SharedRepeats repeats)
{
    m_scene.repeats = std::move(repeats);
    viewport()->update();
}

void TimelineView::setPublished(PlanId plan, std::vector<PublishMark> marks)
{
    auto &shown = m_scene.published[plan];
    if (shown == marks)
        return;
    shown = std::move(marks);
    viewport()->update(0, 0, viewport()->width(), TimelineLayout::rulerHeight);
    viewport()->update(ComingDays::area(m_scene));
}

void TimelineView::setEmptyNote(const QString &text, bool offersChannel)
{
    m_emptyText->setText(text);
    m_emptyButton->setVisible(offersChannel);
    updateEmptyNote();
}

void TimelineView::setStation(const Station &station)
{
    m_scene.station = station;
    m_painter.assetsReplaced(station);
    rebuildLanes();
    followGap();
    select(m_scene.selected);
    if (!m_hasShown)
        showPlan();
    layoutChanged();
    describeFocus();
}

void TimelineView::setStation(const Station &station, const StationEdit &edit)
{
    if (!edit.channels.isEmpty() || !edit.plans.isEmpty()) {
        setStation(station);
        return;
    }
    if (!edit.assets.isEmpty()) {
        m_painter.assetsChanged(station, edit.assets);
        viewport()->update();
    }
    m_scene.station = station;
    endStaleDrag();
    // A big edit is not walked through: its memory alone would take longer to read than a frame.
    constexpr std::size_t few = 200;
    if (edit.events.before.size() + edit.events.after.size() <= few)
        followEvents(edit.events);
    else
        refreshAfterBigEdit();
    followGap();
    select(m_scene.selected);
    updateScrollBars();
    describeFocus();
}

void TimelineView::followEvents(const Changes<ScheduledEvent> &changes)
{
    std::vector<PlanId> plans;
    for (const auto *list : {&changes.before, &changes.after}) {
        for (const ScheduledEvent &event : *list) {
            if (std::find(plans.begin(), plans.end(), event.plan) == plans.end())
                plans.push_back(event.plan);
        }
    }
    for (const PlanId plan : plans) {
        if (const int index = laneOf(plan); index >= 0)
            refreshLane(index);
    }
    // What stood beside an event has gaps and overlaps that change with it.
    for (const auto *list : {&changes.before, &changes.after}) {
        for (const ScheduledEvent &event : *list)
            setDirty(event.plan, event.range);
    }
    updateDays();
    viewport()->update(ComingDays::area(m_scene));
}

void TimelineView::refreshLanes()
{
    for (int index = 0; index < m_scene.layout.laneCount; ++index)
        refreshLane(index);
    updateDays();
    viewport()->update();
}

/// All panels show another station then. This one paints in a turn of its own, or all would not be done within a frame.
void TimelineView::refreshAfterBigEdit()
{
    refreshLanes();
    viewport()->setUpdatesEnabled(false);
    m_paintSoon.start(0, this);
}

void TimelineView::rebuildLanes()
{
    const PlanId current = currentPlan();
    m_scene.lanes.clear();
    for (const Channel &channel : m_scene.station.channels()) {
        const Plan *plan = m_scene.station.onAirPlan(channel.id);
        if (!plan)
            continue;
        TimelineLane added;
        added.channel = channel.id;
        added.plan = plan->id;
        added.name = channel.name;
        added.clock = channel.clock();
        added.grid = channel.grid();
        m_scene.lanes.push_back(std::move(added));
        refreshLane(static_cast<int>(m_scene.lanes.size()) - 1);
    }
    m_scene.layout.laneCount = static_cast<int>(m_scene.lanes.size());
    m_scene.focusedLane = std::max(0, laneOf(current));
    m_scene.rulerLane = m_scene.focusedLane;
    m_rulerFor = -1;
    if (!find(m_scene.focused))
        m_scene.focused = {};
    cancelDrag();
    updateEmptyNote();
}

void TimelineView::endStaleDrag()
{
    if (m_drag.isPressed() && m_drag.kind() != DragKind::RubberBand && !m_drag.isOf(find(m_pressedEvent)))
        cancelDrag();
}

void TimelineView::refreshLane(int index)
{
    TimelineLane &refreshed = m_scene.lanes[static_cast<std::size_t>(index)];
    refreshed.index = LaneIndex(m_scene.station.schedule(), refreshed.plan);
    refreshed.revision = ++m_revision;
}

void TimelineView::setDirty(PlanId plan, TimeRange range)
{
    const int index = laneOf(plan);
    if (index < 0)
        return;
    const Schedule &schedule = m_scene.station.schedule();
    const LaneIndex &neighbours = lane(index).index;
    const auto before = neighbours.coverEnd(schedule, range.start);
    const ScheduledEvent *after = neighbours.firstFrom(schedule, range.end());
    const TimePoint from = std::min(range.start, before.value_or(m_scene.layout.origin));
    const TimePoint to = std::max(range.end(), after ? after->range.start : visibleRange().end());
    updateRange(index, TimeRange::between(from, to));
}

void TimelineView::updateRange(int index, TimeRange range)
{
    constexpr int outline = 8;
    const TimelineLayout &layout = m_scene.layout;
    if (TimelinePainter::isOverview(m_scene, index))
        range = visibleRange();
    const QRect box = layout.boxRect(index, range).adjusted(-outline, -outline, outline, outline);
    viewport()->update(box & layout.laneArea());
}

void TimelineView::updateEvent(EventId id)
{
    const ScheduledEvent *event = find(id);
    const int index = event ? laneOf(event->plan) : -1;
    if (index >= 0)
        updateRange(index, event->range);
}

void TimelineView::setNow(TimePoint now)
{
    const TimePoint old = std::exchange(m_scene.now, now);
    const TimelineLayout &layout = m_scene.layout;
    const int oldX = layout.xAt(old);
    const int newX = layout.xAt(now);
    const auto updateColumn = [&](int x) { viewport()->update(x - 3, 0, 9, viewport()->height()); };
    if (oldX != newX) {
        updateColumn(oldX);
        updateColumn(newX);
    }
    if (now <= old)
        return;
    if (!m_scene.days.empty() && floor<minutes>(now) != floor<minutes>(old)) {
        updateDays();
        viewport()->update(ComingDays::area(m_scene));
    }
    if (now - old > hours(1)) {
        viewport()->update();
        return;
    }
    for (int index = 0; index < layout.laneCount; ++index) { // what has just ended is dimmed
        if (TimelinePainter::isOverview(m_scene, index))
            continue;
        m_scene.station.schedule().forEachIn(lane(index).plan, TimeRange::between(old - Millis(1), now),
                                             [&](const ScheduledEvent &event) {
                                                 if (event.range.end() > old && event.range.end() <= now)
                                                     updateRange(index, event.range);
                                             });
    }
}

int TimelineView::laneOf(PlanId plan) const
{
    for (std::size_t i = 0; i < m_scene.lanes.size(); ++i) {
        if (m_scene.lanes[i].plan == plan)
            return static_cast<int>(i);
    }
    return -1;
}

PlanId TimelineView::currentPlan() const
{
    return m_scene.lanes.empty() ? PlanId() : lane(m_scene.focusedLane).plan;
}

void TimelineView::setCurrentPlan(PlanId plan)
{
    if (const int index = laneOf(plan); index >= 0)
        setFocusedLane(index);
}

void TimelineView::layoutChanged()
{
    TimelineLayout &layout = m_scene.layout;
    layout.size = viewport()->size();
    layout.fitLanes();
    layout.scrollY = std::clamp(layout.scrollY, 0, verticalScrollBar()->maximum());
    const TimeRange visible = layout.visibleRange();
    const TimeRange wide{visible.start - visible.duration / 4, visible.duration * 3 / 2};
    for (TimelineLane &shown : m_scene.lanes) {
        if (!shown.wall.covers(visible))
            shown.wall = WallTimes(shown.clock, wide);
    }
    const bool isSameRuler = m_rulerFor == m_scene.rulerLane && m_rulerScale == layout.msPerPixel &&
                             m_rulerRange.contains(visible);
    if (!isSameRuler && !m_scene.lanes.empty()) {
        const ChannelClock &clock = lane(m_scene.rulerLane).clock;
        m_scene.ruler = makeRuler(clock, WallTimes(clock, wide), layout.msPerPixel);
        m_rulerRange = wide;
        m_rulerScale = layout.msPerPixel;
        m_rulerFor = m_scene.rulerLane;
    }
    updateScrollBars();
    updateDays();
    viewport()->update();
    Q_EMIT visibleRangeChanged(visible);
}

void TimelineView::updateDays()
{
    const int rows = m_scene.lanes.empty() ? 0 : ComingDays::roomFor(m_scene.layout);
    if (rows == 0 || !lane(m_scene.focusedLane).index.extent()) {
        viewport()->update(ComingDays::area(m_scene)); // nothing comes in their place
        m_scene.days.clear();
        return;
    }
    const ChannelClock &clock = lane(m_scene.focusedLane).clock;
    const TimeRange visible = visibleRange();
    const QDate today = clock.broadcastDate(m_scene.now);
    const qint64 ahead = today.daysTo(clock.broadcastDate(visible.start + visible.duration / 2));
    const qint64 page =
        ahead >= 0 ? ahead / rows : -((rows - 1 - ahead) / rows); // pages: they stay while scrolling
    const QDate first = today.addDays(page * rows);
    m_scene.days.resize(static_cast<std::size_t>(rows));
    for (int row = 0; row < rows; ++row) {
        const QDate date = first.addDays(row);
        m_scene.days[static_cast<std::size_t>(row)] = {date, clock.broadcastDay(date)};
    }
}

void TimelineView::updateEmptyNote()
{
    m_emptyNote->setVisible(m_scene.lanes.empty());
    m_emptyNote->adjustSize();
    QRect rect = m_emptyNote->rect();
    rect.moveCenter(viewport()->rect().center());
    m_emptyNote->setGeometry(rect);
}

void TimelineView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const QRegion &region = event->region();
    if (m_scene.lanes.empty()) {
        painter.fillRect(event->rect(), m_scene.colours->background);
        return;
    }
    if (region.rectCount() > fewRects) {
        m_painter.paint(painter, m_scene, event->rect());
    } else {
        for (const QRect &rect : region)
            m_painter.paint(painter, m_scene, rect);
    }
    if (m_painter.isIncomplete())
        m_fillIn.start(0, this);
}

void TimelineView::resizeEvent(QResizeEvent *)
{
    const TimeRange shown = m_scene.layout.visibleRange();
    const Millis pixel(static_cast<std::int64_t>(m_scene.layout.msPerPixel) + 1);
    const bool isAsAsked = m_askedRange && m_scene.layout.origin == m_askedRange->start &&
                           std::chrono::abs(shown.duration - m_askedRange->duration) <= pixel;
    if (isAsAsked && m_isPlanAsked)
        showPlan();
    else if (isAsAsked) // nobody scrolled or zoomed since: the same hours at another size
        showRange(TimeRange(*m_askedRange));
    else
        layoutChanged();
    updateEmptyNote();
}

void TimelineView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_painter.setLook(*m_scene.colours, font());
        viewport()->update();
    }
}

void TimelineView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_autoScroll.timerId()) {
        if (scrollAtEdge(m_lastPos))
            continueDrag(m_lastPos, m_lastModifiers);
    } else if (event->timerId() == m_highlightTimer.timerId()) {
        m_highlightTimer.stop();
        m_scene.highlight.reset();
        viewport()->update();
    } else if (event->timerId() == m_paintSoon.timerId()) {
        m_paintSoon.stop();
        viewport()->setUpdatesEnabled(true);
    } else if (event->timerId() == m_fillIn.timerId()) {
        m_fillIn.stop();
        viewport()->update();
    }
}

} // namespace sf
