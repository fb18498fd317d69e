// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
// Who hears of what in the main window.
#include "ui/window/mainwindow.h"

#include "ui/dialogs/channeldialog.h"
#include "ui/dialogs/gotodialog.h"
#include "ui/dialogs/importpreview.h"
#include "ui/dialogs/manualdialog.h"
#include "ui/dialogs/noticestack.h"
#include "ui/library/librarypanel.h"
#include "ui/panels/inspectorpanel.h"
#include "ui/panels/issuespanel.h"
#include "ui/panels/jobspanel.h"
#include "ui/panels/sharespanel.h"
#include "ui/planning/recurrencesdialog.h"
#include "ui/planning/rulesdialog.h"
#include "ui/planning/templatesdialog.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/flows.h"
#include "ui/window/stationopener.h"
#include "ui/window/statusline.h"
#include "ui/window/welcomepanel.h"

#include <QComboBox>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>

namespace sf {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr double zoomStep = 1.5;

} // namespace

void MainWindow::connectTimeline()
{
    connect(m_timeline, &TimelineView::selectionChanged, this, [this](const std::vector<EventId> &ids) {
        m_isShowingSelection = true; // it shows it already
        m_editor.selection().setEvents(ids);
        m_isShowingSelection = false;
    });
    connect(m_timeline, &TimelineView::moveRequested, &m_editor,
            [this](const std::vector<EventId> &ids, Millis by) { m_editor.moveEvents(ids, by); });
    connect(m_timeline, &TimelineView::moveToPlanRequested, &m_editor,
            [this](const std::vector<EventId> &ids, PlanId plan, Millis by) {
                m_editor.moveEventsToPlan(ids, plan, by);
            });
    connect(m_timeline, &TimelineView::trimRequested, &m_editor,
            [this](EventId id, TimeRange range) { m_editor.trimEvent(id, range); });
    connect(m_timeline, &TimelineView::removeRequested, &m_editor,
            [this](const std::vector<EventId> &ids) { m_editor.removeEvents(ids); });
    connect(m_timeline, &TimelineView::insertRequested, &m_editor,
            [this](const std::vector<AssetId> &assets, PlanId plan, TimePoint at) {
                m_editor.insertAssets(plan, assets, at);
            });
    connect(m_timeline, &TimelineView::activated, this, [this] {
        m_inspectorDock->show();
        m_inspector->setFocus(Qt::OtherFocusReason);
    });
    connect(m_timeline, &TimelineView::gapActivated, this,
            [this](PlanId, TimeRange gap) { m_flows->fill(gap); });
    connect(m_timeline, &TimelineView::menuRequested, this, &MainWindow::showMenu);
    connect(m_timeline, &TimelineView::currentPlanChanged, this, [this](PlanId plan) {
        if (const Channel *channel = m_editor.station().channelOf(plan))
            m_editor.setChannel(channel->id);
    });
    connect(m_timeline, &TimelineView::visibleRangeChanged, this, &MainWindow::followView);
    connect(m_timeline, &TimelineView::addChannelRequested, m_actions.addChannel, &QAction::trigger);
}

