// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

namespace sf {

/// The most that flows through a net, and the cut that limits it (Dinic 1970: shortest augmenting paths, all
/// of one length at once).
class MaxFlow
{
public:
    explicit MaxFlow(std::size_t nodes)
        : m_out(nodes)
    {
    }

    /// Returns the edge's number.
    std::size_t addEdge(std::size_t from, std::size_t to, std::int64_t capacity);
    std::int64_t run(std::size_t source, std::size_t sink);
    /// After run().
    std::int64_t flowOf(std::size_t edge) const { return m_edges[edge ^ 1].left; }
    /// After run(): the nodes from which more would still reach the sink; what lies there is short.
    std::vector<bool> sinkSide(std::size_t sink) const;

private:
    struct Edge
    {
        std::size_t to = 0;
        std::int64_t left = 0; ///< capacity that is not used
    };
    bool level(std::size_t source, std::size_t sink);
    std::int64_t push(std::size_t node, std::size_t sink, std::int64_t most);

    std::vector<std::vector<std::size_t>> m_out; ///< by node: edges; each is followed by its reverse
    std::vector<Edge> m_edges;
    std::vector<int> m_level;
    std::vector<std::size_t> m_next;
};

} // namespace sf
