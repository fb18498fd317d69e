// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/fill.h"

#include <vector>

namespace sf {

/// Enough; just enough; not enough.
enum class Light : std::uint8_t { Green, Amber, Red };

/// Why a light is what it is.
enum class LightReason : std::uint8_t {
    Enough,
    Tight,         ///< less than a tenth to spare
    NeedsFallback, ///< without the categories to fall back on it would not be enough
    NeedsSlates,   ///< what is missing can only be covered by something looped or trimmed
    GivesWay,      ///< it is too little for a share that is only preferred, and that gives way
    Short,
};

/// Whether a part of the library can give what is asked of it.
struct PartFeasibility
{
    QString name;     ///< the category of a quota, or the daypart; empty: what no daypart covers
    Millis needed{0}; ///< of free time
    Millis library{
        0}; ///< the most there is for it, were nothing else to fill; more than twice its need makes no odds
    Millis shortage{0}; ///< with all that is to be filled; what is looped or trimmed does not count
    Light light = Light::Green;
    Millis available{0}; ///< as library, however much is needed
    LightReason reason = LightReason::Enough;
    QString when; ///< of a daypart: "weekdays 06:00 to 09:00"

    bool operator==(const PartFeasibility &) const = default;
};

/// Dayparts that draw on the same assets, which are too few for all of them.
struct SharedShortage
{
    std::vector<QString> dayparts;
    Millis shortage{0}; ///< of all of them together

    bool operator==(const SharedShortage &) const = default;
};

/// What can be said of a range before anything is filled.
struct FeasibilityReport
{
    Feasibility channel;
    Light light = Light::Green;                      ///< the worst of all
    LightReason channelReason = LightReason::Enough; ///< of the channel's own
    std::vector<PartFeasibility> categories;         ///< of quotas
    std::vector<PartFeasibility> dayparts;           ///< in the order of their first block
    /// The dayparts that are short, and by how much together: the minimum cut of a flow from what contents can give
    /// to what dayparts need. Empty where none is.
    std::vector<QString> shortDayparts;
    std::vector<SharedShortage> shared; ///< the same, parted where dayparts have no asset in common
    Millis daypartShortage{0};
};

/// A bound: red can't be filled whatever the choice; green may still leave gaps where joins or rules beyond the
/// cooldown are hard. Errors: as fill().
Result<FeasibilityReport> feasibilityReport(const Station &station, const FillRequest &request, Job &job);

/// Of a reason.
Light lightOf(LightReason reason);

template <>
std::span<const QLatin1StringView> namesOf<Light>();
template <>
std::span<const QLatin1StringView> namesOf<LightReason>();

} // namespace sf
