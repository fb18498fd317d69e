// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/outlinemodel.h"

#include <QLocale>

#include <algorithm>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype portion = 500;

/// The internal id of a group; a row's is its group's place plus one.
constexpr quintptr topLevel = 0;

} // namespace

void OutlineModel::setGroups(std::vector<OutlineGroup> groups)
{
    beginResetModel();
    m_groups = std::move(groups);
    m_fetched.assign(m_groups.size(), 0);
    endResetModel();
}

const OutlineGroup *OutlineModel::groupAt(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() == topLevel
               ? &m_groups[static_cast<std::size_t>(index.row())]
               : nullptr;
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : topLevel);
}

QModelIndex OutlineModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == topLevel)
        return {};
    return createIndex(static_cast<int>(child.internalId() - 1), 0, topLevel);
}

int OutlineModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    const bool isGroup = groupAt(parent) && parent.column() == 0;
    return isGroup ? static_cast<int>(m_fetched[static_cast<std::size_t>(parent.row())]) : 0;
}

int OutlineModel::columnCount(const QModelIndex &) const { return 2; }

bool OutlineModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return !m_groups.empty();
    const OutlineGroup *group = groupAt(parent);
    return group && parent.column() == 0 && group->rows > 0;
}

bool OutlineModel::canFetchMore(const QModelIndex &parent) const
{
    return parent.isValid() && hasChildren(parent) && rowCount(parent) < groupAt(parent)->rows;
}

void OutlineModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const qsizetype from = rowCount(parent);
    const qsizetype to = std::min(from + portion, groupAt(parent)->rows);
    beginInsertRows(parent, static_cast<int>(from), static_cast<int>(to - 1));
    m_fetched[static_cast<std::size_t>(parent.row())] = to;
    endInsertRows();
}

QVariant OutlineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (const OutlineGroup *group = groupAt(index)) {
        if (index.column() > 0)
            return {};
        if (role == Qt::DisplayRole)
            return u"%1 (%2)"_s.arg(group->title, QLocale().toString(qlonglong(group->count)));
        return role == Qt::DecorationRole ? QVariant(icon(group->sign, group->tone)) : QVariant();
    }
    const OutlineGroup &group = m_groups[index.internalId() - 1];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return group.text(index.row(), index.column());
    if (role == Qt::TextAlignmentRole && index.column() == 1)
        return QVariant(Qt::AlignVCenter | Qt::AlignRight);
    return {};
}

} // namespace sf
