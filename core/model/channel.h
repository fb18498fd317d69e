// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/ids.h"
#include "core/time/channelclock.h"
#include "core/time/framegrid.h"

#include <QString>

namespace sf {

/// What a viewer tunes to.
struct Channel
{
    ChannelId id;
    QString name;
    QString zone = QStringLiteral("UTC"); ///< IANA name
    Millis dayStart{0};                   ///< start of the broadcast day from midnight, under 24 h
    FrameRate rate;

    FrameGrid grid() const { return FrameGrid(rate); }
    /// The clock of this channel. A zone that this machine does not know gives UTC; opening the station
    /// reports it.
    ChannelClock clock() const { return ChannelClock::create(zone, dayStart).value_or(ChannelClock()); }

    bool operator==(const Channel &) const = default;
};

} // namespace sf
