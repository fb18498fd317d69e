// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/eligibility.h"
#include "core/planning/pickkeys.h"

#include <optional>
#include <queue>
#include <vector>

namespace sf {

/// The smallest key among the first n of a row of keys, and changes of one key, in log n each.
class KeyTree
{
public:
    explicit KeyTree(std::size_t size);

    std::uint64_t at(std::size_t i) const { return m_nodes[m_leaves + i]; }
    void set(std::size_t i, std::uint64_t key);
    /// Recomputes every key that is not absent, in n.
    template <class F>
    void renew(F &&keyOf)
    {
        for (std::size_t i = 0; i < m_size; ++i) {
            if (at(i) != PickKeys::absent)
                m_nodes[m_leaves + i] = keyOf(i);
        }
        for (std::size_t node = m_leaves - 1; node > 0; --node)
            m_nodes[node] = std::min(m_nodes[2 * node], m_nodes[2 * node + 1]);
    }
    /// Where it is; none where all of the first `count` are absent.
    std::optional<std::size_t> smallest(std::size_t count) const;

private:
    std::size_t m_size;
    std::size_t m_leaves = 1; ///< a power of two
    std::vector<std::uint64_t> m_nodes;
};

/// All candidates: those that may start now by key, those that may not yet by the frame at which they may.
/// Each move costs log n; nothing looks at all of them for one choice.
class CandidateQueue
{
public:
    /// What becomes free first of what may not start now.
    struct Next
    {
        std::int64_t frame = Eligible::never;    ///< `never` where it is not before the end of the range
        TimePoint afterRange = TimePoint::max(); ///< then: when
        Obstacle obstacle = Obstacle::None;      ///< what is in the way until then
    };

    CandidateQueue(const std::vector<Candidate> &items, PickKeys keys, Eligibility eligibility);

    /// Time has come to `frame`, of the broadcast day `date`.
    void advance(std::int64_t frame, QDate date);
    /// The wanted one of those that may start at `frame` and last no more than `frames`.
    std::optional<std::size_t> best(std::int64_t frame, std::int64_t frames);
    /// Whether anything may start at `frame`, however long it is.
    bool hasAny(std::int64_t frame) { return best(frame, Eligible::never).has_value(); }
    Next nextWaiting() const;

    /// A candidate was placed at `start`.
    void place(std::size_t item, TimePoint start, std::int64_t frame);
    /// A content airs that was there already.
    void noteAired(std::uint32_t content);

private:
    struct Waiting
    {
        std::int64_t frame;
        std::uint32_t item;
        Obstacle obstacle;
        bool operator>(const Waiting &other) const
        {
            return frame != other.frame ? frame > other.frame : item > other.item;
        }
    };
    void wait(std::size_t item, const Eligible &eligible);
    std::span<const std::uint32_t> itemsOf(std::uint32_t content) const;

    const std::vector<Candidate> &m_items; ///< by length
    PickKeys m_keys;
    Eligibility m_eligibility;
    KeyTree m_ready;
    std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> m_waiting;
    std::vector<std::uint32_t> m_byContent; ///< items, those of one content together
    std::vector<std::uint32_t> m_firsts;    ///< in m_byContent, by content
    QDate m_date;
    Next m_afterRange; ///< of those that may not start in the range any more
};

} // namespace sf
