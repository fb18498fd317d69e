// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/check.h"

namespace sf {

/// The issues of a check, each code cut off at the request's limit.
class IssueList
{
public:
    IssueList(const Station &station, const CheckRequest &request);

    /// `asset` is null where the library does not have it.
    void addMissing(const ScheduledEvent &event, const Asset *asset);
    void addUnprobed(const ScheduledEvent &event, const Asset &asset);
    /// Where the event is longer, by a frame or more, than what its media has from its in point on.
    void addIfTooLong(const ScheduledEvent &event, const Asset &asset);
    /// Quotas that are not reached in a range, each one issue.
    void addShort(const std::vector<QuotaShare> &quotas, TimeRange range);
    /// All of them and those of the report, by start.
    std::vector<Issue> take(const CheckReport &report);

private:
    void add(IssueCode code, Severity severity, TimeRange range, std::vector<EventId> events,
             QStringList args = {});

    const Station &m_station;
    FrameGrid m_grid;
    PlanId m_plan;
    std::size_t m_limit;
    std::vector<std::size_t> m_counts; ///< by code
    std::vector<Issue> m_issues;
};

} // namespace sf
