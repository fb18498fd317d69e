// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/demands.h"

#include "core/planning/dayparttext.h"

#include <algorithm>

namespace sf {

namespace {

/// What each content offers to demands that have the same pools.
struct OfferSet
{
    std::vector<PoolSpec> pools;
    std::vector<Offer> own;
    std::vector<Offer> all;
};

class Stocktaking
{
public:
    Stocktaking(FillInput &input, const std::vector<Demand> &demands, TimeRange range, Millis most)
        : m_input(input)
        , m_demands(demands)
        , m_range(range)
        , m_most(most)
        , m_bound(input)
    {
        m_stock.own.assign(demands.size(), Millis::zero());
        m_stock.available.assign(demands.size(), Millis::zero());
        for (const Demand &demand : demands)
            m_offers.push_back(placeOf(demand));
    }

    Stock take()
    {
        for (std::uint32_t content = 0; content < m_input.contents; ++content)
            addContent(content);
        return std::move(m_stock);
    }

private:
    std::size_t placeOf(const Demand &demand)
    {
        for (std::size_t i = 0; i < m_sets.size(); ++i) {
            if (m_sets[i].pools == demand.pools)
                return i;
        }
        OfferSet made{demand.pools, std::vector<Offer>(m_input.contents), {}};
        for (const PoolSpec &pool : demand.pools) {
            std::vector<Offer> &offers = made.all.empty() ? made.own : made.all;
            for (const Candidate &candidate : candidatesOf(m_input.candidates, pool, m_input.rules)) {
                if (!candidate.asset->isElastic)
                    add(offers[candidate.content], candidate);
            }
            if (made.all.empty())
                made.all = made.own;
        }
        m_sets.push_back(std::move(made));
        return m_sets.size() - 1;
    }

    void addContent(std::uint32_t content)
    {
        std::vector<bool> drawn(m_demands.size(), false);
        std::vector<Millis> byDemand(m_demands.size(), Millis::zero());
        Millis most{0};
        for (std::size_t i = 0; i < m_demands.size(); ++i) {
            const OfferSet &set = m_sets[m_offers[i]];
            const Millis airtime = m_bound.airtimeOf(set.all[content], content, m_range, m_most);
            if (airtime == Millis::zero())
                continue;
            drawn[i] = true;
            most = std::max(most, airtime);
            byDemand[i] = std::min(airtimeIn(m_demands[i], set.all[content], content), airtime);
            m_stock.available[i] += byDemand[i];
            const Millis own = m_bound.airtimeOf(set.own[content], content, m_range, m_most);
            if (own > Millis::zero())
                m_stock.own[i] += std::min(airtimeIn(m_demands[i], set.own[content], content), own);
        }
        if (most == Millis::zero())
            return;
        const Supply none{{}, std::vector<Millis>(m_demands.size(), Millis::zero())};
        Supply &supply = m_stock.supplies.try_emplace(drawn, none).first->second;
        supply.airtime = std::min(m_most, supply.airtime + most);
        for (std::size_t i = 0; i < m_demands.size(); ++i)
            supply.byDemand[i] = std::min(2 * m_demands[i].needed, supply.byDemand[i] + byDemand[i]);
    }

    /// What one content can give to the windows of a demand. Where nothing but their lengths matters, those are
    /// looked at and not each window.
    Millis airtimeIn(const Demand &demand, const Offer &offer, std::uint32_t content) const
    {
        Millis airtime{0};
        const bool isPlain = m_input.history.of(content).empty() && offer.from == TimePoint::min() &&
                             offer.until == TimePoint::max() && offer.most == 0;
        if (isPlain) {
            for (const auto &[length, count] : demand.lengths)
                airtime += count * m_bound.airtimeOf(offer, content, {TimePoint(), length}, length);
            return airtime;
        }
        for (const TimeRange &window : demand.windows)
            airtime += m_bound.airtimeOf(offer, content, window, window.duration);
        return airtime;
    }

    FillInput &m_input;
    const std::vector<Demand> &m_demands;
    TimeRange m_range;
    Millis m_most;
    OfferBound m_bound;
    std::vector<OfferSet> m_sets;
    std::vector<std::size_t> m_offers; ///< by demand: its set
    Stock m_stock;
};

} // namespace

bool Demand::hasFallback() const
{
    return std::any_of(pools.begin(), pools.end(), [&](const PoolSpec &pool) {
        return pool.role == PoolRole::Programmes && pool.filter != pools.front().filter;
    });
}

std::vector<Demand> demandsOf(const FillInput &input, const FillRequest &request)
{
    const FrameGrid grid = input.channel.grid();
    std::vector<Demand> demands;
    const auto demandOf = [&](const Block &block) -> Demand & {
        std::vector<PoolSpec> pools = poolsFor(block.daypart, request, input.rules.hasDayparts());
        const auto known = std::find_if(demands.begin(), demands.end(), [&](const Demand &demand) {
            return demand.name == block.name() && demand.pools == pools;
        });
        if (known != demands.end())
            return *known;
        return demands.emplace_back(Demand{block.name(), {}, std::move(pools), {}, {}, {}});
    };
    std::size_t next = 0;
    for (const Block &block : input.blocks) {
        Demand &demand = demandOf(block);
        const QString when = block.daypart ? whenText(*block.daypart) : QString();
        if (!when.isEmpty() && !demand.when.contains(when))
            demand.when << when;
        for (; next < input.free.size(); ++next) {
            const FreeSlot &slot = input.free[next];
            const TimeRange free = TimeRange::between(grid.timeOf(slot.first), grid.timeOf(slot.end));
            const TimeRange window = free.intersected(block.range);
            if (!window.isEmpty()) {
                demand.needed += window.duration;
                demand.windows.push_back(window);
                ++demand.lengths[window.duration];
            }
            if (free.end() > block.range.end())
                break;
        }
    }
    return demands;
}

Stock stockFor(FillInput &input, const std::vector<Demand> &demands, TimeRange range, Millis most)
{
    return Stocktaking(input, demands, range, most).take();
}

} // namespace sf
