// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/planlistmodel.h"

#include "ui/theme/theme.h"

namespace sf {

PlanListModel::PlanListModel(QStringList headers, QObject *parent)
    : QAbstractTableModel(parent)
    , m_headers(std::move(headers))
{
}

void PlanListModel::setRows(std::vector<PlanListRow> rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int PlanListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PlanListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headers.size());
}

QVariant PlanListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const PlanListRow &row = at(index);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return row.cells.value(index.column());
    if (role == Qt::CheckStateRole && index.column() == 0 && row.isOn)
        return *row.isOn ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::ForegroundRole && row.isDimmed)
        return toneColour(Tone::Dim);
    return {};
}

QVariant PlanListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return m_headers.value(section);
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

Qt::ItemFlags PlanListModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == 0 && at(index).isOn && m_isEditable)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool PlanListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    Q_EMIT switched(index.row(), value.toInt() == Qt::Checked); // the station's answer changes the row
    return true;
}

} // namespace sf
