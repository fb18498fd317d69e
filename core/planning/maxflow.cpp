// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/maxflow.h"

#include <algorithm>
#include <limits>

namespace sf {

std::size_t MaxFlow::addEdge(std::size_t from, std::size_t to, std::int64_t capacity)
{
    m_out[from].push_back(m_edges.size());
    m_edges.push_back({to, capacity});
    m_out[to].push_back(m_edges.size());
    m_edges.push_back({from, 0});
    return m_edges.size() - 2;
}

bool MaxFlow::level(std::size_t source, std::size_t sink)
{
    m_level.assign(m_out.size(), -1);
    m_level[source] = 0;
    std::vector<std::size_t> queue{source};
    for (std::size_t i = 0; i < queue.size(); ++i) {
        for (const std::size_t edge : m_out[queue[i]]) {
            const std::size_t to = m_edges[edge].to;
            if (m_edges[edge].left > 0 && m_level[to] < 0) {
                m_level[to] = m_level[queue[i]] + 1;
                queue.push_back(to);
            }
        }
    }
    return m_level[sink] >= 0;
}

// Paths have four nodes here, so recursion is no deeper.
std::int64_t MaxFlow::push(std::size_t node, std::size_t sink, std::int64_t most)
{
    if (node == sink)
        return most;
    for (std::size_t &next = m_next[node]; next < m_out[node].size(); ++next) {
        const std::size_t edge = m_out[node][next];
        const std::size_t to = m_edges[edge].to;
        if (m_edges[edge].left <= 0 || m_level[to] != m_level[node] + 1)
            continue;
        const std::int64_t pushed = push(to, sink, std::min(most, m_edges[edge].left));
        if (pushed > 0) {
            m_edges[edge].left -= pushed;
            m_edges[edge ^ 1].left += pushed;
            return pushed;
        }
    }
    return 0;
}

std::int64_t MaxFlow::run(std::size_t source, std::size_t sink)
{
    std::int64_t total = 0;
    while (level(source, sink)) {
        m_next.assign(m_out.size(), 0);
        while (const std::int64_t pushed = push(source, sink, std::numeric_limits<std::int64_t>::max()))
            total += pushed;
    }
    return total;
}

std::vector<bool> MaxFlow::sinkSide(std::size_t sink) const
{
    std::vector<bool> reaches(m_out.size(), false);
    reaches[sink] = true;
    std::vector<std::size_t> queue{sink};
    for (std::size_t i = 0; i < queue.size(); ++i) {
        for (const std::size_t edge : m_out[queue[i]]) {
            const std::size_t from = m_edges[edge].to; // the reverse edge comes from there
            if (m_edges[edge ^ 1].left > 0 && !reaches[from]) {
                reaches[from] = true;
                queue.push_back(from);
            }
        }
    }
    return reaches;
}

} // namespace sf
