// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace sf {

/// A page in place of the timeline that says what to do first, with the buttons for it.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    StartPage(const QString &heading, const QString &text, QWidget *parent = nullptr);

protected:
    /// A button and what it does. The first one added is the one that most people want, and looks like it.
    QPushButton *addChoice(Sign sign, const QString &label, const QString &text);
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_column;
    bool m_hasChoice = false;
};

} // namespace sf
