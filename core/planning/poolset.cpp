// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/poolset.h"

#include <algorithm>

namespace sf {

bool isInPool(const Candidates &all, const PoolSpec &spec, const Asset &asset)
{
    switch (spec.role) {
    case PoolRole::Programmes:
        return passes(spec.filter, asset) && (spec.filter.kind || all.isOfKind(asset));
    case PoolRole::Closers:
        return all.hasPrograms && !asset.isElastic &&
               (asset.kind == AssetKind::Filler || asset.kind == AssetKind::Promo);
    case PoolRole::Idents:
        return asset.kind == AssetKind::Ident;
    case PoolRole::Promos:
        return asset.kind == AssetKind::Promo;
    case PoolRole::Commercials:
        return asset.kind == AssetKind::Commercial;
    case PoolRole::Slates:
        return asset.isElastic;
    }
    return false;
}

std::vector<Candidate> candidatesOf(const Candidates &all, const PoolSpec &spec, RuleBook &rules)
{
    std::vector<Candidate> items;
    for (const Candidate &candidate : all.usable) {
        if (!isInPool(all, spec, *candidate.asset))
            continue;
        items.push_back(candidate);
        Candidate &item = items.back();
        if (!spec.daypart.isEmpty()) {
            item.ruleClass = rules.classOf(*item.asset, spec.daypart);
            item.cooldown = rules.cooldownOf(item.asset, item.ruleClass);
            item.isExempt = rules.at(item.ruleClass).isExempt;
        }
        if (spec.cooldown)
            item.cooldown = std::min(item.cooldown, *spec.cooldown);
        if (spec.role == PoolRole::Slates) // made to be shown again
            item.cooldown = item.asset->cooldown.value_or(Millis::zero());
    }
    return items;
}

CandidateQueue &PoolSet::of(const PoolSpec &spec)
{
    const auto known =
        std::find_if(m_pools.begin(), m_pools.end(), [&](const Entry &entry) { return entry.spec == spec; });
    if (known != m_pools.end())
        return *known->queue;
    // A filler more or less that closed one end must not change all ends after it.
    const PickKeys::Order order{spec.order, spec.role == PoolRole::Closers};
    auto queue = std::make_unique<CandidateQueue>(candidatesOf(m_source.candidates, spec, m_source.rules),
                                                  order, m_source.seed, m_rules);
    queue->learn(m_source.history, m_source.start);
    queue->advance(m_frame, m_date);
    m_pools.push_back({spec, std::move(queue)});
    return *m_pools.back().queue;
}

void PoolSet::advance(std::int64_t frame, QDate date)
{
    m_frame = frame;
    m_date = date;
    for (const Entry &entry : m_pools)
        entry.queue->advance(frame, date);
}

void PoolSet::place(CandidateQueue &pool, std::size_t item, TimeRange range, std::int64_t frame)
{
    const Candidate &candidate = pool.at(item);
    m_rules.eligibility.notePlaced(candidate, range.start);
    m_rules.state.notePlaced(candidate, range);
    pool.place(item, frame);
    noteAired(candidate.content, &pool);
}

void PoolSet::noteAired(std::uint32_t content, const CandidateQueue *but)
{
    for (const Entry &entry : m_pools) {
        if (entry.queue.get() != but)
            entry.queue->noteAired(content);
    }
}

} // namespace sf
