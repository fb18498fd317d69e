// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/fillwalk.h"

#include <algorithm>

namespace sf {

namespace {

constexpr std::size_t deepJoinDepth = 96;   ///< and of so many where none of the first do
constexpr std::size_t joinDepth = 32;       ///< of so many candidates those are chosen that meet an end
constexpr std::size_t scoreDepth = 16;      ///< so many are rated where rules have preferences
constexpr std::size_t deepScoreDepth = 192; ///< and so many where none of the first keeps them all

bool costsLess(const Joiner::Wanted &a, const Joiner::Wanted &b) { return a.cost < b.cost; }

std::int64_t longestFillerRun(const FrameGrid &grid) { return grid.framesNear(std::chrono::minutes(30)); }

} // namespace

std::optional<FillWalk::Choice> FillWalk::choose(std::int64_t frame)
{
    lookBetween(frame);
    m_fillersOnly = false;
    for (const Pool &pool : m_chain->pools) {
        const auto choice = chooseFrom(pool, frame);
        // Fillers that meet the end to the frame are better than giving way for something else.
        if (choice || m_fillersOnly || fillersFor(frame).has(m_segment.end - frame))
            return choice;
    }
    return std::nullopt;
}

/// What is wanted here, the least costly first, with what goes with it. Says whether there is anything.
bool FillWalk::listWanted(const Pool &pool, std::int64_t frame, std::size_t count)
{
    const std::int64_t most = mostEnd() - frame;
    pool.queue->wanted(frame, most, count, slotHash(), m_found);
    m_wanted.clear();
    const Millis shortest = m_grid.lengthOf(pool.queue->shortestFrames());
    const auto list = [&](bool isPlain) {
        for (const std::size_t item : m_found) {
            const Candidate &candidate = pool.queue->at(item);
            const std::int64_t frames = isPlain ? candidate.frames : framesWith(candidate, frame);
            if (frames <= most && mayComeBefore(candidate, frame, shortest))
                m_wanted.push_back({item, frames, rateCosts(candidate, frame)});
        }
    };
    list(false);
    if (m_wanted.empty())
        list(true); // what goes with it finds no room
    if (m_input.rules.hasPreferences())
        std::stable_sort(m_wanted.begin(), m_wanted.end(), costsLess);
    return !m_wanted.empty();
}

/// Whether what is planned next may follow it, where nothing fits between.
bool FillWalk::mayComeBefore(const Candidate &candidate, std::int64_t frame, Millis shortest) const
{
    const auto airing = TimeRange::between(m_grid.timeOf(frame), m_grid.timeOf(frame + candidate.frames));
    return m_state.waitTowards(candidate.ruleClass, airing, shortest).isClear();
}

double FillWalk::rateCosts(const Candidate &candidate, std::int64_t frame)
{
    if (!m_input.rules.hasPreferences())
        return 0;
    m_terms.clear();
    m_eligibility.addCosts(candidate, frame, m_terms);
    m_state.addCosts(candidate.ruleClass, m_grid.timeOf(frame), m_terms);
    double cost = 0;
    for (const ScoreTerm &term : m_terms)
        cost += term.cost;
    return cost;
}

RelaxationTier FillWalk::tierOf(const Pool &pool, std::size_t item, std::int64_t frame)
{
    if (pool.tier != RelaxationTier::AllRules || rateCosts(pool.queue->at(item), frame) == 0)
        return pool.tier;
    const bool isDownToNever =
        std::any_of(m_terms.begin(), m_terms.end(), [](const ScoreTerm &term) { return term.hasNever; });
    return isDownToNever ? RelaxationTier::NeverValues : RelaxationTier::NoPreferences;
}

FillWalk::Choice FillWalk::cheapest(const Pool &pool) const
{
    return {pool.queue, m_wanted.front().item, pool.tier};
}

std::optional<FillWalk::Choice> FillWalk::chooseFrom(const Pool &pool, std::int64_t frame)
{
    CandidateQueue &queue = *pool.queue;
    if (queue.isEmpty())
        return std::nullopt;
    if (m_segment.daypart && m_segment.daypart->padTo > Millis::zero())
        return choosePadded(pool, frame);
    const std::int64_t left = m_segment.end - frame;
    const bool isOrdered = queue.order() == PickOrder::Sequential;
    const bool isNearEnd = left <= std::max(3 * queue.meanFrames(), queue.longestFrames());
    const bool isRated = m_input.rules.hasPreferences() && !isOrdered;
    const std::size_t depth = isOrdered ? 1 : isNearEnd ? joinDepth : isRated ? scoreDepth : 1;
    if (!listWanted(pool, frame, depth))
        return std::nullopt;
    const bool hasMore = m_found.size() == depth;
    Choice choice = cheapest(pool);
    if (isNearEnd) {
        const auto item = joinFrom(pool, frame, hasMore);
        if (m_fillersOnly)
            return std::nullopt;
        choice.item = item.value_or(choice.item);
    }
    choice.tier = tierOf(pool, choice.item, frame);
    const bool isWorthMore = isRated && choice.tier != RelaxationTier::AllRules && hasMore;
    if (isWorthMore && listWanted(pool, frame, deepScoreDepth)) {
        const Choice better = cheapest(pool);
        if (rateCosts(queue.at(better.item), frame) == 0)
            choice.item = better.item;
        choice.tier = tierOf(pool, choice.item, frame);
    }
    return choice;
}

/// What comes first of what meets the end of the segment.
std::optional<std::size_t> FillWalk::joinFrom(const Pool &pool, std::int64_t frame, bool hasMore)
{
    CandidateQueue &queue = *pool.queue;
    const std::int64_t left = m_segment.end - frame;
    const bool isOrdered = queue.order() == PickOrder::Sequential;
    const Millis shortest = m_grid.lengthOf(queue.shortestFrames());
    const std::function<bool(std::size_t)> mayCome = [&](std::size_t item) {
        return mayComeBefore(queue.at(item), frame, shortest);
    };
    const std::function<double(std::size_t)> costOf = [&](std::size_t item) {
        return rateCosts(queue.at(item), frame);
    };
    const auto ask = [&] {
        return m_joiner.close({queue, frame, left, m_segment.early, m_segment.late,
                               m_between.ident + m_between.promo + m_between.breakFrames, fillersFor(frame),
                               m_fillerLengths, m_wanted, mayCome, costOf, isOrdered});
    };
    Joiner::Answer answer = ask();
    if (!answer.isExact && hasMore && !isOrdered && listWanted(pool, frame, deepJoinDepth))
        answer = ask();
    m_fillersOnly = answer.isExact && !answer.item;
    if (answer.isExact || left < 2 * queue.meanFrames())
        return answer.item;
    // There is room for another try after one more.
    const auto leavesRoom = [&](const Joiner::Wanted &one) {
        return left - one.frames >= queue.shortestFrames();
    };
    const auto roomy = std::find_if(m_wanted.begin(), m_wanted.end(), leavesRoom);
    if (roomy != m_wanted.end() && m_wanted.front().cost == roomy->cost)
        return roomy->item;
    return left <= 3 * queue.meanFrames() ? answer.item : std::nullopt;
}

/// What ends with least to pad up to the next full stretch of the wall clock.
std::optional<FillWalk::Choice> FillWalk::choosePadded(const Pool &pool, std::int64_t frame)
{
    const bool isOrdered = pool.queue->order() == PickOrder::Sequential;
    if (!listWanted(pool, frame, isOrdered ? 1 : joinDepth))
        return std::nullopt;
    const SubsetSum &fillers = fillersFor(frame);
    double least = std::numeric_limits<double>::infinity();
    Choice choice{pool.queue, m_wanted.front().item, pool.tier};
    for (std::size_t i = 0; i < m_wanted.size(); ++i) {
        const std::int64_t end = frame + m_wanted[i].frames;
        const std::int64_t rest = std::min(nextMultiple(end), m_segment.end) - end;
        const double pad = static_cast<double>(rest) / static_cast<double>(m_wanted[i].frames + rest);
        const bool isMet = rest <= 0 || fillers.has(rest);
        const double cost = m_wanted[i].cost + static_cast<double>(i) / joinDepth + 2 * pad + (isMet ? 0 : 4);
        if (cost < least) {
            least = cost;
            choice.item = m_wanted[i].item;
        }
    }
    choice.tier = tierOf(pool, choice.item, frame);
    return choice;
}

/// The first frame at or after `frame` at which the wall clock shows a multiple of what the daypart pads to.
std::int64_t FillWalk::nextMultiple(std::int64_t frame) const
{
    const LocalTime local = m_clock.toLocal(m_grid.timeOf(frame));
    const LocalTime midnight = std::chrono::floor<std::chrono::days>(local);
    const Millis into = local - midnight;
    const Millis pad = m_segment.daypart->padTo;
    const Millis next = (into + pad - Millis(1)) / pad * pad;
    return std::max(frame, m_grid.ceilIndex(m_clock.toUtcForward(midnight + next)));
}

/// The sums that the fillers can make up at the end of this segment.
const SubsetSum &FillWalk::fillersFor(std::int64_t frame)
{
    if (m_hasFillers)
        return m_fillers;
    m_hasFillers = true;
    m_fillerLengths.clear();
    CandidateQueue &closers = *m_chain->closers;
    if (closers.isEmpty()) {
        m_fillers = SubsetSum(0);
        return m_fillers;
    }
    m_fillers = SubsetSum(std::min(mostEnd() - frame, longestFillerRun(m_grid)));
    // They stand in the last hour of the segment, where other things may stand already.
    listSummands(closers, frame, m_fillers.limit(), m_grid.timeOf(std::max(frame, m_segment.end - 1)));
    for (const std::size_t item : m_found) {
        m_fillers.add(closers.at(item).frames);
        m_fillerLengths.push_back(closers.at(item).frames);
    }
    return m_fillers;
}

} // namespace sf
