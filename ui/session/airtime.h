// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/schedule/station.h"

#include <optional>
#include <vector>

namespace sf {

/// How much of the programmes' airtime goes to a quota, or to a category that has none.
struct AirtimeShare
{
    QString name;     ///< the category; of a quota that is for none: the rule's name
    QString category; ///< by which it is coloured; empty for such a quota
    Millis airtime{0};
    double planned = 0;           ///< 0 to 1
    std::optional<double> wanted; ///< of a quota

    bool operator==(const AirtimeShare &) const = default;
};

/// Of a plan's main layer in a range: quotas first, in the order of the rules, then the other categories, the largest
/// first. Counted as the planner does: programmes alone, and each for one quota. For a job. Errors: UnknownObject.
Result<std::vector<AirtimeShare>> airtimeShares(const Station &station, PlanId plan, TimeRange range);

} // namespace sf
