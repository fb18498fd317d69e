// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/keytree.h"
#include "core/planning/pickkeys.h"
#include "core/planning/rulestate.h"

#include <optional>
#include <queue>
#include <vector>

namespace sf {

/// One pool of candidates: those that may start now by key, those that may not yet by the frame at which they
/// may. Candidates of one rule class and length lie side by side, so that a class that is shut out, or a
/// length, is found without looking at each. Every move costs log n; nothing looks at all of them for one
/// choice. What was placed from other pools is noticed when a candidate is asked for.
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
    /// What all pools of a run share.
    struct Rules
    {
        Eligibility &eligibility;
        RuleState &state;
        FrameGrid grid;
    };

    CandidateQueue(std::vector<Candidate> items, PickKeys::Order order, std::uint64_t seed, Rules rules);
    CandidateQueue(const CandidateQueue &) = delete;
    CandidateQueue &operator=(const CandidateQueue &) = delete;

    /// What aired before `start` was drawn already.
    void learn(const History &history, TimePoint start);

    const Candidate &at(std::size_t item) const { return m_items[item]; }
    bool isEmpty() const { return m_items.empty(); }
    PickOrder order() const { return m_keys.order().pick; }
    std::int64_t shortestFrames() const { return m_shortest; }
    std::int64_t longestFrames() const { return m_longest; }
    std::int64_t meanFrames() const { return m_mean; }

    /// Time has come to `frame`, of the broadcast day `date`.
    void advance(std::int64_t frame, QDate date);
    /// Up to `count` of those that may start at `frame` and last no more than `frames`, the most wanted first:
    /// of the category furthest behind its share, then by rank, then, in a shuffle, by a hash of `slot` and
    /// asset. So one more asset in the library takes a few slots, and the others stay as they are.
    void wanted(std::int64_t frame, std::int64_t frames, std::size_t count, std::uint64_t slot,
                std::vector<std::size_t> &found);
    /// What is of one rank is wanted alike: a handful of a shuffle, one alone of any other order.
    std::uint64_t rankOf(std::size_t item) const { return m_keys.keyOf(item) >> m_rankShift; }
    /// How often a shuffle has drawn it: what is of one lap is wanted alike. Other orders have no laps.
    std::optional<std::uint64_t> lapOf(std::size_t item) const
    {
        return order() == PickOrder::Shuffle ? std::optional(m_keys.keyOf(item) >> PickKeys::hashBits)
                                             : std::nullopt;
    }
    std::optional<std::size_t> best(std::int64_t frame, std::int64_t frames);
    /// The wanted one of those that may start at `frame` and last `least` to `most` frames.
    std::optional<std::size_t> ofLength(std::int64_t frame, std::int64_t least, std::int64_t most);
    /// Whether anything may start at `frame`, however long it is.
    bool hasAny(std::int64_t frame) { return best(frame, Eligible::never).has_value(); }
    /// Of what the last question found shut out, and of what waits.
    Next nextWaiting() const;

    /// A candidate was placed at `frame`.
    void place(std::size_t item, std::int64_t frame);
    /// A content aired that was there already, or was placed from another pool.
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
    /// Candidates of one rule class: a stretch of m_items, in it by length.
    struct Group
    {
        std::uint32_t ruleClass = 0;
        KeyTree::Stretch items;
    };
    struct InSlot
    {
        std::uint64_t rank = 0;
        std::uint64_t hash = 0;
        std::size_t item = 0;
    };
    static bool isWantedBefore(const InSlot &a, const InSlot &b)
    {
        if (a.rank != b.rank)
            return a.rank < b.rank;
        return a.hash != b.hash ? a.hash < b.hash : a.item < b.item;
    }
    struct Lengths
    {
        std::int64_t least = 0;
        std::int64_t most = 0;
    };

    void makeGroups();
    void indexContents();
    void find(std::int64_t frame, Lengths lengths, std::size_t count, std::vector<std::size_t> &found);
    void findIn(std::int64_t frame, std::size_t count, std::vector<std::size_t> &found);
    void findOneBySlot(std::int64_t frame, std::vector<std::size_t> &found);
    bool isEnough(std::size_t item, std::size_t count, const std::vector<std::size_t> &found) const;
    void orderBySlot(std::size_t from, std::vector<std::size_t> &found);
    bool collect(std::optional<std::uint32_t> quota, bool isAnyLane, TimePoint t, Lengths lengths);
    KeyTree::Stretch ofLengths(const Group &group, Lengths lengths) const;
    void wait(std::size_t item, const Eligible &eligible);
    std::span<const std::uint32_t> itemsOf(std::uint32_t content) const;

    std::vector<Candidate> m_items; ///< by rule class, length, id
    PickKeys m_keys;
    Rules m_rules;
    std::vector<Group> m_groups;
    KeyTree m_ready;
    std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> m_waiting;
    std::vector<std::uint32_t> m_byContent; ///< items, those of one content together
    std::vector<std::uint32_t> m_firsts;    ///< in m_byContent, by content
    std::int64_t m_shortest = 0;
    std::int64_t m_longest = 0;
    std::int64_t m_mean = 0;
    QDate m_date;
    int m_rankShift = 0;                 ///< bits of a key that do not make its rank
    std::optional<std::uint64_t> m_slot; ///< while that decides within a rank
    Next m_afterRange;                   ///< of those that may not start in the range any more
    Next m_shut;                         ///< of the classes that the last question found shut out
    std::vector<InSlot> m_bySlot;
    std::vector<KeyTree::Stretch> m_stretches; ///< kept for their memory, as those below
    std::vector<std::pair<std::size_t, Eligible>> m_notYet;
};

} // namespace sf
