// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/issue.h"

#include <memory>
#include <vector>

namespace sf {

/// Issues of one kind, shown as one line that expands.
struct IssueGroup
{
    IssueCode code = IssueCode::Gap;
    Severity severity = Severity::Warning;
    std::vector<Issue> issues;  ///< by time
    std::int64_t fileCount = 0; ///< of an issue with media: how many different files it is about
    Millis total{0};            ///< of gaps: their lengths together
};

/// What a check found, worst first.
using IssueGroups = std::vector<IssueGroup>;
/// Copied and dropped at no cost; never null.
using SharedIssueGroups = std::shared_ptr<const IssueGroups>;

/// May be called in a job: 100,000 issues take some ten milliseconds.
IssueGroups groupIssues(std::vector<Issue> issues);

/// How many things need a person: each conflict, gap and repeat, but the media of a kind only once, because
/// 200 absent files are one unplugged disk. Mere information does not count.
std::int64_t countNotices(const IssueGroups &groups);

} // namespace sf
