// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/channelclock.h"

#include <QDateTimeEdit>

namespace sf {

/// A date, with a calendar to pick it from.
class DateEdit : public QDateEdit
{
    Q_OBJECT

public:
    explicit DateEdit(const QString &format, QWidget *parent = nullptr);
};

/// A date and time as the channel's wall shows it, with a calendar to pick the date from.
class WallTimeEdit : public QDateTimeEdit
{
    Q_OBJECT

public:
    explicit WallTimeEdit(QWidget *parent = nullptr);

    void setWall(LocalTime t);
    /// As typed, whether or not the channel's wall ever shows it.
    LocalTime wall() const { return LocalTime(Millis(dateTime().toMSecsSinceEpoch())); }
    void setInstant(const ChannelClock &clock, TimePoint t);
    /// Errors: TimeDoesNotExist.
    Result<TimePoint> instant(const ChannelClock &clock) const;
};

} // namespace sf
