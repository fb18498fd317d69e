// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/mix.h"
#include "core/schedule/station.h"
#include "core/time/iso8601.h"

#include <QTest>

#include <utility>
#include <vector>

namespace sf::test {

inline TimePoint at(const char *iso) { return parseIso8601(QString::fromLatin1(iso)).value().asUtc(); }

/// Numbers that look random and are the same everywhere.
class Dice
{
public:
    explicit Dice(std::uint64_t seed)
        : m_seed(seed)
    {
    }
    /// 0 to under `sides`.
    std::int64_t roll(std::int64_t sides)
    {
        return static_cast<std::int64_t>(mix64(m_seed, m_count++) % static_cast<std::uint64_t>(sides));
    }

private:
    std::uint64_t m_seed;
    std::uint64_t m_count = 0;
};

/// A station with one channel, its plan, and what a test puts there.
struct PlanningFixture
{
    Channel channel;
    Plan plan;
    std::vector<Asset> assets;
    std::vector<ScheduledEvent> events;
    std::vector<Play> plays;
    IdSource ids{1'700'000'000'000, 7};

    PlanningFixture()
    {
        channel.id = ids.next<ChannelId>();
        channel.name = QStringLiteral("One");
        plan = {ids.next<PlanId>(), channel.id, QStringLiteral("On air"), true};
    }

    Asset &addAsset(Micros duration, DurationSource source = DurationSource::Probed)
    {
        Asset asset;
        asset.id = ids.next<AssetId>();
        asset.title = QStringLiteral("Item %1").arg(assets.size() + 1);
        asset.url = QStringLiteral("/media/%1.mp4").arg(assets.size() + 1);
        asset.duration = duration;
        asset.durationSource = source;
        asset.status = source == DurationSource::Probed ? AssetStatus::Ready : AssetStatus::Unprobed;
        assets.push_back(asset);
        return assets.back();
    }

    ScheduledEvent &addEvent(TimePoint start, Millis duration, AssetId asset = {})
    {
        ScheduledEvent event;
        event.id = ids.next<EventId>();
        event.plan = plan.id;
        event.asset = asset;
        event.range = {start, duration};
        event.title = QStringLiteral("Event %1").arg(events.size() + 1);
        events.push_back(event);
        return events.back();
    }

    Play &addPlay(TimePoint start, Millis duration, AssetId asset)
    {
        Play play;
        play.id = ids.next<PlayId>();
        play.channel = channel.id;
        play.content = asset.toString();
        play.range = {start, duration};
        plays.push_back(play);
        return plays.back();
    }

    Station station() const
    {
        StationEdit edit;
        edit.channels.after = {channel};
        edit.plans.after = {plan};
        edit.assets.after = assets;
        edit.events.after = events;
        edit.plays.after = plays;
        Station station;
        if (!station.apply(edit))
            qFatal("the fixture does not fit together");
        return station;
    }
};

} // namespace sf::test
