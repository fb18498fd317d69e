// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/fillcheck.h"

#include "core/planning/aired.h"
#include "core/planning/rulesweep.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace sf {

namespace {

/// The rules, and what stands fast around what was placed.
class BreakFinder
{
public:
    BreakFinder(FillInput &input, const FillRequest &request, const MakesWay &isLeftOut)
        : m_input(input)
        , m_around(aroundOf(input, request))
        , m_hours(input.channel.clock(), m_around)
        , m_aired(input.station, request.plan, request.now, m_around)
    {
        m_aired.forEach([&](const ScheduledEvent &event, const Play *play) {
            const bool isSlate = event.tier == RelaxationTier::ElasticSlate; // no rule counts it
            const bool isGone = !play && isLeftOut && isLeftOut(event);
            if (event.layer == 0 && event.asset && !isSlate && !isGone)
                m_fixed.push_back(&event);
        });
    }

    /// The placed events that take part in a break; of two of ours the later one.
    std::unordered_set<EventId> offendersIn(const std::vector<ScheduledEvent> &events, const Job &job)
    {
        std::unordered_set<EventId> ours;
        for (const ScheduledEvent &event : events)
            ours.insert(event.id);
        RuleSweep sweep(m_input.rules, m_hours, m_input.around, m_input.channel, m_input.index);
        sweep.setMovable(&ours);
        std::vector<RuleBreak> found;
        const auto add = [&](const ScheduledEvent &event) {
            if (const Asset *asset = m_input.station.assets().find(event.asset))
                sweep.add(event, *asset, found);
        };
        auto next = m_fixed.begin();
        for (const ScheduledEvent &event : events) {
            if (job.isCancelled())
                return {};
            for (; next != m_fixed.end() && startsBefore(**next, event); ++next)
                add(**next);
            if (event.tier != RelaxationTier::ElasticSlate)
                add(event);
        }
        std::for_each(next, m_fixed.end(), [&](const ScheduledEvent *event) { add(*event); });
        std::unordered_set<EventId> offenders;
        for (const RuleBreak &one : found) {
            if (ours.contains(one.event))
                offenders.insert(one.event);
            else if (ours.contains(one.other))
                offenders.insert(one.other);
        }
        return offenders;
    }

private:
    FillInput &m_input;
    TimeRange m_around;
    WallHours m_hours;
    AiredEvents m_aired;
    std::vector<const ScheduledEvent *> m_fixed; ///< of those, or of the station's schedule
};

/// Takes out of `events` those that are in `offenders`, each with its whole airing.
std::vector<ScheduledEvent> takeOut(const std::unordered_set<EventId> &offenders,
                                    std::vector<ScheduledEvent> &events)
{
    std::unordered_set<AiringId> airings;
    for (const ScheduledEvent &event : events) {
        if (event.airing && offenders.contains(event.id))
            airings.insert(event.airing);
    }
    const auto stays = [&](const ScheduledEvent &event) {
        return !offenders.contains(event.id) && !(event.airing && airings.contains(event.airing));
    };
    const auto going = std::stable_partition(events.begin(), events.end(), stays);
    std::vector<ScheduledEvent> gone(std::make_move_iterator(going), std::make_move_iterator(events.end()));
    events.erase(going, events.end());
    return gone;
}

/// As much of an event as rules ask for. Its id says which placement it is.
ScheduledEvent toEvent(const Placement &placement, std::size_t place, const FrameGrid &grid)
{
    ScheduledEvent event;
    event.id = EventId::fromBits(~std::uint64_t{0}, place + 1);
    event.asset = placement.candidate.asset->id;
    event.range =
        TimeRange::between(grid.timeOf(placement.frame), grid.timeOf(placement.frame + placement.frames));
    event.origin = EventOrigin::AutoFill;
    event.tier = placement.tier;
    event.isExempt = placement.isSlate;
    if (placement.airing != 0)
        event.airing = AiringId::fromBits(~std::uint64_t{0}, placement.airing);
    return event;
}

} // namespace

std::vector<ScheduledEvent> takeBackBreaks(FillInput &input, const FillRequest &request,
                                           const MakesWay &isLeftOut, std::vector<ScheduledEvent> &events,
                                           const Job &job)
{
    std::vector<ScheduledEvent> gone;
    if (events.empty())
        return gone;
    BreakFinder finder(input, request, isLeftOut);
    for (auto offenders = finder.offendersIn(events, job); !offenders.empty() && !job.isCancelled();
         offenders = finder.offendersIn(events, job)) {
        auto more = takeOut(offenders, events);
        std::move(more.begin(), more.end(), std::back_inserter(gone));
    }
    std::sort(gone.begin(), gone.end(), startsBefore);
    return gone;
}

std::size_t takeBackBreaks(FillInput &input, const FillRequest &request, const MakesWay &isLeftOut,
                           FillRun &run, const Job &job)
{
    if (input.rules.rules().empty())
        return 0;
    const FrameGrid grid = input.channel.grid();
    std::vector<ScheduledEvent> events;
    events.reserve(run.placements.size());
    for (std::size_t i = 0; i < run.placements.size(); ++i)
        events.push_back(toEvent(run.placements[i], i, grid));
    const std::vector<ScheduledEvent> gone = takeBackBreaks(input, request, isLeftOut, events, job);
    if (gone.empty())
        return 0;
    for (const ScheduledEvent &event : gone) {
        run.gaps.push_back({event.range, GapReason::TakenBack, std::nullopt});
        run.placements[event.id.bits.low - 1].frames = 0; // marked
    }
    run.placements.erase(std::remove_if(run.placements.begin(), run.placements.end(),
                                        [](const Placement &placement) { return placement.frames == 0; }),
                         run.placements.end());
    std::sort(run.gaps.begin(), run.gaps.end(),
              [](const FillGap &a, const FillGap &b) { return a.range.start < b.range.start; });
    return gone.size();
}

std::int64_t countViolations(const FillInput &input, const FillRequest &request,
                             const std::vector<ScheduledEvent> &placed)
{
    std::vector<Airing> all = input.history.all();
    std::unordered_set<EventId> ours;
    std::unordered_set<AiringId> airings;
    ContentIndex index = input.index;
    RuleBook rules = input.rules;
    const auto middle = static_cast<std::ptrdiff_t>(all.size());
    for (const ScheduledEvent &event : placed) {
        if (event.isExempt || (event.airing && !airings.insert(event.airing).second))
            continue;
        const ContentIndex::Entry entry = index.of(event.asset);
        const QString daypart = input.rulesDaypartAt(event.range.start);
        if (rules.isExempt(entry.asset, daypart))
            continue;
        Millis cooldown = rules.cooldownOf(entry.asset, daypart);
        if (event.tier == RelaxationTier::OperatorAllowed)
            cooldown = std::min(cooldown, request.allowedCooldown.value_or(cooldown));
        all.push_back({event.range.start, entry.content, cooldown, event.id});
        ours.insert(event.id);
    }
    std::inplace_merge(all.begin(), all.begin() + middle, all.end(),
                       [](const Airing &a, const Airing &b) { return a.start < b.start; });
    CooldownSweep sweep(index.size());
    std::int64_t violations = 0;
    for (const Airing &airing : all) {
        const auto found = sweep.add(airing);
        violations += found && (ours.contains(found->event) || ours.contains(found->previous)) ? 1 : 0;
    }
    return violations;
}

} // namespace sf
