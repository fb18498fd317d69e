// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/mix.h"
#include "core/model/weektemplate.h"
#include "core/planning/candidates.h"
#include "core/planning/history.h"

#include <vector>

namespace sf {

/// In which order candidates are wanted: the smallest key first. Keys depend on what aired and on hashes of
/// seed, broadcast day and asset, so that a change on one day leaves the order of the other days alone.
class PickKeys
{
public:
    struct Order
    {
        PickOrder pick = PickOrder::Shuffle;
        bool isAnewEachDay = false; ///< a shuffle forgets overnight what it has drawn
    };

    PickKeys(const std::vector<Candidate> &candidates, Order order, std::uint64_t seed);

    Order order() const { return m_order; }

    /// Takes what aired before `start` into account.
    void learn(const History &history, TimePoint start);
    /// The candidate aired.
    void noteAired(std::size_t candidate);
    /// Says whether every key may have changed.
    bool enterDay(QDate date);
    std::uint64_t keyOf(std::size_t candidate) const
    {
        return m_firstBits[candidate] |
               (m_order.pick == PickOrder::Shuffle ? mix64(m_daySeed, m_hashes[candidate]) >> (64 - hashBits)
                                                   : 0);
    }

    std::uint64_t hashOf(std::size_t candidate) const { return m_hashes[candidate]; }

    /// A key is a lap above a hash or a place.
    static constexpr int hashBits = 44;

private:
    void setFirstBits(std::size_t candidate);
    double turnAfter(std::size_t candidate) const;
    void learnLap(const History &history, TimePoint start);
    void learnRanks(const History &history, TimePoint start);
    void learnPosition(const History &history, TimePoint start);

    const std::vector<Candidate> &m_candidates;
    Order m_order;
    std::uint64_t m_seed;
    std::uint64_t m_daySeed;
    std::vector<double> m_laps;         ///< how often it was drawn, for its weight; Weighted: its next turn
    std::vector<std::uint64_t> m_ranks; ///< LeastRecent: rising with the last airing; Sequential: the place
    std::uint64_t m_nextRank = 0;
    std::vector<std::uint64_t> m_draws;     ///< Weighted: how often each was drawn
    std::vector<std::uint64_t> m_firstBits; ///< what of the key does not depend on the day
    std::vector<std::uint64_t> m_hashes;    ///< of the candidates, close together: a new day reads them all
};

} // namespace sf
