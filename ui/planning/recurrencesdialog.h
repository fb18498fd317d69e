// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/recurrence.h"
#include "ui/planning/planlistdialog.h"

namespace sf {

/// The recurring events of the channel that is worked on.
class RecurrencesDialog : public PlanListDialog
{
    Q_OBJECT

public:
    explicit RecurrencesDialog(StationEditor &editor, QWidget *parent = nullptr);

protected:
    std::vector<PlanListRow> collect() override;
    bool isTouchedBy(const StationEdit &edit) const override;
    void add() override;
    void edit(int row) override;
    void duplicate(int row) override;
    void remove(const std::vector<int> &rows) override;

private:
    const Recurrence &at(int row) const { return m_recurrences[static_cast<std::size_t>(row)]; }
    QString airs(const Recurrence &recurrence) const;
    void openEditor(Recurrence recurrence, bool isNew);

    std::vector<Recurrence> m_recurrences;
};

} // namespace sf
