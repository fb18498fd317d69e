// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/model/channel.h"

#include <QObject>

class QComboBox;
class QLineEdit;

namespace sf {

class ZoneCombo;

/// What makes a channel, as fields: name, time zone, start of the broadcast day, frame rate. Where they stand is the
/// business of the form that they are put into.
class ChannelFields : public QObject
{
    Q_OBJECT

public:
    /// The two widgets own the fields: what tells the channel apart, and its clock. (A field that moves into another
    /// parent is styled anew, which is dear.)
    ChannelFields(const Channel &channel, QWidget &names, QWidget &clock);

    QLineEdit &name() { return *m_name; }
    ZoneCombo &zone() { return *m_zone; }
    QLineEdit &dayStart() { return *m_dayStart; }
    QComboBox &rate() { return *m_rate; }

    /// Without an id. Errors: BadDayStart, BadFrameRate, UnknownZone; a name may be empty.
    Result<Channel> read() const;

Q_SIGNALS:
    /// A field was left, or something chosen.
    void edited();

private:
    QLineEdit *m_name;
    ZoneCombo *m_zone;
    QLineEdit *m_dayStart;
    QComboBox *m_rate;
};

/// What a new channel is until somebody says otherwise: in this machine's time zone, its day from 06:00.
Channel usualChannel(const QString &name);

} // namespace sf
