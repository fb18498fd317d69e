// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/rulesdialog.h"

#include "core/planning/ruletext.h"

#include <QLocale>

namespace sf {

using namespace Qt::StringLiterals;

RulesDialog::RulesDialog(StationEditor &editor, QWidget *parent)
    : PlanObjectsDialog(editor,
                        {tr("Rules"),
                         tr("Planning never breaks what a rule never allows; what is only preferred gives "
                            "way where it has to. Of two cooldowns the one with the narrower scope counts."),
                         tr("There are no rules yet: every programme has the cooldown of the fill.\n"
                            "Add one to say more, such as 4 h for music, or a watershed."),
                         {tr("Rule"), tr("What it says"), tr("For"), tr("Channel"), tr("Weight")},
                         1},
                        parent)
{
    resize(1120, 480);
    refresh();
}

std::vector<PlanListRow> RulesDialog::collect()
{
    m_objects.clear();
    std::vector<PlanListRow> rows;
    const Channel *channel = m_editor.channel();
    for (const Rule &rule : m_editor.station().rules()) {
        if (!channel || (rule.scope.channel && rule.scope.channel != channel->id))
            continue;
        m_objects.push_back(rule);
        rows.push_back({rule.id.toString(),
                        {rule.name, sentence(rule), scopeText(rule.scope),
                         rule.scope.channel ? channel->name : tr("all"), QLocale().toString(rule.weight)},
                        rule.isEnabled,
                        !rule.isEnabled});
    }
    return rows;
}

bool RulesDialog::isTouchedBy(const StationEdit &edit) const { return !edit.rules.isEmpty(); }

void RulesDialog::add()
{
    if (!m_editor.canEdit())
        return;
    Rule rule = fresh();
    rule.scope.channel = m_editor.channel()->id;
    openEditor(std::move(rule), true);
}

void RulesDialog::switchTo(int row, bool isOn)
{
    Rule rule = at(row);
    rule.isEnabled = isOn;
    m_editor.apply(setObjects(m_editor.station(), std::vector{rule}, m_editor.stamp()));
}

} // namespace sf
