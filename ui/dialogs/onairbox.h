// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/onairguard.h"

#include <QMessageBox>

class QCheckBox;

namespace sf {

/// Asks once, calmly, before an edit touches what plays now or in a moment.
class OnAirBox : public QMessageBox
{
    Q_OBJECT

public:
    /// Questions can be put off for so long.
    static constexpr Millis rest = std::chrono::minutes(10);

    explicit OnAirBox(const OnAirQuestion &question, QWidget *parent = nullptr);

    QPushButton &goAhead() { return *m_goAhead; }
    QPushButton &leave() { return *m_leave; }
    QCheckBox &restBox() { return *m_rest; }

Q_SIGNALS:
    void answered(bool goesAhead, bool rests);

private:
    QPushButton *m_goAhead;
    QPushButton *m_leave;
    QCheckBox *m_rest;
};

} // namespace sf
