// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/panels/historymodel.h"

#include "core/time/iso8601.h"
#include "ui/theme/theme.h"

namespace sf {

namespace {

enum Column { WhenColumn, WhatColumn, WhoColumn, CountColumn, ColumnCount };

} // namespace

void HistoryModel::clear()
{
    beginResetModel();
    m_lines.clear();
    endResetModel();
}

void HistoryModel::add(const StationEdit &edit)
{
    beginInsertRows({}, 0, 0);
    m_lines.push_front({edit.id, edit.kind, edit.name, edit.author, edit.time, edit.changedCount()});
    endInsertRows();
}

void HistoryModel::setEarlier(std::vector<HistoryLine> lines)
{
    // An edit of this session may be among those that were read.
    std::erase_if(lines, [this](const HistoryLine &line) {
        return std::any_of(m_lines.begin(), m_lines.end(),
                           [&](const HistoryLine &known) { return known.id == line.id; });
    });
    if (lines.empty())
        return;
    const int first = static_cast<int>(m_lines.size());
    beginInsertRows({}, first, first + static_cast<int>(lines.size()) - 1);
    m_lines.insert(m_lines.end(), lines.begin(), lines.end());
    endInsertRows();
}

void HistoryModel::setClock(const ChannelClock &clock)
{
    m_clock = clock;
    if (!m_lines.empty())
        Q_EMIT dataChanged(index(0, WhenColumn), index(rowCount() - 1, WhenColumn));
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HistoryLine &line = m_lines[static_cast<std::size_t>(index.row())];
    if (role == Qt::FontRole && (index.column() == WhenColumn || index.column() == CountColumn))
        return figureFont();
    if (role == Qt::TextAlignmentRole && index.column() == CountColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case WhenColumn:
        return toIso8601(m_clock.toLocal(std::chrono::floor<std::chrono::seconds>(line.time)))
            .replace(u'T', u' ');
    case WhatColumn:
        return line.name;
    case WhoColumn:
        return line.author;
    case CountColumn:
        return static_cast<qlonglong>(line.changed);
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == CountColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhenColumn:
        return tr("When");
    case WhatColumn:
        return tr("What");
    case WhoColumn:
        return tr("Who");
    case CountColumn:
        return tr("Changed");
    default:
        return {};
    }
}

} // namespace sf
