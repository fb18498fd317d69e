// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/recurrencepattern.h"

#include <QObject>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QSpinBox;

namespace sf {

class DayButtons;
class FieldForm;

/// How often something comes again, as a pattern and as the rule itself, which follow each other.
class RepeatFields : public QObject
{
    Q_OBJECT

public:
    RepeatFields(FieldForm &form, QObject *parent);

    void show(const QString &rrule, LocalTime start);
    QString rrule() const;

    QComboBox &kind() { return *m_kind; }
    QLineEdit &rule() { return *m_rule; }
    QSpinBox &interval() { return *m_interval; }
    DayButtons &days() { return *m_days; }
    QComboBox &nth() { return *m_nth; }
    QComboBox &weekday() { return *m_weekday; }
    QComboBox &ends() { return *m_ends; }
    QSpinBox &count() { return *m_count; }
    QDateEdit &until() { return *m_until; }

Q_SIGNALS:
    void changed();

private:
    RepeatPattern pattern() const;
    void showPattern(const RepeatPattern &pattern);
    void showRows();
    void takePattern();
    void takeRule();
    void watch();
    QWidget *makeNth();

    FieldForm &m_form;
    LocalTime m_start{};
    bool m_isShowing = false;
    QComboBox *m_kind;
    QSpinBox *m_interval;
    DayButtons *m_days;
    QComboBox *m_nth;
    QComboBox *m_weekday;
    QComboBox *m_ends;
    QSpinBox *m_count;
    QDateEdit *m_until;
    QLineEdit *m_rule;
};

/// "every 2 weeks on Mon, Wed, until 2027-12-24".
QString repeatText(const RepeatPattern &pattern);

} // namespace sf
