// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/outlinemodel.h"

#include "ui/theme/theme.h"

#include <QLocale>

namespace sf {

using namespace Qt::StringLiterals;

void OutlineModel::setGroups(std::vector<OutlineGroup> groups)
{
    beginGroups();
    m_groups = std::move(groups);
    endGroups();
}

const OutlineGroup *OutlineModel::groupAt(const QModelIndex &index) const
{
    return index.isValid() && isGroup(index) ? &m_groups[groupOf(index)] : nullptr;
}

int OutlineModel::columnCount(const QModelIndex &) const { return 2; }

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
    const OutlineGroup &group = m_groups[groupOf(index)];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return group.text(index.row(), index.column());
    if (role == Qt::FontRole && index.column() == 1) // times stand below one another
        return figureFont();
    return {};
}

} // namespace sf
