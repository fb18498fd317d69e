// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/candidatequeue.h"

#include <algorithm>
#include <utility>

namespace sf {

KeyTree::KeyTree(std::size_t size)
    : m_size(size)
{
    while (m_leaves < size)
        m_leaves *= 2;
    m_nodes.assign(2 * m_leaves, PickKeys::absent);
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

std::optional<std::size_t> KeyTree::smallest(std::size_t count) const
{
    std::size_t best = 0;
    std::uint64_t key = PickKeys::absent;
    // The first `count` leaves are the left siblings on the way up from leaf `count`.
    std::size_t end = m_leaves + std::min(count, m_size);
    if (end == 2 * m_leaves) {
        best = 1;
        key = m_nodes[1];
    } else {
        for (; end > 1; end /= 2) {
            if (end % 2 == 1 && m_nodes[end - 1] < key) {
                best = end - 1;
                key = m_nodes[best];
            }
        }
    }
    if (key == PickKeys::absent)
        return std::nullopt;
    while (best < m_leaves)
        best = m_nodes[2 * best] == key ? 2 * best : 2 * best + 1;
    return best - m_leaves;
}

CandidateQueue::CandidateQueue(const std::vector<Candidate> &items, PickKeys keys, Eligibility eligibility)
    : m_items(items)
    , m_keys(std::move(keys))
    , m_eligibility(std::move(eligibility))
    , m_ready(items.size())
{
    std::uint32_t contents = 0;
    for (const Candidate &item : items)
        contents = std::max(contents, item.content + 1);
    m_firsts.assign(contents + std::size_t{1}, 0);
    for (const Candidate &item : items)
        ++m_firsts[item.content + std::size_t{1}];
    for (std::size_t i = 1; i < m_firsts.size(); ++i)
        m_firsts[i] += m_firsts[i - 1];
    m_byContent.resize(items.size());
    std::vector<std::uint32_t> next(m_firsts.begin(), m_firsts.end() - 1);
    for (std::size_t i = 0; i < items.size(); ++i) {
        m_byContent[next[items[i].content]++] = static_cast<std::uint32_t>(i);
        m_ready.set(i, m_keys.keyOf(i)); // best() finds out whether it may start
    }
}

void CandidateQueue::advance(std::int64_t frame, QDate date)
{
    if (date != m_date) {
        m_date = date;
        if (m_keys.enterDay(date))
            m_ready.renew([this](std::size_t item) { return m_keys.keyOf(item); });
    }
    while (!m_waiting.empty() && m_waiting.top().frame <= frame) {
        const std::size_t item = m_waiting.top().item;
        m_waiting.pop();
        m_ready.set(item, m_keys.keyOf(item));
    }
}

std::optional<std::size_t> CandidateQueue::best(std::int64_t frame, std::int64_t frames)
{
    const auto fitting =
        std::upper_bound(m_items.begin(), m_items.end(), frames,
                         [](std::int64_t limit, const Candidate &item) { return limit < item.frames; }) -
        m_items.begin();
    while (const auto item = m_ready.smallest(static_cast<std::size_t>(fitting))) {
        const Eligible eligible = m_eligibility.earliest(m_items[*item], frame);
        if (eligible.frame == frame)
            return item;
        m_ready.set(*item, PickKeys::absent);
        wait(*item, eligible);
    }
    return std::nullopt;
}

CandidateQueue::Next CandidateQueue::nextWaiting() const
{
    if (m_waiting.empty())
        return m_afterRange;
    return {m_waiting.top().frame, TimePoint::max(), m_waiting.top().obstacle};
}

void CandidateQueue::place(std::size_t item, TimePoint start, std::int64_t frame)
{
    const std::uint32_t content = m_items[item].content;
    m_eligibility.notePlaced(content, start);
    noteAired(content);
    m_ready.set(item, PickKeys::absent);
    wait(item, m_eligibility.earliest(m_items[item], frame + m_items[item].frames));
}

void CandidateQueue::noteAired(std::uint32_t content)
{
    for (const std::uint32_t item : itemsOf(content)) {
        m_keys.noteAired(item);
        if (m_ready.at(item) != PickKeys::absent)
            m_ready.set(item, m_keys.keyOf(item));
    }
}

void CandidateQueue::wait(std::size_t item, const Eligible &eligible)
{
    if (eligible.frame != Eligible::never)
        m_waiting.push({eligible.frame, static_cast<std::uint32_t>(item), eligible.obstacle});
    else if (eligible.until < m_afterRange.afterRange || m_afterRange.obstacle == Obstacle::None)
        m_afterRange = {Eligible::never, eligible.until, eligible.obstacle};
}

std::span<const std::uint32_t> CandidateQueue::itemsOf(std::uint32_t content) const
{
    if (content + std::size_t{1} >= m_firsts.size())
        return {};
    return std::span(m_byContent).subspan(m_firsts[content], m_firsts[content + 1] - m_firsts[content]);
}

} // namespace sf
