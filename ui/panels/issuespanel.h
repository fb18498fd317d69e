// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timerange.h"
#include "ui/panels/issuesmodel.h"

#include <QWidget>

#include <vector>

class QLabel;
class QStackedWidget;
class QTreeView;

namespace sf {

/// What a check found. Picking an issue asks for its place in the plan.
class IssuesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit IssuesPanel(QWidget *parent = nullptr);

    void setIssues(const Station &station, SharedIssueGroups groups);
    /// What stands where the issues would, while there are none to show.
    void setNote(const QString &note);
    IssuesModel &model() { return m_model; }
    QTreeView &view() { return *m_view; }

Q_SIGNALS:
    void goToRequested(sf::TimeRange range, const std::vector<sf::EventId> &events, sf::PlanId plan);

private:
    void pick(const QModelIndex &index);

    IssuesModel m_model;
    QStackedWidget *m_pages;
    QTreeView *m_view;
    QLabel *m_note;
};

} // namespace sf
