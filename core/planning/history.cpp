// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/history.h"

#include "core/planning/aired.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace sf {

namespace {

bool airsBefore(const Airing &a, const Airing &b)
{
    return a.start != b.start ? a.start < b.start : a.event < b.event;
}

/// Collects airings, the first start of each split programme only.
class Collector
{
public:
    Collector(const AiringQuery &query, ContentIndex &contents)
        : m_query(query)
        , m_contents(contents)
    {
    }

    /// `play` is null for what is planned.
    void add(const ScheduledEvent &event, const Play *play)
    {
        if (event.layer != 0 || event.isExempt || (!play && !event.asset) || !isFirstPart(event))
            return;
        const TimePoint start = event.range.start;
        const ContentIndex::Entry entry = event.asset ? m_contents.of(event.asset) : ContentIndex::Entry();
        const std::uint32_t content = play ? m_contents.of(*play) : entry.content;
        const bool isExempt = m_query.isExempt && m_query.isExempt(entry.asset, start);
        m_airings.push_back({start, content, cooldownOf(entry.asset, start), event.id, isExempt});
    }

    std::vector<Airing> take()
    {
        if (!std::is_sorted(m_airings.begin(), m_airings.end(), airsBefore))
            std::sort(m_airings.begin(), m_airings.end(), airsBefore);
        return std::move(m_airings);
    }

private:
    bool isFirstPart(const ScheduledEvent &event)
    {
        return !event.airing || m_seen.insert(event.airing).second;
    }
    Millis cooldownOf(const Asset *asset, TimePoint start) const
    {
        if (m_query.cooldownOf)
            return m_query.cooldownOf(asset, start);
        return asset ? asset->cooldown.value_or(m_query.cooldown) : m_query.cooldown;
    }

    const AiringQuery &m_query;
    ContentIndex &m_contents;
    std::unordered_set<AiringId> m_seen;
    std::vector<Airing> m_airings;
};

} // namespace

std::vector<Airing> collectAirings(const Station &station, const AiringQuery &query, ContentIndex &contents)
{
    Collector collector(query, contents);
    const auto visit = [&](const ScheduledEvent &event, const Play *play) {
        const bool isOutside = query.window && !query.window->contains(event.range.start);
        if (!isOutside && (play || !query.isLeftOut || !query.isLeftOut(event)))
            collector.add(event, play);
    };
    AiredEvents(station, query.plan, query.now, query.window).forEach(visit);
    return collector.take();
}

History::History(std::vector<Airing> airings, std::size_t contents)
    : m_byStart(std::move(airings))
    , m_firsts(contents + 1, 0)
{
    for (const Airing &airing : m_byStart)
        ++m_firsts[airing.content + 1];
    for (std::size_t i = 1; i < m_firsts.size(); ++i)
        m_firsts[i] += m_firsts[i - 1];
    m_byContent.resize(m_byStart.size());
    std::vector<std::size_t> next(m_firsts.begin(), m_firsts.end() - 1);
    for (const Airing &airing : m_byStart)
        m_byContent[next[airing.content]++] = airing;
}

std::span<const Airing> History::of(std::uint32_t content) const
{
    if (content + std::size_t{1} >= m_firsts.size())
        return {};
    return std::span(m_byContent).subspan(m_firsts[content], m_firsts[content + 1] - m_firsts[content]);
}

std::optional<CooldownBreak> CooldownSweep::add(const Airing &airing)
{
    if (airing.isExempt)
        return std::nullopt;
    Last &last = m_last[airing.content];
    const Last previous = std::exchange(last, Last{airing.start, airing.event});
    if (previous.start == TimePoint::min() || airing.start - previous.start >= airing.cooldown)
        return std::nullopt;
    return CooldownBreak{airing.event, previous.event, airing.start, previous.start,
                         airing.cooldown - (airing.start - previous.start)};
}

Millis longestCooldown(const AssetTable &assets, Millis usual)
{
    Millis longest = usual;
    assets.forEach([&](const Asset &asset) { longest = std::max(longest, asset.cooldown.value_or(usual)); });
    return longest;
}

} // namespace sf
