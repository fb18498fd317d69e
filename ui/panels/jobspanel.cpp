// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/panels/jobspanel.h"

#include "core/schedule/issuetext.h"
#include "ui/panels/jobrow.h"
#include "ui/session/joblist.h"

#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace sf {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto refreshEvery = 100ms;

QString wholeSeconds(std::chrono::milliseconds duration)
{
    return spokenLength(std::chrono::ceil<std::chrono::seconds>(duration));
}

} // namespace

QString progressText(const JobEntry &entry)
{
    const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - entry.started);
    const qint64 done = entry.job->done();
    const qint64 total = entry.job->total();
    if (total <= 0)
        return wholeSeconds(elapsed);
    const QString counted =
        JobsPanel::tr("%1 of %2").arg(QLocale().toString(done), QLocale().toString(total));
    if (done <= 0 || elapsed < 1s)
        return counted;
    return JobsPanel::tr("%1, %2 left").arg(counted, wholeSeconds(elapsed * (total - done) / done));
}

JobsPanel::JobsPanel(JobList &jobs, QWidget *parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_note(new QLabel(tr("Imports, scans, fills and exports show their progress here.")))
{
    m_note->setProperty("tone", u"dim"_s);
    m_note->setAlignment(Qt::AlignCenter);
    auto *content = new QWidget;
    m_list = new QVBoxLayout(content);
    m_list->setContentsMargins(0, 4, 0, 4);
    m_list->setSpacing(0);
    m_list->addWidget(m_note, 1);
    m_list->addStretch(0);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    m_timer.setInterval(refreshEvery);
    connect(&m_timer, &QTimer::timeout, this, &JobsPanel::tick);
    connect(&m_jobs, &JobList::changed, this, &JobsPanel::follow);
}

void JobsPanel::follow()
{
    for (const JobEntry &entry : m_jobs.entries()) {
        JobRow *&row = m_rows[entry.number];
        if (!row) {
            row = new JobRow(entry);
            connect(row, &JobRow::cancelRequested, this,
                    [this, number = entry.number] { m_jobs.cancel(number); });
            m_list->insertWidget(0, row); // the newest on top
        }
        row->show(entry);
    }
    const auto isForgotten = [this](quint64 number) {
        return std::none_of(m_jobs.entries().begin(), m_jobs.entries().end(),
                            [number](const JobEntry &entry) { return entry.number == number; });
    };
    for (auto at = m_rows.begin(); at != m_rows.end();) {
        if (!isForgotten(at->first)) {
            ++at;
            continue;
        }
        at->second->deleteLater();
        at = m_rows.erase(at);
    }
    m_note->setVisible(m_rows.empty());
    if (m_jobs.runningCount() > 0)
        m_timer.start();
    else
        m_timer.stop();
    Q_EMIT summaryChanged();
}

void JobsPanel::tick()
{
    for (const JobEntry &entry : m_jobs.entries()) {
        if (entry.isRunning)
            m_rows[entry.number]->show(entry);
    }
    Q_EMIT summaryChanged();
}

QString JobsPanel::summary() const
{
    for (const JobEntry &entry : m_jobs.entries()) {
        if (entry.isRunning)
            return tr("%1: %2").arg(entry.title, progressText(entry));
    }
    return {};
}

} // namespace sf
