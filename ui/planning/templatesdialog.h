// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/weektemplate.h"
#include "ui/planning/planlistdialog.h"

namespace sf {

/// The week templates of the channel that is worked on.
class TemplatesDialog : public PlanListDialog
{
    Q_OBJECT

public:
    explicit TemplatesDialog(StationEditor &editor, QWidget *parent = nullptr);

protected:
    std::vector<PlanListRow> collect() override;
    bool isTouchedBy(const StationEdit &edit) const override;
    void add() override;
    void edit(int row) override;
    void duplicate(int row) override;
    void remove(const std::vector<int> &rows) override;

private:
    const WeekTemplate &at(int row) const { return m_templates[static_cast<std::size_t>(row)]; }
    void openEditor(WeekTemplate week, bool isNew);

    std::vector<WeekTemplate> m_templates;
};

} // namespace sf
