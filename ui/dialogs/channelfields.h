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
/// business of the form that they are put into, which owns them.
class ChannelFields : public QObject
{
    Q_OBJECT

public:
    explicit ChannelFields(const Channel &channel, QObject *parent = nullptr);

    QLineEdit &name() { return *m_name; }
    ZoneCombo &zone() { return *m_zone; }
    QLineEdit &dayStart() { return *m_dayStart; }
    QComboBox &rate() { return *m_rate; }

    /// Without an id. Errors: BadTime, BadFrameRate, UnknownZone; a name may be empty.
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

/// The IANA name of this machine's time zone; UTC where it has none.
QString machineZone();

} // namespace sf
