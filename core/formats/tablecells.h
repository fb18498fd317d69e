// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/exportrun.h"
#include "core/time/timecode.h"

namespace sf {

/// The cells that the table writers write of an event, in channel wall time.
struct TableRow
{
    QByteArray date, start, end, duration, mediaIn, mediaOut, offset;
    QString title, episode, category, houseNumber, file, note;
    QByteArray kind;
    bool isFixed = false;
};

enum class TableTimes : std::uint8_t {
    Timecode, ///< HH:MM:SS:FF at the channel's rate
    Clock,    ///< HH:MM:SS.mmm
};

class TableRows
{
public:
    TableRows(ExportRun &run, TableTimes times);

    TableRow row(const ScheduledEvent &event);

private:
    /// What the channel's clock shows at an instant.
    struct Wall
    {
        TimePoint time = TimePoint::min();
        std::int64_t index = 0; ///< on the frame grid
        QByteArray text;
    };
    /// A day of one offset: a list has thousands of events in each.
    struct Day
    {
        LocalTime midnight = LocalTime::min();
        std::chrono::minutes offset{0};
        std::int64_t index = 0; ///< of the frame that time code counts from
        QByteArray date, offsetText;
    };

    QByteArray timeText(std::int64_t frames, Millis time) const;
    /// Goes to the day that holds `time`.
    void findDay(TimePoint time);
    const Wall &wallOf(TimePoint time, Wall &place);

    ExportRun &m_run;
    bool m_isTimecode;
    ChannelClock m_clock;
    FrameGrid m_grid;
    TimecodeForm m_form;
    Day m_day;
    Wall m_start, m_end; ///< of the last event
};

} // namespace sf
