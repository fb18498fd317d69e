// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/gapmender.h"

#include "core/planning/fillcheck.h"

#include <algorithm>
#include <limits>
#include <unordered_set>

namespace sf {

namespace {

constexpr std::size_t farthest = 3;       ///< programmes on each side that a neighbourhood takes in
constexpr std::size_t triesOfEach = 48;   ///< plans of a neighbourhood that are held against the rules
constexpr std::size_t triesOfExact = 400; ///< and where only what meets the end counts
constexpr Millis longestWhole = std::chrono::hours(6);

} // namespace

bool GapMender::isPlain(const Daypart *daypart) const
{
    const PickOrder order = daypart ? daypart->order : m_request.order;
    return order != PickOrder::Sequential &&
           (!daypart || (!daypart->identAfterEach && daypart->promoEvery == Millis::zero() &&
                         daypart->breakLength == Millis::zero() && daypart->padTo == Millis::zero()));
}

bool GapMender::isMendable(const FillGap &gap) const
{
    switch (gap.reason) {
    case GapReason::LibraryEmpty:
    case GapReason::NoKnownDurations:
    case GapReason::NothingInDaypart:
    case GapReason::TooManyEvents:
    case GapReason::RunsShort: // the operator allows it
        return false;
    default:
        return static_cast<std::int64_t>(m_run.placements.size()) < m_request.limit;
    }
}

Status GapMender::mendAll(const Job &job)
{
    const std::vector<FillGap> gaps = m_run.gaps;
    for (const FillGap &gap : gaps) {
        if (job.isCancelled())
            return fail(ErrorCode::Cancelled);
        if (m_budget <= 0)
            break;
        const auto known =
            std::lower_bound(m_run.gaps.begin(), m_run.gaps.end(), gap.range.start,
                             [](const FillGap &one, TimePoint start) { return one.range.start < start; });
        const bool isThere = known != m_run.gaps.end() && *known == gap; // no other neighbourhood took it in
        if (isThere && isMendable(gap))
            mend(gap);
    }
    return {};
}

void GapMender::mend(const FillGap &gap)
{
    const Block *block = blockAt(m_input.blocks, gap.range.start);
    if (!block || !isPlain(block->daypart))
        return;
    const GapStock &stock = stockFor(block->daypart);
    if (stock.items.empty())
        return;
    FillGap left = gap;
    std::int64_t tried = -1;
    for (std::size_t reach = 1; reach <= farthest && m_budget > 0 && !left.range.isEmpty(); ++reach) {
        const Neighbourhood near = around(left, *block, reach);
        if (near.frames() == tried)
            break;
        tried = near.frames();
        left = refill(near, stock, Search::Near).value_or(left);
    }
    for (const Search search : {Search::Exact, Search::Sum}) {
        if (left.range.isEmpty() || m_budget <= 0)
            break;
        const Neighbourhood whole = around(left, *block, std::numeric_limits<std::size_t>::max());
        if (m_grid.lengthOf(whole.frames()) <= longestWhole)
            left = refill(whole, stock, search).value_or(left);
    }
    if (!left.range.isEmpty() && left != gap)
        fillRest(left, stock);
}

/// Clears the neighbourhood and fills it anew, whole: with any number of programmes. Returns the gap that is
/// left, of no length where the end is met; none where it stays as it was.
std::optional<FillGap> GapMender::refill(const Neighbourhood &near, const GapStock &stock, Search search)
{
    --m_budget;
    for (std::size_t i = near.from; i < near.until; ++i)
        takeBack(m_run.placements[i]);
    std::vector<Placement> made;
    const MayStand mayStand = [&](std::span<const Candidate *const> programmes, std::int64_t fillers) {
        return place(programmes, fillers, near, made);
    };
    std::optional<std::int64_t> rest;
    if (search == Search::Sum) {
        rest = putTogether(near, stock, mayStand);
    } else {
        const bool isExact = search == Search::Exact;
        const auto list = shortListOf(near, stock, isExact ? ListSize{160, 4096} : ListSize{32, 384});
        const SubsetSum fillers = listFillers(near, stock);
        const auto plan = m_search.find({near.frames(), stock.items, stock.lengths, list, fillers,
                                         isExact ? GapSearch::exactOnly : near.empty - 1,
                                         isExact ? triesOfExact : triesOfEach},
                                        mayStand);
        rest = plan ? std::optional(plan->rest) : std::nullopt;
    }
    if (rest)
        return replace(near, std::move(made), *rest);
    for (std::size_t i = near.from; i < near.until; ++i)
        note(m_run.placements[i]);
    return std::nullopt;
}

/// As many programmes and fillers as come nearest to the end. Returns what stays empty, none where that is no
/// less than before.
std::optional<std::int64_t> GapMender::putTogether(const Neighbourhood &near, const GapStock &stock,
                                                   const MayStand &mayStand)
{
    const auto list = shortListOf(near, stock, {48, 384});
    listFillers(near, stock);
    SubsetSum sums(near.frames());
    std::vector<std::int64_t> lengths;
    std::unordered_set<std::uint32_t> contents;
    std::vector<const Candidate *> programmes;
    for (const Candidate *one : list) {
        if (!contents.insert(one->content).second)
            continue; // each content once
        programmes.push_back(one);
        lengths.push_back(one->frames);
    }
    for (const Candidate *filler : m_fillers)
        lengths.push_back(filler->frames);
    for (const std::int64_t length : lengths)
        sums.add(length);
    const std::int64_t sum = sums.nearestBelow(near.frames());
    if (near.frames() - sum >= near.empty)
        return std::nullopt;
    std::vector<const Candidate *> chosen;
    std::int64_t fillers = 0;
    for (const std::size_t place : lengthsThatMake(sum, lengths)) {
        if (place < programmes.size())
            chosen.push_back(programmes[place]);
        else
            fillers += lengths[place];
    }
    return mayStand(chosen, fillers) ? std::optional(near.frames() - sum) : std::nullopt;
}

/// Where it says yes, what was made is noted; otherwise nothing is.
bool GapMender::place(std::span<const Candidate *const> programmes, std::int64_t fillers,
                      const Neighbourhood &near, std::vector<Placement> &made)
{
    if (near.hadProgrammes && programmes.empty())
        return false;
    made.clear();
    const auto others = std::ssize(m_run.placements) - static_cast<std::int64_t>(near.until - near.from);
    if (placeAll(programmes, fillers, near.first, made) &&
        others + std::ssize(made) <= std::max(m_request.limit, std::ssize(m_run.placements)) &&
        allStand(made))
        return true;
    for (const Placement &placement : made)
        takeBack(placement);
    made.clear();
    return false;
}

bool GapMender::placeAll(std::span<const Candidate *const> programmes, std::int64_t fillers,
                         std::int64_t frame, std::vector<Placement> &made)
{
    for (const Candidate *programme : programmes) {
        if (!placeOne(*programme, frame, made))
            return false;
    }
    std::vector<std::int64_t> lengths;
    for (const Candidate *filler : m_fillers)
        lengths.push_back(filler->frames);
    for (const std::size_t place : lengthsThatMake(fillers, lengths)) {
        if (!placeOne(*m_fillers[place], frame, made))
            return false;
    }
    return true;
}

bool GapMender::placeOne(const Candidate &candidate, std::int64_t &frame, std::vector<Placement> &made)
{
    if (!m_eligibility.waitAt(candidate, frame).isClear() ||
        !m_state.waitAt(candidate.ruleClass, m_grid.timeOf(frame)).isClear())
        return false;
    made.push_back({frame, candidate.frames, candidate, 0, RelaxationTier::AllRules, 0, false});
    note(made.back());
    frame += candidate.frames;
    return true;
}

/// Each with all others there, before and after it.
bool GapMender::allStand(std::vector<Placement> &made)
{
    for (Placement &placement : made) {
        takeBack(placement);
        const bool stands = m_eligibility.waitAt(placement.candidate, placement.frame).isClear() &&
                            m_state.mayStand(placement.candidate.ruleClass, m_grid.timeOf(placement.frame));
        placement.tier = tierOf(placement);
        note(placement);
        if (!stands)
            return false;
    }
    return true;
}

FillGap GapMender::replace(const Neighbourhood &near, std::vector<Placement> made, std::int64_t rest)
{
    auto &placements = m_run.placements;
    const auto from = placements.begin() + static_cast<std::ptrdiff_t>(near.from);
    const auto next = placements.erase(from, placements.begin() + static_cast<std::ptrdiff_t>(near.until));
    placements.insert(next, made.begin(), made.end());
    const TimeRange whole = rangeOf(near.first, near.frames());
    auto &gaps = m_run.gaps;
    const auto first = std::lower_bound(gaps.begin(), gaps.end(), whole.start,
                                        [](const FillGap &one, TimePoint t) { return one.range.start < t; });
    auto last = first;
    while (last != gaps.end() && last->range.start < whole.end())
        ++last;
    FillGap left = *first;
    const auto after = gaps.erase(first, last);
    left.range = rangeOf(near.end - rest, rest);
    if (rest > 0)
        gaps.insert(after, left);
    return left;
}

double GapMender::costOf(const Placement &placement, bool &hasNever)
{
    m_terms.clear();
    m_eligibility.addCosts(placement.candidate, placement.frame, m_terms);
    m_state.addCosts(placement.candidate.ruleClass, m_grid.timeOf(placement.frame), m_terms);
    double cost = 0;
    for (const ScoreTerm &term : m_terms) {
        cost += term.cost;
        hasNever = hasNever || term.hasNever;
    }
    return cost;
}

/// Of something that is not noted.
RelaxationTier GapMender::tierOf(const Placement &placement)
{
    bool hasNever = false;
    if (!m_input.rules.hasPreferences() || costOf(placement, hasNever) == 0)
        return RelaxationTier::AllRules;
    return hasNever ? RelaxationTier::NeverValues : RelaxationTier::NoPreferences;
}

Status mendGaps(FillInput &input, const FillRequest &request, const MakesWay &isLeftOut, FillRun &run,
                const Job &job)
{
    constexpr int rounds = 3;
    std::int32_t budget = request.improvements;
    for (int round = 0; round < rounds && budget > 0; ++round) {
        if (run.gaps.empty() && !input.rules.hasPreferences())
            break;
        FillRun tried = run;
        GapMender mender(input, request, tried, budget);
        if (const Status mended = mender.mendAll(job); !mended)
            return mended;
        if (const Status kept = mender.keepPreferences(job); !kept)
            return kept;
        budget = mender.budget();
        // A rule of what follows, in another daypart, may still forbid what was put before it.
        const bool isSound = takeBackBreaks(input, request, isLeftOut, tried, job) == 0;
        if (isSound || tried.open() < run.open())
            run = std::move(tried);
        if (isSound)
            break;
    }
    return {};
}

void coverWithSlates(FillInput &input, const FillRequest &request, FillRun &run)
{
    const auto &usable = input.candidates.usable;
    const bool hasSlates =
        std::any_of(usable.begin(), usable.end(), [](const Candidate &one) { return one.asset->isElastic; });
    if (hasSlates && !run.gaps.empty())
        GapMender(input, request, run, 0).coverWithSlates();
}

} // namespace sf
