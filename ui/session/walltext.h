// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/channelclock.h"
#include "core/time/iso8601.h"

#include <QString>

namespace sf {

/// "2026-03-28 21:00:00" as the channel's wall shows it, with ".040" where the milliseconds are not zero;
/// ChannelClock::parse reads it.
inline QString wallText(const ChannelClock &clock, TimePoint t)
{
    return toIso8601(clock.toLocal(t)).replace(u'T', u' ');
}

/// "21:00:00".
inline QString wallTimeOfDay(const ChannelClock &clock, TimePoint t)
{
    return wallText(clock, std::chrono::floor<std::chrono::seconds>(t)).mid(11);
}

} // namespace sf
