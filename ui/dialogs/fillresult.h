// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/channelclock.h"
#include "ui/session/plantrial.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QTableView;
class QTabWidget;
class QTreeWidget;

namespace sf {

class PlanLinesModel;
class ShareChart;

/// What a plan would do: whether the library reaches, then the difference, what stays open and why, and shares
/// of airtime.
class FillResult : public QWidget
{
    Q_OBJECT

public:
    explicit FillResult(QWidget *parent = nullptr);

    /// A trial is under way; `done` of `total` as a Job tells.
    void showProgress(qint64 done, qint64 total);
    void clearOutlook();
    void showOutlook(const PlanOutlook &outlook);
    void showTrial(const PlanTrial &trial, const ChannelClock &clock);
    /// There is no trial, and why; `offersRetry` shows a button for another try.
    void showProblem(const QString &text, bool offersRetry = false);
    /// Something to know beside the result; empty for nothing.
    void setNote(const QString &text);

    QString summary() const;
    QString lightText() const;
    QTabWidget &tabs() { return *m_tabs; }
    PlanLinesModel &difference() { return *m_difference; }
    PlanLinesModel &open() { return *m_open; }
    QTreeWidget &parts() { return *m_parts; }
    ShareChart &shares() { return *m_shares; }
    QPushButton &stopButton() { return *m_stop; }
    QPushButton &retryButton() { return *m_retry; }

Q_SIGNALS:
    void stopRequested();
    void retryRequested();

private:
    void build();
    void addTabs();
    QTableView *makeTable(PlanLinesModel &model, const QString &name);
    void nameTabs();
    void clear();

    QLabel *m_light;
    QLabel *m_lightText;
    QLabel *m_note;
    QLabel *m_summary;
    QTabWidget *m_tabs;
    QProgressBar *m_bar;
    QPushButton *m_stop;
    QPushButton *m_retry;
    PlanLinesModel *m_difference;
    PlanLinesModel *m_open;
    QTreeWidget *m_parts;
    QScrollArea *m_scroll;
    ShareChart *m_shares;
    bool m_hasShares = false;
};

} // namespace sf
