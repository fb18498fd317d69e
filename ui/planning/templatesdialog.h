// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/weektemplate.h"
#include "ui/planning/planobjectsdialog.h"
#include "ui/planning/templatedialog.h"

namespace sf {

/// The week templates of the channel that is worked on.
class TemplatesDialog : public PlanObjectsDialog<WeekTemplate, TemplateDialog>
{
    Q_OBJECT

public:
    explicit TemplatesDialog(StationEditor &editor, QWidget *parent = nullptr);

protected:
    std::vector<PlanListRow> collect() override;
    bool isTouchedBy(const StationEdit &edit) const override;
    void add() override;
};

} // namespace sf
