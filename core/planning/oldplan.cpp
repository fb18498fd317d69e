// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/oldplan.h"

#include "core/planning/fillcheck.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace sf {

namespace {

/// Goes through what makes way by start, and keeps what is still right.
class Keeper
{
public:
    Keeper(FillInput &input, const FillRequest &request)
        : m_input(input)
        , m_request(request)
        , m_grid(input.channel.grid())
        , m_eligibility(input.rules,
                        {input.history, input.seriesHistory, input.contents, input.series.size()},
                        input.channel, request.range)
        , m_state(input.rules, m_eligibility.hours(), request.range, input.fixed)
    {
        for (const Candidate &candidate : input.candidates.usable)
            m_candidates.emplace(candidate.asset->id, &candidate);
    }

    /// `next`: when the next programme of the old result starts; TimePoint::max() for the last one.
    void addOld(const ScheduledEvent &event, TimePoint next)
    {
        m_next = next;
        const auto candidate = candidateFor(event);
        if (event.tier == RelaxationTier::ElasticSlate) {
            addSlate(event, candidate);
            return;
        }
        const bool isLeading = !candidate || isProgramme(*candidate->asset);
        if (isLeading)
            m_leader = {event.airing, false, blockAt(m_input.blocks, event.range.start)};
        if (!candidate)
            return;
        const Placement placement = placementOf(event, *candidate);
        if (!isFree(placement) || event.range != rangeOf(placement) || !isLedRightly(placement))
            return;
        if (event.airing)
            addPart(placement);
        else if (placement.frames == candidate->frames && mayStand(placement))
            keep(placement);
    }

    std::vector<Placement> take()
    {
        std::vector<Placement> whole;
        for (const Kept &kept : m_kept) {
            if (!isTorn(kept.airing))
                whole.push_back(kept.placement);
        }
        return whole;
    }
    /// With what is looped or trimmed; none where that is not all of so many.
    std::optional<std::vector<Placement>> takeAll(std::size_t count)
    {
        std::vector<Placement> all = take();
        all.insert(all.end(), m_rightSlates.begin(), m_rightSlates.end());
        std::sort(all.begin(), all.end(),
                  [](const Placement &a, const Placement &b) { return a.frame < b.frame; });
        const auto overlaps = [](const Placement &a, const Placement &b) {
            return a.frame + a.frames > b.frame;
        };
        if (all.size() != count || std::adjacent_find(all.begin(), all.end(), overlaps) != all.end())
            return std::nullopt;
        return all;
    }
    std::vector<const ScheduledEvent *> takeSlates() { return std::move(m_slates); }

private:
    TimeRange rangeOf(const Placement &placement) const
    {
        return TimeRange::between(m_grid.timeOf(placement.frame),
                                  m_grid.timeOf(placement.frame + placement.frames));
    }

    Placement placementOf(const ScheduledEvent &event, const Candidate &candidate) const
    {
        Placement placement;
        placement.candidate = candidate;
        placement.frame = m_grid.indexOf(event.range.start);
        placement.frames = m_grid.indexOf(event.range.end()) - placement.frame;
        placement.tier = event.tier;
        placement.old = &event;
        return placement;
    }

    /// It covers again what nothing else comes to cover.
    void addSlate(const ScheduledEvent &event, const std::optional<Candidate> &candidate)
    {
        m_slates.push_back(&event);
        if (!candidate || !candidate->asset->isElastic)
            return;
        Placement slate = placementOf(event, *candidate);
        slate.isSlate = true;
        slate.candidate.cooldown = candidate->asset->cooldown.value_or(Millis::zero());
        const auto &until = candidate->asset->rightsUntil;
        const Obstacle shut = m_state.waitAt(candidate->ruleClass, event.range.start).obstacle;
        if ((!until || event.range.end() <= *until) && shut != Obstacle::Watershed && isFree(slate) &&
            event.range == rangeOf(slate) && m_eligibility.waitAt(slate.candidate, slate.frame).isClear())
            m_rightSlates.push_back(slate);
    }

    /// Of the library as it is, under the rules of where the event stands.
    std::optional<Candidate> candidateFor(const ScheduledEvent &event)
    {
        const auto known = m_candidates.find(event.asset);
        if (known == m_candidates.end())
            return std::nullopt;
        Candidate candidate = *known->second;
        candidate.ruleClass =
            m_input.rules.classOf(*candidate.asset, m_input.rulesDaypartAt(event.range.start));
        candidate.cooldown = m_input.rules.cooldownOf(candidate.asset, candidate.ruleClass);
        candidate.isExempt = m_input.rules.at(candidate.ruleClass).isExempt;
        if (event.tier == RelaxationTier::OperatorAllowed)
            candidate.cooldown =
                std::min(candidate.cooldown, m_request.allowedCooldown.value_or(candidate.cooldown));
        return candidate;
    }

