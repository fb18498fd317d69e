// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/ids.h"
#include "core/time/timerange.h"

#include <QObject>

#include <optional>
#include <vector>

namespace sf {

/// A free spot of a plan.
struct PickedSpot
{
    PlanId plan;
    TimePoint time{};

    bool operator==(const PickedSpot &) const = default;
};

/// What the operator has picked, shared by every view and panel: events, or a free spot of a plan; and beside
/// them an asset of the library.
class Selection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// In the order in which they were picked.
    const std::vector<EventId> &events() const { return m_events; }
    /// Some take the place of a spot.
    void setEvents(std::vector<EventId> events)
    {
        if (!events.empty())
            setSpot(std::nullopt);
        if (events == m_events)
            return;
        m_events = std::move(events);
        Q_EMIT changed();
    }
    void clear() { setEvents({}); }

    const std::optional<PickedSpot> &spot() const { return m_spot; }
    void setSpot(const std::optional<PickedSpot> &spot)
    {
        if (spot == m_spot)
            return;
        m_spot = spot;
        Q_EMIT spotChanged();
    }

    /// Null where none, or more than one, is picked.
    AssetId asset() const { return m_asset; }
    void setAsset(AssetId asset)
    {
        if (asset == m_asset)
            return;
        m_asset = asset;
        Q_EMIT assetChanged();
    }

Q_SIGNALS:
    void changed();
    void spotChanged();
    void assetChanged();

private:
    std::vector<EventId> m_events;
    std::optional<PickedSpot> m_spot;
    AssetId m_asset;
};

} // namespace sf
