// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/candidatequeue.h"

#include <memory>

namespace sf {

/// What a pool is for.
enum class PoolRole : std::uint8_t {
    Programmes, ///< what a daypart draws from
    Closers,    ///< fillers and promos, that close a join
    Idents,
    Promos,
    Commercials,
    Slates, ///< elastic ones, looped or trimmed
};

/// Which candidates are in a pool, and in which order they are wanted.
struct PoolSpec
{
    PoolRole role = PoolRole::Programmes;
    AssetFilter filter; ///< of Programmes; without a kind: those that fill where nothing else is asked for
    PickOrder order = PickOrder::Shuffle;
    QString daypart;                ///< whose rules apply; empty where no rule is for a daypart
    std::optional<Millis> cooldown; ///< the operator allows one as short as this

    bool operator==(const PoolSpec &) const = default;
};

/// Whether an asset belongs to a pool.
bool isInPool(const Candidates &all, const PoolSpec &spec, const Asset &asset);
/// The candidates of a pool, their rules those of its daypart.
std::vector<Candidate> candidatesOf(const Candidates &all, const PoolSpec &spec, RuleBook &rules);

/// The pools of one run, made when first asked for, all of one time.
class PoolSet
{
public:
    /// What they are made from.
    struct Source
    {
        const Candidates &candidates;
        RuleBook &rules;
        const History &history;
        std::uint64_t seed = 0;
        TimePoint start{};
    };

    PoolSet(Source source, CandidateQueue::Rules rules)
        : m_source(source)
        , m_rules(rules)
    {
    }

    CandidateQueue &of(const PoolSpec &spec);
    void advance(std::int64_t frame, QDate date);
    /// A candidate of a pool was placed there; every pool takes note.
    void place(CandidateQueue &pool, std::size_t item, TimeRange range, std::int64_t frame);
    void noteAired(std::uint32_t content, const CandidateQueue *but = nullptr);
    const CandidateQueue::Rules &rules() const { return m_rules; }

private:
    struct Entry
    {
        PoolSpec spec;
        std::unique_ptr<CandidateQueue> queue;
    };

    Source m_source;
    CandidateQueue::Rules m_rules;
    std::vector<Entry> m_pools;
    std::int64_t m_frame = 0;
    QDate m_date;
};

} // namespace sf