    /// Nothing that stands fast, and nothing that was kept, is in its way.
    bool isFree(const Placement &placement) const
    {
        const auto slot =
            std::upper_bound(m_input.free.begin(), m_input.free.end(), placement.frame,
                             [](std::int64_t frame, const FreeSlot &one) { return frame < one.first; });
        const std::int64_t end = placement.frame + placement.frames;
        return placement.frames > 0 && slot != m_input.free.begin() && end <= (slot - 1)->end &&
               placement.frame >= m_covered;
    }

    /// Whether the daypart, or the one that may have begun early, still draws it, and it ends in time.
    bool belongs(const Placement &placement) const
    {
        const TimeRange range = rangeOf(placement);
        const Block *block = blockAt(m_input.blocks, range.start);
        if (!block)
            return false;
        const Block *next = block + 1 < m_input.blocks.data() + m_input.blocks.size() ? block + 1 : nullptr;
        const Millis over = range.end() - block->range.end();
        const bool endsInTime = !next || over <= Millis::zero() || over <= mayRunOver(*block, *next);
        const bool isEarly = next && next->range.start - range.start <= mayStartEarly(*block, *next);
        const Asset &asset = *placement.candidate.asset;
        // What goes with a programme that runs over may stand in the next daypart.
        const bool goesWith = !isProgramme(asset) && m_leader.isKept && m_leader.block &&
                              placement.frame == m_covered && isDrawnBy(*m_leader.block, asset);
        return goesWith || (endsInTime && isDrawnBy(*block, asset)) || (isEarly && isDrawnBy(*next, asset));
    }

    static Millis mayRunOver(const Block &block, const Block &next)
    {
        if (next.daypart && next.daypart->isHardStart)
            return Millis::zero();
        return std::max(block.daypart ? block.daypart->mayRunOver : Millis::zero(),
                        next.daypart ? next.daypart->startTolerance : Millis::zero());
    }
    static Millis mayStartEarly(const Block &block, const Block &next)
    {
        if (next.daypart && next.daypart->isHardStart)
            return Millis::zero();
        return std::max(block.daypart ? block.daypart->mayRunShort : Millis::zero(),
                        next.daypart ? next.daypart->startTolerance : Millis::zero());
    }

    bool isDrawnBy(const Block &block, const Asset &asset) const
    {
        const auto pools = poolsFor(block.daypart, m_request, m_input.rules.hasDayparts());
        return std::any_of(pools.begin(), pools.end(),
                           [&](const PoolSpec &pool) { return isInPool(m_input.candidates, pool, asset); });
    }

    bool mayStand(const Placement &placement)
    {
        return belongs(placement) && m_eligibility.waitAt(placement.candidate, placement.frame).isClear() &&
               mayFollow(placement);
    }

    /// What stands fast after it counts where nothing of the old result comes between; what does is asked next.
    bool mayFollow(const Placement &placement) const
    {
        const TimePoint start = m_grid.timeOf(placement.frame);
        const std::uint32_t ruleClass = placement.candidate.ruleClass;
        if (m_next == TimePoint::max())
            return m_state.mayStand(ruleClass, start);
        const TimeRange untilNext = TimeRange::between(start, std::max(start, m_next));
        return m_state.waitAt(ruleClass, start).isClear() &&
               m_state.waitTowards(ruleClass, untilNext, Millis::zero()).isClear();
    }

    void keep(const Placement &placement)
    {
        note(placement);
        add(placement);
    }

    void add(const Placement &placement)
    {
        m_leader.isKept = m_leader.isKept || isProgramme(*placement.candidate.asset);
        m_kept.push_back({placement, m_leader.airing});
        m_covered = placement.frame + placement.frames;
    }

    void note(const Placement &placement)
    {
        const TimeRange range = rangeOf(placement);
        m_eligibility.notePlaced(placement.candidate, range.start);
        m_state.notePlaced(placement.candidate, range);
    }

    /// Parts are kept together or not at all; what goes between them is on its own.
    void addPart(Placement placement)
    {
        const AiringId airing = placement.old->airing;
        const bool isFirst = m_airings.try_emplace(airing).second;
        Airing &parts = m_airings[airing];
        if (isFirst)
            parts.number = static_cast<std::uint32_t>(m_airings.size());
        const Micros into = placement.old->mediaIn - placement.candidate.asset->som;
        placement.mediaIn = m_grid.framesNear(std::chrono::round<Millis>(into));
        const auto &rightsUntil = placement.candidate.asset->rightsUntil;
        const bool hasRights = !rightsUntil || placement.old->range.end() <= *rightsUntil;
        if (placement.mediaIn != parts.shown || !hasRights || (isFirst && !mayStand(placement)))
            parts.isWhole = false;
        parts.shown += placement.frames;
        parts.frames = placement.candidate.frames;
        if (!parts.isWhole)
            return;
        if (isFirst)
            note(placement);
        placement.airing = parts.number;
        add(placement);
    }

    bool isTorn(AiringId airing) const
    {
        const auto known = m_airings.find(airing);
        return known != m_airings.end() &&
               (!known->second.isWhole || known->second.shown != known->second.frames);
    }

