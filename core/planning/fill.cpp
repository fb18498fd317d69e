// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/fill.h"

#include "core/base/mix.h"
#include "core/planning/broadcastdays.h"
#include "core/planning/fillrun.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// A UUID of version 8 (RFC 9562, 5.8): 48 bits of the broadcast day's start, so that events lie in the
/// database's index as they air, the rest a hash.
IdBits idBitsOf(TimePoint day, std::uint64_t hash)
{
    const auto time = static_cast<std::uint64_t>(toMs(day)) & 0xFFFF'FFFF'FFFFULL;
    return {time << 16 | 0x8000ULL | (hash >> 52),
            (mix64(hash, 1) & 0x3FFF'FFFF'FFFF'FFFFULL) | 0x8000'0000'0000'0000ULL};
}

/// Turns placements into events, in order of start.
class EventMaker
{
public:
    EventMaker(const Station &station, const FillInput &input, const FillRequest &request)
        : m_station(station)
        , m_request(request)
        , m_candidates(input.candidates.items)
        , m_grid(input.channel->grid())
        , m_days(input.channel->clock())
        , m_salt(mix64(request.seed, mix64(request.plan.bits.high, request.plan.bits.low)))
        , m_plays(m_candidates.size())
    {
        for (const ScheduledEvent *event : input.removed)
            m_removed.insert(event->id);
        const TimePoint start = request.range.start;
        m_run = RunId{idBitsOf(start, mix64(m_salt, static_cast<std::uint64_t>(toMs(start))))};
    }

    ScheduledEvent make(const Placement &placement)
    {
        const Candidate &candidate = m_candidates[placement.item];
        ScheduledEvent event;
        event.plan = m_request.plan;
        event.asset = candidate.asset->id;
        event.run = m_run;
        event.range = TimeRange::between(m_grid.timeOf(placement.frame),
                                         m_grid.timeOf(placement.frame + candidate.frames));
        event.mediaIn = candidate.asset->som;
        event.title = candidate.asset->title;
        event.startMode = StartMode::Follow;
        event.origin = EventOrigin::AutoFill;
        event.id = idOf(placement.item, event.range.start);
        return event;
    }

private:
    /// By the asset's plays on the broadcast day, so that an event that only shifts keeps its id.
    EventId idOf(std::size_t item, TimePoint start)
    {
        const TimePoint day = m_days.at(start).range.start;
        DayPlays &plays = m_plays[item];
        plays = {day, plays.day == day ? plays.count + 1 : 1};
        std::uint64_t hash = mix64(mix64(m_salt, static_cast<std::uint64_t>(toMs(day))),
                                   mix64(m_candidates[item].hash, plays.count));
        for (;;) {
            const EventId id{idBitsOf(day, hash)};
            if (m_removed.contains(id) || !m_station.schedule().find(id))
                return id;
            hash = mix64(hash, 2); // the same choice was made before, and is kept or moved elsewhere
        }
    }

    struct DayPlays
    {
        TimePoint day = TimePoint::min();
        std::uint64_t count = 0;
    };
    const Station &m_station;
    const FillRequest &m_request;
    const std::vector<Candidate> &m_candidates;
    FrameGrid m_grid;
    BroadcastDays m_days;
    std::uint64_t m_salt;
    RunId m_run;
    std::vector<DayPlays> m_plays;
    std::unordered_set<EventId> m_removed;
};

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

/// Cooldown breaks in which a placed event takes part, counted from the airings alone.
std::int64_t countViolations(const FillInput &input, const std::vector<Airing> &placed)
{
    const auto isBefore = [](const Airing &a, const Airing &b) { return a.start < b.start; };
    std::vector<Airing> all = input.history.all();
    const auto middle = static_cast<std::ptrdiff_t>(all.size());
    all.insert(all.end(), placed.begin(), placed.end());
    std::inplace_merge(all.begin(), all.begin() + middle, all.end(), isBefore);
    std::unordered_set<EventId> ours;
    for (const Airing &airing : placed)
        ours.insert(airing.event);
    CooldownSweep sweep(input.contents);
    std::int64_t violations = 0;
    for (const Airing &airing : all) {
        const auto found = sweep.add(airing);
        violations += found && (ours.contains(found->event) || ours.contains(found->previous)) ? 1 : 0;
    }
    return violations;
}

} // namespace

Result<FillOutcome> fill(const Station &station, const FillRequest &request, const EditStamp &stamp, Job &job)
{
    const auto input = gatherFillInput(station, request, job);
    if (!input)
        return fail(input.error());
    auto run = runFill(*input, request, job);
    if (!run)
        return fail(run.error());
    FillOutcome outcome;
    std::vector<ScheduledEvent> events;
    std::vector<Airing> airings;
    events.reserve(run->placements.size());
    airings.reserve(run->placements.size());
    EventMaker maker(station, *input, request);
    for (const Placement &placement : run->placements) {
        events.push_back(maker.make(placement));
        const ScheduledEvent &event = events.back();
        const Candidate &candidate = input->candidates.items[placement.item];
        airings.push_back({event.range.start, candidate.content, candidate.cooldown, event.id});
        outcome.filled += event.range.duration;
    }
    if (job.isCancelled())
        return fail(ErrorCode::Cancelled);
    outcome.edit = makeEdit(stamp, u"Auto-fill"_s);
    setChanges(outcome, input->removed, std::move(events));
    outcome.gaps = std::move(run->gaps);
    for (const FillGap &gap : outcome.gaps)
        outcome.gap += gap.range.duration;
    outcome.feasibility = feasibilityOf(*input, request);
    outcome.violations = countViolations(*input, airings);
    outcome.unknownDuration = input->candidates.unknownDuration;
    outcome.unavailable = input->candidates.unavailable;
    outcome.declaredOnly = input->candidates.declaredOnly;
    return outcome;
}

template <>
std::span<const QLatin1StringView> namesOf<FillOrder>()
{
    static constexpr std::array names{"shuffle"_L1, "least-recent"_L1, "sequential"_L1};
    return names;
}

template <>
std::span<const QLatin1StringView> namesOf<GapReason>()
{
    static constexpr std::array names{"library-empty"_L1, "no-known-durations"_L1,   "all-cooling"_L1,
                                      "not-allowed"_L1,   "nothing-short-enough"_L1, "too-many-events"_L1};
    return names;
}

} // namespace sf
