// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/candidates.h"
#include "core/planning/fill.h"
#include "core/planning/history.h"
#include "core/planning/slots.h"

#include <vector>

namespace sf {

/// What a fill works on: gathered once, then only read. Lives no longer than the station.
struct FillInput
{
    explicit FillInput(const AssetTable &assets)
        : index(assets)
    {
    }

    const Channel *channel = nullptr;
    std::vector<const ScheduledEvent *> removed; ///< auto-filled events that make way
    ContentIndex index;
    std::size_t contents = 0;
    Candidates candidates;
    History history; ///< without what makes way
    std::vector<FreeSlot> free;
};

/// Errors: UnknownObject for the plan, EmptyRange, BadArgument, Cancelled.
Result<FillInput> gatherFillInput(const Station &station, const FillRequest &request, const Job &job);

/// The most that the candidates can fill of the free slots, whatever the choice: the sum of mostPlays() over
/// the windows that history and rights leave each content.
Feasibility feasibilityOf(const FillInput &input, const FillRequest &request);

} // namespace sf
