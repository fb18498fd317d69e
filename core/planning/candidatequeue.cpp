// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/candidatequeue.h"

#include "core/base/mix.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace sf {

namespace {

constexpr std::size_t meantAlike = 16; ///< so many of a shuffle are of one rank, more or less

std::vector<Candidate> inGroups(std::vector<Candidate> items)
{
    std::stable_sort(items.begin(), items.end(), [](const Candidate &a, const Candidate &b) {
        if (a.ruleClass != b.ruleClass)
            return a.ruleClass < b.ruleClass;
        return a.frames != b.frames ? a.frames < b.frames : a.asset->id < b.asset->id;
    });
    return items;
}

} // namespace

CandidateQueue::CandidateQueue(std::vector<Candidate> items, PickKeys::Order order, std::uint64_t seed,
                               Rules rules)
    : m_items(inGroups(std::move(items)))
    , m_keys(m_items, order, seed)
    , m_rules(rules)
    , m_ready(m_items.size())
{
    makeGroups();
    indexContents();
    // Rounded to a power of two: one item more does not change it.
    if (order.pick == PickOrder::Shuffle)
        m_rankShift =
            PickKeys::hashBits - static_cast<int>(std::bit_width(m_items.size() / meantAlike + 1)) + 1;
}

void CandidateQueue::makeGroups()
{
    std::int64_t total = 0;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_groups.empty() || m_groups.back().ruleClass != m_items[i].ruleClass)
            m_groups.push_back({m_items[i].ruleClass, {i, i}});
        m_groups.back().items.end = i + 1;
        m_longest = std::max(m_longest, m_items[i].frames);
        m_shortest = i == 0 ? m_items[i].frames : std::min(m_shortest, m_items[i].frames);
        total += std::min<std::int64_t>(m_items[i].frames, std::int64_t{1} << 40);
    }
    m_mean = m_items.empty() ? 0 : total / static_cast<std::int64_t>(m_items.size());
}

void CandidateQueue::indexContents()
{
    std::uint32_t contents = 0;
    for (const Candidate &item : m_items)
        contents = std::max(contents, item.content + 1);
    m_firsts.assign(contents + std::size_t{1}, 0);
    for (const Candidate &item : m_items)
        ++m_firsts[item.content + std::size_t{1}];
    for (std::size_t i = 1; i < m_firsts.size(); ++i)
        m_firsts[i] += m_firsts[i - 1];
    m_byContent.resize(m_items.size());
    std::vector<std::uint32_t> next(m_firsts.begin(), m_firsts.end() - 1);
    for (std::size_t i = 0; i < m_items.size(); ++i)
        m_byContent[next[m_items[i].content]++] = static_cast<std::uint32_t>(i);
}

