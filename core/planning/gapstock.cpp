// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/gapmender.h"

#include <algorithm>

namespace sf {

namespace {

constexpr std::size_t fillersListed = 64; ///< a rest is made up of so many at most
constexpr std::size_t fillersDrawn = 384; ///< and so many are asked for them
constexpr Millis longestFillers = std::chrono::minutes(30);

std::vector<std::uint32_t> ringOf(const std::vector<Candidate> &items)
{
    std::vector<std::uint32_t> ring(items.size());
    for (std::uint32_t i = 0; i < ring.size(); ++i)
        ring[i] = i;
    std::sort(ring.begin(), ring.end(), [&](std::uint32_t a, std::uint32_t b) {
        return items[a].hash != items[b].hash ? items[a].hash < items[b].hash : a < b;
    });
    return ring;
}

/// Calls `visit(item)` for up to `most` items from a point of the ring on, until it says no.
template <class F>
void goRound(const std::vector<Candidate> &items, const std::vector<std::uint32_t> &ring, std::uint64_t from,
             std::size_t most, F &&visit)
{
    const auto first =
        std::lower_bound(ring.begin(), ring.end(), from,
                         [&](std::uint32_t place, std::uint64_t hash) { return items[place].hash < hash; });
    const auto offset = static_cast<std::size_t>(first - ring.begin());
    for (std::size_t i = 0; i < std::min(most, ring.size()); ++i) {
        if (!visit(items[ring[(offset + i) % ring.size()]]))
            return;
    }
}

} // namespace

const GapStock &GapMender::stockFor(const Daypart *daypart)
{
    const PoolSpec spec = chainOf(daypart, m_request, m_input.rules.hasDayparts()).front().spec;
    for (const auto &known : m_stocks) {
        if (known->spec == spec)
            return *known;
    }
    auto stock = std::make_unique<GapStock>();
    stock->spec = spec;
    stock->items = candidatesOf(m_input.candidates, spec, m_input.rules);
    stock->closers =
        candidatesOf(m_input.candidates,
                     {PoolRole::Closers, {}, PickOrder::Shuffle, spec.daypart, std::nullopt}, m_input.rules);
    for (const Candidate &item : stock->items)
        stock->lengths.push_back(item.frames);
    stock->ring = ringOf(stock->items);
    stock->closerRing = ringOf(stock->closers);
    m_stocks.push_back(std::move(stock));
    return *m_stocks.back();
}

/// What may start at its beginning, what was there before among it.
std::vector<const Candidate *> GapMender::shortListOf(const Neighbourhood &near, const GapStock &stock,
                                                      ListSize size)
{
    std::vector<std::pair<double, const Candidate *>> rated;
    const TimePoint start = m_grid.timeOf(near.first);
    const bool hasPreferences = m_input.rules.hasPreferences();
    goRound(stock.items, stock.ring, pointAt(near.first), size.drawn, [&](const Candidate &item) {
        if (item.frames <= near.frames() && m_state.waitAt(item.ruleClass, start).isClear() &&
            m_eligibility.waitAt(item, near.first).isClear()) {
            bool hasNever = false;
            const double cost =
                hasPreferences ? costOf({near.first, item.frames, item, 0, {}, 0, false}, hasNever) : 0;
            rated.emplace_back(cost, &item);
        }
        return rated.size() < size.most;
    });
    std::stable_sort(rated.begin(), rated.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<const Candidate *> list;
    for (const auto &[cost, item] : rated)
        list.push_back(item);
    return list;
}

SubsetSum GapMender::listFillers(const Neighbourhood &near, const GapStock &stock)
{
    m_fillers.clear();
    SubsetSum sums(std::min(near.frames(), m_grid.framesNear(longestFillers)));
    const TimePoint start = m_grid.timeOf(near.first);
    std::unordered_map<std::uint32_t, std::int32_t> left;
    goRound(stock.closers, stock.closerRing, pointAt(near.first), fillersDrawn, [&](const Candidate &item) {
        const auto &limits = m_state.classOf(item.ruleClass).perHour;
        const auto leftOf = [&](std::uint32_t rule) -> std::int32_t & {
            return left.try_emplace(rule, m_state.startsLeft(rule, start)).first->second;
        };
        const bool isFull =
            std::any_of(limits.begin(), limits.end(), [&](std::uint32_t rule) { return leftOf(rule) <= 0; });
        if (isFull || item.frames > sums.limit() || !m_state.waitAt(item.ruleClass, start).isClear() ||
            !m_eligibility.waitAt(item, near.first).isClear())
            return true;
        for (const std::uint32_t rule : limits)
            --leftOf(rule);
        sums.add(item.frames);
        m_fillers.push_back(&item);
        return m_fillers.size() < fillersListed;
    });
    return sums;
}

} // namespace sf
