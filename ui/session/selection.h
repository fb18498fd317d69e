// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/ids.h"

#include <QObject>

#include <vector>

namespace sf {

/// The events that the operator has picked, shared by every view and panel.
class Selection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// In the order in which they were picked.
    const std::vector<EventId> &events() const { return m_events; }
    void setEvents(std::vector<EventId> events)
    {
        if (events == m_events)
            return;
        m_events = std::move(events);
        Q_EMIT changed();
    }
    void clear() { setEvents({}); }

Q_SIGNALS:
    void changed();

private:
    std::vector<EventId> m_events;
};

} // namespace sf
