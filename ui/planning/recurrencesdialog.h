// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/recurrence.h"
#include "ui/planning/planobjectsdialog.h"
#include "ui/planning/recurrencedialog.h"
#include "ui/session/latestjob.h"

#include <QHash>

namespace sf {

/// The recurring events of the channel that is worked on.
class RecurrencesDialog : public PlanObjectsDialog<Recurrence, RecurrenceDialog>
{
    Q_OBJECT

public:
    explicit RecurrencesDialog(StationEditor &editor, QWidget *parent = nullptr);

    bool isReady() const { return !m_job.isRunning(); }

protected:
    std::vector<PlanListRow> collect() override;
    bool isTouchedBy(const StationEdit &edit) const override;
    void add() override;

private:
    struct NextTime
    {
        Recurrence recurrence; ///< of which it was worked out
        QString text;
    };

    QString airs(const Recurrence &recurrence) const;
    /// Empty until it is known.
    QString nextTime(const Recurrence &recurrence) const;
    void workOutNextTimes();

    QHash<QString, NextTime> m_next; ///< by key
    LatestJob m_job;
};

} // namespace sf
