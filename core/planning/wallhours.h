// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/channelclock.h"

#include <vector>

namespace sf {

/// The hours of a channel's wall clock around a range, looked up instead of converted.
class WallHours
{
public:
    struct Hour
    {
        TimePoint start{};
        LocalTime local{};          ///< its full hour
        std::size_t hourOfWeek = 0; ///< 0 is Monday 00:00

        std::size_t hourOfDay() const { return hourOfWeek % 24; }
    };

    WallHours(const ChannelClock &clock, TimeRange range);

    /// The hour that `t` lies in; `t` must lie in the range or at most nine days outside.
    const Hour &at(TimePoint t) const { return m_hours[indexAt(t)]; }
    /// When the next hour starts.
    TimePoint endOf(TimePoint t) const;
    /// The first hour from that of `t` on for which `isOpen(hour)`; TimePoint::max() where there is none.
    template <class F>
    TimePoint nextWhere(TimePoint t, F &&isOpen) const
    {
        for (std::size_t i = indexAt(t); i < m_hours.size(); ++i) {
            if (isOpen(m_hours[i]))
                return m_hours[i].start;
        }
        return TimePoint::max();
    }

private:
    std::size_t indexAt(TimePoint t) const;

    std::vector<Hour> m_hours;
};

} // namespace sf
