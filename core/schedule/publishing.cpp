// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/publishing.h"

#include "core/base/mix.h"

#include <algorithm>

namespace sf {

namespace {

/// The same on every machine, unlike qHash(). FNV-1a, 64 bits.
std::uint64_t digestOf(const QString &text)
{
    std::uint64_t digest = 0xCBF29CE484222325ULL;
    for (const QChar c : text)
        digest = (digest ^ c.unicode()) * 0x100000001B3ULL;
    return digest;
}

std::uint64_t digestOf(const ScheduledEvent &event, const Station &station)
{
    const auto number = [](std::int64_t value) { return static_cast<std::uint64_t>(value); };
    std::uint64_t digest = mix64(number(toMs(event.range.start)), number(event.range.duration.count()));
    digest = mix64(digest, mix64(number(event.mediaIn.count()), number(event.layer)));
    digest = mix64(digest, mix64(event.asset.bits.high, event.asset.bits.low));
    digest = mix64(digest, static_cast<std::uint64_t>(event.startMode));
    digest = mix64(digest, digestOf(station.titleOf(event)));
    const Asset *asset = station.assets().find(event.asset);
    return mix64(digest, digestOf(asset ? asset->url : QString()));
}

bool isById(const PublishedEvent &a, const PublishedEvent &b) { return a.id < b.id; }

} // namespace

std::vector<PublishedEvent> publishedEvents(const Station &station, PlanId plan, TimeRange range)
{
    std::vector<PublishedEvent> published;
    const auto events = station.schedule().eventsIn(plan, range);
    published.reserve(events.size());
    for (const ScheduledEvent *event : events)
        published.push_back({event->id, event->range.start, digestOf(*event, station)});
    std::sort(published.begin(), published.end(), isById);
    return published;
}

std::vector<ChangedEvent> changesSince(const Publication &publication, const Station &station)
{
    std::vector<ChangedEvent> changes;
    const Plan *plan = station.onAirPlan(publication.channel);
    if (!plan)
        return changes;
    const std::vector<PublishedEvent> now = publishedEvents(station, plan->id, publication.range);
    auto old = publication.events.begin();
    const auto oldEnd = publication.events.end();
    for (const PublishedEvent &event : now) {
        for (; old != oldEnd && old->id < event.id; ++old)
            changes.push_back({old->id, old->start, PublishedChange::Removed});
        if (old == oldEnd || old->id != event.id)
            changes.push_back({event.id, event.start, PublishedChange::Added});
        else if (old->digest != event.digest)
            changes.push_back({event.id, event.start, PublishedChange::Changed});
        if (old != oldEnd && old->id == event.id)
            ++old;
    }
    for (; old != oldEnd; ++old)
        changes.push_back({old->id, old->start, PublishedChange::Removed});
    std::sort(changes.begin(), changes.end(), [](const ChangedEvent &a, const ChangedEvent &b) {
        return a.at != b.at ? a.at < b.at : a.event < b.event;
    });
    return changes;
}

std::vector<PublishedDay> publishedDays(const Station &station, ChannelId channel,
                                        std::span<const Publication> publications, TimeRange window)
{
    std::vector<PublishedDay> days;
    const auto &channels = station.channels();
    const auto found = std::find_if(channels.begin(), channels.end(),
                                    [channel](const Channel &one) { return one.id == channel; });
    if (found == channels.end() || window.isEmpty())
        return days;
    const ChannelClock clock = found->clock();
    QHash<const Publication *, std::vector<ChangedEvent>> changes;
    for (QDate date = clock.broadcastDate(window.start); clock.broadcastDay(date).start < window.end();
         date = date.addDays(1)) {
        PublishedDay day{date, clock.broadcastDay(date), std::nullopt, {}};
        const Publication *newest = nullptr;
        for (const Publication &publication : publications) {
            const bool holdsDay = publication.channel == channel && publication.range.contains(day.range);
            if (holdsDay && (!newest || newest->time < publication.time))
                newest = &publication;
        }
        if (newest) {
            day.published = newest->time;
            if (!changes.contains(newest))
                changes.insert(newest, changesSince(*newest, station));
            for (const ChangedEvent &change : std::as_const(changes[newest])) {
                if (day.range.contains(change.at))
                    day.changes.push_back(change);
            }
        }
        days.push_back(std::move(day));
    }
    return days;
}

std::vector<std::size_t> stalePublications(const Station &station, ChannelId channel,
                                           std::span<const Publication> publications, TimePoint now)
{
    QHash<QString, std::size_t> newest; // by format and target
    for (std::size_t i = 0; i < publications.size(); ++i) {
        const Publication &publication = publications[i];
        if (publication.channel != channel)
            continue;
        const QString key = publication.format + QLatin1Char(' ') + publication.target;
        const auto known = newest.find(key);
        if (known == newest.end())
            newest.insert(key, i);
        else if (publications[*known].time < publication.time)
            *known = i;
    }
    std::vector<std::size_t> stale;
    for (const std::size_t i : std::as_const(newest)) {
        if (publications[i].range.end() <= now)
            continue;
        const auto changes = changesSince(publications[i], station);
        if (std::any_of(changes.begin(), changes.end(),
                        [now](const ChangedEvent &change) { return change.at >= now; }))
            stale.push_back(i);
    }
    std::sort(stale.begin(), stale.end());
    return stale;
}

std::vector<EventId> aboutToPlay(const StationEdit &edit, const Station &station, ChannelId channel,
                                 TimePoint now, Millis horizon)
{
    std::vector<EventId> events;
    const Plan *plan = station.onAirPlan(channel);
    if (!plan || horizon <= Millis::zero())
        return events;
    const TimeRange soon{now, horizon};
    const auto look = [&](const ScheduledEvent &event) {
        if (event.plan == plan->id && event.range.overlaps(soon))
            events.push_back(event.id);
    };
    for (const ScheduledEvent &event : edit.events.before)
        look(event);
    for (const ScheduledEvent &event : edit.events.after)
        look(event);
    std::sort(events.begin(), events.end());
    events.erase(std::unique(events.begin(), events.end()), events.end());
    return events;
}

} // namespace sf
