// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/blocks.h"
#include "core/planning/candidates.h"
#include "core/planning/fill.h"
#include "core/planning/history.h"
#include "core/planning/poolset.h"
#include "core/planning/rulestate.h"
#include "core/planning/slots.h"

#include <memory>
#include <vector>

namespace sf {

/// Where a daypart takes from: the pools in the order in which they are tried, each with how far the rules
/// give way for it.
struct PoolUse
{
    PoolSpec spec;
    RelaxationTier tier = RelaxationTier::AllRules;
};

/// What a fill works on: gathered once, then only read. Lives no longer than the station.
struct FillInput
{
    FillInput(const Station &of, const Channel &on, Millis cooldown)
        : station(of)
        , channel(on)
        , rules(of.rules(), on.id, cooldown)
        , index(of.assets())
    {
    }

    const Station &station;
    const Channel &channel;
    RuleBook rules; ///< learns new classes as pools are made
    std::vector<Block> blocks;
    std::vector<Block> around; ///< as far as rules look; empty where no rule is for a daypart
    ContentIndex index;
    SeriesIndex series;
    std::size_t contents = 0;
    Candidates candidates;
    History history;       ///< without what makes way
    History seriesHistory; ///< the same by series; empty where no rule separates those
    std::vector<FixedEvent> fixed;
    std::vector<FreeSlot> free;

    /// Whose rules count for what starts at `t`; empty where no rule is for a daypart.
    QString rulesDaypartAt(TimePoint t) const
    {
        const Block *block = rules.hasDayparts() ? blockAt(around, t) : nullptr;
        return block ? block->name() : QString();
    }
};
using FillInputPtr = std::unique_ptr<FillInput>;

/// Errors: UnknownObject for the plan, EmptyRange, BadArgument.
Status checkRequest(const Station &station, const FillRequest &request);

/// Frozen for the planner: started, locked, or of any origin but its own.
bool isFrozen(const ScheduledEvent &event, TimePoint now);

/// Whether an event makes way for a fill; may be empty. What reaches over the end of the range stands, because
/// nothing is planned there, and so does a split programme of which a part stands.
using MakesWay = std::function<bool(const ScheduledEvent &)>;
MakesWay makesWay(const Station &station, const FillRequest &request);

/// As far around the range as rules look.
TimeRange aroundOf(const FillInput &input, const FillRequest &request);

/// The request is one that was checked; `asPlayable` as in findCandidates(). Errors: Cancelled.
Result<FillInputPtr> gatherFillInput(const Station &station, const FillRequest &request,
                                     const MakesWay &isLeftOut, const Job &job, AssetId asPlayable = {});

/// What a daypart takes from, and what no daypart covers.
std::vector<PoolUse> chainOf(const Daypart *daypart, const FillRequest &request, bool hasDaypartRules);
/// All that may stand in a daypart, the chain first, but for what is looped or trimmed.
std::vector<PoolSpec> poolsFor(const Daypart *daypart, const FillRequest &request, bool hasDaypartRules);

/// The most that the candidates can fill of the free slots, whatever the choice: the sum of mostPlays() over
/// the windows that history and rights leave each content.
Feasibility feasibilityOf(const FillInput &input, const FillRequest &request);

} // namespace sf
