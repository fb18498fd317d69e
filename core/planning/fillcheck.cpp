// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/fillcheck.h"

#include "core/planning/rulesweep.h"

#include <algorithm>
#include <unordered_set>

namespace sf {

namespace {

/// The placed events that take part in a break; of two of ours the later one.
std::unordered_set<EventId> offendersOf(FillInput &input, const WallHours &hours,
                                        const std::vector<const ScheduledEvent *> &fixed,
                                        const std::vector<ScheduledEvent> &events)
{
    std::unordered_set<EventId> ours;
    for (const ScheduledEvent &event : events)
        ours.insert(event.id);
    RuleSweep sweep(input.rules, hours, input.blocks, input.channel, input.index);
    std::vector<RuleBreak> found;
    const auto add = [&](const ScheduledEvent &event) {
        if (const Asset *asset = input.station.assets().find(event.asset))
            sweep.add(event, *asset, found);
    };
    auto next = fixed.begin();
    for (const ScheduledEvent &event : events) {
        for (; next != fixed.end() && startsBefore(**next, event); ++next)
            add(**next);
        if (event.tier != RelaxationTier::ElasticSlate)
            add(event);
    }
    std::for_each(next, fixed.end(), [&](const ScheduledEvent *event) { add(*event); });
    std::unordered_set<EventId> offenders;
    for (const RuleBreak &one : found) {
        if (ours.contains(one.event))
            offenders.insert(one.event);
        else if (ours.contains(one.other))
            offenders.insert(one.other);
    }
    return offenders;
}

} // namespace

void takeBackBreaks(FillInput &input, const FillRequest &request, const MakesWay &isLeftOut,
                    std::vector<ScheduledEvent> &events, std::vector<FillGap> &gaps)
{
    if (input.rules.rules().empty())
        return;
    const Millis reach =
        std::max<Millis>(reachOf(input.rules, input.station.assets()), std::chrono::hours(8 * 24));
    const TimeRange around = TimeRange::between(request.range.start - reach, request.range.end() + reach);
    const WallHours hours(input.channel.clock(), around);
    std::vector<const ScheduledEvent *> fixed;
    input.station.schedule().forEachIn(request.plan, around, [&](const ScheduledEvent &event) {
        if (event.layer == 0 && event.asset && !(isLeftOut && isLeftOut(event)))
            fixed.push_back(&event);
    });
    for (int round = 0; round < 8; ++round) {
        const auto offenders = offendersOf(input, hours, fixed, events);
        if (offenders.empty())
            break;
        const auto goes = [&](const ScheduledEvent &event) { return offenders.contains(event.id); };
        for (const ScheduledEvent &event : events) {
            if (goes(event))
                gaps.push_back({event.range, GapReason::TakenBack, std::nullopt});
        }
        events.erase(std::remove_if(events.begin(), events.end(), goes), events.end());
    }
    std::sort(gaps.begin(), gaps.end(),
              [](const FillGap &a, const FillGap &b) { return a.range.start < b.range.start; });
}

std::int64_t countViolations(const FillInput &input, const std::vector<ScheduledEvent> &placed)
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
        const Block *block = rules.hasDayparts() ? blockAt(input.blocks, event.range.start) : nullptr;
        const Millis cooldown = rules.cooldownOf(entry.asset, block ? block->name() : QString());
        all.push_back({event.range.start, entry.content, cooldown, event.id});
        if (event.tier != RelaxationTier::OperatorAllowed)
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
