// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/rulesdialog.h"

#include "core/planning/ruletext.h"
#include "core/schedule/planobjects.h"
#include "ui/planning/ruledialog.h"
#include "ui/session/stationeditor.h"

#include <QLocale>

namespace sf {

using namespace Qt::StringLiterals;

RulesDialog::RulesDialog(StationEditor &editor, QWidget *parent)
    : PlanListDialog(editor,
                     {tr("Rules"),
                      tr("What planning keeps: the never values are not broken, the preferred ones give way "
                         "first. Of two cooldowns the one with the narrower scope counts."),
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
    m_rules.clear();
    std::vector<PlanListRow> rows;
    const Channel *channel = m_editor.channel();
    for (const Rule &rule : m_editor.station().rules()) {
        if (!channel || (rule.scope.channel && rule.scope.channel != channel->id))
            continue;
        m_rules.push_back(rule);
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
    Rule rule;
    rule.id = m_editor.document()->ids().next<RuleId>();
    rule.scope.channel = m_editor.channel()->id;
    openEditor(std::move(rule), true);
}

void RulesDialog::edit(int row) { openEditor(at(row), false); }

void RulesDialog::openEditor(Rule rule, bool isNew)
{
    const QString key = rule.id.toString();
    auto *dialog = new RuleDialog(m_editor, std::move(rule), isNew, this);
    connect(dialog, &QDialog::accepted, this, [this, key] { select(key); });
    dialog->open();
}

void RulesDialog::duplicate(int row)
{
    Rule copy = at(row);
    copy.id = m_editor.document()->ids().next<RuleId>();
    copy.name = tr("%1 (copy)").arg(copy.name);
    select(copy.id.toString());
    m_editor.apply(setObjects(m_editor.station(), std::vector{copy}, m_editor.stamp()));
}

void RulesDialog::remove(const std::vector<int> &rows)
{
    std::vector<RuleId> ids;
    for (const int row : rows)
        ids.push_back(at(row).id);
    m_editor.apply(removeObjects<Rule>(m_editor.station(), ids, m_editor.stamp()));
}

void RulesDialog::switchTo(int row, bool isOn)
{
    Rule rule = at(row);
    rule.isEnabled = isOn;
    m_editor.apply(setObjects(m_editor.station(), std::vector{rule}, m_editor.stamp()));
}

} // namespace sf
