// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/broadcastdays.h"

namespace sf {

const BroadcastDays::Day &BroadcastDays::at(TimePoint t)
{
    if (m_day.range.contains(t))
        return m_day;
    // The next day is the usual case, and cheaper than finding the date anew.
    if (m_day.date.isValid() && t >= m_day.range.end() && t - m_day.range.end() < std::chrono::hours(20))
        m_day.date = m_day.date.addDays(1);
    else
        m_day.date = m_clock.broadcastDate(t);
    m_day.range = m_clock.broadcastDay(m_day.date);
    return m_day;
}

TimeRange BroadcastDays::weekAt(TimePoint t)
{
    if (!m_week.contains(t)) {
        const QDate date = at(t).date;
        m_week = m_clock.broadcastDays(date.addDays(1 - date.dayOfWeek()), 7);
    }
    return m_week;
}

} // namespace sf
