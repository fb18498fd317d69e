// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
// Which station is open, and what can be done with it.
#include "ui/window/mainwindow.h"

#include "ui/dialogs/filechooser.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/stationopener.h"

#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QStackedWidget>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// The pages of the centre, in their order.
enum class Page { Welcome, Planning, NoStation };

} // namespace

void MainWindow::openStation(const QString &location, IfMissing ifMissing)
{
    m_opener->open(location, ifMissing);
    showCentre();
}

void MainWindow::chooseStation(bool isNew)
{
    auto *dialog = makeFileDialog(isNew ? tr("New station") : tr("Open station"), u"station"_s, this);
    dialog->setAcceptMode(isNew ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(isNew ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Stations (*.scheduleflow *.sqlite *.db)"), tr("All files (*)")});
    dialog->setDefaultSuffix(u"scheduleflow"_s);
    // A file that is there is opened, never overwritten; so there is nothing to confirm.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    connect(dialog, &QFileDialog::fileSelected, this, [this, isNew](const QString &location) {
        openStation(location, isNew ? IfMissing::Make : IfMissing::Refuse);
    });
    dialog->open();
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    for (const QString &location : StationOpener::recent()) {
        QAction *action = m_recentMenu->addAction(QDir::toNativeSeparators(location));
        connect(action, &QAction::triggered, this,
                [this, location] { openStation(location, IfMissing::Refuse); });
    }
    if (m_recentMenu->isEmpty())
        m_recentMenu->addAction(tr("No station was opened yet"))->setEnabled(false);
}

void MainWindow::showCentre()
{
    const Station &station = m_editor.station();
    const bool isEmpty = m_editor.canEdit() && station.schedule().size() == 0 && station.assets().size() == 0;
    const bool isClosed = !m_editor.document() && !m_opener->isOpening();
    const Page page = isClosed ? Page::NoStation : isEmpty ? Page::Welcome : Page::Planning;
    m_centre->setCurrentIndex(static_cast<int>(page));
    if (m_editor.document())
        m_timeline->setEmptyNote(tr("No channels yet. Add one to start planning."), m_editor.canEdit());
    else
        m_timeline->setEmptyNote(tr("Opening the station…"), false);
}

void MainWindow::showPossible()
{
    const bool canEdit = m_editor.canEdit();
    const bool hasChannel = m_editor.channel() != nullptr;
    const auto allow = [](std::initializer_list<QAction *> actions, bool isPossible) {
        for (QAction *action : actions)
            action->setEnabled(isPossible);
    };
    allow({m_actions.importFile, m_actions.scanFolder, m_actions.addChannel, m_actions.probeAll,
           m_actions.addAsset},
          canEdit);
    allow({m_actions.importDayFiles, m_actions.importAsRun, m_actions.fill, m_actions.replanDay,
           m_actions.replanBroken, m_replanMenu->menuAction(), m_actions.channelSettings},
          canEdit && hasChannel);
    allow({m_actions.rules, m_actions.templates, m_actions.recurrences, m_actions.exportPlan,
           m_actions.airedReport, m_actions.check},
          hasChannel);
    allow({m_actions.goToNow, m_actions.goTo, m_actions.previousDay, m_actions.nextDay, m_actions.zoomIn,
           m_actions.zoomOut, m_actions.zoomFit, m_actions.selectAll},
          hasChannel);
    m_actions.nextProblem->setEnabled(hasChannel && !m_checker.latest().problems.empty());
    m_actions.find->setEnabled(m_editor.document());
}

void MainWindow::showEditState()
{
    showPossible();
    const bool canEdit = m_editor.canEdit();
    const auto &selected = m_editor.selection().events();
    m_actions.replanSelection->setEnabled(m_actions.fill->isEnabled() && !selected.empty());
    m_actions.remove->setEnabled(canEdit && !selected.empty());
    m_actions.lock->setEnabled(canEdit && !selected.empty());
    const bool isLocked = !selected.empty() && [&] {
        const ScheduledEvent *event = m_editor.station().schedule().find(selected.front());
        return event && event->isLocked;
    }();
    m_actions.lock->setText(isLocked ? tr("Un&lock") : tr("&Lock"));
    if (!m_isShowingSelection)
        m_timeline->setSelection(selected);
    showPicked();
}

} // namespace sf
