// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/explainscene.h"

#include <algorithm>

namespace sf {

namespace {

constexpr Millis longestRoom = std::chrono::hours(24);
constexpr Millis lookAhead = std::chrono::hours(24 * 90);

/// From the start to what stands fast: what is frozen, for a gap anything, and the end of the daypart.
TimeRange roomOf(const Station &station, const ScheduledEvent *event, TimeRange where,
                 const FillRequest &request)
{
    TimePoint until = where.start + longestRoom;
    station.schedule().forEachIn(request.plan, {where.start, longestRoom}, [&](const ScheduledEvent &other) {
        const bool isAway = event && other.id == event->id;
        const bool standsFast = !event || isFrozen(other, where.start);
        if (other.layer == 0 && !isAway && standsFast && other.range.start >= where.start)
            until = std::min(until, other.range.start);
    });
    if (const Channel *channel = station.channelOf(request.plan)) {
        for (const Block &block : blocksOf(station.templates(), *channel, {where.start, longestRoom})) {
            if (block.range.contains(where.start) && block.range.end() < where.start + longestRoom)
                until = std::min(until, block.range.end());
        }
    }
    return TimeRange::between(where.start, std::max(until, where.start + Millis(1)));
}

FunnelStep stepOf(Obstacle obstacle)
{
    switch (obstacle) {
    case Obstacle::Rights:
        return FunnelStep::Rights;
    case Obstacle::Hours:
    case Obstacle::Watershed:
        return FunnelStep::Hours;
    case Obstacle::Cooldown:
        return FunnelStep::Cooldown;
    case Obstacle::PlayLimit:
    case Obstacle::MaxPlays:
        return FunnelStep::Limits;
    default:
        return FunnelStep::Rules;
    }
}

} // namespace

ExplainScene::ExplainScene(FillInputPtr input, FillRequest request, TimePoint start)
    : m_input(std::move(input))
    , m_request(std::move(request))
    , m_start(start)
{
    const FrameGrid grid = m_input->channel.grid();
    m_frame = grid.ceilIndex(start);
    m_roomFrames = grid.floorIndex(m_request.range.end()) - m_frame;
    const Block *block = blockAt(m_input->blocks, start);
    m_daypart = block ? block->name() : QString();
    m_pool = chainOf(block ? block->daypart : nullptr, m_request, m_input->rules.hasDayparts()).front().spec;
    m_drawn = candidatesOf(m_input->candidates, m_pool, m_input->rules);
    for (std::size_t i = 0; i < m_drawn.size(); ++i)
        m_drawnPlaces.emplace(m_drawn[i].asset, i);
    const auto &usable = m_input->candidates.usable;
    for (std::size_t i = 0; i < usable.size(); ++i)
        m_known.emplace(usable[i].asset, i);
    const TimeRange ahead{start, lookAhead};
    const FillInput &in = *m_input;
    m_eligibility = std::make_unique<Eligibility>(
        in.rules, Eligibility::Fixed{in.history, in.seriesHistory, in.contents, in.series.size()}, in.channel,
        ahead);
    m_state = std::make_unique<RuleState>(in.rules, m_eligibility->hours(), m_request.range, in.fixed);
    m_state->advance(start);
}

Result<std::unique_ptr<ExplainScene>> ExplainScene::make(const Station &station, const ScheduledEvent *event,
                                                         TimeRange where, const FillRequest &request,
                                                         Job &job)
{
    FillRequest at = request;
    at.range = where;
    if (const Status status = checkRequest(station, at); !status)
        return fail(status.error());
    at.range = roomOf(station, event, where, request);
    const EventId away = event ? event->id : EventId();
    const AiringId airing = event ? event->airing : AiringId();
    const MakesWay isLeftOut = [away, airing](const ScheduledEvent &other) {
        return away && (other.id == away || (airing && other.airing == airing));
    };
    auto input = gatherFillInput(station, at, isLeftOut, job, event ? event->asset : AssetId());
    if (!input)
        return fail(input.error());
    return std::unique_ptr<ExplainScene>(new ExplainScene(std::move(*input), std::move(at), where.start));
}

const Candidate *ExplainScene::candidateOf(const Asset &asset) const
{
    if (const auto drawn = m_drawnPlaces.find(&asset); drawn != m_drawnPlaces.end())
        return &m_drawn[drawn->second];
    const auto known = m_known.find(&asset);
    return known == m_known.end() ? nullptr : &m_input->candidates.usable[known->second];
}

Objection ExplainScene::toObjection(FunnelStep step, const Wait &wait) const
{
    Objection objection;
    objection.step = step;
    objection.obstacle = wait.obstacle;
    if (wait.rule != Wait::noRule) {
        objection.rule = m_input->rules.rules()[wait.rule].id;
        objection.ruleName = m_input->rules.rules()[wait.rule].name;
    }
    if (wait.until != TimePoint::max() && wait.until != TimePoint::min())
        objection.until = wait.until;
    return objection;
}

std::vector<Objection> ExplainScene::objectionsTo(const Asset &asset, const Candidate *candidate)
{
    std::vector<Objection> objections;
    const bool isDrawn = candidate && m_drawnPlaces.contains(&asset);
    const bool mayBeDrawn = candidate ? isDrawn
                                      : asset.weight > 0 && passes(m_pool.filter, asset) &&
                                            (m_pool.filter.kind || m_input->candidates.isOfKind(asset));
    if (!mayBeDrawn)
        objections.push_back(toObjection(FunnelStep::Daypart, {}));
    if (!candidate) {
        objections.push_back(toObjection(FunnelStep::Playable, {}));
        return objections;
    }
    std::vector<Wait> waits;
    m_eligibility->addWaits(*candidate, m_frame, waits);
    const Wait shut = m_state->waitAt(candidate->ruleClass, m_start);
    if (!shut.isClear())
        waits.push_back(shut);
    for (const Wait &wait : waits)
        objections.push_back(toObjection(stepOf(wait.obstacle), wait));
    if (candidate->frames > m_roomFrames)
        objections.push_back(toObjection(FunnelStep::Fits, {}));
    std::stable_sort(objections.begin(), objections.end(),
                     [](const Objection &a, const Objection &b) { return a.step < b.step; });
    return objections;
}

std::vector<ScoreLine> ExplainScene::scoreOf(const Candidate &candidate)
{
    std::vector<ScoreTerm> terms;
    m_eligibility->addCosts(candidate, m_frame, terms);
    m_state->addCosts(candidate.ruleClass, m_start, terms);
    std::vector<ScoreLine> lines;
    for (const ScoreTerm &term : terms) {
        const Rule &rule = m_input->rules.rules()[term.rule];
        lines.push_back({rule.id, rule.name, term.cost});
    }
    return lines;
}

std::optional<TimePoint> ExplainScene::freeAgain(const Candidate &candidate)
{
    const Eligible eligible = m_eligibility->earliest(candidate, m_frame);
    if (eligible.frame == Eligible::never)
        return std::nullopt;
    return m_input->channel.grid().timeOf(eligible.frame);
}

Millis ExplainScene::lengthOf(const Candidate &candidate) const
{
    return m_input->channel.grid().lengthOf(candidate.frames);
}

std::vector<ExplainScene::Wanted> ExplainScene::wanted(std::size_t count)
{
    const FrameGrid grid = m_input->channel.grid();
    CandidateQueue queue(m_drawn, {m_pool.order, false}, m_request.seed, {*m_eligibility, *m_state, grid});
    queue.learn(m_input->history, m_start);
    queue.advance(m_frame, m_input->channel.clock().broadcastDate(m_start));
    std::vector<std::size_t> found;
    queue.wanted(m_frame, m_roomFrames, count, m_request.seed, found);
    std::vector<Wanted> wanted;
    for (const std::size_t item : found)
        wanted.push_back({queue.at(item), queue.rankOf(item)});
    return wanted;
}

} // namespace sf
