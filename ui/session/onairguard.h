// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/publishing.h"

#include <QHash>
#include <QString>

#include <optional>

namespace sf {

/// An edit that waits for a word, because it touches what plays now or soon.
struct OnAirQuestion
{
    QString edit;       ///< its name: "Move 2 events"
    QString channel;    ///< for people
    QString title;      ///< of the event that plays first
    Millis startsIn{0}; ///< of that one; negative where it is on air
    std::int64_t events = 0;
    Millis horizon{0};
    bool isNew = false; ///< that one stands there only by this edit
};

/// Knows for each channel how long before it plays an event is protected by a question.
class OnAirGuard
{
public:
    void setHorizon(ChannelId channel, Millis horizon) { m_horizons.insert(channel, horizon); }
    void clear();
    Millis horizonOf(ChannelId channel) const { return m_horizons.value(channel, Millis(0)); }
    bool isActive(TimePoint now) const;
    /// No questions until then.
    void restUntil(TimePoint t) { m_restsUntil = t; }

    /// None where the edit may go ahead.
    std::optional<OnAirQuestion> question(const StationEdit &edit, const Station &station,
                                          TimePoint now) const;

private:
    QHash<ChannelId, Millis> m_horizons;
    TimePoint m_restsUntil{};
};

} // namespace sf
