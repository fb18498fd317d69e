// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/ids.h"
#include "core/model/weektemplate.h"
#include "core/time/timerange.h"

#include <cstdint>
#include <optional>

namespace sf {

struct FillRequest;

/// How the operator lets the planner work, where neither rule nor daypart says. Kept while the window is open, so that a
/// check and an explanation go by what the last fill went by.
struct PlanChoices
{
    Millis cooldown = std::chrono::hours(48);
    std::optional<Millis> allowedCooldown; ///< where nothing else fits
    PickOrder order = PickOrder::Shuffle;
    std::uint64_t seed = 0;

    bool operator==(const PlanChoices &) const = default;
};

/// A request for a plan with these choices; its range is the caller's.
FillRequest requestFor(PlanId plan, const PlanChoices &choices, TimePoint now);

} // namespace sf
