// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/offers.h"

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
        if (offer.isExempt || airing.isExempt)
            continue;
        // Starts up to a cooldown before it; the play itself may last longer.
        addUntil(std::min(end, airing.start - std::max(offer.cooldown, airing.cooldown) + length));
        from = std::max(from, airing.start + offer.cooldown);
    }
    addUntil(end);
    const auto aired = static_cast<std::int64_t>(fixed.size());
    return offer.most > 0 ? std::min(plays, std::max<std::int64_t>(0, offer.most - aired)) : plays;
}

} // namespace

void add(Offer &offer, const Candidate &candidate)
{
    const Asset &asset = *candidate.asset;
    const TimePoint from = asset.rightsFrom.value_or(TimePoint::min());
    const TimePoint until = asset.rightsUntil.value_or(TimePoint::max());
    if (offer.longest == 0) {
        offer = {candidate.frames, candidate.frames,  candidate.cooldown, from, until,
                 asset.maxPlays,   candidate.isExempt};
        return;
    }
    offer.shortest = std::min(offer.shortest, candidate.frames);
    offer.longest = std::max(offer.longest, candidate.frames);
    offer.cooldown = std::min(offer.cooldown, candidate.cooldown);
    offer.from = std::min(offer.from, from);
    offer.until = std::max(offer.until, until);
    offer.isExempt = offer.isExempt || candidate.isExempt;
    offer.most =
        offer.most == 0 || asset.maxPlays == 0 ? 0 : std::max<std::int64_t>(offer.most, asset.maxPlays);
}

ShortestCooldown::ShortestCooldown(const FillInput &input, const FillRequest &request)
    : m_rules(input.rules)
    , m_allowed(request.allowedCooldown)
{
    for (const Rule &rule : m_rules.rules()) {
        const QString &name = rule.scope.daypart;
        const bool isOfRange = std::any_of(input.blocks.begin(), input.blocks.end(), [&](const Block &block) {
            return block.daypart && block.daypart->name.compare(name, Qt::CaseInsensitive) == 0;
        });
        const bool bears =
            std::holds_alternative<Cooldown>(rule.body) || std::holds_alternative<Exemption>(rule.body);
        if (bears && isOfRange && !m_dayparts.contains(name))
            m_dayparts.append(name);
    }
}

void ShortestCooldown::setFor(Candidate &candidate)
{
    candidate.cooldown = std::min(candidate.cooldown, m_allowed.value_or(candidate.cooldown));
    for (const QString &daypart : m_dayparts) {
        candidate.cooldown = std::min(candidate.cooldown, m_rules.cooldownOf(candidate.asset, daypart));
        candidate.isExempt = candidate.isExempt || m_rules.isExempt(candidate.asset, daypart);
    }
}

OfferBound::OfferBound(const FillInput &input)
    : m_input(input)
    , m_grid(input.channel.grid())
    , m_slack(slackOf(m_grid))
{
}

Millis OfferBound::airtimeOf(const Offer &offer, std::uint32_t content, TimeRange range, Millis most) const
{
    if (offer.longest == 0)
        return Millis::zero();
    const Millis length = std::max(Millis(1), m_grid.lengthOf(offer.shortest) - m_slack);
    const std::int64_t plays = playsOf(offer, m_input.history.of(content), range, length);
    const Millis longest = m_grid.lengthOf(offer.longest) + m_slack;
    // No more than is needed, so that nothing overflows.
    return plays > most / longest ? most : plays * longest;
}

} // namespace sf
