// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/fillwalk.h"

#include "core/base/mix.h"

#include <algorithm>

namespace sf {

namespace {

constexpr std::size_t startDepth =
    16; ///< so many are asked whether they may come before what is planned next

bool startsBeforeTime(const Airing &airing, TimePoint wanted) { return airing.start < wanted; }

GapReason reasonOf(Obstacle obstacle)
{
    switch (obstacle) {
    case Obstacle::None:
    case Obstacle::Rights:
    case Obstacle::Hours:
    case Obstacle::PlayLimit:
        return GapReason::NotAllowed;
    case Obstacle::Cooldown:
        return GapReason::AllCooling;
    default:
        return GapReason::RulesForbid;
    }
}

} // namespace

FillWalk::FillWalk(FillInput &input, const FillRequest &request, Job &job)
    : m_input(input)
    , m_request(request)
    , m_job(job)
    , m_grid(input.channel.grid())
    , m_clock(input.channel.clock())
    , m_days(m_clock)
    , m_eligibility(input.rules, {input.history, input.seriesHistory, input.contents, input.series.size()},
                    input.channel, request.range)
    , m_state(input.rules, m_eligibility.hours(), request.range, input.fixed)
    , m_pools({input.candidates, input.rules, input.history, request.seed, request.range.start},
              {m_eligibility, m_state, m_grid})
{
    const auto &airings = input.history.all();
    m_nextAiring = static_cast<std::size_t>(
        std::lower_bound(airings.begin(), airings.end(), request.range.start, startsBeforeTime) -
        airings.begin());
}

FillWalk::Chain &FillWalk::chainFor(const Daypart *daypart, const QString &rulesDaypart)
{
    const auto [found, isNew] = m_chains.try_emplace({daypart, rulesDaypart});
    Chain &chain = found->second;
    if (isNew) {
        chain.daypart = daypart;
        chain.rulesDaypart = rulesDaypart;
        for (PoolUse use : chainOf(daypart, m_request, m_input.rules.hasDayparts())) {
            use.spec.daypart = rulesDaypart;
            chain.pools.push_back({&m_pools.of(use.spec), use.tier});
        }
        chain.closers =
            &m_pools.of({PoolRole::Closers, {}, PickOrder::Shuffle, chain.rulesDaypart, std::nullopt});
    }
    return chain;
}

/// Rules go by the daypart in which something starts, also where what draws begins early.
void FillWalk::chooseChain(std::int64_t frame)
{
    const QString rulesDaypart = m_input.rulesDaypartAt(m_grid.timeOf(frame));
    if (m_chain && m_chain->daypart == m_segment.daypart && m_chain->rulesDaypart == rulesDaypart)
        return;
    m_chain = &chainFor(m_segment.daypart, rulesDaypart);
    m_hasFillers = false;
}

CandidateQueue &FillWalk::poolOf(PoolRole role)
{
    return m_pools.of({role, {}, PickOrder::Shuffle, m_chain->rulesDaypart, std::nullopt});
}

FillWalk::Segment FillWalk::segmentOf(const Block &block, const Block *next, const FreeSlot &slot) const
{
    Segment segment;
    segment.daypart = block.daypart;
    segment.start = block.daypart ? block.range.start : TimePoint();
    const std::int64_t end = m_grid.ceilIndex(block.range.end());
    segment.end = std::min(end, slot.end);
    if (!next || end >= slot.end)
        return segment;
    segment.isHardEnd = next->daypart && next->daypart->isHardStart;
    const Millis tolerance =
        next->daypart && !segment.isHardEnd ? next->daypart->startTolerance : Millis::zero();
    const Millis early = std::max(block.daypart ? block.daypart->mayRunShort : Millis::zero(), tolerance);
    const Millis late = std::max(block.daypart ? block.daypart->mayRunOver : Millis::zero(), tolerance);
    segment.early = m_grid.framesNear(early);
    segment.late = segment.isHardEnd ? 0 : std::min(m_grid.framesNear(late), slot.end - segment.end);
    return segment;
}

std::vector<FillWalk::Segment> FillWalk::segmentsOf(const FreeSlot &slot) const
{
    const auto &blocks = m_input.blocks;
    const TimePoint start = m_grid.timeOf(slot.first);
    auto block = std::upper_bound(blocks.begin(), blocks.end(), start,
                                  [](TimePoint t, const Block &one) { return t < one.range.start; });
    if (block != blocks.begin())
        --block;
    std::vector<Segment> segments;
    for (; block != blocks.end() && m_grid.ceilIndex(block->range.start) < slot.end; ++block) {
        const Block *next = block + 1 == blocks.end() ? nullptr : &*(block + 1);
        const Segment segment = segmentOf(*block, next, slot);
        if (segment.end > slot.first)
            segments.push_back(segment);
    }
    return segments;
}

void FillWalk::enter(const Segment &segment)
{
    m_segment = segment;
    m_chain = nullptr;
    m_hasFillers = false;
    m_padUntil = 0;
    m_ordinal = 0;
}

/// Which slot is being filled, whatever else has shifted: the n-th programme of the day in its daypart.
std::uint64_t FillWalk::slotHash() const
{
    const std::uint64_t day = mix64(m_request.seed, static_cast<std::uint64_t>(m_date.toJulianDay()));
    return mix64(mix64(day, static_cast<std::uint64_t>(toMs(m_segment.start))), m_ordinal);
}

Status FillWalk::fillSlot(const FreeSlot &slot)
{
    addJoins(slot, m_run.joins);
    std::int64_t frame = slot.first;
    for (const Segment &segment : segmentsOf(slot)) {
        enter(segment);
        if (const Status status = fillSegment(frame); !status)
            return status;
        if (!segment.isHardEnd)
            continue;
        if (frame < segment.end)
            addGap(frame, segment.end, {{}, GapReason::RunsShort, std::nullopt});
        frame = std::max(frame, segment.end);
    }
    return {};
}

void FillWalk::addJoins(const FreeSlot &slot, std::vector<std::int64_t> &joins) const
{
    for (const Segment &segment : segmentsOf(slot)) {
        if (segment.isHardEnd)
            joins.push_back(segment.end);
    }
}

Status FillWalk::fillSegment(std::int64_t &frame)
{
    while (frame < m_segment.end) {
        if (m_job.isCancelled())
            return fail(ErrorCode::Cancelled);
        if (static_cast<std::int64_t>(m_run.placements.size()) >= m_request.limit) {
            addGap(frame, m_segment.end, {{}, GapReason::TooManyEvents, std::nullopt});
            frame = m_segment.end;
            return {};
        }
        chooseChain(frame);
        advance(frame);
        const bool isPadding = frame < m_padUntil;
        if (isPadding && closeWithFillers(frame, m_padUntil, 0, 0))
            continue;
        if (!isPadding) {
            if (const auto choice = choose(frame)) {
                placeProgramme(*choice, frame);
                continue;
            }
            if (closeWithFillers(frame, m_segment.end, m_segment.early, m_segment.late))
                continue;
            if (frame >= m_segment.end - m_segment.early)
                return {};
            if (m_fillers.limit() > 0 && m_fillers.has(m_segment.end - frame)) {
                m_fillers = SubsetSum(0); // they meet the end, but may not stand there: it goes without
                m_fillerLengths.clear();
                continue;
            }
        }
        if (isPadding) {
            addGap(frame, m_padUntil, {{}, GapReason::NothingShortEnough, std::nullopt});
            frame = m_padUntil;
            continue;
        }
        const auto next = passGap(frame, m_segment.end);
        if (!next)
            return fail(next.error());
        frame = *next;
    }
    return {};
}

TimePoint FillWalk::advance(std::int64_t frame)
{
    const TimePoint t = m_grid.timeOf(frame);
    const QDate date = m_days.at(t).date;
    if (date != m_date)
        m_ordinal = 0;
    m_date = date;
    m_state.advance(t);
    m_pools.advance(frame, date);
    const auto &airings = m_input.history.all();
    for (; m_nextAiring < airings.size() && airings[m_nextAiring].start <= t; ++m_nextAiring)
        m_pools.noteAired(airings[m_nextAiring].content);
    return t;
}

/// From `frame` to where something may start and fits, or to the end.
Result<std::int64_t> FillWalk::passGap(std::int64_t frame, std::int64_t end)
{
    const FillGap why = reasonAt(frame, end);
    // What may not come before what is planned next stays shut out: a step is a second.
    const std::int64_t step = std::max<std::int64_t>(1, m_grid.framesNear(std::chrono::seconds(1)));
    std::int64_t at = frame;
    bool isOver = false;
    while (!isOver && at < end) {
        if (m_job.isCancelled())
            return fail(ErrorCode::Cancelled);
        std::int64_t next = end;
        bool isBarred = false;
        for (const Pool &pool : m_chain->pools) {
            isBarred = pool.queue->best(at, end - at).has_value() || isBarred;
            next = std::min(next, pool.queue->nextWaiting().frame);
        }
        at = std::min(end, std::max(at + 1, isBarred ? std::min(at + step, next) : next));
        if (at < end)
            advance(at);
        for (const Pool &pool : m_chain->pools)
            isOver = isOver || (at < end && mayStart(pool, at, end));
    }
    addGap(frame, at, why);
    return at;
}

bool FillWalk::mayStart(const Pool &pool, std::int64_t frame, std::int64_t end)
{
    pool.queue->wanted(frame, end - frame, startDepth, slotHash(), m_found);
    const Millis shortest = m_grid.lengthOf(pool.queue->shortestFrames());
    return std::any_of(m_found.begin(), m_found.end(), [&](std::size_t item) {
        return mayComeBefore(pool.queue->at(item), frame, shortest);
    });
}

FillGap FillWalk::reasonAt(std::int64_t frame, std::int64_t end)
{
    FillGap gap;
    CandidateQueue &pool = *m_chain->pools.front().queue;
    if (pool.isEmpty()) {
        gap.reason = m_segment.daypart                ? GapReason::NothingInDaypart
                     : m_input.candidates.ofKind == 0 ? GapReason::LibraryEmpty
                                                      : GapReason::NoKnownDurations;
    } else if (pool.best(frame, end - frame)) {
        gap.reason = GapReason::RulesForbid; // it may start, but nothing may follow it
    } else if (pool.hasAny(frame)) {
        gap.reason = GapReason::NothingShortEnough;
    } else {
        const CandidateQueue::Next next = pool.nextWaiting();
        gap.reason = reasonOf(next.obstacle);
        if (next.frame != Eligible::never)
            gap.freeAgain = m_grid.timeOf(next.frame);
        else if (next.afterRange != TimePoint::max())
            gap.freeAgain = next.afterRange;
    }
    return gap;
}

void FillWalk::addGap(std::int64_t frame, std::int64_t end, FillGap gap)
{
    gap.range = TimeRange::between(m_grid.timeOf(frame), m_grid.timeOf(end));
    m_run.gaps.push_back(gap);
}

std::int64_t FillRun::exactJoins() const
{
    const auto isMet = [&](std::int64_t end) {
        const auto next =
            std::lower_bound(placements.begin(), placements.end(), end,
                             [](const Placement &one, std::int64_t frame) { return one.frame < frame; });
        return next != placements.begin() && (next - 1)->frame + (next - 1)->frames == end;
    };
    return std::count_if(joins.begin(), joins.end(), isMet);
}

Millis FillRun::open() const
{
    Millis open{0};
    for (const FillGap &gap : gaps)
        open += gap.range.duration;
    return open;
}

std::vector<std::int64_t> joinsOf(FillInput &input, const FillRequest &request, Job &job)
{
    const FillWalk walk(input, request, job);
    std::vector<std::int64_t> joins;
    for (const FreeSlot &slot : input.free)
        walk.addJoins(slot, joins);
    return joins;
}

Result<FillRun> runFill(FillInput &input, const FillRequest &request, Job &job)
{
    FillWalk walk(input, request, job);
    std::int64_t total = 0;
    for (const FreeSlot &slot : input.free)
        total += slot.frames();
    std::int64_t done = 0;
    for (const FreeSlot &slot : input.free) {
        if (const Status status = walk.fillSlot(slot); !status)
            return fail(status.error());
        done += slot.frames();
        job.setProgress(done, total);
    }
    return walk.take();
}

} // namespace sf
