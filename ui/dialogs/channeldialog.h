// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/channel.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;

namespace sf {

class StationEditor;

/// Adds a channel: name, time zone, start of the broadcast day, frame rate.
class ChannelDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ChannelDialog(StationEditor &editor, QWidget *parent = nullptr);

    QLineEdit &nameField() { return *m_name; }
    void accept() override;

private:
    Result<Channel> read() const;

    StationEditor &m_editor;
    QLineEdit *m_name;
    QComboBox *m_zone;
    QLineEdit *m_dayStart;
    QComboBox *m_rate;
    QLabel *m_wrong;
};

/// The IANA name of this machine's time zone; UTC where it has none.
QString machineZone();

} // namespace sf
