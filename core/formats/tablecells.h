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
    QByteArray timeText(std::int64_t frames, Millis time) const;

    ExportRun &m_run;
    bool m_isTimecode;
    ChannelClock m_clock;
    FrameGrid m_grid;
    TimecodeForm m_form;
};

} // namespace sf
