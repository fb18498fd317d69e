// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/gapmender.h"

#include <algorithm>
#include <tuple>

namespace sf {

namespace {

constexpr std::size_t swapsOfEach = 24; ///< others of one length that may break fewer preferences

}

/// The rest lies elsewhere than the gap did: what fits there takes it.
void GapMender::fillRest(const FillGap &gap, const GapStock &stock)
{
    const auto known = std::find(m_run.gaps.begin(), m_run.gaps.end(), gap);
    if (known == m_run.gaps.end())
        return;
    std::int64_t frame = m_grid.indexOf(gap.range.start);
    const std::int64_t end = m_grid.indexOf(gap.range.end());
    std::vector<FillGap> left;
    const auto addGap = [&](std::int64_t until) {
        if (frame < until)
            left.push_back({rangeOf(frame, until - frame), gap.reason, gap.freeAgain});
    };
    while (const auto placement = firstThatFits(frame, end, stock)) {
        if (static_cast<std::int64_t>(m_run.placements.size()) >= m_request.limit)
            break;
        addGap(placement->frame);
        note(*placement);
        const auto next =
            std::upper_bound(m_run.placements.begin(), m_run.placements.end(), placement->frame,
                             [](std::int64_t wanted, const Placement &one) { return wanted < one.frame; });
        m_run.placements.insert(next, *placement);
        frame = placement->frame + placement->frames;
    }
    addGap(end);
    const auto after = m_run.gaps.erase(known);
    m_run.gaps.insert(after, left.begin(), left.end());
}

std::optional<Placement> GapMender::firstThatFits(std::int64_t frame, std::int64_t end, const GapStock &stock)
{
    std::optional<Placement> first;
    std::uint64_t firstHash = 0;
    for (const Candidate &item : stock.items) {
        if (item.frames > end - frame)
            break; // they are by length
        const Eligible eligible = m_eligibility.earliest(item, frame);
        if (eligible.frame == Eligible::never || eligible.frame + item.frames > end ||
            !m_state.mayStand(item.ruleClass, m_grid.timeOf(eligible.frame)))
            continue;
        const std::uint64_t hash = mix64(pointAt(frame), item.hash);
        if (!first || std::pair(eligible.frame, hash) < std::pair(first->frame, firstHash)) {
            first = Placement{eligible.frame, item.frames, item, 0, RelaxationTier::AllRules, 0, false};
            firstHash = hash;
        }
    }
    if (first)
        first->tier = tierOf(*first);
    return first;
}

Status GapMender::keepPreferences(const Job &job)
{
    for (std::size_t i = 0; i < m_run.placements.size() && m_budget > 0; ++i) {
        if (job.isCancelled())
            return fail(ErrorCode::Cancelled);
        const Placement &placement = m_run.placements[i];
        const bool isBroken =
            placement.tier == RelaxationTier::NoPreferences || placement.tier == RelaxationTier::NeverValues;
        const Block *block = isBroken ? blockAt(m_input.blocks, m_grid.timeOf(placement.frame)) : nullptr;
        if (!block || !isPlain(block->daypart) || placement.airing != 0 ||
            !isProgramme(*placement.candidate.asset))
            continue;
        --m_budget;
        keepsPreference(i, stockFor(block->daypart));
    }
    return {};
}

/// Puts something as long in its place that breaks no preference, and lets nothing after it break more.
bool GapMender::keepsPreference(std::size_t place, const GapStock &stock)
{
    const Placement old = m_run.placements[place];
    const double before = costsFrom(place);
    takeBack(old);
    const auto first =
        std::lower_bound(stock.items.begin(), stock.items.end(), old.frames,
                         [](const Candidate &item, std::int64_t frames) { return item.frames < frames; });
    const auto last =
        std::upper_bound(first, stock.items.end(), old.frames,
                         [](std::int64_t frames, const Candidate &item) { return frames < item.frames; });
    const auto count = std::min<std::ptrdiff_t>(last - first, swapsOfEach);
    const auto from = static_cast<std::ptrdiff_t>(
        last == first ? 0 : pointAt(old.frame) % static_cast<std::uint64_t>(last - first));
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        const Candidate &item = *(first + (from + i) % (last - first));
        Placement next = old;
        next.candidate = item;
        next.tier = RelaxationTier::AllRules;
        bool hasNever = false;
        if (!m_eligibility.waitAt(item, old.frame).isClear() ||
            !m_state.mayStand(item.ruleClass, m_grid.timeOf(old.frame)) || costOf(next, hasNever) > 0)
            continue;
        m_run.placements[place] = next;
        note(next);
        if (costsFrom(place) < before)
            return true;
        takeBack(next);
        m_run.placements[place] = old;
    }
    note(old);
    return false;
}

