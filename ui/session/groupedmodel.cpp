// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/session/groupedmodel.h"

#include <algorithm>

namespace sf {

namespace {

constexpr qsizetype portion = 500;

/// The internal id of a group; a row's is its group's place plus one.
constexpr quintptr topLevel = 0;

} // namespace

bool GroupedModel::isGroup(const QModelIndex &index) { return index.internalId() == topLevel; }

std::size_t GroupedModel::groupOf(const QModelIndex &index)
{
    return isGroup(index) ? static_cast<std::size_t>(index.row())
                          : static_cast<std::size_t>(index.internalId() - 1);
}

void GroupedModel::endGroups()
{
    m_fetched.assign(groupCount(), 0);
    endResetModel();
}

QModelIndex GroupedModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : topLevel);
}

QModelIndex GroupedModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || isGroup(child))
        return {};
    return createIndex(static_cast<int>(groupOf(child)), 0, topLevel);
}

int GroupedModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_fetched.size());
    return hasChildren(parent) ? static_cast<int>(m_fetched[groupOf(parent)]) : 0;
}

bool GroupedModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return !m_fetched.empty();
    return isGroup(parent) && parent.column() == 0 && rowsIn(groupOf(parent)) > 0;
}

bool GroupedModel::canFetchMore(const QModelIndex &parent) const
{
    return parent.isValid() && hasChildren(parent) && rowCount(parent) < rowsIn(groupOf(parent));
}

void GroupedModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const qsizetype from = rowCount(parent);
    const qsizetype to = std::min(from + portion, rowsIn(groupOf(parent)));
    beginInsertRows(parent, static_cast<int>(from), static_cast<int>(to - 1));
    m_fetched[groupOf(parent)] = to;
    endInsertRows();
}

} // namespace sf
