// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/planchoices.h"
#include "ui/session/plantrial.h"

#include <QDateTime>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace sf {

class StationEditor;
class WallTimeEdit;

/// What the operator wants planned when a dialog opens.
struct PlanAsk
{
    TimeRange range;
    std::optional<ReplanScope> replan; ///< none: fill what is free
    std::vector<EventId> selection;    ///< for ReplanScope::Selection
};

/// The fields of the planning dialog: which time, what of it, and how.
class FillForm : public QWidget
{
    Q_OBJECT

public:
    FillForm(StationEditor &editor, PlanAsk ask, QWidget *parent = nullptr);

    bool isReplan() const { return m_ask.replan.has_value(); }
    /// Errors: EmptyRange, TimeDoesNotExist.
    Result<PlanOrder> order() const;
    PlanChoices choices() const;
    void setRange(TimeRange range);
    void showTemplates(const std::vector<TemplateUse> &uses);

    QComboBox &whenBox() { return *m_preset; }
    QComboBox &scopeBox() { return *m_scope; }
    QComboBox &weekBox() { return *m_week; }
    QSpinBox &cooldownField() { return *m_cooldown; }
    QSpinBox &seedField() { return *m_seed; }
    QCheckBox &replaceBox() { return *m_replace; }
    QPushButton &templatesButton() { return *m_editTemplates; }
    QPushButton &rulesButton() { return *m_editRules; }
    QString templatesText() const;

Q_SIGNALS:
    void changed();
    /// The operator wants to look at them, or change them.
    void templatesRequested();
    void rulesRequested();

private:
    void addRangeRows(QFormLayout &form);
    void addRuleRows(QFormLayout &form);
    void connectFields();
    void choosePreset(int index);
    void listWeeks();
    Result<TimeRange> range() const;

    StationEditor &m_editor;
    PlanAsk m_ask;
    QDateTime m_shownFrom; ///< of the range that was set
    QDateTime m_shownTo;
    QComboBox *m_preset;
    QComboBox *m_scope;
    WallTimeEdit *m_from;
    WallTimeEdit *m_to;
    QComboBox *m_week;
    QLabel *m_templates;
    QPushButton *m_editTemplates;
    QPushButton *m_editRules;
    QSpinBox *m_cooldown;
    QCheckBox *m_allows;
    QSpinBox *m_allowed;
    QComboBox *m_order;
    QSpinBox *m_seed;
    QCheckBox *m_replace;
};

} // namespace sf