    /// What goes between programmes goes with the one before it.
    bool isLedRightly(const Placement &placement) const
    {
        const Block *block = blockAt(m_input.blocks, m_grid.timeOf(placement.frame));
        const Daypart *daypart = block ? block->daypart : nullptr;
        const bool goesBetween = daypart && !isProgramme(*placement.candidate.asset) &&
                                 (daypart->identAfterEach || daypart->promoEvery > Millis::zero() ||
                                  daypart->breakLength > Millis::zero() || daypart->padTo > Millis::zero());
        return !goesBetween || m_leader.isKept;
    }

    struct Airing
    {
        std::int64_t shown = 0;  ///< frames of the parts up to now
        std::int64_t frames = 0; ///< of the whole
        std::uint32_t number = 0;
        bool isWhole = true;
    };

    /// The programme that stood last.
    struct Leader
    {
        AiringId airing;
        bool isKept = true;           ///< what stands first goes with something that stands fast
        const Block *block = nullptr; ///< in which it starts
    };
    struct Kept
    {
        Placement placement;
        AiringId airing; ///< its own, or of what it goes with
    };

    FillInput &m_input;
    const FillRequest &m_request;
    FrameGrid m_grid;
    Eligibility m_eligibility;
    RuleState m_state;
    std::unordered_map<AssetId, const Candidate *> m_candidates;
    std::unordered_map<AiringId, Airing> m_airings;
    std::int64_t m_covered = std::numeric_limits<std::int64_t>::min();
    Leader m_leader;
    TimePoint m_next = TimePoint::max();
    std::vector<Kept> m_kept;
    std::vector<const ScheduledEvent *> m_slates;
    std::vector<Placement> m_rightSlates;
};

/// Numbers of classes are given as they are asked for: those of the fill's own input are wanted.
void adopt(std::vector<Placement> &placements, FillInput &input, std::uint32_t firstAiring)
{
    const FrameGrid grid = input.channel.grid();
    for (Placement &placement : placements) {
        Candidate &candidate = placement.candidate;
        candidate.ruleClass =
            input.rules.classOf(*candidate.asset, input.rulesDaypartAt(grid.timeOf(placement.frame)));
        placement.airing += placement.airing > 0 ? firstAiring : 0;
    }
}

/// For each event the start of the next one that is a programme; TimePoint::max() where there is none.
std::vector<TimePoint> nextProgrammes(const Station &station,
                                      const std::vector<const ScheduledEvent *> &events)
{
    std::vector<TimePoint> next(events.size(), TimePoint::max());
    TimePoint latest = TimePoint::max();
    for (std::size_t i = events.size(); i-- > 0;) {
        next[i] = latest;
        const Asset *asset = station.assets().find(events[i]->asset);
        const bool isSlate = events[i]->tier == RelaxationTier::ElasticSlate;
        if (asset && isProgramme(*asset) && !isSlate)
            latest = events[i]->range.start;
    }
    return next;
}

bool isEarlier(const Placement &a, const Placement &b) { return a.frame < b.frame; }

} // namespace

Result<FillRun> goOnFromOld(FillInput &input, const FillRequest &request, const MakesWay &isLeftOut, Job &job)
{
    Keeper keeper(input, request);
    std::vector<const ScheduledEvent *> old;
    input.station.schedule().forEachIn(request.plan, request.range, [&](const ScheduledEvent &event) {
        if (!job.isCancelled() && isLeftOut && isLeftOut(event))
            old.push_back(&event);
    });
    const std::vector<TimePoint> next = nextProgrammes(input.station, old);
    for (std::size_t i = 0; i < old.size(); ++i)
        keeper.addOld(*old[i], next[i]);
    std::vector<Placement> kept = keeper.take();
    std::unordered_set<EventId> keptIds;
    for (const Placement &placement : kept)
        keptIds.insert(placement.old->id);
    const MakesWay isGone = [&](const ScheduledEvent &event) {
        return isLeftOut && isLeftOut(event) && !keptIds.contains(event.id);
    };
    const auto around = gatherFillInput(input.station, request, isGone, job);
    if (!around)
        return fail(around.error());
    FillRequest rest = request;
    rest.limit = std::max<std::int64_t>(0, request.limit - std::ssize(kept));
    auto run = runFill(**around, rest, job);
    if (!run)
        return run;
    takeBackBreaks(**around, rest, isGone, *run, job); // what is new gives way to what was there
    std::uint32_t airings = 0;
    for (const Placement &placement : kept)
        airings = std::max(airings, placement.airing);
    adopt(run->placements, input, airings);
    const auto middle = std::ssize(run->placements);
    run->placements.insert(run->placements.end(), kept.begin(), kept.end());
    std::inplace_merge(run->placements.begin(), run->placements.begin() + middle, run->placements.end(),
                       isEarlier);
    run->joins = joinsOf(input, request, job);
    run->oldSlates = keeper.takeSlates();
    run->asItWas = keeper.takeAll(old.size());
    return run;
}

} // namespace sf
