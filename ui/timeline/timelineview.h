// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/timelinepainter.h"
#include "ui/timeline/timelinescene.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

#include <memory>

class QLabel;
class QPushButton;

namespace sf {

/// A place in the timeline, for a context menu.
struct TimelineSpot
{
    PlanId plan; ///< null outside the lanes
    TimePoint time{};
    EventId event;                ///< null where there is none
    std::optional<TimeRange> gap; ///< between two events
};

/// The channels' plans on air, one lane each, against time. It shows a station and asks for changes; it never
/// makes any: whoever listens applies them and hands over the new station.
class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TimelineView(QWidget *parent = nullptr);
    ~TimelineView() override;

    /// Takes another station, or one of which everything may have changed.
    void setStation(const Station &station);
    /// Takes the station that `edit` led to, and repaints only what it touched.
    void setStation(const Station &station, const StationEdit &edit);
    /// Something about the events of a plan looks different though no edit says so.
    void setDirty(PlanId plan, TimeRange range);
    void setTheme(Theme theme);
    /// Which of a plan's days the playout was given, by time.
    void setPublished(PlanId plan, std::vector<PublishMark> marks);
    /// What an empty view says, and whether it offers to add a channel.
    void setEmptyNote(const QString &text, bool offersChannel);
    /// Lights up where a title airs; null for none.
    void setRepeats(SharedRepeats repeats);
    /// Moves the now-line; call it once a second.
    void setNow(TimePoint now);

    /// By start. Ids that the station does not hold are left out.
    std::vector<EventId> selection() const;
    void setSelection(const std::vector<EventId> &ids);
    /// What the keyboard acts on; null where there is none.
    EventId focusedEvent() const { return m_scene.focused; }
    /// The plan of the lane that has the focus; null without channels.
    PlanId currentPlan() const;
    void setCurrentPlan(PlanId plan);

    TimeRange visibleRange() const { return m_scene.layout.visibleRange(); }
    /// Nothing of what is afar is still to be painted.
    bool isWhole() const { return !m_fillIn.isActive() && !m_paintSoon.isActive(); }
    const TimelineLayout &layout() const { return m_scene.layout; }
    /// Shows exactly this range of time.
    void showRange(TimeRange range);
    /// The day that matters first: today where something is planned, else the next planned day, else the last.
    void showPlan();
    /// Scrolls to `range` unless a part of it is in view.
    void reveal(TimeRange range);
    /// Everything that is planned; today where nothing is.
    void zoomToFit();
    /// A factor over 1 shows more time; around the focus or the middle.
    void zoom(double factor);
    /// Brings the range into view and outlines it for a moment. With an event, its lane, and it is selected.
    void goTo(TimeRange range, EventId event = {});
    void goToNow();
    /// Picks the gap around `t`, as a click does. False where there is none.
    bool pickGap(PlanId plan, TimePoint t);
    TimelineSpot spotAt(QPoint viewportPos) const;
    /// Index in Tokens::categories that events of a category are filled with.
    int fillOf(const QString &category) { return m_painter.fillOf(category); }

Q_SIGNALS:
    void selectionChanged(const std::vector<sf::EventId> &ids);
    void moveRequested(const std::vector<sf::EventId> &ids, sf::Millis by);
    void moveToPlanRequested(const std::vector<sf::EventId> &ids, sf::PlanId plan, sf::Millis by);
    void trimRequested(sf::EventId id, sf::TimeRange range);
    void removeRequested(const std::vector<sf::EventId> &ids);
    void insertRequested(const std::vector<sf::AssetId> &assets, sf::PlanId plan, sf::TimePoint at);
    /// Enter or a double click on an event.
    void activated(sf::EventId id);
    /// A click where nothing is, or an arrow to a gap; `spot.plan` is null outside the lanes.
    void spotPicked(const sf::TimelineSpot &spot);
    /// Enter or a double click on a gap.
    void gapActivated(sf::PlanId plan, sf::TimeRange gap);
    void menuRequested(const sf::TimelineSpot &spot, QPoint globalPos);
    void currentPlanChanged(sf::PlanId plan);
    void visibleRangeChanged(sf::TimeRange range);
    /// The button of the empty view.
    void addChannelRequested();

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    enum class Part { None, Ruler, Header, Lane, Body, StartEdge, EndEdge };
    struct Hit
    {
        Part part = Part::None;
        int lane = -1;
        TimePoint time{};
        const ScheduledEvent *event = nullptr;
    };
    Hit hitAt(QPoint pos) const;
    TimelineSpot spotOf(const Hit &hit) const;
    const PublishMark *publishMarkAt(QPoint pos) const;

