// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
// What stands where in the main window.
#include "ui/window/mainwindow.h"

#include "ui/dialogs/noticestack.h"
#include "ui/library/librarypanel.h"
#include "ui/panels/historypanel.h"
#include "ui/panels/inspectorpanel.h"
#include "ui/panels/issuespanel.h"
#include "ui/panels/jobspanel.h"
#include "ui/panels/sharespanel.h"
#include "ui/panels/whypanel.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/welcomepanel.h"

#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QMenuBar>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// Raised when the docks change so much that an old arrangement makes no sense.
constexpr int layoutVersion = 2;

} // namespace

void MainWindow::buildCentre()
{
    m_welcome = new WelcomePanel;
    m_timeline = new TimelineView;
    auto *views = new QTabBar;
    views->setDrawBase(false);
    views->setExpanding(false);
    views->setFocusPolicy(Qt::TabFocus);
    views->setAutoHide(true); // a single view needs no choice
    views->addTab(tr("Timeline"));
    views->setAccessibleName(tr("Views"));
    auto *planning = new QWidget;
    auto *layout = new QVBoxLayout(planning);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(views);
    layout->addWidget(m_timeline, 1);
    m_centre = new QStackedWidget;
    m_centre->addWidget(m_welcome);
    m_centre->addWidget(planning);
    m_noStation = new NoStationPanel;
    m_centre->addWidget(m_noStation);
    auto *centre = new QWidget;
    auto *outer = new QVBoxLayout(centre);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_notices);
    outer->addWidget(m_centre, 1);
    setCentralWidget(centre);
}

QDockWidget *MainWindow::addDock(const QString &name, const QString &title, QWidget *content,
                                 Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(content);
    dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    if (area == Qt::BottomDockWidgetArea)
        dock->setTitleBarWidget(new QWidget); // its tab names it
    addDockWidget(area, dock);
    return dock;
}

void MainWindow::buildDocks()
{
    setDockOptions(QMainWindow::AllowTabbedDocks);
    setTabPosition(Qt::BottomDockWidgetArea, QTabWidget::North);
    setTabPosition(Qt::RightDockWidgetArea, QTabWidget::North);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    m_library = new LibraryPanel(m_editor);
    m_inspector = new InspectorPanel(m_editor);
    m_issues = new IssuesPanel;
    m_jobs = new JobsPanel(m_editor.jobs());
    m_history = new HistoryPanel(m_editor);
    m_why = new WhyPanel(m_editor);
    m_shares = new SharesPanel(m_editor);
    m_libraryDock = addDock(u"library"_s, tr("Library"), m_library, Qt::LeftDockWidgetArea);
    m_inspectorDock = addDock(u"inspector"_s, tr("Inspector"), m_inspector, Qt::RightDockWidgetArea);
    m_issuesDock = addDock(u"issues"_s, tr("Issues"), m_issues, Qt::BottomDockWidgetArea);
    m_jobsDock = addDock(u"jobs"_s, tr("Jobs"), m_jobs, Qt::BottomDockWidgetArea);
    m_historyDock = addDock(u"history"_s, tr("History"), m_history, Qt::BottomDockWidgetArea);
    m_sharesDock = addDock(u"shares"_s, tr("Shares"), m_shares, Qt::BottomDockWidgetArea);
    m_whyDock = addDock(u"why"_s, tr("Why?"), m_why, Qt::RightDockWidgetArea);
    m_whyDock->setTitleBarWidget(new QWidget);
    m_inspectorDock->setTitleBarWidget(new QWidget);
    tabifyDockWidget(m_issuesDock, m_jobsDock);
    tabifyDockWidget(m_jobsDock, m_historyDock);
    tabifyDockWidget(m_historyDock, m_sharesDock);
    tabifyDockWidget(m_inspectorDock, m_whyDock);
    m_issuesDock->raise();
    m_inspectorDock->raise();
}

void MainWindow::sizeDocks()
{
    const int library = std::clamp(width() / 5, 320, 420);
    const int inspector = std::clamp(width() / 7, 264, 300);
    resizeDocks({m_libraryDock, m_inspectorDock}, {library, inspector}, Qt::Horizontal);
    resizeDocks({m_issuesDock}, {std::clamp(height() / 6, 120, 200)}, Qt::Vertical);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (!std::exchange(m_areDocksSized, true))
        sizeDocks();
}

