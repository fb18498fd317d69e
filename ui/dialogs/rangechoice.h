// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/channelclock.h"

#include <QWidget>

class QComboBox;

namespace sf {

class WallTimeEdit;

/// From when to when: the day or week in view, the next seven days, or any other stretch.
class RangeChoice : public QWidget
{
    Q_OBJECT

public:
    /// `shown` is the day in view.
    RangeChoice(const ChannelClock &clock, TimeRange shown, TimePoint now, QWidget *parent = nullptr);

    /// Errors: TimeDoesNotExist, EmptyRange.
    Result<TimeRange> range() const;
    /// Broadcast days that the range touches; at least one.
    int days() const;
    /// Which of the choices, to be kept; a stretch of one's own is never kept.
    int preset() const;
    void setPreset(int preset);
    void setRange(TimeRange range);

Q_SIGNALS:
    void changed();

private:
    void takePreset();

    ChannelClock m_clock;
    TimeRange m_shown;
    TimePoint m_now;
    QComboBox *m_preset;
    WallTimeEdit *m_from;
    WallTimeEdit *m_to;
};

} // namespace sf
