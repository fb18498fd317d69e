// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/session/joblist.h"

#include <QThreadPool>

#include <algorithm>

namespace sf {

namespace {

constexpr std::size_t rememberedCount = 100;

} // namespace

JobList::~JobList()
{
    cancelAll();
    jobPool().waitForDone(); // their results are for this object
}

int JobList::runningCount() const
{
    return static_cast<int>(
        std::count_if(m_entries.begin(), m_entries.end(), [](const JobEntry &e) { return e.isRunning; }));
}

void JobList::cancel(quint64 number)
{
    for (const JobEntry &entry : m_entries) {
        if (entry.number == number && entry.isRunning)
            entry.job->cancel();
    }
}

void JobList::cancelAll()
{
    for (const auto *list : {&m_entries, &m_quiet}) {
        for (const JobEntry &entry : *list) {
            if (entry.isRunning)
                entry.job->cancel();
        }
    }
}

void JobList::begin(quint64 number, const QString &title, bool isShown, const std::shared_ptr<Job> &job)
{
    JobEntry entry;
    entry.number = number;
    entry.title = title;
    entry.job = job;
    entry.isShown = isShown;
    entry.started = std::chrono::steady_clock::now();
    ++m_running;
    if (!isShown) {
        m_quiet.push_back(std::move(entry));
        return;
    }
    m_entries.push_back(std::move(entry));
    if (m_entries.size() > rememberedCount && !m_entries.front().isRunning)
        m_entries.erase(m_entries.begin());
    Q_EMIT changed();
}

void JobList::end(quint64 number, JobOutcome outcome)
{
    --m_running;
    std::erase_if(m_quiet, [number](const JobEntry &entry) { return entry.number == number; });
    const auto at = std::find_if(m_entries.begin(), m_entries.end(),
                                 [number](const JobEntry &entry) { return entry.number == number; });
    if (at != m_entries.end()) {
        at->isRunning = false;
        at->took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                                         at->started);
        at->outcome = std::move(outcome);
    }
    Q_EMIT changed();
}

} // namespace sf
