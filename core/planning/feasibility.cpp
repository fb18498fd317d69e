// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/feasibility.h"

#include "core/planning/offers.h"

#include <algorithm>

namespace sf {

namespace {

/// Whether any daypart, or what none covers, may draw it. Fillers and promos close joins.
bool mayFill(const FillInput &input, bool hasDayparts, const Asset &asset)
{
    return hasDayparts || input.candidates.isOfKind(asset) || asset.kind == AssetKind::Filler ||
           asset.kind == AssetKind::Promo;
}

} // namespace

std::int64_t mostPlays(Millis horizon, Millis length, Millis cooldown)
{
    if (length > horizon)
        return 0;
    return (horizon - length) / std::max(cooldown, length) + 1;
}

Feasibility feasibilityOf(const FillInput &input, const FillRequest &request)
{
    const FrameGrid grid = input.channel.grid();
    Feasibility bound;
    std::int64_t longestSlot = 0;
    for (const FreeSlot &slot : input.free) {
        bound.needed += grid.timeOf(slot.end) - grid.timeOf(slot.first);
        longestSlot = std::max(longestSlot, slot.frames());
    }
    const bool hasDayparts = std::any_of(input.blocks.begin(), input.blocks.end(),
                                         [](const Block &block) { return block.daypart != nullptr; });
    std::vector<Offer> offers(input.contents);
    ShortestCooldown cooldown(input, request);
    bool hasSlates = false;
    for (Candidate candidate : input.candidates.usable) {
        cooldown.setFor(candidate);
        hasSlates = hasSlates || candidate.asset->isElastic; // they last as long as it takes
        if (!candidate.asset->isElastic && candidate.frames <= longestSlot &&
            mayFill(input, hasDayparts, *candidate.asset))
            add(offers[candidate.content], candidate);
    }
    const OfferBound airtime(input);
    for (std::uint32_t content = 0; content < offers.size(); ++content)
        bound.available += airtime.airtimeOf(offers[content], content, request.range, bound.needed);
    bound.library = hasSlates ? bound.needed : std::min(bound.available, bound.needed);
    bound.shortage = bound.needed - bound.library;
    return bound;
}

Result<Feasibility> feasibility(const Station &station, const FillRequest &request, Job &job)
{
    if (const Status status = checkRequest(station, request); !status)
        return fail(status.error());
    const auto input = gatherFillInput(station, request, makesWay(station, request), job);
    if (!input)
        return fail(input.error());
    return feasibilityOf(**input, request);
}

} // namespace sf
