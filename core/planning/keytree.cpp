// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/keytree.h"

namespace sf {

KeyTree::KeyTree(std::size_t size)
    : m_size(size)
{
    while (m_leaves < size)
        m_leaves *= 2;
    m_nodes.assign(2 * m_leaves, absent);
}

void KeyTree::set(std::size_t i, std::uint64_t key)
{
    std::size_t node = m_leaves + i;
    m_nodes[node] = key;
    while (node > 1) {
        node /= 2;
        const std::uint64_t smaller = std::min(m_nodes[2 * node], m_nodes[2 * node + 1]);
        if (m_nodes[node] == smaller)
            return;
        m_nodes[node] = smaller;
    }
}

} // namespace sf