void CandidateQueue::learn(const History &history, TimePoint start)
{
    m_keys.learn(history, start);
    for (std::size_t i = 0; i < m_items.size(); ++i)
        m_ready.set(i, m_keys.keyOf(i)); // a question finds out whether it may start
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

void CandidateQueue::wanted(std::int64_t frame, std::int64_t frames, std::size_t count, std::uint64_t slot,
                            std::vector<std::size_t> &found)
{
    found.clear();
    if (m_rankShift > 0)
        m_slot = slot;
    find(frame, {0, frames}, count, found);
    m_slot.reset();
}

std::optional<std::size_t> CandidateQueue::best(std::int64_t frame, std::int64_t frames)
{
    return ofLength(frame, 0, frames);
}

std::optional<std::size_t> CandidateQueue::ofLength(std::int64_t frame, std::int64_t least, std::int64_t most)
{
    std::vector<std::size_t> found;
    find(frame, {least, most}, 1, found);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

void CandidateQueue::find(std::int64_t frame, Lengths lengths, std::size_t count,
                          std::vector<std::size_t> &found)
{
    m_shut = {};
    const TimePoint t = m_rules.grid.timeOf(frame);
    if (!m_rules.state.hasQuotas()) {
        if (collect(std::nullopt, true, t, lengths))
            findIn(frame, count, found);
        return;
    }
    for (const RuleState::Lane &lane : m_rules.state.lanes()) {
        if (found.size() < count && collect(lane.quota, false, t, lengths))
            findIn(frame, count, found);
    }
}

/// The stretches to look at, of the classes that are not shut out. Says whether there is one.
bool CandidateQueue::collect(std::optional<std::uint32_t> quota, bool isAnyLane, TimePoint t, Lengths lengths)
{
    m_stretches.clear();
    for (const Group &group : m_groups) {
        const RuleClass &bound = m_rules.state.classOf(group.ruleClass);
        if (!isAnyLane && bound.quota != quota)
            continue;
        const Wait wait = bound.isShutTogether() ? m_rules.state.waitAt(group.ruleClass, t) : Wait{};
        if (wait.isClear()) {
            m_stretches.push_back(ofLengths(group, lengths));
            continue;
        }
        const bool hasEnd = wait.until > t && wait.until != TimePoint::max();
        const std::int64_t until = hasEnd ? m_rules.grid.ceilIndex(wait.until) : Eligible::never;
        if (m_shut.obstacle == Obstacle::None || until < m_shut.frame)
            m_shut = {until, TimePoint::max(), wait.obstacle};
    }
    return !m_stretches.empty();
}

/// Of the rank that was begun all are looked at, so that the choice between them does not depend on `count`.
bool CandidateQueue::isEnough(std::size_t item, std::size_t count,
                              const std::vector<std::size_t> &found) const
{
    if (found.size() < count)
        return false;
    return !m_slot || rankOf(item) != rankOf(found.back());
}

void CandidateQueue::orderBySlot(std::size_t from, std::vector<std::size_t> &found)
{
    if (!m_slot)
        return;
    m_bySlot.clear();
    for (std::size_t i = from; i < found.size(); ++i)
        m_bySlot.push_back({rankOf(found[i]), mix64(*m_slot, m_keys.hashOf(found[i])), found[i]});
    std::sort(m_bySlot.begin(), m_bySlot.end(), isWantedBefore);
    for (std::size_t i = 0; i < m_bySlot.size(); ++i)
        found[from + i] = m_bySlot[i].item;
}

/// What findIn() puts first. Of the lowest rank nothing is sorted, and only what the slot wants most is asked:
/// nearly always that may start.
void CandidateQueue::findOneBySlot(std::int64_t frame, std::vector<std::size_t> &found)
{
    const std::span<const KeyTree::Stretch> stretches(m_stretches);
    for (;;) {
        const std::uint64_t key = m_ready.smallest(stretches);
        if (key == KeyTree::absent)
            return;
        const std::uint64_t rank = key >> m_rankShift;
        m_bySlot.clear();
        m_ready.visitBelow(stretches, (rank + 1) << m_rankShift, [&](std::size_t item) {
            m_bySlot.push_back({rank, mix64(*m_slot, m_keys.hashOf(item)), item});
        });
        while (!m_bySlot.empty()) {
            const auto most = std::min_element(m_bySlot.begin(), m_bySlot.end(), isWantedBefore);
            const std::size_t item = most->item;
            const Eligible eligible = m_rules.eligibility.earliest(m_items[item], frame);
            if (eligible.frame == frame) {
                found.push_back(item);
                return;
            }
            m_ready.set(item, KeyTree::absent);
            wait(item, eligible);
            *most = m_bySlot.back();
            m_bySlot.pop_back();
        }
    }
}

void CandidateQueue::findIn(std::int64_t frame, std::size_t count, std::vector<std::size_t> &found)
{
    if (m_slot && found.size() + 1 == count) {
        findOneBySlot(frame, found);
        return;
    }
    const std::size_t from = found.size();
    m_notYet.clear();
    m_ready.visit(std::span<const KeyTree::Stretch>(m_stretches), [&](std::size_t item) {
        if (isEnough(item, count, found))
            return false;
        const Eligible eligible = m_rules.eligibility.earliest(m_items[item], frame);
        if (eligible.frame == frame)
            found.push_back(item);
        else
            m_notYet.emplace_back(item, eligible);
        return m_slot || found.size() < count;
    });
    for (const auto &[item, eligible] : m_notYet) {
        m_ready.set(item, KeyTree::absent);
        wait(item, eligible);
    }
    orderBySlot(from, found);
    found.resize(std::min(found.size(), count));
}

KeyTree::Stretch CandidateQueue::ofLengths(const Group &group, Lengths lengths) const
{
    const auto first = m_items.begin() + static_cast<std::ptrdiff_t>(group.items.first);
    const auto end = m_items.begin() + static_cast<std::ptrdiff_t>(group.items.end);
    const auto from =
        std::lower_bound(first, end, lengths.least,
                         [](const Candidate &item, std::int64_t least) { return item.frames < least; });
    const auto until = std::upper_bound(
        from, end, lengths.most, [](std::int64_t most, const Candidate &item) { return most < item.frames; });
    return {static_cast<std::size_t>(from - m_items.begin()),
            static_cast<std::size_t>(until - m_items.begin())};
}

CandidateQueue::Next CandidateQueue::nextWaiting() const
{
    const bool isShutFirst =
        m_shut.obstacle != Obstacle::None && (m_waiting.empty() || m_shut.frame < m_waiting.top().frame);
    if (isShutFirst)
        return m_shut;
    if (m_waiting.empty())
        return m_afterRange;
    return {m_waiting.top().frame, TimePoint::max(), m_waiting.top().obstacle};
}

void CandidateQueue::place(std::size_t item, std::int64_t frame)
{
    noteAired(m_items[item].content);
    m_ready.set(item, KeyTree::absent);
    wait(item, m_rules.eligibility.earliest(m_items[item], frame + m_items[item].frames));
}

void CandidateQueue::noteAired(std::uint32_t content)
{
    for (const std::uint32_t item : itemsOf(content)) {
        m_keys.noteAired(item);
        if (m_ready.at(item) != KeyTree::absent)
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
