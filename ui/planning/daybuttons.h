// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <vector>

class QToolButton;

namespace sf {

/// The days of the week as seven buttons; bit 0 of the mask is Monday.
class DayButtons : public QWidget
{
    Q_OBJECT

public:
    explicit DayButtons(QWidget *parent = nullptr);

    std::int32_t mask() const;
    void setMask(std::int32_t mask);
    QToolButton &day(int day) { return *m_days[static_cast<std::size_t>(day)]; }

Q_SIGNALS:
    /// By the operator.
    void changed();

private:
    std::vector<QToolButton *> m_days;
};

} // namespace sf
