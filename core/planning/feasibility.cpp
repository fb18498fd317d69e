// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/feasibility.h"

#include "core/planning/fillinput.h"

#include <algorithm>

namespace sf {

namespace {

/// Stored lengths of so many frames differ by where they lie on the grid, by this at most from lengthOf().
Millis slackOf(const FrameGrid &grid)
{
    const FrameRate rate = grid.rate();
    const bool isExact = std::int64_t{1000} * rate.denominator % rate.numerator == 0;
    return Millis(isExact ? 0 : 1);
}

/// One content: what its assets have in common.
struct Offer
{
    std::int64_t shortest = 0; ///< frames
    std::int64_t longest = 0;
    Millis cooldown{0};
    TimePoint from = TimePoint::min();
    TimePoint until = TimePoint::max();
    std::int64_t most = 0; ///< plays that its limits allow, 0: any number
};

void add(Offer &offer, const Candidate &candidate)
{
    const Asset &asset = *candidate.asset;
    const TimePoint from = asset.rightsFrom.value_or(TimePoint::min());
    const TimePoint until = asset.rightsUntil.value_or(TimePoint::max());
    if (offer.longest == 0) {
        offer = {candidate.frames, candidate.frames, candidate.cooldown, from, until, asset.maxPlays};
        return;
    }
    offer.shortest = std::min(offer.shortest, candidate.frames);
    offer.longest = std::max(offer.longest, candidate.frames);
    offer.cooldown = std::min(offer.cooldown, candidate.cooldown);
    offer.from = std::min(offer.from, from);
    offer.until = std::max(offer.until, until);
    offer.most =
        offer.most == 0 || asset.maxPlays == 0 ? 0 : std::max<std::int64_t>(offer.most, asset.maxPlays);
}

/// Whether any daypart, or what none covers, may draw it. Fillers and promos close joins.
bool mayFill(const FillInput &input, bool hasDayparts, const Asset &asset)
{
    return hasDayparts || input.candidates.isOfKind(asset) || asset.kind == AssetKind::Filler ||
           asset.kind == AssetKind::Promo;
}

/// Plays of one content in `range`, between the airings that are fixed.
std::int64_t playsOf(const Offer &offer, std::span<const Airing> fixed, TimeRange range, Millis length)
{
    std::int64_t plays = 0;
    TimePoint from = std::max(range.start, offer.from);
    const TimePoint end = std::min(range.end(), offer.until);
    const auto addUntil = [&](TimePoint until) {
        if (from < until)
            plays += mostPlays(until - from, length, offer.cooldown);
    };
    for (const Airing &airing : fixed) {
        // Starts up to a cooldown before it; the play itself may last longer.
        addUntil(std::min(end, airing.start - std::max(offer.cooldown, airing.cooldown) + length));
        from = std::max(from, airing.start + offer.cooldown);
    }
    addUntil(end);
    return offer.most > 0
               ? std::min(plays,
                          std::max<std::int64_t>(0, offer.most - static_cast<std::int64_t>(fixed.size())))
               : plays;
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
    const Millis slack = slackOf(grid);
    Feasibility bound;
    std::int64_t longestSlot = 0;
    for (const FreeSlot &slot : input.free) {
        bound.needed += grid.timeOf(slot.end) - grid.timeOf(slot.first);
        longestSlot = std::max(longestSlot, slot.frames());
    }
    const bool hasDayparts = std::any_of(input.blocks.begin(), input.blocks.end(),
                                         [](const Block &block) { return block.daypart != nullptr; });
    std::vector<Offer> offers(input.contents);
    for (const Candidate &candidate : input.candidates.usable) {
        if (candidate.asset->isElastic) // is as long as it takes
            return {bound.needed, bound.needed, Millis::zero()};
        if (candidate.frames <= longestSlot && mayFill(input, hasDayparts, *candidate.asset))
            add(offers[candidate.content], candidate);
    }
    for (std::uint32_t content = 0; content < offers.size() && bound.library < bound.needed; ++content) {
        const Offer &offer = offers[content];
        if (offer.longest == 0)
            continue;
        const Millis length = std::max(Millis(1), grid.lengthOf(offer.shortest) - slack);
        const std::int64_t plays = playsOf(offer, input.history.of(content), request.range, length);
        const Millis longest = grid.lengthOf(offer.longest) + slack;
        // No more than is needed, so that nothing overflows.
        bound.library += plays > bound.needed / longest ? bound.needed : plays * longest;
    }
    bound.library = std::min(bound.library, bound.needed);
    bound.shortage = bound.needed - bound.library;
    return bound;
}

Result<Feasibility> feasibility(const Station &station, const FillRequest &request, Job &job)
{
    if (const Status status = checkRequest(station, request); !status)
        return fail(status.error());
    const auto input = gatherFillInput(station, request, makesWay(request), job);
    if (!input)
        return fail(input.error());
    return feasibilityOf(**input, request);
}

} // namespace sf
