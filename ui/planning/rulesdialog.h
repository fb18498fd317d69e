// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/rule.h"
#include "ui/planning/planlistdialog.h"

namespace sf {

/// The rules that bind the channel that is worked on: its own, and those for all channels.
class RulesDialog : public PlanListDialog
{
    Q_OBJECT

public:
    explicit RulesDialog(StationEditor &editor, QWidget *parent = nullptr);

protected:
    std::vector<PlanListRow> collect() override;
    bool isTouchedBy(const StationEdit &edit) const override;
    void add() override;
    void edit(int row) override;
    void duplicate(int row) override;
    void remove(const std::vector<int> &rows) override;
    void switchTo(int row, bool isOn) override;

private:
    const Rule &at(int row) const { return m_rules[static_cast<std::size_t>(row)]; }
    void openEditor(Rule rule, bool isNew);

    std::vector<Rule> m_rules;
};

} // namespace sf
