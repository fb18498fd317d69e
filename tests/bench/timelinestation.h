// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/mix.h"
#include "core/schedule/operations.h"
#include "core/schedule/station.h"

#include <QString>

namespace sf::bench {

/// Stations to paint: the same each time, for one seed.
class StationMaker
{
public:
    explicit StationMaker(TimePoint from)
        : m_from(from)
        , m_ids(toMs(from), 1)
    {
    }

    PlanId addChannel(const QString &name, const QString &zone)
    {
        Channel channel;
        channel.id = m_ids.next<ChannelId>();
        channel.name = name;
        channel.zone = zone;
        channel.dayStart = std::chrono::hours(6);
        Plan plan{m_ids.next<PlanId>(), channel.id, QStringLiteral("On air"), true};
        m_edit.channels.after.push_back(channel);
        m_edit.plans.after.push_back(plan);
        return plan.id;
    }

    AssetId addAsset(Asset asset)
    {
        asset.id = m_ids.next<AssetId>();
        m_edit.assets.after.push_back(asset);
        return asset.id;
    }

    EventId addEvent(PlanId plan, AssetId asset, const QString &title, TimePoint start, Millis length)
    {
        ScheduledEvent event;
        event.id = m_ids.next<EventId>();
        event.plan = plan;
        event.asset = asset;
        event.title = title;
        event.range = {start, length};
        m_edit.events.after.push_back(std::move(event));
        return m_edit.events.after.back().id;
    }
    ScheduledEvent &lastEvent() { return m_edit.events.after.back(); }

    /// A library of `count` programmes in twelve categories.
    void addLibrary(int count)
    {
        for (int i = 0; i < count; ++i) {
            Asset asset;
            asset.title = QStringLiteral("Programme number %1 of the series").arg(i);
            asset.category = QStringLiteral("Category %1").arg(i % 12);
            asset.duration = std::chrono::minutes(60);
            asset.durationSource = i % 9 == 0 ? DurationSource::Declared : DurationSource::Probed;
            asset.status = i % 97 == 0 ? AssetStatus::Missing : AssetStatus::Ready;
            m_library.push_back(addAsset(std::move(asset)));
        }
    }

    /// `count` events one after the other; now and then a gap or an overlap.
    void fillPlan(PlanId plan, int count, Millis average)
    {
        TimePoint at = m_from;
        for (int i = 0; i < count; ++i) {
            const std::uint64_t random = mix64(static_cast<std::uint64_t>(i), plan.bits.low);
            const Millis length = average / 2 + average * static_cast<int>(random % 101) / 100;
            const AssetId asset = m_library[(random >> 8) % m_library.size()];
            addEvent(plan, asset, {}, at, length);
            at += length;
            if (random % 1000 == 1)
                at += average / 2;
            else if (random % 1000 == 2)
                at -= average / 4;
        }
    }

    Station make()
    {
        Station station;
        const Status applied = station.apply(m_edit);
        if (!applied)
            qFatal("%s", qPrintable(sentence(applied.error())));
        return station;
    }

    /// All that was added, for a document.
    const StationEdit &edit() const { return m_edit; }
    IdSource &ids() { return m_ids; }

private:
    TimePoint m_from;
    IdSource m_ids;
    StationEdit m_edit;
    std::vector<AssetId> m_library;
};

} // namespace sf::bench
