// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/stationchecker.h"
#include "ui/session/stationeditor.h"
#include "ui/theme/tokens.h"
#include "ui/window/actions.h"
#include "ui/window/stationopener.h"

#include <QMainWindow>
#include <QTimer>

#include <optional>

class QComboBox;
class QDockWidget;
class QLabel;
class QMenu;
class QStackedWidget;

namespace sf {

class Flows;
class HistoryPanel;
class InspectorPanel;
class IssuesPanel;
class JobsPanel;
class LibraryPanel;
class NoStationPanel;
class NoticeStack;
class PublishWatch;
class RepeatFinder;
class SharesPanel;
class StatusLine;
class TimelineView;
class WelcomePanel;
class WhyPanel;
struct TimelineSpot;

/// The window of one station: library, timeline, inspector; issues, jobs and history below.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(NowSource now = wallNow, QWidget *parent = nullptr);
    ~MainWindow() override;

    void openStation(const QString &location, IfMissing ifMissing = IfMissing::Make);
    /// Nothing is loading, checking, being computed or still to be painted.
    bool isSettled() const;
    /// Scrolls there, as "Go to…" does.
    void goTo(TimePoint t);

    StationEditor &editor() { return m_editor; }
    StationChecker &checker() { return m_checker; }
    const Actions &actions() const { return m_actions; }
    Flows &flows() { return *m_flows; }
    /// That *Go to the next problem* went to last.
    std::optional<TimeRange> shownProblem() const { return m_problem; }
    TimelineView &timeline() { return *m_timeline; }
    LibraryPanel &library() { return *m_library; }
    InspectorPanel &inspector() { return *m_inspector; }
    IssuesPanel &issues() { return *m_issues; }
    NoticeStack &notices() { return *m_notices; }
    WhyPanel &why() { return *m_why; }
    SharesPanel &shares() { return *m_shares; }
    StatusLine &status() { return *m_status; }
    PublishWatch &publishing() { return *m_publish; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    // layout
    void buildCentre();
    void buildDocks();
    QDockWidget *addDock(const QString &name, const QString &title, QWidget *content,
                         Qt::DockWidgetArea area);
    /// By the size of the window; the operator's own sizes come back with the session.
    void sizeDocks();
    void buildToolBar();
    void buildMenus();
    void buildViewMenu();
    void restoreSession();
    void saveSession() const;

    // wiring
    void connectStation();
    void connectTimeline();
    void connectPanels();
    void connectFileActions();
    void connectEditActions();
    void connectViewActions();
    void connectPlanning();
    void connectPicks();
    void connectPublishing();

    // following the station
    void showStation();
    void showChannels();
    void showIssues();
    void showEditState();
    /// What the window can be told to do without looking at the selection.
    void showPossible();
    void showPicked();
    void showUndo();
    void showJobs();
    void showPublished();
    void askOnAir(const OnAirQuestion &question);
    void showChannelSettings();
    void showAired();
    void showCentre();
    void offerToClose(const QString &text);
    void loadHistory();
    void tick();

    void setTheme(Theme theme);
    void chooseStation(bool isNew);
    void fillRecentMenu();
    void showMenu(const TimelineSpot &spot, QPoint globalPos);
    void goToIssue(TimeRange range, const std::vector<EventId> &events, PlanId plan);
    /// The one after that gone to last, where that is still in view; else the first in view or later.
    void goToNextProblem();
    void stepDay(int by);
    void askWhereTo();
    void toggleLock();
    void insertFromLibrary(const std::vector<AssetId> &assets);
    /// The time that was asked for, as long as it is in view; else the middle of the view.
    TimePoint shownTime() const;
    TimeRange shownDay() const;
    void followView(TimeRange visible);
    /// Of the shown day, what is not past.
    TimeRange freeToFill() const;
    void replanDay(TimeRange day);
    /// Of the current channel's; none where there are none.
    std::optional<TimeRange> extentOf(const std::vector<EventId> &events) const;
    /// From the first day with a problem to the last, as far as they are still to come; else the shown day.
    TimeRange brokenDays() const;
    /// Of the library where it has the focus or nothing else is selected; else of the selected events, each once.
    std::vector<AssetId> pickedAssets();
    void editAssets(const std::vector<AssetId> &assets);
    void addAsset();
    /// Those that no event uses.
    void removeFromLibrary(const std::vector<AssetId> &assets);
    void showLibraryMenu(QPoint globalPos);
    void addPlanningTo(QMenu &menu, const TimelineSpot &spot);

    StationEditor m_editor;
    StationChecker m_checker;
    Actions m_actions;
    NoticeStack *m_notices;
    Flows *m_flows;
    StationOpener *m_opener;
    PublishWatch *m_publish = nullptr;
    QStackedWidget *m_centre = nullptr;
    WelcomePanel *m_welcome = nullptr;
    NoStationPanel *m_noStation = nullptr;
    TimelineView *m_timeline = nullptr;
    LibraryPanel *m_library = nullptr;
    InspectorPanel *m_inspector = nullptr;
    IssuesPanel *m_issues = nullptr;
    JobsPanel *m_jobs = nullptr;
    HistoryPanel *m_history = nullptr;
    WhyPanel *m_why = nullptr;
    SharesPanel *m_shares = nullptr;
    RepeatFinder *m_repeats = nullptr;
    QDockWidget *m_libraryDock = nullptr;
    QDockWidget *m_inspectorDock = nullptr;
    QDockWidget *m_issuesDock = nullptr;
    QDockWidget *m_jobsDock = nullptr;
    QDockWidget *m_historyDock = nullptr;
    QDockWidget *m_whyDock = nullptr;
    QDockWidget *m_sharesDock = nullptr;
    StatusLine *m_status = nullptr;
    std::optional<TimeRange> m_problem; ///< gone to last
    struct AskedTime
    {
        TimePoint time;
        bool isNow; ///< it goes on with the clock
    };
    std::optional<AskedTime> m_asked; ///< by *Today*, *Go to…* or a step; none once it is out of view
    QComboBox *m_channels = nullptr;
    QAction *m_channelChoice = nullptr; ///< shows m_channels in the tool bar, or not
    QLabel *m_clock = nullptr;
    QMenu *m_recentMenu = nullptr;
    QMenu *m_replanMenu = nullptr;
    QTimer m_ticker;
    bool m_isClosing = false;
    bool m_areDocksSized = false;
    bool m_isShowingSelection = false;
};

} // namespace sf
