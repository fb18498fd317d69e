// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/channel.h"

#include <QDialog>

class QLabel;
class QLineEdit;

namespace sf {

class ChannelFields;
class StationEditor;
/// Adds a channel, or changes one: name, time zone, start of the broadcast day, frame rate; of one that is there, also how
/// long before it plays an event is protected by a question.
class ChannelDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ChannelDialog(StationEditor &editor, QWidget *parent = nullptr);
    /// The settings of a channel.
    ChannelDialog(StationEditor &editor, const Channel &channel, QWidget *parent = nullptr);

    QLineEdit &nameField();
    QLineEdit &horizonField() { return *m_horizon; }
    void accept() override;

Q_SIGNALS:
    /// The operator chose another.
    void horizonChosen(sf::ChannelId channel, sf::Millis horizon);

private:
    void build();
    /// Errors: BadArgument.
    Result<Millis> readHorizon() const;
    Status change(Channel channel);

    StationEditor &m_editor;
    ChannelFields *m_fields;
    QLineEdit *m_horizon;
    ChannelId m_channel; ///< that is changed; none: one is added
    QLabel *m_wrong;
};

} // namespace sf
