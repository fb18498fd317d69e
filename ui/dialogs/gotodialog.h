// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/channelclock.h"

#include <QDialog>

class QLabel;

namespace sf {

class WallTimeEdit;

/// Asks for a time to show.
class GoToDialog : public QDialog
{
    Q_OBJECT

public:
    GoToDialog(const ChannelClock &clock, TimePoint from, QWidget *parent = nullptr);
    void accept() override;

Q_SIGNALS:
    void chosen(sf::TimePoint t);

private:
    ChannelClock m_clock;
    WallTimeEdit *m_time;
    QLabel *m_wrong;
};

} // namespace sf
