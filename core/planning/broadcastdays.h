// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/channelclock.h"

namespace sf {

/// The broadcast day around an instant, asked for in rising order: a conversion costs microseconds, so one a
/// day is made and kept.
class BroadcastDays
{
public:
    struct Day
    {
        QDate date;
        TimeRange range;
    };

    explicit BroadcastDays(ChannelClock clock)
        : m_clock(std::move(clock))
    {
    }

    const Day &at(TimePoint t);
    /// The seven broadcast days from Monday on that `t` lies in.
    TimeRange weekAt(TimePoint t);

private:
    ChannelClock m_clock;
    Day m_day;
    TimeRange m_week;
};

} // namespace sf
