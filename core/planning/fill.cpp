// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/fill.h"

#include "core/planning/eventmaker.h"
#include "core/planning/fillcheck.h"
#include "core/planning/gapmender.h"
#include "core/planning/oldplan.h"
#include "core/planning/recurrenceplan.h"

#include <array>
#include <unordered_map>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// Puts the changes into the outcome. What made way and is placed again just as it was is left out.
void setChanges(FillOutcome &outcome, const std::vector<const ScheduledEvent *> &removed,
                std::vector<ScheduledEvent> placed)
{
    std::unordered_map<EventId, const ScheduledEvent *> old;
    for (const ScheduledEvent *event : removed)
        old.emplace(event->id, event);
    Changes<ScheduledEvent> &changes = outcome.edit.events;
    outcome.placed = static_cast<std::int64_t>(placed.size());
    changes.after.reserve(placed.size());
    for (ScheduledEvent &event : placed) {
        const auto same = old.find(event.id);
        if (same == old.end()) {
            ++outcome.added;
        } else {
            const ScheduledEvent &before = *same->second;
            old.erase(same);
            event.run = before.run; // a run that gives the same again changes nothing
            if (before == event)
                continue;
            ++outcome.moved;
            changes.before.push_back(before);
        }
        changes.after.push_back(std::move(event));
    }
    outcome.removed = static_cast<std::int64_t>(old.size());
    for (const ScheduledEvent *event : removed) {
        if (old.contains(event->id))
            changes.before.push_back(*event);
    }
}

std::vector<const ScheduledEvent *> leavingEvents(const Station &station, const FillRequest &request,
                                                  const MakesWay &isLeftOut)
{
    std::vector<const ScheduledEvent *> leaving;
    if (!isLeftOut)
        return leaving;
    station.schedule().forEachIn(request.plan, request.range, [&](const ScheduledEvent &event) {
        if (isLeftOut(event))
            leaving.push_back(&event);
    });
    return leaving;
}

void addShares(FillOutcome &outcome, const FillInput &input, const std::vector<ScheduledEvent> &placed,
               TimeRange range)
{
    QuotaCount count(input.rules);
    const auto add = [&](const Asset &asset, TimeRange airing) {
        count.add(asset, airing.intersected(range).duration, input.rulesDaypartAt(airing.start));
    };
    if (!count.hasQuotas())
        return;
    for (const FixedEvent &event : input.fixed)
        add(*event.asset, event.range);
    for (const ScheduledEvent &event : placed)
        add(*input.station.assets().find(event.asset), event.range);
    outcome.shares = count.shares();
}

void describe(FillOutcome &outcome, const FillInput &input, const FillRequest &request,
              const std::vector<ScheduledEvent> &placed)
{
    for (const ScheduledEvent &event : placed)
        outcome.filled += event.range.duration;
    for (const FillGap &gap : outcome.gaps)
        outcome.gap += gap.range.duration;
    outcome.feasibility = feasibilityOf(input, request);
    outcome.violations = countViolations(input, request, placed);
    outcome.unknownDuration = input.candidates.unknownDuration;
    outcome.unavailable = input.candidates.unavailable;
    outcome.declaredOnly = input.candidates.declaredOnly;
    addShares(outcome, input, placed, request.range);
}

/// What is recurring was placed apart, before anything else.
void addRecurring(FillOutcome &outcome, RecurrencePlan recurring, std::vector<ScheduledEvent> &events)
{
    outcome.recurring = std::ssize(recurring.events);
    outcome.unplaced = std::move(recurring.unplaced);
    const auto middle = std::ssize(events);
    for (const ScheduledEvent &event : recurring.events) {
        outcome.filled += event.range.duration;
        outcome.feasibility.needed += event.range.duration;
        outcome.feasibility.library += event.range.duration;
        outcome.feasibility.available += event.range.duration;
        events.push_back(event);
    }
    std::inplace_merge(events.begin(), events.begin() + middle, events.end(), startsBefore);
}

/// The events of a run, in order; ids of what it replaces may be given again.
std::vector<ScheduledEvent> eventsOf(const FillRun &run, const FillInput &input, const FillRequest &request,
                                     const std::vector<const ScheduledEvent *> &removed)
{
    std::unordered_set<EventId> removedIds;
    for (const ScheduledEvent *event : removed)
        removedIds.insert(event->id);
    EventMaker maker(input.station, input.channel, request, std::move(removedIds));
    maker.reserve(run.placements);
    std::vector<ScheduledEvent> events;
    events.reserve(run.placements.size());
    for (const Placement &placement : run.placements)
        events.push_back(maker.make(placement));
    return events;
}

} // namespace

Result<FillOutcome> fill(const Station &station, const FillRequest &request, const EditStamp &stamp, Job &job)
{
    if (const Status status = checkRequest(station, request); !status)
        return fail(status.error());
    const MakesWay isLeftOut = makesWay(station, request);
    auto recurring = planRecurrences(station, request, isLeftOut, job);
    if (!recurring)
        return fail(recurring.error());
    Station scene = station; // with the recurring events, which all else must respect
    StationEdit due;
    due.events.after = recurring->events;
    if (const Status applied = scene.apply(due); !applied)
        return fail(applied.error());
    const auto input = gatherFillInput(scene, request, isLeftOut, job);
    if (!input)
        return fail(input.error());
    auto run = request.goesOnFromOld ? goOnFromOld(**input, request, isLeftOut, job)
                                     : runFill(**input, request, job);
    if (!run)
        return fail(run.error());
    takeBackBreaks(**input, request, isLeftOut, *run, job);
    if (const Status mended = mendGaps(**input, request, isLeftOut, *run, job); !mended)
        return fail(mended.error());
    coverWithSlates(**input, request, *run);
    keepOldIfBetter(**input, request, isLeftOut, *run, job);
    FillOutcome outcome;
    outcome.edit = makeEdit(stamp, u"Auto-fill"_s);
    const auto removed = leavingEvents(station, request, isLeftOut);
    std::vector<ScheduledEvent> events = eventsOf(*run, **input, request, removed);
    if (job.isCancelled())
        return fail(ErrorCode::Cancelled);
    outcome.gaps = std::move(run->gaps);
    outcome.joins = std::ssize(run->joins);
    outcome.exactJoins = run->exactJoins();
    describe(outcome, **input, request, events);
    addRecurring(outcome, std::move(*recurring), events);
    setChanges(outcome, removed, std::move(events));
    return outcome;
}

template <>
std::span<const QLatin1StringView> namesOf<GapReason>()
{
    static constexpr std::array names{"library-empty"_L1, "no-known-durations"_L1,   "all-cooling"_L1,
                                      "not-allowed"_L1,   "nothing-short-enough"_L1, "too-many-events"_L1,
                                      "rules-forbid"_L1,  "nothing-in-daypart"_L1,   "runs-short"_L1,
                                      "taken-back"_L1};
    return names;
}

template <>
std::span<const QLatin1StringView> namesOf<OccurrenceFailure>()
{
    static constexpr std::array names{"occupied"_L1, "no-episode"_L1, "rule-broken"_L1, "outside-range"_L1};
    return names;
}

} // namespace sf
