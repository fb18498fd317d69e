// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/model/rule.h"
#include "core/model/weektemplate.h"
#include "ui/planning/stationwords.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace sf {

class DayButtons;
class FieldForm;
class LengthEdit;
class NamesEdit;

/// The fields of one daypart, beside the week grid: what is typed counts at once, what can't be read is said
/// below its field.
class DaypartForm : public QWidget
{
    Q_OBJECT

public:
    explicit DaypartForm(QWidget *parent = nullptr);

    void setWords(const StationWords &words);
    /// Those of the channel; the ones for the shown daypart are named.
    void setRules(std::vector<Rule> rules);
    void setEditable(bool isEditable);
    /// None: nothing is selected. A field that is being typed in is left alone where it says the same.
    void setDaypart(const std::optional<Daypart> &daypart);
    void focusName();

    /// Something that is typed can't be read; the daypart is still as it was before.
    bool isWrong() const;
    FieldForm &form() { return *m_form; }
    QLineEdit &name() { return *m_name; }
    DayButtons &days() { return *m_days; }
    QLineEdit &from() { return *m_from; }
    QLineEdit &until() { return *m_until; }
    NamesEdit &categories() { return *m_categories; }
    NamesEdit &tags() { return *m_tags; }
    QComboBox &series() { return *m_series; }
    NamesEdit &fallback() { return *m_fallback; }
    QComboBox &start() { return *m_start; }
    LengthEdit &tolerance() { return *m_tolerance; }
    QPushButton &detachButton() { return *m_detach; }
    QPushButton &addRuleButton() { return *m_addRule; }
    QString rulesText() const;

Q_SIGNALS:
    void changed(const sf::Daypart &daypart);
    void removeRequested();
    /// One is to be made for the daypart of this name.
    void ruleRequested(const QString &daypart);
    /// Its first day is to become a daypart of its own.
    void detachRequested();
    /// Enter: the operator is done with the fields.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addFields();
    void watch();
    void read();
    /// Errors: BadFieldValue, whose field is a key of the form.
    Result<Daypart> readFields() const;
    Status readTimes(Daypart &daypart) const;
    void showRows();
    void showRules();
    void showRemarks();

    Daypart m_shown;
    std::vector<Rule> m_known;
    std::optional<StationWords> m_words;
    bool m_isShowing = false;
    QStackedWidget *m_pages;
    FieldForm *m_form;
    QLineEdit *m_name;
    DayButtons *m_days;
    QLineEdit *m_from;
    QLineEdit *m_until;
    NamesEdit *m_categories;
    NamesEdit *m_tags;
    QComboBox *m_series;
    QComboBox *m_kind;
    QComboBox *m_order;
    QComboBox *m_start;
    LengthEdit *m_tolerance;
    LengthEdit *m_short;
    LengthEdit *m_over;
    QCheckBox *m_ident;
    LengthEdit *m_promo;
    LengthEdit *m_break;
    LengthEdit *m_pad;
    NamesEdit *m_fallback;
    QLabel *m_rules;
    QPushButton *m_addRule;
    QPushButton *m_detach;
    QPushButton *m_remove;
};

} // namespace sf
