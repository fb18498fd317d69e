// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/station.h"

#include <QHash>

#include <optional>
#include <span>
#include <vector>

namespace sf {

/// An event as it was handed to the playout.
struct PublishedEvent
{
    EventId id;
    TimePoint start{};
    std::uint64_t digest = 0; ///< of all that is played: time, media, title, layer, mode

    bool operator==(const PublishedEvent &) const = default;
};

/// One export that counts as published.
struct Publication
{
    ChannelId channel;
    TimeRange range;
    std::int64_t commit = 0; ///< the station as it was written
    TimePoint time{};
    QString format;                     ///< id
    QString target;                     ///< file or folder
    QHash<QString, QString> options;    ///< of the format, as they were chosen
    std::vector<PublishedEvent> events; ///< by id

    bool operator==(const Publication &) const = default;
};

/// What the events of a plan in a range are now, for a publication's `events`.
std::vector<PublishedEvent> publishedEvents(const Station &station, PlanId plan, TimeRange range);

enum class PublishedChange : std::uint8_t { Added, Removed, Changed };

struct ChangedEvent
{
    EventId event;
    TimePoint at{}; ///< where it starts now, or started
    PublishedChange change = PublishedChange::Changed;
};

/// What differs in a publication's range from what was published, by time. Empty where the channel is gone.
std::vector<ChangedEvent> changesSince(const Publication &publication, const Station &station);

/// A broadcast day in the eyes of the playout.
struct PublishedDay
{
    QDate date;
    TimeRange range;
    std::optional<TimePoint> published; ///< when last; none: never
    std::vector<ChangedEvent> changes;  ///< since then
};

/// The broadcast days that share time with `window`. For each the newest publication that holds all of it counts.
std::vector<PublishedDay> publishedDays(const Station &station, ChannelId channel,
                                        std::span<const Publication> publications, TimeRange window);

/// What is out of date at the playout: of each format and target the newest publication, where the station has
/// changed since in what airs after `now`. Their places in `publications`.
std::vector<std::size_t> stalePublications(const Station &station, ChannelId channel,
                                           std::span<const Publication> publications, TimePoint now);

/// The events on air, or within `horizon` of `now`, that an edit changes, moves, removes or puts there: worth a
/// question before it is applied.
std::vector<EventId> aboutToPlay(const StationEdit &edit, const Station &station, ChannelId channel,
                                 TimePoint now, Millis horizon);

} // namespace sf
