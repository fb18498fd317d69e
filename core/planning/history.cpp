// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/history.h"

#include "core/planning/broadcastdays.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace sf {

namespace {

bool airsBefore(const Airing &a, const Airing &b)
{
    return a.start != b.start ? a.start < b.start : a.event < b.event;
}

/// When the as-run log of a channel tells what aired.
class AsRunCover
{
public:
    AsRunCover(const Station &station, const Channel &channel, TimePoint now)
    {
        BroadcastDays days(channel.clock());
        QDate last;
        for (const Play &play : station.plays()) {
            if (play.channel != channel.id || play.range.start >= now)
                continue;
            const QDate date = days.at(play.range.start).date;
            const TimePoint end = std::min(play.range.end(), now);
            if (last.isValid() && last.daysTo(date) <= 1)
                m_ranges.back() =
                    TimeRange::between(m_ranges.back().start, std::max(m_ranges.back().end(), end));
            else
                m_ranges.push_back(TimeRange::between(play.range.start, end));
            last = date;
        }
    }

    /// Asked in rising order.
    bool covers(TimePoint t)
    {
        while (m_at < m_ranges.size() && m_ranges[m_at].end() <= t)
            ++m_at;
        return m_at < m_ranges.size() && m_ranges[m_at].start <= t;
    }

private:
    std::vector<TimeRange> m_ranges;
    std::size_t m_at = 0;
};

/// Collects airings, the first start of each split programme only.
class Collector
{
public:
    Collector(const Station &station, const AiringQuery &query, ContentIndex &contents)
        : m_station(station)
        , m_query(query)
        , m_contents(contents)
    {
    }

    void addPlay(const Play &play)
    {
        const bool inWindow = !m_query.window || m_query.window->contains(play.range.start);
        const std::uint32_t content = m_contents.of(play);
        if (play.event)
            m_logged.insert(play.event);
        if (!inWindow || play.result == PlayResult::Failed || content == ContentIndex::none)
            return;
        const ScheduledEvent *event = play.event ? m_station.schedule().find(play.event) : nullptr;
        if (event && (event->isExempt || event->layer != 0 || !isFirstPart(*event)))
            return;
        const Asset *asset = event ? m_contents.of(event->asset).asset : nullptr;
        m_airings.push_back({play.range.start, content, cooldownOf(asset, play.range.start), play.event});
    }

    void addEvent(const ScheduledEvent &event)
    {
        if (event.layer != 0 || !event.asset || event.isExempt || m_logged.contains(event.id) ||
            !isFirstPart(event))
            return;
        const ContentIndex::Entry entry = m_contents.of(event.asset);
        m_airings.push_back(
            {event.range.start, entry.content, cooldownOf(entry.asset, event.range.start), event.id});
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

    const Station &m_station;
    const AiringQuery &m_query;
    ContentIndex &m_contents;
    std::unordered_set<AiringId> m_seen;
    std::unordered_set<EventId> m_logged; ///< the log tells what became of them, wherever they were planned
    std::vector<Airing> m_airings;
};

} // namespace

std::vector<Airing> collectAirings(const Station &station, const AiringQuery &query, ContentIndex &contents)
{
    const Channel *channel = station.channelOf(query.plan);
    if (!channel)
        return {};
    AsRunCover cover(station, *channel, query.now);
    Collector collector(station, query, contents);
    for (const Play &play : station.plays()) {
        if (play.channel == channel->id && play.range.start < query.now)
            collector.addPlay(play);
    }
    const auto visit = [&](const ScheduledEvent &event) {
        const TimePoint start = event.range.start;
        if ((query.window && !query.window->contains(start)) || (start < query.now && cover.covers(start)) ||
            (query.isLeftOut && query.isLeftOut(event)))
            return;
        collector.addEvent(event);
    };
    if (query.window)
        station.schedule().forEachIn(query.plan, *query.window, visit);
    else
        station.schedule().forEach(query.plan, visit);
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