    // state
    void rebuildLanes();
    void refreshLane(int lane);
    void refreshLanes();
    void refreshAfterBigEdit();
    void followEvents(const Changes<ScheduledEvent> &changes);
    void endStaleDrag();
    void layoutChanged();
    void updateScrollBars();
    void updateEmptyNote();
    /// Which days stand below the lanes.
    void updateDays();
    TimeRange scrollRange() const;
    int laneOf(PlanId plan) const;
    const ScheduledEvent *find(EventId id) const { return m_scene.station.schedule().find(id); }
    const TimelineLane &lane(int index) const { return m_scene.lanes[static_cast<std::size_t>(index)]; }
    void updateEvent(EventId id);
    void updateRange(int lane, TimeRange range);
    void describeFocus();
    /// Of the event or gap that the keyboard is on.
    std::optional<TimeRange> focusedRange() const;

    // selection
    void select(QSet<EventId> ids);
    void focusOn(const ScheduledEvent &event);
    void focusOnGap(int lane, TimeRange gap);
    void clearFocus();
    void updateFocus();
    /// The gap that has the focus may be shorter, or filled.
    void followGap();
    std::optional<TimeRange> gapBefore(int lane, const ScheduledEvent &event) const;
    void setFocusedLane(int lane);
    void clickOn(const Hit &hit, Qt::KeyboardModifiers modifiers);
    void clickOnNothing(const Hit &hit, Qt::KeyboardModifiers modifiers);
    void selectBand(const BandOutcome &band, Qt::KeyboardModifiers modifiers);
    void selectSpan(const ScheduledEvent &from, const ScheduledEvent &to);

    // drags
    void startDrag(const Hit &hit, QPoint pos, DragKind kind);
    void continueDrag(QPoint pos, Qt::KeyboardModifiers modifiers);
    void endDrag(Qt::KeyboardModifiers modifiers);
    bool cancelDrag();
    void showGhost(const DragGhost &ghost, DragKind kind, bool isDrop);
    void clearGhost();
    std::vector<TimePoint> edgesNear(int lane, TimeRange around) const;
    void updateCursor(QPoint pos);
    bool scrollAtEdge(QPoint pos);
    bool showDropGhost(QPoint pos, Qt::KeyboardModifiers modifiers);

    // keys
    bool handleViewKey(QKeyEvent &event);
    bool handleEventKey(QKeyEvent &event);
    bool nudge(int direction, Qt::KeyboardModifiers modifiers);
    void moveFocus(int direction, bool extends);
    const ScheduledEvent *nextFocus(int direction) const;
    void showFocus(TimeRange range);
    bool letGo();
    void moveFocusLane(int direction);
    const ScheduledEvent *nearestIn(int lane, TimePoint t) const;

    TimelineScene m_scene;
    TimelinePainter m_painter;
    TimelineDrag m_drag;
    EventId m_pressedEvent; ///< under the mouse when it went down
    int m_pressedLane = -1;
    std::optional<EventId> m_anchor; ///< where a Shift selection began
    QPoint m_lastPos;
    Qt::KeyboardModifiers m_lastModifiers;
    bool m_isPanning = false;
    std::vector<AssetId> m_dropped; ///< of the library's drag over the view
    TimePoint m_dropTime{};
    int m_dropLane = -1;
    QBasicTimer m_autoScroll;
    QBasicTimer m_highlightTimer;
    QBasicTimer m_paintSoon;
    QBasicTimer m_fillIn; ///< the overview's missing buckets
    QWidget *m_emptyNote = nullptr;
    QLabel *m_emptyText = nullptr;
    QPushButton *m_emptyButton = nullptr;
    TimeRange m_rulerRange; ///< what the ruler was made for
    double m_rulerScale = 0;
    int m_rulerFor = -1;
    int m_revision = 0;
    int m_wheelRest = 0;
    bool m_isSettingScrollBars = false;
    bool m_hasShown = false; ///< a first range was chosen
    std::optional<TimeRange> m_askedRange;
    bool m_isPlanAsked = false; ///< by showPlan(), which suits the range to the width
};

} // namespace sf
