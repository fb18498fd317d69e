// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/extension.h"
#include "core/formats/plainevent.h"
#include "core/formats/registry.h"

#include <QHash>

#include <utility>
#include <vector>

namespace sf {

/// What the writers of ScheduleFlow XML and JSON say of one event.
struct EventExport
{
    struct Value
    {
        QLatin1StringView name;
        ExtensionType type;
        QString text;
    };

    PlainEvent plain;
    std::vector<Value> event; ///< what the plain fields do not give
    std::vector<Value> asset; ///< begins with the id; more only where the asset is named first
};

/// Prepares events one after the other and notes what no file can carry.
class EventExporter
{
public:
    explicit EventExporter(const ScheduleExport &schedule)
        : m_schedule(schedule)
    {
    }

    /// Valid until the next call.
    const EventExport &prepare(const ScheduledEvent &event);
    std::vector<WriteLoss> takeLost() { return std::move(m_lost); }

private:
    /// What is the same for all events that play it.
    struct Media
    {
        QString id;
        PlainEvent plain;
        bool isExact = true;
    };

    void addMedia(const Asset &asset, bool &isExact);

    const ScheduleExport &m_schedule;
    EventExport m_event;
    QHash<AssetId, Media> m_named;
    std::vector<WriteLoss> m_lost;
};

} // namespace sf
