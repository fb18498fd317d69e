// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/recurrencesdialog.h"

#include "ui/planning/recurrencepreview.h"
#include "ui/planning/repeatfields.h"
#include "ui/session/walltext.h"

namespace sf {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

RecurrencesDialog::RecurrencesDialog(StationEditor &editor, QWidget *parent)
    : PlanObjectsDialog(
          editor,
          {tr("Recurring events"),
           tr("What comes again on this channel, in its wall time. Auto-fill places them before "
              "everything else."),
           tr("Nothing comes again yet.\nAdd an event, such as every Monday 20:00 the next episode "
              "of a series."),
           {tr("Event"), tr("Airs"), tr("Comes"), tr("Next time"), tr("Differences")},
           2},
          parent)
{
    refresh();
}

QString RecurrencesDialog::airs(const Recurrence &recurrence) const
{
    if (recurrence.asset) {
        const Asset *asset = m_editor.station().assets().find(recurrence.asset);
        return asset ? asset->title : tr("an asset that is gone");
    }
    return (recurrence.isRerun ? tr("the last episode of %1") : tr("the next episode of %1"))
        .arg(recurrence.series);
}

std::vector<PlanListRow> RecurrencesDialog::collect()
{
    m_objects.clear();
    std::vector<PlanListRow> rows;
    for (const Recurrence &recurrence : m_editor.station().recurrences()) {
        if (!m_editor.channel() || recurrence.channel != m_editor.channel()->id)
            continue;
        m_objects.push_back(recurrence);
        const auto differences = recurrence.exceptions.size() + recurrence.changes.size();
        rows.push_back(
            {recurrence.id.toString(),
             {recurrence.name, airs(recurrence), repeatText(patternOf(recurrence.rrule, recurrence.start)),
              nextTime(recurrence), differences > 0 ? QString::number(differences) : QString()},
             {},
             false});
    }
    workOutNextTimes();
    return rows;
}

QString RecurrencesDialog::nextTime(const Recurrence &recurrence) const
{
    const auto known = m_next.constFind(recurrence.id.toString());
    return known != m_next.cend() && known->recurrence == recurrence ? known->text : QString();
}

void RecurrencesDialog::workOutNextTimes()
{
    std::vector<Recurrence> open;
    for (const Recurrence &recurrence : m_objects) {
        if (nextTime(recurrence).isEmpty())
            open.push_back(recurrence);
    }
    m_job.cancel();
    if (open.empty())
        return;
    m_job.ask<std::vector<NextTime>>(
        m_editor.jobs(), this,
        [open = std::move(open), clock = m_editor.clock(),
         now = m_editor.now()](Job &job) -> Result<std::vector<NextTime>> {
            std::vector<NextTime> found;
            for (const Recurrence &recurrence : open) {
                if (job.isCancelled())
                    return fail(ErrorCode::Cancelled);
                const auto next = nextAfter(recurrence, clock, now);
                found.push_back(
                    {recurrence, next ? wallText(clock, next->start).left(16) : tr("never again")});
            }
            return found;
        },
        [this](const Result<std::vector<NextTime>> &found) {
            if (!found)
                return;
            for (const NextTime &one : *found)
                m_next.insert(one.recurrence.id.toString(), one);
            refresh();
        });
}

bool RecurrencesDialog::isTouchedBy(const StationEdit &edit) const
{
    return !edit.recurrences.isEmpty() || !edit.assets.isEmpty();
}

void RecurrencesDialog::add()
{
    if (!m_editor.canEdit())
        return;
    Recurrence recurrence = fresh();
    recurrence.channel = m_editor.channel()->id;
    const LocalTime now = m_editor.clock().toLocal(m_editor.now());
    const auto tomorrow = std::chrono::ceil<std::chrono::days>(now);
    recurrence.start = tomorrow + 20h;
    recurrence.rrule = rruleOf(patternOf(u"FREQ=WEEKLY"_s, recurrence.start));
    openEditor(std::move(recurrence), true);
}

} // namespace sf
