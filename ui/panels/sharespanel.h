// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/airtime.h"
#include "ui/session/latestjob.h"
#include "ui/session/stationeditor.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace sf {

class ShareChart;

/// How the airtime of the shown day, or its week, is shared out, beside what quotas ask for.
class SharesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SharesPanel(StationEditor &editor, QWidget *parent = nullptr);

    /// The broadcast day of this is told about.
    void setShownTime(TimePoint t);
    /// Index in Tokens::categories that a category is filled with.
    void setCategoryFills(std::function<int(const QString &)> fillOf) { m_fillOf = std::move(fillOf); }
    bool isSettled() const { return !m_delay.isActive() && !m_job.isRunning(); }
    const ShareChart &chart() const { return *m_chart; }
    QToolButton &dayButton() { return *m_day; }
    QToolButton &weekButton() { return *m_week; }
    QString heading() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void askSoon();
    void ask();
    void take(const Result<std::vector<AirtimeShare>> &shares);
    /// Monday to Sunday around the day, or the day alone.
    std::pair<QDate, int> days() const;

    StationEditor &m_editor;
    std::function<int(const QString &)> m_fillOf = [](const QString &) { return -1; };
    QTimer m_delay;
    LatestJob m_job;
    QDate m_date;
    bool m_isStale = true;
    QLabel *m_heading;
    QToolButton *m_day;
    QToolButton *m_week;
    QStackedWidget *m_pages;
    QLabel *m_note;
    ShareChart *m_chart;
};

} // namespace sf
