// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/rule.h"
#include "ui/planning/planobjectsdialog.h"
#include "ui/planning/ruledialog.h"

namespace sf {

/// The rules that bind the channel that is worked on: its own, and those for all channels.
class RulesDialog : public PlanObjectsDialog<Rule, RuleDialog>
{
    Q_OBJECT

public:
    explicit RulesDialog(StationEditor &editor, QWidget *parent = nullptr);

protected:
    std::vector<PlanListRow> collect() override;
    bool isTouchedBy(const StationEdit &edit) const override;
    void add() override;
    void switchTo(int row, bool isOn) override;
};

} // namespace sf
