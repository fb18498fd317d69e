// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/daybuttons.h"

#include "core/time/timeofday.h"
#include "ui/planning/choices.h"
#include "ui/theme/tokens.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace sf {

using namespace Qt::StringLiterals;

DayButtons::DayButtons(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::half);
    for (int day = 0; day < daysInWeek; ++day) {
        auto *button = new QToolButton;
        button->setText(shortWeekdayName(day).left(2)); // seven in a narrow row
        button->setToolTip(weekdayName(day));
        button->setAccessibleName(weekdayName(day));
        button->setCheckable(true);
        button->setProperty("role", u"day"_s);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        layout->addWidget(button, 1);
        m_days.push_back(button);
        connect(button, &QToolButton::clicked, this, &DayButtons::changed);
    }
    setFocusProxy(m_days.front());
}

std::int32_t DayButtons::mask() const
{
    std::int32_t mask = 0;
    for (std::size_t day = 0; day < m_days.size(); ++day)
        mask |= m_days[day]->isChecked() ? 1 << day : 0;
    return mask;
}

void DayButtons::setMask(std::int32_t mask)
{
    for (std::size_t day = 0; day < m_days.size(); ++day)
        m_days[day]->setChecked((mask >> day & 1) != 0);
}

} // namespace sf
