// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/rule.h"
#include "ui/planning/plandialog.h"

class QCheckBox;
class QLabel;

namespace sf {

class RuleFields;

/// Makes or changes one rule.
class RuleDialog : public PlanDialog
{
    Q_OBJECT

public:
    RuleDialog(StationEditor &editor, Rule rule, bool isNew, QWidget *parent = nullptr);

    RuleFields &fields() { return *m_fields; }
    FieldForm &form() { return *m_form; }
    QString says() const;

protected:
    bool isChanged() const override;
    std::optional<Result<StationEdit>> edit() override;
    void showRefused(const QString &sentence) override;

private:
    Result<Rule> read() const;
    void showSaying();

    Rule m_rule; ///< as it was
    bool m_isNew;
    FieldForm *m_form;
    RuleFields *m_fields;
    QCheckBox *m_enabled;
    QLabel *m_saying;
};

} // namespace sf