void MainWindow::connectPanels()
{
    connect(m_issues, &IssuesPanel::goToRequested, this, &MainWindow::goToIssue);
    connect(m_jobs, &JobsPanel::summaryChanged, this, &MainWindow::showJobs);
    connect(m_library, &LibraryPanel::importPlaylistRequested, m_flows,
            [this] { m_flows->chooseImport(ImportUse::Library); });
    connect(m_library, &LibraryPanel::scanFolderRequested, m_flows, &Flows::chooseFolder);
    connect(m_library, &LibraryPanel::insertRequested, this, &MainWindow::insertFromLibrary);
    m_library->model().setCategoryFills([this](const QString &name) { return m_timeline->fillOf(name); });
    connect(m_library, &LibraryPanel::countsChanged, this, [this] {
        m_status->setLibrary(m_library->model().totalCount(), m_library->model().totalPlayable());
    });
    connect(m_welcome, &WelcomePanel::sampleRequested, m_flows, &Flows::addSample);
    connect(m_welcome, &WelcomePanel::importPlaylistRequested, m_flows,
            [this] { m_flows->chooseImport(ImportUse::Library); });
    connect(m_welcome, &WelcomePanel::importScheduleRequested, m_flows, [this] { m_flows->chooseImport(); });
    connect(m_welcome, &WelcomePanel::scanFolderRequested, m_flows, &Flows::chooseFolder);
    connect(m_noStation, &NoStationPanel::openRequested, m_actions.openStation, &QAction::trigger);
    connect(m_noStation, &NoStationPanel::newRequested, m_actions.newStation, &QAction::trigger);
    connect(m_channels, &QComboBox::activated, this,
            [this](int index) { m_editor.setChannel(m_channels->itemData(index).value<ChannelId>()); });
}

void MainWindow::connectFileActions()
{
    connect(m_actions.newStation, &QAction::triggered, this, [this] { chooseStation(true); });
    connect(m_actions.openStation, &QAction::triggered, this, [this] { chooseStation(false); });
    connect(m_actions.importFile, &QAction::triggered, m_flows, [this] { m_flows->chooseImport(); });
    connect(m_actions.importDayFiles, &QAction::triggered, m_flows, &Flows::chooseDayFiles);
    connect(m_actions.importAsRun, &QAction::triggered, m_flows,
            [this] { m_flows->chooseImport(ImportUse::AsRun); });
    connect(m_actions.scanFolder, &QAction::triggered, m_flows, &Flows::chooseFolder);
    connect(m_actions.exportPlan, &QAction::triggered, this, [this] { m_flows->exportPlan(shownDay()); });
    connect(m_actions.quit, &QAction::triggered, this, &MainWindow::close);
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    connect(m_opener, &StationOpener::refused, this, &MainWindow::showCentre);
    connect(m_opener, &StationOpener::chooseRequested, this, &MainWindow::chooseStation);
    connect(m_flows, &Flows::addChannelRequested, m_actions.addChannel, &QAction::trigger);
    connect(m_actions.manual, &QAction::triggered, this, [this] { (new ManualDialog(this))->show(); });
    connect(m_actions.about, &QAction::triggered, this, [this] { (new AboutDialog(this))->open(); });
}

void MainWindow::connectEditActions()
{
    connect(m_actions.undo, &QAction::triggered, this, [this] {
        m_notices->remove(u"done"_s); // what it tells may be what is undone
        m_editor.undo();
    });
    connect(m_actions.redo, &QAction::triggered, &m_editor, &StationEditor::redo);
    connect(m_actions.remove, &QAction::triggered, this,
            [this] { m_editor.removeEvents(m_editor.selection().events()); });
    connect(m_actions.lock, &QAction::triggered, this, &MainWindow::toggleLock);
    connect(m_actions.selectAll, &QAction::triggered, this, [this] {
        std::vector<EventId> ids;
        m_editor.station().schedule().forEachIn(
            m_editor.plan(), m_timeline->visibleRange(),
            [&](const ScheduledEvent &event) { ids.push_back(event.id); });
        m_editor.selection().setEvents(std::move(ids));
    });
    connect(m_actions.find, &QAction::triggered, this, [this] {
        m_libraryDock->show();
        m_library->focusSearch();
    });
    connect(m_actions.fill, &QAction::triggered, this, [this] { m_flows->fill(freeToFill()); });
    connect(m_actions.check, &QAction::triggered, this, [this] {
        m_issuesDock->show();
        m_issuesDock->raise();
        m_checker.checkNow();
    });
    connect(m_actions.nextProblem, &QAction::triggered, this, &MainWindow::goToNextProblem);
    connect(m_actions.addChannel, &QAction::triggered, this,
            [this] { (new ChannelDialog(m_editor, this))->open(); });
    connect(m_actions.probeAll, &QAction::triggered, m_flows, &Flows::probe);
    connect(m_actions.rules, &QAction::triggered, this,
            [this] { (new RulesDialog(m_editor, this))->open(); });
    connect(m_actions.templates, &QAction::triggered, this,
            [this] { (new TemplatesDialog(m_editor, this))->open(); });
    connect(m_actions.recurrences, &QAction::triggered, this,
            [this] { (new RecurrencesDialog(m_editor, this))->open(); });
}

