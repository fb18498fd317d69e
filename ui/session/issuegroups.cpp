// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/session/issuegroups.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace sf {

namespace {

bool isAboutMedia(IssueCode code)
{
    return code == IssueCode::MediaMissing || code == IssueCode::MediaUnprobed ||
           code == IssueCode::MediaUnreadable;
}

void summarise(IssueGroup &group)
{
    std::stable_sort(group.issues.begin(), group.issues.end(),
                     [](const Issue &a, const Issue &b) { return a.range.start < b.range.start; });
    QSet<QString> files;
    for (const Issue &issue : group.issues) {
        if (group.code == IssueCode::Gap)
            group.total += issue.range.duration;
        if (isAboutMedia(group.code))
            files.insert(issue.args.value(0));
    }
    group.fileCount = files.size();
}

} // namespace

IssueGroups groupIssues(std::vector<Issue> issues)
{
    std::map<std::pair<int, IssueCode>, IssueGroup> byKind; // worst first
    for (Issue &issue : issues) {
        IssueGroup &group = byKind[{-static_cast<int>(issue.severity), issue.code}];
        group.code = issue.code;
        group.severity = issue.severity;
        group.issues.push_back(std::move(issue));
    }
    IssueGroups out;
    for (auto &[kind, group] : byKind) {
        summarise(group);
        out.push_back(std::move(group));
    }
    return out;
}

std::int64_t countNotices(const IssueGroups &groups)
{
    std::int64_t count = 0;
    for (const IssueGroup &group : groups) {
        if (group.severity != Severity::Info)
            count += isAboutMedia(group.code) ? 1 : static_cast<std::int64_t>(group.issues.size());
    }
    return count;
}

} // namespace sf