/// What it and those that follow it cost, as far as one of them bears on the next.
double GapMender::costsFrom(std::size_t place)
{
    constexpr std::size_t bearing = 8;
    double cost = 0;
    for (std::size_t i = place; i < std::min(place + bearing, m_run.placements.size()); ++i) {
        const Placement placement = m_run.placements[i];
        if (placement.mediaIn > 0 || placement.isSlate)
            continue;
        bool hasNever = false;
        takeBack(placement);
        cost += costOf(placement, hasNever);
        note(placement);
    }
    return cost;
}

void GapMender::coverWithSlates()
{
    std::unordered_map<const Daypart *, std::pair<std::vector<Candidate>, std::vector<int>>> slates;
    std::vector<FillGap> gaps;
    std::vector<Placement> made;
    for (const FillGap &gap : m_run.gaps) {
        const bool isAllowed = gap.reason == GapReason::RunsShort || gap.reason == GapReason::TooManyEvents;
        const Block *block = blockAt(m_input.blocks, gap.range.start);
        const Daypart *daypart = block ? block->daypart : nullptr;
        const auto [known, isNew] = slates.try_emplace(daypart);
        auto &[items, uses] = known->second;
        if (isNew) {
            const QString name = daypart && m_input.rules.hasDayparts() ? daypart->name : QString();
            items =
                candidatesOf(m_input.candidates,
                             {PoolRole::Slates, {}, PickOrder::Shuffle, name, std::nullopt}, m_input.rules);
            uses.assign(items.size(), 0);
        }
        const bool isFull = std::ssize(m_run.placements) + std::ssize(made) >= m_request.limit;
        if (isAllowed || isFull || !coverWithSlate(gap, items, uses, made))
            gaps.push_back(gap);
    }
    m_run.gaps = std::move(gaps);
    const auto middle = static_cast<std::ptrdiff_t>(m_run.placements.size());
    m_run.placements.insert(m_run.placements.end(), made.begin(), made.end());
    std::inplace_merge(m_run.placements.begin(), m_run.placements.begin() + middle, m_run.placements.end(),
                       [](const Placement &a, const Placement &b) { return a.frame < b.frame; });
}

/// The one used least of those that may start there, and have rights to the end.
bool GapMender::coverWithSlate(const FillGap &gap, std::vector<Candidate> &slates, std::vector<int> &uses,
                               std::vector<Placement> &made)
{
    const std::int64_t first = m_grid.indexOf(gap.range.start);
    const std::int64_t end = m_grid.indexOf(gap.range.end());
    std::optional<std::size_t> best;
    const auto &oldSlates = m_run.oldSlates;
    const auto old = std::find_if(oldSlates.begin(), oldSlates.end(),
                                  [&](const ScheduledEvent *one) { return one->range == gap.range; });
    const auto orderOf = [&](std::size_t i) {
        const bool isNew = old == oldSlates.end() || (*old)->asset != slates[i].asset->id;
        return std::tuple(isNew, uses[i], mix64(pointAt(first), slates[i].hash));
    };
    for (std::size_t i = 0; i < slates.size(); ++i) {
        const Candidate &slate = slates[i];
        const auto &until = slate.asset->rightsUntil;
        const Obstacle shut = m_state.waitAt(slate.ruleClass, gap.range.start).obstacle;
        const bool mayStart = (!until || gap.range.end() <= *until) && shut != Obstacle::Watershed &&
                              m_eligibility.waitAt(slate, first).isClear();
        if (mayStart && (!best || orderOf(i) < orderOf(*best)))
            best = i;
    }
    if (!best)
        return false;
    ++uses[*best];
    made.push_back({first, end - first, slates[*best], 0, RelaxationTier::ElasticSlate, 0, true,
                    old == oldSlates.end() ? nullptr : *old});
    return true;
}

} // namespace sf
