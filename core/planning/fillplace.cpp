// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/fillwalk.h"

#include <algorithm>

namespace sf {

namespace {

constexpr std::size_t sumDepth = 64; ///< a break or a join is made up of so many at most

}

/// What would go with a programme that starts here. One that ends after this may meet other idents and
/// commercials; the end of the segment is met by what really came.
void FillWalk::lookBetween(std::int64_t frame)
{
    m_between = {};
    const Daypart *daypart = m_segment.daypart;
    if (!daypart)
        return;
    const auto lengthOf = [&](PoolRole role) {
        CandidateQueue &pool = poolOf(role);
        const auto item = pool.best(frame, mostEnd() - frame);
        return item ? pool.at(*item).frames : 0;
    };
    if (daypart->identAfterEach)
        m_between.ident = lengthOf(PoolRole::Idents);
    if (daypart->promoEvery > Millis::zero())
        m_between.promo = lengthOf(PoolRole::Promos);
    if (daypart->breakLength > Millis::zero()) {
        CandidateQueue &pool = poolOf(PoolRole::Commercials);
        SubsetSum sums(m_grid.framesNear(daypart->breakLength));
        listSummands(pool, frame, sums.limit(), m_grid.timeOf(frame));
        for (const std::size_t item : m_found)
            sums.add(pool.at(item).frames);
        m_between.breakFrames = sums.nearestBelow(sums.limit());
    }
}

std::int64_t FillWalk::framesWith(const Candidate &candidate, std::int64_t frame) const
{
    if (m_between.ident + m_between.promo + m_between.breakFrames == 0)
        return candidate.frames;
    const auto breaks =
        m_between.breakFrames > 0 ? std::max<std::int64_t>(1, std::ssize(splitsOf(candidate))) : 0;
    std::int64_t frames = candidate.frames + m_between.ident + breaks * m_between.breakFrames;
    if (m_between.promo > 0) {
        const std::int64_t every = m_grid.framesNear(m_segment.daypart->promoEvery);
        frames += frame + frames - m_lastPromo.value_or(frame) >= every ? m_between.promo : 0;
    }
    return frames;
}

/// The frames at which the asset may be split, from where it plays.
std::vector<std::int64_t> FillWalk::splitsOf(const Candidate &candidate) const
{
    std::vector<std::int64_t> splits;
    for (const Micros point : candidate.asset->breaks) {
        const Micros into = point - candidate.asset->som;
        const std::int64_t frame =
            into > Micros::zero() ? m_grid.framesNear(std::chrono::round<Millis>(into)) : 0;
        if (frame > 0 && frame < candidate.frames)
            splits.push_back(frame);
    }
    std::sort(splits.begin(), splits.end());
    splits.erase(std::unique(splits.begin(), splits.end()), splits.end());
    return splits;
}

void FillWalk::put(CandidateQueue &queue, std::size_t item, std::int64_t frame, RelaxationTier tier)
{
    const Candidate &candidate = queue.at(item);
    m_run.placements.push_back({frame, candidate.frames, candidate, 0, tier, 0, false});
    m_pools.place(queue, item,
                  TimeRange::between(m_grid.timeOf(frame), m_grid.timeOf(frame + candidate.frames)), frame);
}

void FillWalk::placeProgramme(const Choice &choice, std::int64_t &frame)
{
    const Candidate &candidate = choice.queue->at(choice.item);
    const Daypart *daypart = m_segment.daypart;
    ++m_ordinal;
    const bool hasBreaks = daypart && m_between.breakFrames > 0;
    if (hasBreaks && maySplit(candidate, frame)) {
        frame = placeParts(choice, frame);
    } else {
        put(*choice.queue, choice.item, frame, choice.tier);
        frame += candidate.frames;
        if (hasBreaks)
            placeBreak(frame, mostEnd());
    }
    if (!daypart)
        return;
    if (!m_lastPromo)
        m_lastPromo = frame - candidate.frames;
    if (daypart->promoEvery > Millis::zero() &&
        frame - *m_lastPromo >= m_grid.framesNear(daypart->promoEvery)) {
        const std::int64_t before = frame;
        placeOne(PoolRole::Promos, frame);
        m_lastPromo = frame > before ? frame : *m_lastPromo;
    }
    if (daypart->identAfterEach)
        placeOne(PoolRole::Idents, frame);
    if (daypart->padTo > Millis::zero())
        m_padUntil = std::min(nextMultiple(frame), m_segment.end);
}

/// Whether there are points to split it at, and room and rights for all of it with its breaks.
bool FillWalk::maySplit(const Candidate &candidate, std::int64_t frame) const
{
    if (splitsOf(candidate).empty())
        return false;
    const std::int64_t end = frame + framesWith(candidate, frame);
    const auto &until = candidate.asset->rightsUntil;
    return end <= mostEnd() && (!until || m_grid.timeOf(end) <= *until);
}

/// A programme with a break at each of its split points.
std::int64_t FillWalk::placeParts(const Choice &choice, std::int64_t frame)
{
    const Candidate candidate = choice.queue->at(choice.item);
    std::vector<std::int64_t> ends = splitsOf(candidate);
    ends.push_back(candidate.frames);
    const std::int64_t start = frame;
    const auto &rightsUntil = candidate.asset->rightsUntil;
    const std::int64_t latest =
        rightsUntil ? std::min(mostEnd(), m_grid.floorIndex(*rightsUntil)) : mostEnd();
    ++m_airings;
    std::int64_t shown = 0;
    for (const std::int64_t end : ends) {
        m_run.placements.push_back({frame, end - shown, candidate, shown, choice.tier, m_airings, false});
        frame += end - shown;
        shown = end;
        if (end == ends.front()) // the programme counts as aired from its first part on
            m_pools.place(*choice.queue, choice.item,
                          TimeRange::between(m_grid.timeOf(start), m_grid.timeOf(start + candidate.frames)),
                          start);
        if (end != candidate.frames) // what is still to come has its place, whatever commercials there are
            placeBreak(frame, latest - (candidate.frames - shown));
    }
    return frame;
}

/// Ends no later than `latest`.
void FillWalk::placeBreak(std::int64_t &frame, std::int64_t latest)
{
    const std::int64_t length = std::min(m_grid.framesNear(m_segment.daypart->breakLength), latest - frame);
    CandidateQueue &pool = poolOf(PoolRole::Commercials);
    SubsetSum sums(length);
    listSummands(pool, frame, length, m_grid.timeOf(frame));
    for (const std::size_t item : m_found)
        sums.add(pool.at(item).frames);
    placeSum(pool, sums.nearestBelow(length), frame);
}

/// Puts into m_found what may be put together here: what may start now, and of what is limited by the hour no
/// more than the hour has room for.
void FillWalk::listSummands(CandidateQueue &queue, std::int64_t frame, std::int64_t most, TimePoint inHourOf)
{
    queue.wanted(frame, most, sumDepth, slotHash(), m_found);
    m_startsLeft.clear();
    const auto isTooMany = [&](std::size_t item) {
        const auto &limits = m_state.classOf(queue.at(item).ruleClass).perHour;
        const auto leftOf = [&](std::uint32_t rule) -> std::int32_t & {
            return m_startsLeft.try_emplace(rule, m_state.startsLeft(rule, inHourOf)).first->second;
        };
        if (std::any_of(limits.begin(), limits.end(), [&](std::uint32_t rule) { return leftOf(rule) <= 0; }))
            return true;
        for (const std::uint32_t rule : limits)
            --leftOf(rule);
        return false;
    };
    m_found.erase(std::remove_if(m_found.begin(), m_found.end(), isTooMany), m_found.end());
}

/// Those of m_found that make up `target` frames, the most wanted first; each is asked once more where it comes
/// to stand, with those before it.
bool FillWalk::placeSum(CandidateQueue &queue, std::int64_t target, std::int64_t &frame)
{
    std::vector<std::int64_t> lengths;
    for (const std::size_t item : m_found)
        lengths.push_back(queue.at(item).frames);
    const std::vector<std::size_t> found = m_found;
    bool isPlaced = false;
    for (const std::size_t place : lengthsThatMake(target, lengths)) {
        const std::size_t item = found[place];
        const Candidate &candidate = queue.at(item);
        if (!m_eligibility.waitAt(candidate, frame).isClear() ||
            !m_state.waitAt(candidate.ruleClass, m_grid.timeOf(frame)).isClear())
            continue;
        put(queue, item, frame, RelaxationTier::AllRules);
        frame += lengths[place];
        isPlaced = true;
    }
    return isPlaced;
}

void FillWalk::placeOne(PoolRole role, std::int64_t &frame)
{
    CandidateQueue &pool = poolOf(role);
    const auto item = pool.best(frame, mostEnd() - frame);
    if (!item)
        return;
    const std::int64_t frames = pool.at(*item).frames;
    put(pool, *item, frame, RelaxationTier::AllRules);
    frame += frames;
}

/// Fillers up to `end`, to the frame where they can. Says whether any was placed.
bool FillWalk::closeWithFillers(std::int64_t &frame, std::int64_t end, std::int64_t early, std::int64_t late)
{
    CandidateQueue &closers = *m_chain->closers;
    const std::int64_t left = end - frame;
    if (closers.isEmpty() || left <= 0 || left > m_grid.framesNear(std::chrono::minutes(30)))
        return false;
    SubsetSum sums(left + late);
    listSummands(closers, frame, sums.limit(), m_grid.timeOf(frame));
    for (const std::size_t item : m_found)
        sums.add(closers.at(item).frames);
    const auto met = sums.nearest(left, left - early, left + late);
    const std::int64_t target = met.value_or(sums.nearestBelow(left));
    return target > 0 && placeSum(closers, target, frame);
}

} // namespace sf
