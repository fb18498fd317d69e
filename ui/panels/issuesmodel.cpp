// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/panels/issuesmodel.h"

#include "core/schedule/issuetext.h"
#include "ui/theme/icons.h"

#include <algorithm>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNames = 3; ///< of broken rules, in the line of their kind

} // namespace

void IssuesModel::setGroups(const Station &station, SharedIssueGroups groups)
{
    beginGroups();
    m_station = station;
    m_groups = std::move(groups);
    endGroups();
}

const IssueGroup *IssuesModel::groupAt(const QModelIndex &index) const
{
    return index.isValid() && isGroup(index) ? &(*m_groups)[groupOf(index)] : nullptr;
}

const Issue *IssuesModel::issueAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    if (const IssueGroup *group = groupAt(index))
        return group->issues.size() == 1 ? &group->issues.front() : nullptr;
    return &(*m_groups)[groupOf(index)].issues[static_cast<std::size_t>(index.row())];
}

int IssuesModel::columnCount(const QModelIndex &) const { return 1; }

qsizetype IssuesModel::rowsIn(std::size_t group) const
{
    const auto count = std::ssize((*m_groups)[group].issues);
    return count > 1 ? count : 0;
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
        return tr("%n overlap(s)", nullptr, count);
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
    case IssueCode::QuotaShort:
        return tr("%n {category has|categories have} less of the airtime than {its|their} least", nullptr,
                  count);
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
        return severityIcon(issue ? issue->severity : group->severity, Tone::Dim);
    default:
        return {};
    }
}

} // namespace sf
