// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/panels/issuesmodel.h"

#include "core/schedule/issuetext.h"
#include "ui/theme/icons.h"

#include <algorithm>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr int portion = 500;
constexpr qsizetype mostNames = 3; ///< of broken rules, in the line of their kind

/// The internal id of a top-level row; a child's is its group's row plus one.
constexpr quintptr topLevel = 0;

QVariant severityIcon(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return icon(Sign::Error, Tone::Error);
    case Severity::Warning:
        return icon(Sign::Warning, Tone::Warning);
    case Severity::Info:
        return icon(Sign::Info, Tone::Dim);
    }
    return {};
}

} // namespace

void IssuesModel::setGroups(const Station &station, SharedIssueGroups groups)
{
    beginResetModel();
    m_station = station;
    m_groups = std::move(groups);
    m_fetched.assign(m_groups->size(), 0);
    endResetModel();
}

const IssueGroup *IssuesModel::groupAt(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() == topLevel
               ? &(*m_groups)[static_cast<std::size_t>(index.row())]
               : nullptr;
}

const Issue *IssuesModel::issueAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    if (const IssueGroup *group = groupAt(index))
        return group->issues.size() == 1 ? &group->issues.front() : nullptr;
    return &(*m_groups)[index.internalId() - 1].issues[static_cast<std::size_t>(index.row())];
}

QModelIndex IssuesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : topLevel);
}

QModelIndex IssuesModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == topLevel)
        return {};
    return createIndex(static_cast<int>(child.internalId() - 1), 0, topLevel);
}

int IssuesModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups->size());
    return groupAt(parent) && parent.column() == 0 ? m_fetched[static_cast<std::size_t>(parent.row())] : 0;
}

int IssuesModel::columnCount(const QModelIndex &) const { return 1; }

bool IssuesModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return !m_groups->empty();
    const IssueGroup *group = groupAt(parent);
    return group && group->issues.size() > 1;
}

bool IssuesModel::canFetchMore(const QModelIndex &parent) const
{
    return hasChildren(parent) && parent.isValid() &&
           rowCount(parent) < static_cast<int>(groupAt(parent)->issues.size());
}

void IssuesModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const int from = rowCount(parent);
    const int to = std::min(from + portion, static_cast<int>(groupAt(parent)->issues.size()));
    beginInsertRows(parent, from, to - 1);
    m_fetched[static_cast<std::size_t>(parent.row())] = to;
    endInsertRows();
}

QString IssuesModel::rulesText(const IssueGroup &group) const
{
    QStringList names;
    for (const Issue &issue : group.issues) {
        const QString name = issue.args.value(1); // empty for a limit of the asset itself
        if (!name.isEmpty() && !names.contains(name))
            names << name;
        if (names.size() > mostNames)
            break;
    }
    const QString text =
        tr("%n event(s) {breaks|break} a rule", nullptr, static_cast<int>(group.issues.size()));
    if (names.isEmpty())
        return text;
    const bool hasMore = names.size() > mostNames;
    names = names.first(std::min(names.size(), mostNames));
    return u"%1: %2%3"_s.arg(text, names.join(u", "_s), hasMore ? u", …"_s : QString());
}

QString IssuesModel::groupText(const IssueGroup &group) const
{
    const int count = static_cast<int>(group.issues.size());
    const int files = static_cast<int>(group.fileCount);
    switch (group.code) {
    case IssueCode::Overlap:
        return tr("%n event(s) {overlaps|overlap} the one before", nullptr, count);
    case IssueCode::Gap:
        return tr("%n gap(s), %1 in all", nullptr, count).arg(spokenLength(group.total));
    case IssueCode::CooldownBreak:
        return tr("%n airing(s) {comes|come} too soon after the last one", nullptr, count);
    case IssueCode::Duplicate:
        return tr("%n event(s) {is|are} planned twice", nullptr, count);
    case IssueCode::MediaMissing:
        return tr("%n file(s) {is|are} missing", nullptr, files) + u", "_s +
               tr("%n event(s) {needs|need} them", nullptr, count);
    case IssueCode::MediaUnprobed:
        return tr("%n file(s) {has|have} not been looked at yet", nullptr, files);
    case IssueCode::MediaUnreadable:
        return tr("%n file(s) can't be read", nullptr, files) + u", "_s +
               tr("%n event(s) {needs|need} them", nullptr, count);
    case IssueCode::DurationMismatch:
        return tr("%n event(s) {is|are} planned for longer than the media {lasts|last}", nullptr, count);
    case IssueCode::RuleBreak:
        return rulesText(group);
    }
    return {};
}

QVariant IssuesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const IssueGroup *group = groupAt(index);
    const Issue *issue = issueAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return issue ? sentence(m_station, *issue) : groupText(*group);
    case Qt::ToolTipRole:
        return issue ? QVariant(sentence(m_station, *issue)) : QVariant();
    case Qt::DecorationRole:
        return severityIcon(issue ? issue->severity : group->severity);
    default:
        return {};
    }
}

} // namespace sf
