// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/ruledialog.h"

#include "core/planning/ruletext.h"
#include "core/schedule/planobjects.h"
#include "ui/planning/fieldform.h"
#include "ui/planning/rulefields.h"
#include "ui/session/stationeditor.h"
#include "ui/theme/tokens.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace sf {

using namespace Qt::StringLiterals;

RuleDialog::RuleDialog(StationEditor &editor, Rule rule, bool isNew, QWidget *parent)
    : PlanDialog(editor, isNew ? tr("Add rule") : tr("Edit rule"), isNew ? tr("Add rule") : tr("Save rule"),
                 parent)
    , m_rule(std::move(rule))
    , m_isNew(isNew)
    , m_form(new FieldForm)
    , m_fields(new RuleFields(*m_form, editor.station(), this))
    , m_enabled(new QCheckBox(tr("&Enabled")))
    , m_saying(new QLabel)
{
    m_saying->setWordWrap(true);
    m_saying->setMinimumHeight(2 * m_saying->fontMetrics().lineSpacing());
    m_saying->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_fields->show(m_rule);
    m_enabled->setChecked(m_rule.isEnabled);
    auto *content = new QVBoxLayout;
    content->setSpacing(space::medium);
    content->addWidget(m_saying);
    content->addWidget(m_form);
    content->addWidget(m_enabled);
    content->addStretch(1);
    finishLayout(content);
    setMinimumWidth(480);
    connect(m_fields, &RuleFields::changed, this, &RuleDialog::showSaying);
    askForWords([this](const StationWords &words) { m_fields->setWords(words); });
    showSaying();
}

QString RuleDialog::says() const { return m_saying->text(); }

Result<Rule> RuleDialog::read() const
{
    Result<Rule> rule = m_fields->read(m_rule);
    if (rule)
        rule->isEnabled = m_enabled->isChecked();
    return rule;
}

void RuleDialog::showSaying()
{
    m_form->clearWrong();
    const Result<Rule> rule = read();
    setTone(*m_saying, rule ? QString() : u"dim"_s);
    m_saying->setText(rule ? u"%1 %2"_s.arg(sentence(*rule), tr("For %1.").arg(scopeText(rule->scope)))
                           : rule.error().args.value(2));
}

bool RuleDialog::isChanged() const
{
    const Result<Rule> rule = read();
    if (m_isNew) // what nobody has written anything into is no loss
        return rule.has_value() || !m_fields->name().text().isEmpty();
    return !rule || *rule != m_rule;
}

std::optional<Result<StationEdit>> RuleDialog::edit()
{
    m_form->clearWrong();
    const Result<Rule> rule = read();
    if (!rule) {
        m_form->showWrong(m_fields->keyOf(rule.error().args.value(1)), rule.error().args.value(2));
        return std::nullopt;
    }
    if (!m_isNew && !isStillThere(m_editor.station().rules(), m_rule)) {
        showRefused(tr("This rule was changed elsewhere meanwhile. Close this and open it again."));
        return std::nullopt;
    }
    return setObjects(m_editor.station(), std::vector{*rule}, m_editor.stamp());
}

void RuleDialog::showRefused(const QString &sentence) { m_form->showWrong({}, sentence); }

} // namespace sf
