// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/station.h"
#include "ui/session/groupedmodel.h"
#include "ui/session/issuegroups.h"

namespace sf {

/// Two levels: a line for each kind of issue, and below it each one. A kind with a single issue is that issue
/// itself.
class IssuesModel : public GroupedModel
{
    Q_OBJECT

public:
    using GroupedModel::GroupedModel;

    /// `station` is what was checked: the sentences name its events.
    void setGroups(const Station &station, SharedIssueGroups groups);
    const IssueGroups &groups() const { return *m_groups; }
    /// Null for the line of a whole kind.
    const Issue *issueAt(const QModelIndex &index) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

protected:
    std::size_t groupCount() const override { return m_groups->size(); }
    qsizetype rowsIn(std::size_t group) const override;

private:
    const IssueGroup *groupAt(const QModelIndex &index) const;
    QString groupText(const IssueGroup &group) const;
    QString rulesText(const IssueGroup &group) const;

    Station m_station;
    SharedIssueGroups m_groups = std::make_shared<const IssueGroups>();
};

} // namespace sf