void MainWindow::connectViewActions()
{
    connect(m_actions.zoomIn, &QAction::triggered, this, [this] { m_timeline->zoom(1 / zoomStep); });
    connect(m_actions.zoomOut, &QAction::triggered, this, [this] { m_timeline->zoom(zoomStep); });
    connect(m_actions.zoomFit, &QAction::triggered, m_timeline, &TimelineView::zoomToFit);
    connect(m_actions.goToNow, &QAction::triggered, this, [this] {
        m_asked = AskedTime{m_editor.now(), true};
        m_timeline->goToNow();
    });
    connect(m_actions.goTo, &QAction::triggered, this, &MainWindow::askWhereTo);
    connect(m_actions.previousDay, &QAction::triggered, this, [this] { stepDay(-1); });
    connect(m_actions.nextDay, &QAction::triggered, this, [this] { stepDay(1); });
    const auto choose = [this](Theme theme) {
        setTheme(theme);
        QSettings().setValue(u"theme"_s, theme == Theme::Dark ? u"dark"_s : u"light"_s);
    };
    connect(m_actions.darkTheme, &QAction::triggered, this, [choose] { choose(Theme::Dark); });
    connect(m_actions.lightTheme, &QAction::triggered, this, [choose] { choose(Theme::Light); });
}

void MainWindow::showMenu(const TimelineSpot &spot, QPoint globalPos)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (spot.event) {
        menu->addActions({m_actions.lock, m_actions.editAssets, m_actions.remove});
        menu->addSeparator();
    }
    if (spot.gap) {
        const TimeRange gap = *spot.gap;
        QAction *fill = menu->addAction(m_actions.fill->icon(), tr("Fill this gap…"));
        fill->setEnabled(m_actions.fill->isEnabled());
        connect(fill, &QAction::triggered, this, [this, gap] { m_flows->fill(gap); });
    }
    addPlanningTo(*menu, spot);
    const std::vector<AssetId> assets = m_library->selectedAssets();
    if (spot.plan && !spot.event && !assets.empty()) {
        QAction *insert = menu->addAction(
            tr("Insert the %n asset(s) picked in the library", nullptr, static_cast<int>(assets.size())));
        insert->setEnabled(m_editor.canEdit());
        connect(insert, &QAction::triggered, this,
                [this, assets, plan = spot.plan, at = spot.gap ? spot.gap->start : spot.time] {
                    m_editor.insertAssets(plan, assets, at);
                });
    }
    menu->addActions({m_actions.undo, m_actions.redo});
    menu->popup(globalPos);
}

void MainWindow::goToIssue(TimeRange range, const std::vector<EventId> &events, PlanId plan)
{
    m_timeline->goTo(range, events.empty() ? EventId{} : events.front());
    if (!events.empty())
        return;
    m_editor.selection().clear();
    if (m_timeline->pickGap(plan, range.start)) // what would fit is told beside it
        return;
    m_timeline->setCurrentPlan(plan);
    m_editor.selection().setSpot(PickedSpot{plan, range.start});
}

