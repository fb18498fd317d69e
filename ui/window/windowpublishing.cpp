// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
// What the playout was given, and what it will play in a moment.
#include "ui/window/mainwindow.h"

#include "ui/dialogs/aireddialog.h"
#include "ui/dialogs/channeldialog.h"
#include "ui/dialogs/importpreview.h"
#include "ui/dialogs/noticestack.h"
#include "ui/dialogs/onairbox.h"
#include "ui/session/publishwatch.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/flows.h"
#include "ui/window/statusline.h"

namespace sf {

using namespace Qt::StringLiterals;

void MainWindow::connectPublishing()
{
    m_publish = new PublishWatch(m_editor, this);
    connect(m_publish, &PublishWatch::changed, this, &MainWindow::showPublished);
    connect(&m_editor, &StationEditor::channelChanged, this, &MainWindow::showPublished);
    connect(m_publish, &PublishWatch::failed, this, [this](const Error &error) {
        m_notices->add({u"publishing"_s, Severity::Warning, sentence(error), {}});
    });
    connect(m_flows, &Flows::exported, m_publish, &PublishWatch::reload);
    connect(m_status, &StatusLine::exportAgainRequested, this, [this] {
        if (const Channel *channel = m_editor.channel())
            m_flows->exportAgain(m_publish->staleTasks(channel->id));
    });
    connect(&m_editor, &StationEditor::onAirAsked, this, &MainWindow::askOnAir);
    connect(m_actions.channelSettings, &QAction::triggered, this, &MainWindow::showChannelSettings);
    connect(m_actions.airedReport, &QAction::triggered, this, &MainWindow::showAired);
}

void MainWindow::showPublished()
{
    for (const Channel &channel : m_editor.station().channels()) {
        const Plan *plan = m_editor.station().onAirPlan(channel.id);
        if (!plan)
            continue;
        std::vector<PublishMark> marks;
        for (const PublishedDay &day : m_publish->days(channel.id)) {
            if (day.published)
                marks.push_back({day.range, std::ssize(day.changes)});
        }
        m_timeline->setPublished(plan->id, std::move(marks));
    }
    const Channel *channel = m_editor.channel();
    const bool isStale = channel && !m_publish->staleTasks(channel->id).empty();
    m_status->setUnpublished(isStale ? m_publish->changedCount(channel->id) : 0);
}

void MainWindow::askOnAir(const OnAirQuestion &question)
{
    auto *box = new OnAirBox(question, this);
    connect(box, &OnAirBox::answered, this, [this](bool goesAhead, bool rests) {
        if (rests)
            m_editor.onAir().restUntil(m_editor.now() + OnAirBox::rest);
        m_editor.answer(goesAhead);
    });
    box->open();
}

void MainWindow::showChannelSettings()
{
    const Channel *channel = m_editor.channel();
    if (!channel)
        return;
    auto *dialog = new ChannelDialog(m_editor, *channel, this);
    connect(dialog, &ChannelDialog::horizonChosen, m_publish, &PublishWatch::setHorizon);
    dialog->open();
}

void MainWindow::showAired()
{
    auto *dialog = new AiredDialog(m_editor, shownDay(), this);
    connect(dialog, &AiredDialog::importRequested, m_flows,
            [this] { m_flows->chooseImport(ImportUse::AsRun); });
    dialog->open();
}

} // namespace sf