void MainWindow::buildToolBar()
{
    QToolBar *bar = addToolBar(tr("Tools"));
    bar->setObjectName(u"tools"_s);
    bar->setMovable(false);
    bar->setIconSize(QSize(16, 16));
    bar->toggleViewAction()->setVisible(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addAction(m_actions.undo);
    bar->addAction(m_actions.redo);
    bar->addSeparator();
    for (QAction *action : {m_actions.fill, m_actions.check, m_actions.exportPlan}) {
        bar->addAction(action);
        qobject_cast<QToolButton *>(bar->widgetForAction(action))
            ->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    bar->addSeparator();
    for (QAction *action : {m_actions.previousDay, m_actions.goToNow, m_actions.nextDay})
        bar->addAction(action);
    bar->addSeparator();
    bar->addAction(m_actions.zoomOut);
    bar->addAction(m_actions.zoomIn);
    auto *space = new QWidget;
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    m_channels = new QComboBox;
    m_channels->setAccessibleName(tr("Channel"));
    m_channels->setToolTip(tr("The channel that fill, check and export work on"));
    m_channels->setMinimumContentsLength(12);
    m_channels->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_channelChoice = bar->addWidget(m_channels);
    m_clock = new QLabel;
    m_clock->setFont(figureFont());
    m_clock->setContentsMargins(12, 0, 6, 0);
    m_clock->setToolTip(tr("The channel's time"));
    bar->addWidget(m_clock);
}

void MainWindow::buildMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addActions({m_actions.newStation, m_actions.openStation});
    m_recentMenu = file->addMenu(tr("Open &recent"));
    file->addSeparator();
    file->addActions(
        {m_actions.importFile, m_actions.importDayFiles, m_actions.importAsRun, m_actions.scanFolder});
    file->addSeparator();
    file->addAction(m_actions.exportPlan);
    file->addSeparator();
    file->addAction(m_actions.quit);

    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_actions.undo, m_actions.redo});
    edit->addSeparator();
    edit->addActions({m_actions.lock, m_actions.remove, m_actions.selectAll});
    edit->addSeparator();
    edit->addActions({m_actions.editAssets, m_actions.addAsset, m_actions.find});

    QMenu *schedule = menuBar()->addMenu(tr("&Schedule"));
    schedule->addAction(m_actions.fill);
    m_replanMenu = schedule->addMenu(tr("&Plan anew"));
    m_replanMenu->addActions({m_actions.replanDay, m_actions.replanSelection, m_actions.replanBroken});
    schedule->addActions({m_actions.check, m_actions.nextProblem});
    schedule->addSeparator();
    schedule->addActions({m_actions.rules, m_actions.templates, m_actions.recurrences});
    schedule->addSeparator();
    schedule->addActions({m_actions.addChannel, m_actions.channelSettings, m_actions.probeAll});
    schedule->addSeparator();
    schedule->addAction(m_actions.airedReport);
    buildViewMenu();
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addActions({m_actions.manual, m_actions.about});
}

void MainWindow::buildViewMenu()
{
    QMenu *view = menuBar()->addMenu(tr("&View"));
    int number = 0;
    for (QDockWidget *dock :
         {m_libraryDock, m_inspectorDock, m_issuesDock, m_jobsDock, m_historyDock, m_whyDock, m_sharesDock}) {
        auto *action = new QAction(dock->windowTitle(), this);
        action->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + number++)));
        connect(action, &QAction::triggered, dock, [dock] {
            dock->show(); // a dock that is lost is found here
            dock->raise();
            dock->widget()->setFocus(Qt::ShortcutFocusReason);
        });
        view->addAction(action);
    }
    view->addSeparator();
    view->addActions({m_actions.zoomIn, m_actions.zoomOut, m_actions.zoomFit});
    view->addSeparator();
    view->addAction(m_actions.showRepeats);
    view->addSeparator();
    view->addActions({m_actions.goToNow, m_actions.previousDay, m_actions.nextDay, m_actions.goTo});
    view->addSeparator();
    QMenu *theme = view->addMenu(tr("T&heme"));
    theme->addActions({m_actions.darkTheme, m_actions.lightTheme});
}

void MainWindow::restoreSession()
{
    constexpr QSize frame(16, 48); // what a window manager draws around the window, about
    const QSettings settings;
    (currentTheme() == Theme::Dark ? m_actions.darkTheme : m_actions.lightTheme)->setChecked(true);
    m_timeline->setTheme(currentTheme());
    if (!restoreGeometry(settings.value(u"window/geometry"_s).toByteArray()))
        resize(QSize(1440, 860).boundedTo(screen()->availableSize() - frame).expandedTo(minimumSize()));
    m_areDocksSized = restoreState(settings.value(u"window/docks"_s).toByteArray(), layoutVersion);
}

void MainWindow::saveSession() const
{
    QSettings settings;
    settings.setValue(u"window/geometry"_s, saveGeometry());
    settings.setValue(u"window/docks"_s, saveState(layoutVersion));
}

} // namespace sf