void MainWindow::goToNextProblem()
{
    const auto key = [](const TimeRange &range) { return std::pair(range.start, range.duration); };
    const TimeRange visible = m_timeline->visibleRange();
    const bool goesOn = m_problem && visible.start <= m_problem->start && m_problem->start < visible.end();
    const auto isAhead = [&](const TimeRange &range) {
        return goesOn ? key(range) > key(*m_problem) : range.start >= visible.start;
    };
    const std::pair<PlanId, TimeRange> *next = nullptr;
    const std::pair<PlanId, TimeRange> *first = nullptr;
    for (const auto &problem : m_checker.latest().problems) {
        const TimeRange &range = problem.second;
        if (!first || key(range) < key(first->second))
            first = &problem;
        if (isAhead(range) && (!next || key(range) < key(next->second)))
            next = &problem;
    }
    const auto *found = next ? next : first; // after the last, the first
    m_problem = found ? std::optional(found->second) : std::nullopt;
    if (!found)
        return;
    m_editor.selection().clear(); // Delete is about what is looked at now
    m_timeline->goTo(*m_problem);
    m_timeline->pickGap(found->first, m_problem->start);
}

TimePoint MainWindow::shownTime() const
{
    const TimeRange visible = m_timeline->visibleRange();
    return m_asked ? m_asked->time : visible.start + visible.duration / 2;
}

TimeRange MainWindow::shownDay() const
{
    const ChannelClock clock = m_editor.clock();
    return clock.broadcastDay(clock.broadcastDate(shownTime()));
}

void MainWindow::followView(TimeRange visible)
{
    if (m_asked && !visible.contains(m_asked->time))
        m_asked.reset();
    m_status->setShownTime(shownTime());
    m_shares->setShownTime(shownTime());
}

TimeRange MainWindow::freeToFill() const
{
    const TimeRange day = shownDay();
    const TimePoint soon = std::chrono::ceil<std::chrono::minutes>(m_editor.now());
    return day.contains(soon) ? TimeRange::between(soon, day.end()) : day; // what is past plays no more
}

void MainWindow::stepDay(int by)
{
    const TimeRange visible = m_timeline->visibleRange();
    const ChannelClock clock = m_editor.clock();
    const QDate date = clock.broadcastDate(shownTime());
    const Millis shift = clock.broadcastDay(date.addDays(by)).start - clock.broadcastDay(date).start;
    if (m_asked)
        m_asked = AskedTime{m_asked->time + shift, false};
    m_timeline->showRange({visible.start + shift, visible.duration});
}

void MainWindow::goTo(TimePoint t)
{
    const Millis span = std::max<Millis>(m_timeline->visibleRange().duration, 1h);
    m_asked = AskedTime{t, false};
    m_timeline->showRange({t - span / 8, span});
}

void MainWindow::askWhereTo()
{
    auto *dialog = new GoToDialog(m_editor.clock(), shownTime(), this);
    connect(dialog, &GoToDialog::chosen, this, &MainWindow::goTo);
    dialog->open();
}

void MainWindow::toggleLock()
{
    const auto &selected = m_editor.selection().events();
    const ScheduledEvent *first =
        selected.empty() ? nullptr : m_editor.station().schedule().find(selected.front());
    if (first)
        m_editor.setLocked(selected, !first->isLocked);
}

void MainWindow::insertFromLibrary(const std::vector<AssetId> &assets)
{
    // After what is selected, else where the plan is first free from the middle of the view on.
    const Schedule &schedule = m_editor.station().schedule();
    const TimeRange visible = m_timeline->visibleRange();
    TimePoint at = visible.start + visible.duration / 2;
    const auto &selected = m_editor.selection().events();
    if (const ScheduledEvent *last = selected.empty() ? nullptr : schedule.find(selected.back()))
        at = last->range.end();
    else
        schedule.forEachIn(m_editor.plan(), TimeRange::between(at, at + 24h),
                           [&](const ScheduledEvent &event) {
                               if (event.layer == 0 && event.range.contains(at))
                                   at = event.range.end();
                           });
    if (m_editor.insertAssets(m_editor.plan(), assets, at))
        m_timeline->goTo({at, 1h}, m_editor.selection().events().front());
}

} // namespace sf
