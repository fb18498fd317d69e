// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/templatesdialog.h"

#include "core/planning/blocks.h"
#include "ui/planning/choices.h"

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString seasonText(const WeekTemplate &week)
{
    if (!week.validFrom && !week.validUntil)
        return TemplatesDialog::tr("always");
    if (!week.validUntil)
        return TemplatesDialog::tr("from %1").arg(week.validFrom->toString(Qt::ISODate));
    if (!week.validFrom)
        return TemplatesDialog::tr("until %1").arg(week.validUntil->toString(Qt::ISODate));
    if (week.validFrom == week.validUntil)
        return TemplatesDialog::tr("only %1 %2")
            .arg(shortWeekdayName(week.validFrom->dayOfWeek() - 1), week.validFrom->toString(Qt::ISODate));
    return TemplatesDialog::tr("%1 to %2")
        .arg(week.validFrom->toString(Qt::ISODate), week.validUntil->toString(Qt::ISODate));
}

QString namesOf(const WeekTemplate &week)
{
    QStringList names;
    for (const Daypart &daypart : week.dayparts)
        names << daypart.name;
    return names.isEmpty() ? TemplatesDialog::tr("nothing painted yet") : names.join(u", "_s);
}

} // namespace

TemplatesDialog::TemplatesDialog(StationEditor &editor, QWidget *parent)
    : PlanObjectsDialog(
          editor,
          {tr("Week templates"),
           tr("Blocks of the week and what they draw from. Where several count on a day, the one "
              "for the fewest days wins: a single day over a season, a season over always."),
           tr("There is no week template yet: every hour draws from all programmes.\n"
              "Add one and paint its blocks."),
           {tr("Template"), tr("Counts"), tr("Today"), tr("Blocks")},
           3},
          parent)
{
    refresh();
}

std::vector<PlanListRow> TemplatesDialog::collect()
{
    m_objects.clear();
    std::vector<PlanListRow> rows;
    const Channel *channel = m_editor.channel();
    if (!channel)
        return rows;
    const auto &all = m_editor.station().templates();
    const QDate today = m_editor.clock().broadcastDate(m_editor.now());
    const WeekTemplate *counting = templateOn(all, channel->id, today);
    for (const WeekTemplate &week : all) {
        if (week.channel != channel->id)
            continue;
        m_objects.push_back(week);
        rows.push_back(
            {week.id.toString(),
             {week.name, seasonText(week), &week == counting ? tr("counts") : QString(), namesOf(week)},
             {},
             week.validUntil && *week.validUntil < today});
    }
    return rows;
}

bool TemplatesDialog::isTouchedBy(const StationEdit &edit) const { return !edit.templates.isEmpty(); }

void TemplatesDialog::add()
{
    if (!m_editor.canEdit())
        return;
    WeekTemplate week = fresh();
    week.channel = m_editor.channel()->id;
    week.name = m_objects.empty() ? tr("Every week") : tr("Template %1").arg(m_objects.size() + 1);
    openEditor(std::move(week), true);
}

} // namespace sf
