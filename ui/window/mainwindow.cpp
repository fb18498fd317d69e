// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/window/mainwindow.h"

#include "core/schedule/issuetext.h"
#include "core/store/stationstore.h"
#include "ui/dialogs/noticestack.h"
#include "ui/library/librarypanel.h"
#include "ui/panels/historypanel.h"
#include "ui/panels/inspectorpanel.h"
#include "ui/panels/issuespanel.h"
#include "ui/panels/jobspanel.h"
#include "ui/session/publishwatch.h"
#include "ui/session/walltext.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/flows.h"
#include "ui/window/stationopener.h"
#include "ui/window/statusline.h"
#include "ui/window/welcomepanel.h"

#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QStatusBar>

#include <utility>

namespace sf {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int historyLimit = 200;

HistoryLine lineOf(const HistoryEntry &entry)
{
    return {entry.edit, entry.kind, entry.name, entry.author, entry.time, entry.changed};
}

} // namespace

MainWindow::MainWindow(NowSource now, QWidget *parent)
    : QMainWindow(parent)
    , m_editor(std::move(now))
    , m_checker(m_editor)
    , m_actions(*this)
    , m_notices(new NoticeStack)
    , m_flows(new Flows(m_editor, *m_notices, *this))
    , m_opener(new StationOpener(m_editor, *m_notices, this))
{
    setWindowTitle(u"ScheduleFlow"_s);
    setMinimumSize(960, 560);
    setAcceptDrops(true);
    buildCentre();
    buildDocks();
    buildToolBar();
    buildMenus();
    m_status = new StatusLine(m_editor, m_checker, *statusBar());
    connectStation();
    connectTimeline();
    connectPanels();
    connectFileActions();
    connectEditActions();
    connectViewActions();
    connectPlanning();
    connectPublishing();
    restoreSession();
    showStation();
    m_ticker.setInterval(1s);
    connect(&m_ticker, &QTimer::timeout, this, &MainWindow::tick);
    m_ticker.start();
    m_timeline->setFocus(Qt::OtherFocusReason);
}

MainWindow::~MainWindow() { disconnect(&m_editor, nullptr, this, nullptr); }

bool MainWindow::isSettled() const
{
    // Not const in Qt's sense, but asking changes nothing.
    auto &jobs = const_cast<StationEditor &>(m_editor).jobs();
    return !m_opener->isOpening() && m_checker.isSettled() && m_publish->isSettled() && jobs.isIdle() &&
           m_timeline->isWhole();
}

void MainWindow::connectStation()
{
    connect(&m_editor, &StationEditor::documentChanged, this, &MainWindow::showStation);
    connect(&m_editor, &StationEditor::reloaded, this, [this] {
        m_timeline->setStation(m_editor.station());
        showChannels();
        showCentre();
        showEditState();
    });
    connect(&m_editor, &StationEditor::edited, this, [this](const StationEdit &edit) {
        m_timeline->setStation(m_editor.station(), edit);
        if (m_editor.touched())
            m_timeline->reveal(*m_editor.touched()); // also what an undo or an import changed
        m_notices->remove(u"failed"_s);
        if (!edit.channels.isEmpty())
            showChannels();
        showCentre();
        showEditState();
    });
    connect(&m_editor, &StationEditor::channelChanged, this, [this] {
        m_timeline->setCurrentPlan(m_editor.plan());
        showChannels();
        tick();
    });
    connect(&m_editor, &StationEditor::undoChanged, this, &MainWindow::showUndo);
    connect(&m_editor.selection(), &Selection::changed, this, &MainWindow::showEditState);
    connect(&m_editor, &StationEditor::failed, this, [this](const Error &error) {
        m_notices->add({u"failed"_s, Severity::Warning, sentence(error), {}});
    });
    connect(&m_editor, &StationEditor::savingChanged, this, [this] {
        if (!m_editor.document() || !m_editor.document()->isSaved())
            return;
        m_notices->remove(u"closing"_s);
        if (m_isClosing)
            close();
    });
    connect(&m_editor, &StationEditor::saveFailed, this, [this] {
        if (std::exchange(m_isClosing, false))
            offerToClose(tr("The window stays open, because your last changes can't be saved."));
    });
    connect(&m_checker, &StationChecker::checked, this, &MainWindow::showIssues);
    connect(&m_checker, &StationChecker::failed, this, [this](const Error &error) {
        m_notices->add({u"check"_s, Severity::Error, sentence(error), {}});
    });
}

