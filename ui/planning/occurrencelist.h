// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/planning/recurrencepreview.h"
#include "ui/session/latestjob.h"

#include <QTimer>
#include <QWidget>

class QDateEdit;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace sf {

class StationEditor;

/// The next times of a recurring event, worked out in a job, and what is to be different for single ones:
/// left out, moved, with another asset.
class OccurrenceList : public QWidget
{
    Q_OBJECT

public:
    explicit OccurrenceList(StationEditor &editor, QWidget *parent = nullptr);

    /// Takes over its exceptions and changes.
    void setDifferences(const Recurrence &recurrence);
    /// What to show the times of; where it can't be read, the reason.
    void setRecurrence(Result<Recurrence> recurrence, const ChannelClock &clock);
    const std::vector<LocalTime> &exceptions() const { return m_exceptions; }
    const std::vector<OccurrenceChange> &changes() const { return m_changes; }

    bool isReady() const { return !m_job.isRunning() && !m_delay.isActive(); }
    QTreeWidget &list() { return *m_list; }
    QDateEdit &from() { return *m_from; }
    QPushButton &leaveOutButton() { return *m_leaveOut; }
    QPushButton &changeButton() { return *m_change; }
    QPushButton &restoreButton() { return *m_restore; }
    QPushButton &forgetButton() { return *m_forget; }
    QString note() const;

Q_SIGNALS:
    /// Of the exceptions or changes.
    void changed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    struct Preview
    {
        std::vector<PreviewLine> lines;
        std::vector<LocalTime> stale; ///< times of differences that the rule does not give
    };

    void workOut();
    void showPreview(const Result<Preview> &preview);
    QString noteOf(const Result<Preview> &preview) const;
    void addLine(const PreviewLine &line);
    QString remarkOf(const PreviewLine &line) const;
    std::optional<PreviewLine> current() const;
    const OccurrenceChange *changeOf(LocalTime original) const;
    void showButtons();
    void toggleLeftOut();
    void change();
    void restore();
    void forgetStale();
    void differ();

    StationEditor &m_editor;
    ChannelClock m_clock;
    std::optional<Recurrence> m_recurrence;
    std::vector<LocalTime> m_exceptions;
    std::vector<OccurrenceChange> m_changes;
    std::vector<PreviewLine> m_lines;
    std::vector<LocalTime> m_stale;
    LatestJob m_job;
    QTimer m_delay;
    QDateEdit *m_from;
    QTreeWidget *m_list;
    QLabel *m_note;
    QPushButton *m_leaveOut;
    QPushButton *m_change;
    QPushButton *m_restore;
    QPushButton *m_forget;
};

} // namespace sf
