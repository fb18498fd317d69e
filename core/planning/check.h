// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/model/issue.h"
#include "core/planning/history.h"
#include "core/planning/quotashare.h"
#include "core/planning/rulesweep.h"
#include "core/schedule/overlaps.h"
#include "core/schedule/station.h"

#include <optional>
#include <vector>

namespace sf {

struct CheckRequest
{
    PlanId plan;
    std::optional<TimeRange> range;           ///< none: the whole plan
    Millis cooldown = std::chrono::hours(48); ///< start to start, of what has none of its own and no rule
    TimePoint now{};                          ///< before it the as-run log counts where there is one
    std::size_t limit = defaultOverlapLimit;  ///< so many overlaps and issues of one code are listed
};

/// An event that stands in the plan twice: same start, same title, no different address.
struct DuplicateEvent
{
    EventId event;
    EventId first;

    bool operator==(const DuplicateEvent &) const = default;
};

/// What is wrong in a plan. The lists are complete but for `overlaps.pairs` and `issues`, which are cut off
/// at the request's limit.
struct CheckReport
{
    std::int64_t events = 0; ///< on the main layer, touching the range
    Overlaps overlaps;
    std::vector<TimeRange> gaps; ///< of a frame or more
    std::vector<CooldownBreak> cooldown;
    std::vector<RuleBreak> rules;   ///< station rules but the cooldown's, rights, hours and play limits
    std::vector<QuotaShare> quotas; ///< those whose never value is not reached, over all that was looked at
    std::vector<DuplicateEvent> duplicates;
    std::vector<EventId> missing;  ///< events whose file is missing or no media
    std::vector<EventId> unprobed; ///< events whose file nobody has looked at
    std::vector<Issue> issues;     ///< all of that for display, by start
};

/// Looks through a plan's main layer. With a range: events that touch it, gaps up to its ends, and airings
/// that start in it, compared with what aired before it; without: the whole plan, gaps between its first and
/// last event. n log n. Errors: UnknownObject for the plan, EmptyRange, Cancelled.
Result<CheckReport> check(const Station &station, const CheckRequest &request, Job &job);

} // namespace sf
