// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractItemModel>

#include <vector>

namespace sf {

/// Two levels: groups, and the rows below each. Long lists cost nothing before somebody looks: rows come in portions, as
/// the view asks for them.
class GroupedModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

protected:
    /// The groups are exchanged between these two; then none of their rows is handed out yet.
    void beginGroups() { beginResetModel(); }
    void endGroups();

    virtual std::size_t groupCount() const = 0;
    /// Below a group; 0 where it does not expand.
    virtual qsizetype rowsIn(std::size_t group) const = 0;

    /// Whether a valid index is that of a group, in any column.
    static bool isGroup(const QModelIndex &index);
    /// The group that a valid index is or lies in.
    static std::size_t groupOf(const QModelIndex &index);

private:
    std::vector<qsizetype> m_fetched; ///< rows handed out so far, of each group
};

} // namespace sf
