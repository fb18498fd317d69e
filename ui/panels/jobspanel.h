// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>
#include <QWidget>

#include <map>

class QLabel;
class QVBoxLayout;

namespace sf {

class JobList;
class JobRow;
struct JobEntry;

/// Running jobs with their progress and a way to stop them; those that have ended say how.
class JobsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit JobsPanel(JobList &jobs, QWidget *parent = nullptr);

    /// "probing 412 of 528, 2 s left": of the longest running job; empty where none runs.
    QString summary() const;

Q_SIGNALS:
    /// The summary is another, or the number of running jobs.
    void summaryChanged();

private:
    void follow();
    void tick();

    JobList &m_jobs;
    std::map<quint64, JobRow *> m_rows;
    QVBoxLayout *m_list;
    QLabel *m_note;
    QTimer m_timer;
};

/// "412 of 528, 2 s left", "3 s" where the amount of work is not known.
QString progressText(const JobEntry &entry);

} // namespace sf
