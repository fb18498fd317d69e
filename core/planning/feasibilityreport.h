// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/fill.h"

#include <vector>

namespace sf {

/// Enough; just enough (less than a tenth to spare); not enough.
enum class Light : std::uint8_t { Green, Amber, Red };

/// Whether a part of the library can give what is asked of it.
struct PartFeasibility
{
    QString name;       ///< the category of a quota, or the daypart; empty: what no daypart covers
    Millis needed{0};   ///< of free time
    Millis library{0};  ///< the most there is for it, were nothing else to fill
    Millis shortage{0}; ///< with all that is to be filled
    Light light = Light::Green;

    bool operator==(const PartFeasibility &) const = default;
};

/// What can be said of a range before anything is filled.
struct FeasibilityReport
{
    Feasibility channel;
    Light light = Light::Green;              ///< the worst of all
    std::vector<PartFeasibility> categories; ///< of quotas
    std::vector<PartFeasibility> dayparts;   ///< in the order of their first block
    /// The dayparts that are short of the same assets, and by how much together: the minimum cut of a flow from
    /// what contents can give to what dayparts need. Empty where none is.
    std::vector<QString> shortDayparts;
    Millis daypartShortage{0};
};

/// A bound: red can't be filled whatever the choice; green may still leave gaps where joins or rules beyond the
/// cooldown are hard. Errors: as fill().
Result<FeasibilityReport> feasibilityReport(const Station &station, const FillRequest &request, Job &job);

template <>
std::span<const QLatin1StringView> namesOf<Light>();

} // namespace sf
