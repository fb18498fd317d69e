// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/recurrencesdialog.h"

#include "core/schedule/planobjects.h"
#include "core/time/iso8601.h"
#include "ui/planning/recurrencedialog.h"
#include "ui/planning/repeatfields.h"
#include "ui/session/stationeditor.h"

namespace sf {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

RecurrencesDialog::RecurrencesDialog(StationEditor &editor, QWidget *parent)
    : PlanListDialog(
          editor,
          {tr("Recurring events"),
           tr("What comes again on this channel, in its wall time. Auto-fill places them before "
              "everything else."),
           tr("Nothing comes again yet.\nAdd an event, such as every Monday 20:00 the next episode "
              "of a series."),
           {tr("Event"), tr("Airs"), tr("Comes"), tr("First time"), tr("Exceptions")},
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
    m_recurrences.clear();
    std::vector<PlanListRow> rows;
    for (const Recurrence &recurrence : m_editor.station().recurrences()) {
        if (!m_editor.channel() || recurrence.channel != m_editor.channel()->id)
            continue;
        m_recurrences.push_back(recurrence);
        const auto differences = recurrence.exceptions.size() + recurrence.changes.size();
        rows.push_back(
            {recurrence.id.toString(),
             {recurrence.name, airs(recurrence), repeatText(patternOf(recurrence.rrule, recurrence.start)),
              toIso8601(recurrence.start).replace(u'T', u' ').left(16),
              differences > 0 ? QString::number(differences) : QString()},
             {},
             false});
    }
    return rows;
}

bool RecurrencesDialog::isTouchedBy(const StationEdit &edit) const
{
    return !edit.recurrences.isEmpty() || !edit.assets.isEmpty();
}

void RecurrencesDialog::add()
{
    if (!m_editor.canEdit())
        return;
    Recurrence recurrence;
    recurrence.id = m_editor.document()->ids().next<RecurrenceId>();
    recurrence.channel = m_editor.channel()->id;
    const LocalTime now = m_editor.clock().toLocal(m_editor.now());
    const auto tomorrow = std::chrono::ceil<std::chrono::days>(now);
    recurrence.start = tomorrow + 20h;
    recurrence.rrule = rruleOf(patternOf(u"FREQ=WEEKLY"_s, recurrence.start));
    openEditor(std::move(recurrence), true);
}

void RecurrencesDialog::edit(int row) { openEditor(at(row), false); }

void RecurrencesDialog::openEditor(Recurrence recurrence, bool isNew)
{
    const QString key = recurrence.id.toString();
    auto *dialog = new RecurrenceDialog(m_editor, std::move(recurrence), isNew, this);
    connect(dialog, &QDialog::accepted, this, [this, key] { select(key); });
    dialog->open();
}

void RecurrencesDialog::duplicate(int row)
{
    Recurrence copy = at(row);
    copy.id = m_editor.document()->ids().next<RecurrenceId>();
    copy.name = tr("%1 (copy)").arg(copy.name);
    select(copy.id.toString());
    m_editor.apply(setObjects(m_editor.station(), std::vector{copy}, m_editor.stamp()));
}

void RecurrencesDialog::remove(const std::vector<int> &rows)
{
    std::vector<RecurrenceId> ids;
    for (const int row : rows)
        ids.push_back(at(row).id);
    m_editor.apply(removeObjects<Recurrence>(m_editor.station(), ids, m_editor.stamp()));
}

} // namespace sf
