// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/eventmaker.h"

#include "core/base/mix.h"

namespace sf {

namespace {

/// A UUID of version 8 (RFC 9562, 5.8): 48 bits of the broadcast day's start, so that events lie in the
/// database's index as they air, the rest a hash.
IdBits idBitsOf(TimePoint day, std::uint64_t hash)
{
    const auto time = static_cast<std::uint64_t>(toMs(day)) & 0xFFFF'FFFF'FFFFULL;
    return {time << 16 | 0x8000ULL | (hash >> 52),
            (mix64(hash, 1) & 0x3FFF'FFFF'FFFF'FFFFULL) | 0x8000'0000'0000'0000ULL};
}

} // namespace

EventMaker::EventMaker(const Station &station, const Channel &channel, const FillRequest &request,
                       std::unordered_set<EventId> removed)
    : m_station(station)
    , m_request(request)
    , m_grid(channel.grid())
    , m_days(channel.clock())
    , m_salt(mix64(request.seed, mix64(request.plan.bits.high, request.plan.bits.low)))
    , m_removed(std::move(removed))
{
    const TimePoint start = request.range.start;
    m_run = RunId{idBitsOf(start, mix64(m_salt, static_cast<std::uint64_t>(toMs(start))))};
}

void EventMaker::reserve(const std::vector<Placement> &placements)
{
    for (const Placement &placement : placements) {
        if (placement.isAsItWas(rangeOf(placement)))
            m_taken.insert(placement.old->id);
    }
}

TimeRange EventMaker::rangeOf(const Placement &placement) const
{
    return TimeRange::between(m_grid.timeOf(placement.frame),
                              m_grid.timeOf(placement.frame + placement.frames));
}

ScheduledEvent EventMaker::make(const Placement &placement)
{
    const Candidate &candidate = placement.candidate;
    ScheduledEvent event;
    event.range = rangeOf(placement);
    if (placement.isAsItWas(event.range))
        return *placement.old;
    event.plan = m_request.plan;
    event.asset = candidate.asset->id;
    event.run = m_run;
    event.mediaIn = candidate.asset->som;
    if (placement.mediaIn > 0) // in whole frames of the channel
        event.mediaIn += Micros(m_grid.lengthOf(placement.mediaIn));
    event.title = candidate.asset->title;
    event.startMode = StartMode::Follow;
    event.origin = EventOrigin::AutoFill;
    event.tier = placement.tier;
    event.isExempt = placement.isSlate;
    event.id = idOf(candidate, event.range.start);
    if (placement.airing != 0) {
        if (m_airingNumber != placement.airing)
            m_airing = AiringId{event.id.bits};
        m_airingNumber = placement.airing;
        event.airing = m_airing;
    }
    return event;
}

ScheduledEvent EventMaker::make(const Recurrence &recurrence, const Candidate &candidate,
                                LocalTime occurrence, TimeRange range)
{
    ScheduledEvent event;
    event.plan = m_request.plan;
    event.asset = candidate.asset->id;
    event.run = m_run;
    event.range = range;
    event.mediaIn = candidate.asset->som;
    event.title = candidate.asset->title;
    event.startMode = StartMode::Fixed;
    event.origin = EventOrigin::Recurrence;
    event.recurrence = recurrence.id;
    event.occurrence = occurrence;
    event.isLocked = recurrence.isLocked;
    event.isExempt = recurrence.isRerun;
    event.id = idOf(candidate, range.start);
    return event;
}

/// By the asset's plays on the broadcast day, so that an event that only shifts keeps its id.
EventId EventMaker::idOf(const Candidate &candidate, TimePoint start)
{
    const TimePoint day = m_days.at(start).range.start;
    DayPlays &plays = m_plays[candidate.asset->id];
    plays = {day, plays.day == day ? plays.count + 1 : 1};
    std::uint64_t hash =
        mix64(mix64(m_salt, static_cast<std::uint64_t>(toMs(day))), mix64(candidate.hash, plays.count));
    for (;;) {
        const EventId id{idBitsOf(day, hash)};
        const bool isFree = m_removed.contains(id) || !m_station.schedule().find(id);
        if (isFree && m_taken.insert(id).second)
            return id;
        hash = mix64(hash, 2); // the same choice was made before, and is kept or moved elsewhere
    }
}

} // namespace sf
