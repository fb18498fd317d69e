// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/planlinesmodel.h"

#include "core/schedule/issuetext.h"
#include "ui/session/walltext.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <utility>

namespace sf {

namespace {

QString kindText(PlanLineKind kind)
{
    switch (kind) {
    case PlanLineKind::Added:
        return PlanLinesModel::tr("Added");
    case PlanLineKind::Moved:
        return PlanLinesModel::tr("Moved");
    case PlanLineKind::Changed:
        return PlanLinesModel::tr("Changed");
    case PlanLineKind::Removed:
        return PlanLinesModel::tr("Removed");
    case PlanLineKind::Gap:
        return PlanLinesModel::tr("Gap");
    case PlanLineKind::Unplaced:
        return PlanLinesModel::tr("Not placed");
    }
    return {};
}

QIcon kindIcon(PlanLineKind kind)
{
    switch (kind) {
    case PlanLineKind::Added:
        return icon(Sign::Add, Tone::Good);
    case PlanLineKind::Moved:
        return icon(Sign::Next, Tone::Accent);
    case PlanLineKind::Changed:
        return icon(Sign::Changed, Tone::Accent);
    case PlanLineKind::Removed:
        return icon(Sign::Remove, Tone::Error);
    case PlanLineKind::Gap:
    case PlanLineKind::Unplaced:
        return icon(Sign::Warning, Tone::Warning);
    }
    return {};
}

} // namespace

PlanLinesModel::PlanLinesModel(const QString &textTitle, QObject *parent)
    : QAbstractTableModel(parent)
    , m_textTitle(textTitle)
{
}

void PlanLinesModel::setLines(PlanLines lines, const ChannelClock &clock)
{
    beginResetModel();
    m_lines = std::move(lines);
    m_clock = clock;
    m_hasMoved = std::any_of(m_lines->begin(), m_lines->end(),
                             [](const PlanLine &line) { return line.was.has_value(); });
    endResetModel();
}

int PlanLinesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines->size());
}

int PlanLinesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(PlanColumn::Count);
}

QString PlanLinesModel::textOf(const PlanLine &line, PlanColumn column) const
{
    switch (column) {
    case PlanColumn::What:
        return kindText(line.kind);
    case PlanColumn::Start:
        return wallText(m_clock, line.range.start);
    case PlanColumn::Was:
        return line.was ? wallText(m_clock, *line.was) : QString();
    case PlanColumn::Length:
        return line.range.isEmpty() ? QString() : spokenLength(line.range.duration);
    case PlanColumn::Text:
    case PlanColumn::Count:
        break;
    }
    return line.text;
}

QVariant PlanLinesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PlanLine &line = lineAt(index.row());
    const auto column = static_cast<PlanColumn>(index.column());
    if (role == Qt::DisplayRole || (role == Qt::ToolTipRole && column == PlanColumn::Text))
        return textOf(line, column);
    if (role == Qt::DecorationRole && column == PlanColumn::What)
        return kindIcon(line.kind);
    if (role == Qt::FontRole && (column == PlanColumn::Start || column == PlanColumn::Was))
        return figureFont();
    return {};
}

QVariant PlanLinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<PlanColumn>(section)) {
    case PlanColumn::What:
        return tr("What");
    case PlanColumn::Start:
        return tr("Start");
    case PlanColumn::Was:
        return tr("Was at");
    case PlanColumn::Length:
        return tr("Length");
    case PlanColumn::Text:
    case PlanColumn::Count:
        break;
    }
    return m_textTitle;
}

} // namespace sf
