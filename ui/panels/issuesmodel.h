// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/station.h"
#include "ui/session/issuegroups.h"

#include <QAbstractItemModel>

namespace sf {

/// Two levels: a line for each kind of issue, and below it each one. A kind with a single issue is that issue
/// itself. Long lists come in portions, as the view asks for them.
class IssuesModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    /// `station` is what was checked: the sentences name its events.
    void setGroups(const Station &station, SharedIssueGroups groups);
    const IssueGroups &groups() const { return *m_groups; }
    /// Null for the line of a whole kind.
    const Issue *issueAt(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    const IssueGroup *groupAt(const QModelIndex &index) const;
    QString groupText(const IssueGroup &group) const;
    QString rulesText(const IssueGroup &group) const;

    Station m_station;
    SharedIssueGroups m_groups = std::make_shared<const IssueGroups>();
    std::vector<int> m_fetched; ///< children handed out so far, of each group
};

} // namespace sf