void MainWindow::showStation()
{
    const Document *document = m_editor.document();
    setWindowTitle(document ? tr("%1 — ScheduleFlow").arg(QFileInfo(document->location()).completeBaseName())
                            : u"ScheduleFlow"_s);
    m_timeline->setStation(m_editor.station());
    m_timeline->showPlan();
    m_issues->setNote(document ? tr("Checking…") : tr("No station is open."));
    showChannels();
    showCentre();
    showEditState();
    showUndo();
    loadHistory();
    tick();
}

void MainWindow::showChannels()
{
    m_channels->clear();
    for (const Channel &channel : m_editor.station().channels()) {
        m_channels->addItem(channel.name, QVariant::fromValue(channel.id));
        if (m_editor.channel() && m_editor.channel()->id == channel.id)
            m_channels->setCurrentIndex(m_channels->count() - 1);
    }
    m_channelChoice->setVisible(m_channels->count() > 0);
}

void MainWindow::showIssues()
{
    const CheckedStation &latest = m_checker.latest();
    m_issues->setNote(latest.events > 0
                          ? tr("Nothing is wrong: no gap, no overlap, no broken rule, no repeat within %1.")
                                .arg(spokenLength(m_checker.cooldown()))
                          : tr("Nothing is planned yet."));
    m_issues->setIssues(latest.station, latest.groups);
    m_issuesDock->setWindowTitle(
        latest.notices > 0 ? tr("Issues (%1)").arg(QLocale().toString(latest.notices)) : tr("Issues"));
    showPossible();
}

void MainWindow::showPicked()
{
    const int count = static_cast<int>(pickedAssets().size());
    m_actions.editAssets->setEnabled(count > 0);
    m_actions.editAssets->setText(count > 1 ? tr("Edit %n a&ssets…", nullptr, count) : tr("Edit a&sset…"));
}

void MainWindow::showUndo()
{
    const Document *document = m_editor.document();
    const QString undo = document ? document->undoName() : QString();
    const QString redo = document ? document->redoName() : QString();
    m_actions.undo->setEnabled(m_editor.canEdit() && !undo.isEmpty());
    m_actions.redo->setEnabled(m_editor.canEdit() && !redo.isEmpty());
    m_actions.undo->setText(undo.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(undo));
    m_actions.redo->setText(redo.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(redo));
}

void MainWindow::showJobs()
{
    const int running = m_editor.jobs().runningCount();
    m_jobsDock->setWindowTitle(running > 0 ? tr("Jobs (%1)").arg(running) : tr("Jobs"));
    m_jobsDock->setToolTip(m_jobs->summary());
}

void MainWindow::loadHistory()
{
    const Document *document = m_editor.document();
    if (!document)
        return;
    m_editor.jobs().runQuietly<std::vector<HistoryEntry>>(
        this,
        [location = document->location()](Job &job) {
            return readHistory(location, historyLimit, std::nullopt, job);
        },
        [this, document](Result<std::vector<HistoryEntry>> entries) {
            if (!entries || m_editor.document() != document)
                return; // the station itself says when it can't be read
            std::vector<HistoryLine> lines;
            for (const HistoryEntry &entry : *entries)
                lines.push_back(lineOf(entry));
            m_history->model().setEarlier(std::move(lines));
        });
}

void MainWindow::tick()
{
    const TimePoint now = m_editor.now();
    m_timeline->setNow(now);
    if (m_asked && m_asked->isNow)
        m_asked->time = now;
    m_status->refresh();
    const Channel *channel = m_editor.channel();
    m_clock->setText(channel ? wallTimeOfDay(channel->clock(), now) + u"  "_s + channel->zone : QString());
}

void MainWindow::setTheme(Theme theme)
{
    applyTheme(*qApp, theme);
    m_timeline->setTheme(theme);
    (theme == Theme::Dark ? m_actions.darkTheme : m_actions.lightTheme)->setChecked(true);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveSession();
    m_editor.jobs().cancelAll();
    Document *document = m_editor.document();
    if (!document || document->isSaved() || document->isReadOnly()) {
        event->accept();
        return;
    }
    event->ignore(); // what was done is on disk first; a failure to save says so and can be overruled
    m_isClosing = true;
    document->retrySaving();
    offerToClose(tr("Saving before the window closes…"));
}

void MainWindow::offerToClose(const QString &text)
{
    m_notices->add({u"closing"_s,
                    Severity::Warning,
                    text,
                    {{tr("Close without saving"),
                      [this] {
                          m_editor.setDocument(nullptr);
                          close();
                      }},
                     {tr("Keep open"), [this] { m_isClosing = false; }}}});
}

} // namespace sf
