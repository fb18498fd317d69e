// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/fill.h"

namespace sf {

/// What of a plan to plan anew; all else stands.
enum class ReplanScope : std::uint8_t {
    Range, ///< everything auto-filled that lies in the range: what is still right stays, unless moving it closes a gap
    Selection, ///< the events given, and what is free between
    Broken,    ///< what breaks a rule, overlaps what is frozen, or whose media is gone
};

struct ReplanRequest
{
    FillRequest fill;
    ReplanScope scope = ReplanScope::Range;
    std::vector<EventId> selection;
    bool isAfresh =
        false; ///< of a range: by its seed, as if nothing had been filled; else the old result is the start
};

/// The events that a re-plan takes out; by the same rules as the check. Frozen ones never. Errors: as fill().
Result<std::vector<EventId>> eventsToReplan(const Station &station, const ReplanRequest &request, Job &job);

/// Plans a part of a plan anew as one edit: the difference is its events, counted as added, moved and removed.
/// Errors: as fill().
Result<FillOutcome> replan(const Station &station, const ReplanRequest &request, const EditStamp &stamp,
                           Job &job);

/// Whether a plan made for `planned` still holds on `current`: nothing it relied on has changed, that is the
/// assets, the channel's rules, templates and recurrences, and the plan within the range and the longest
/// cooldown around it. Errors: StationChanged; detail: what.
Status stillHolds(const Station &planned, const Station &current, const FillRequest &request);

template <>
std::span<const QLatin1StringView> namesOf<ReplanScope>();

} // namespace sf
