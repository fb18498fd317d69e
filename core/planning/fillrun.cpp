// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/fillrun.h"

#include "core/planning/candidatequeue.h"

namespace sf {

namespace {

PickKeys makeKeys(const FillInput &input, const FillRequest &request)
{
    PickKeys keys(input.candidates.items, request.order, request.seed);
    keys.learn(input.history, request.range.start);
    return keys;
}

/// The state of a choice loop.
class Filler
{
public:
    Filler(const FillInput &input, const FillRequest &request, Job &job)
        : m_input(input)
        , m_request(request)
        , m_job(job)
        , m_grid(input.channel->grid())
        , m_days(input.channel->clock())
        , m_queue(input.candidates.items, makeKeys(input, request),
                  Eligibility(input.history, input.contents, *input.channel, request.range))
    {
        const auto &airings = input.history.all();
        m_nextAiring = static_cast<std::size_t>(
            std::lower_bound(airings.begin(), airings.end(), request.range.start,
                             [](const Airing &a, TimePoint wanted) { return a.start < wanted; }) -
            airings.begin());
    }

    Status fillSlot(const FreeSlot &slot)
    {
        std::int64_t frame = slot.first;
        while (frame < slot.end) {
            if (m_job.isCancelled())
                return fail(ErrorCode::Cancelled);
            if (static_cast<std::int64_t>(m_run.placements.size()) >= m_request.limit) {
                addGap(frame, slot.end, {{}, GapReason::TooManyEvents, std::nullopt});
                return {};
            }
            const TimePoint start = advance(frame);
            const auto item = m_queue.best(frame, slot.end - frame);
            if (!item) {
                const auto next = passGap(frame, slot.end);
                if (!next)
                    return fail(next.error());
                frame = *next;
                continue;
            }
            m_run.placements.push_back({frame, *item});
            m_queue.place(*item, start, frame);
            frame += m_input.candidates.items[*item].frames;
        }
        return {};
    }

    FillRun take() { return std::move(m_run); }

private:
    TimePoint advance(std::int64_t frame)
    {
        const TimePoint t = m_grid.timeOf(frame);
        m_queue.advance(frame, m_days.at(t).date);
        const auto &airings = m_input.history.all();
        for (; m_nextAiring < airings.size() && airings[m_nextAiring].start <= t; ++m_nextAiring)
            m_queue.noteAired(airings[m_nextAiring].content);
        return t;
    }

    /// From `frame` to where something may start and fits, or to the end.
    Result<std::int64_t> passGap(std::int64_t frame, std::int64_t end)
    {
        const FillGap why = reasonAt(frame);
        std::int64_t at = frame;
        do {
            if (m_job.isCancelled())
                return fail(ErrorCode::Cancelled);
            at = std::min(end, m_queue.nextWaiting().frame);
            if (at < end)
                advance(at);
        } while (at < end && !m_queue.best(at, end - at));
        addGap(frame, at, why);
        return at;
    }

    FillGap reasonAt(std::int64_t frame)
    {
        FillGap gap;
        if (m_input.candidates.ofKind == 0) {
            gap.reason = GapReason::LibraryEmpty;
        } else if (m_input.candidates.items.empty()) {
            gap.reason = GapReason::NoKnownDurations;
        } else if (m_queue.hasAny(frame)) {
            gap.reason = GapReason::NothingShortEnough;
        } else {
            const CandidateQueue::Next next = m_queue.nextWaiting();
            gap.reason = next.obstacle == Obstacle::Cooldown ? GapReason::AllCooling : GapReason::NotAllowed;
            if (next.frame != Eligible::never)
                gap.freeAgain = m_grid.timeOf(next.frame);
            else if (next.afterRange != TimePoint::max())
                gap.freeAgain = next.afterRange;
        }
        return gap;
    }

    void addGap(std::int64_t frame, std::int64_t end, FillGap gap)
    {
        gap.range = TimeRange::between(m_grid.timeOf(frame), m_grid.timeOf(end));
        m_run.gaps.push_back(gap);
    }

    const FillInput &m_input;
    const FillRequest &m_request;
    Job &m_job;
    FrameGrid m_grid;
    BroadcastDays m_days;
    CandidateQueue m_queue;
    std::size_t m_nextAiring = 0; ///< the first in the history that time has not come to
    FillRun m_run;
};

} // namespace

Result<FillRun> runFill(const FillInput &input, const FillRequest &request, Job &job)
{
    Filler filler(input, request, job);
    std::int64_t total = 0;
    for (const FreeSlot &slot : input.free)
        total += slot.frames();
    std::int64_t done = 0;
    for (const FreeSlot &slot : input.free) {
        if (const Status status = filler.fillSlot(slot); !status)
            return fail(status.error());
        done += slot.frames();
        job.setProgress(done, total);
    }
    return filler.take();
}

} // namespace sf
