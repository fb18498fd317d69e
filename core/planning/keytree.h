// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace sf {

/// A row of keys of which the smallest of any stretch are found, and one is changed, in log n each.
class KeyTree
{
public:
    /// Above every key.
    static constexpr std::uint64_t absent = std::numeric_limits<std::uint64_t>::max();

    /// Half-open.
    struct Stretch
    {
        std::size_t first = 0;
        std::size_t end = 0;
    };

    explicit KeyTree(std::size_t size);

    std::uint64_t at(std::size_t i) const { return m_nodes[m_leaves + i]; }
    void set(std::size_t i, std::uint64_t key);
    /// Recomputes every key that is not absent, in n.
    template <class F>
    void renew(F &&keyOf)
    {
        for (std::size_t i = 0; i < m_size; ++i) {
            if (at(i) != absent)
                m_nodes[m_leaves + i] = keyOf(i);
        }
        // Level by level, no further than there are keys.
        std::size_t end = m_leaves + m_size;
        for (std::size_t level = m_leaves / 2; level > 0; level /= 2) {
            end = (end + 1) / 2;
            for (std::size_t node = level; node < end; ++node)
                m_nodes[node] = std::min(m_nodes[2 * node], m_nodes[2 * node + 1]);
        }
    }
    /// Of all stretches together; `absent` where there is none.
    std::uint64_t smallest(std::span<const Stretch> stretches) const
    {
        std::uint64_t key = absent;
        for (const Stretch &stretch : stretches)
            cover(stretch, [&](std::size_t node) { key = std::min(key, m_nodes[node]); });
        return key;
    }
    /// Every key of the stretches that is less than `bound`, in any order: cheaper than by size.
    template <class F>
    void visitBelow(std::span<const Stretch> stretches, std::uint64_t bound, F &&visit)
    {
        m_heap.clear();
        const auto add = [&](std::size_t node) {
            if (m_nodes[node] < bound)
                m_heap.push_back(node);
        };
        for (const Stretch &stretch : stretches)
            cover(stretch, add);
        while (!m_heap.empty()) {
            const std::size_t node = m_heap.back();
            m_heap.pop_back();
            if (node >= m_leaves) {
                visit(node - m_leaves);
            } else {
                add(2 * node);
                add(2 * node + 1);
            }
        }
    }
    /// The keys of all stretches together, the smallest first, until `visit(i)` says no or all were seen.
    template <class F>
    void visit(std::span<const Stretch> stretches, F &&visit)
    {
        m_heap.clear();
        for (const Stretch &stretch : stretches)
            cover(stretch, [this](std::size_t node) { push(node); });
        while (!m_heap.empty()) {
            std::pop_heap(m_heap.begin(), m_heap.end(), Later{&m_nodes});
            const std::size_t node = m_heap.back();
            m_heap.pop_back();
            if (node >= m_leaves) {
                if (!visit(node - m_leaves))
                    return;
            } else {
                push(2 * node);
                push(2 * node + 1);
            }
        }
    }

private:
    struct Later
    {
        const std::vector<std::uint64_t> *nodes;
        bool operator()(std::size_t a, std::size_t b) const
        {
            return (*nodes)[a] != (*nodes)[b] ? (*nodes)[a] > (*nodes)[b] : a > b;
        }
    };
    void push(std::size_t node)
    {
        if (m_nodes[node] == absent)
            return;
        m_heap.push_back(node);
        std::push_heap(m_heap.begin(), m_heap.end(), Later{&m_nodes});
    }
    /// The nodes that cover just this stretch.
    template <class F>
    void cover(const Stretch &stretch, F &&take) const
    {
        std::size_t first = m_leaves + stretch.first;
        std::size_t end = m_leaves + std::min(stretch.end, m_size);
        for (; first < end; first /= 2, end /= 2) {
            if (first % 2 == 1)
                take(first++);
            if (end % 2 == 1)
                take(--end);
        }
    }

    std::size_t m_size;
    std::size_t m_leaves = 1; ///< a power of two
    std::vector<std::uint64_t> m_nodes;
    std::vector<std::size_t> m_heap; ///< of nodes; kept for its memory
};

} // namespace sf
