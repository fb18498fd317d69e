// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/fillform.h"

#include "core/time/iso8601.h"
#include "ui/dialogs/walltimeedit.h"
#include "ui/session/stationeditor.h"
#include "ui/session/walltext.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <utility>

namespace sf {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int longestCooldown = 24 * 365; ///< hours
constexpr std::size_t mostTemplates = 4;

int wholeHours(Millis length)
{
    return static_cast<int>(std::chrono::duration_cast<std::chrono::hours>(length).count());
}

QSpinBox *hoursField(QWidget *parent)
{
    auto *field = new QSpinBox(parent);
    field->setRange(0, longestCooldown);
    field->setSuffix(FillForm::tr(" h"));
    return field;
}

QPushButton *linkButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setFlat(true);
    button->setAutoDefault(false);
    return button;
}

QLayout *beside(QWidget *one, QWidget *other)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::small);
    row->addWidget(one);
    row->addWidget(other);
    row->addStretch(1);
    return row;
}

QString dateText(QDate date) { return QLocale().toString(date, u"ddd d MMM"_s); }

QString useText(const TemplateUse &use)
{
    const QString when = use.days == 1 ? FillForm::tr("on %1").arg(dateText(use.first))
                                       : FillForm::tr("on %n day(s) from %1 to %2", nullptr, use.days)
                                             .arg(dateText(use.first), dateText(use.last));
    if (use.name.isEmpty())
        return FillForm::tr("None %1: any programme, at any hour").arg(when);
    return FillForm::tr("“%1” %2: %3").arg(use.name, when, use.dayparts.join(u", "_s));
}

/// A field shows whole seconds; what nobody has touched keeps the exact time.
Result<TimePoint> instantOf(const WallTimeEdit &field, const QDateTime &shown, TimePoint exact,
                            const ChannelClock &clock)
{
    if (field.dateTime() == shown)
        return exact;
    return field.instant(clock);
}

} // namespace

FillForm::FillForm(StationEditor &editor, PlanAsk ask, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_ask(std::move(ask))
    , m_preset(new QComboBox(this))
    , m_scope(new QComboBox(this))
    , m_from(new WallTimeEdit(this))
    , m_to(new WallTimeEdit(this))
    , m_week(new QComboBox(this))
    , m_templates(new QLabel(this))
    , m_editTemplates(linkButton(tr("Templates…"), this))
    , m_editRules(linkButton(tr("Rules…"), this))
    , m_cooldown(hoursField(this))
    , m_allows(new QCheckBox(tr("Where nothing else fits, allow"), this))
    , m_allowed(hoursField(this))
    , m_order(new QComboBox(this))
    , m_seed(new QSpinBox(this))
    , m_replace(new QCheckBox(tr("Plan anew what was auto-filled before"), this))
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(space::medium);
    form->setVerticalSpacing(space::small);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft);
    addRangeRows(*form);
    addRuleRows(*form);
    setRange(m_ask.range);
    connectFields();
    setTabOrder(m_seed, m_replace);
    setTabOrder(m_scope, m_preset);
    setFocusProxy(isReplan() ? m_scope : m_preset);
}

void FillForm::addRangeRows(QFormLayout &form)
{
    const Channel *channel = m_editor.channel();
    form.addRow(tr("Channel"), new QLabel(channel ? channel->name : QString(), this));
    if (m_ask.replan) {
        m_scope->addItems({tr("All that was auto-filled in this time"),
                           tr("The %n picked event(s)", nullptr, static_cast<int>(m_ask.selection.size())),
                           tr("Only what is broken")});
        m_scope->setCurrentIndex(static_cast<int>(*m_ask.replan));
        form.addRow(tr("&Plan anew"), m_scope);
    }
    m_preset->addItems({tr("From … to …"), tr("The rest of today"), tr("Tomorrow"), tr("The next 7 days"),
                        tr("The next 28 days")});
    form.addRow(tr("&When"), m_preset);
    form.addRow(tr("F&rom"), m_from);
    form.addRow(tr("&To"), m_to);
    m_week->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // names may be long
    form.addRow(tr("T&emplate"), m_week);
    m_week->setToolTip(tr("For this time alone; a check goes by the calendar"));
    listWeeks();
    m_templates->setWordWrap(true);
    m_templates->setProperty("tone", u"dim"_s);
    m_templates->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_templates->setMinimumHeight(2 * fontMetrics().lineSpacing());
    form.addRow(tr("Week"), m_templates);
    form.addRow(QString(), beside(m_editTemplates, m_editRules));
}

void FillForm::addRuleRows(QFormLayout &form)
{
    const PlanChoices &choices = m_editor.planChoices();
    m_cooldown->setValue(wholeHours(choices.cooldown));
    m_cooldown->setToolTip(
        tr("From one start to the next of the same programme, where no rule of the station says"));
    m_allows->setChecked(choices.allowedCooldown.has_value());
    m_allowed->setValue(wholeHours(choices.allowedCooldown.value_or(choices.cooldown / 2)));
    m_allowed->setEnabled(m_allows->isChecked());
    m_allowed->setAccessibleName(tr("Cooldown where nothing else fits"));
    m_allows->setToolTip(tr("What is planned so says it in its explanation"));
    m_order->addItems({tr("Shuffled"), tr("Least recently aired first"), tr("At random, by weight"),
                       tr("By series and episode")});
    m_order->setToolTip(tr("Where no daypart says. Shuffled: everything once before anything again"));
    m_order->setCurrentIndex(static_cast<int>(choices.order));
    m_seed->setRange(0, 999'999);
    m_seed->setValue(static_cast<int>(choices.seed));
    m_seed->setToolTip(
        tr("In which order the programmes come that fit equally well. The same number gives the same plan "
           "again; another one gives another plan by the same rules."));
    auto *allowed = new QHBoxLayout;
    allowed->setSpacing(space::small);
    allowed->addWidget(m_allows, 1);
    allowed->addWidget(m_allowed);
    form.addRow(tr("&Cooldown"), m_cooldown);
    form.addRow(allowed);
    form.addRow(tr("&Order"), m_order);
    form.addRow(tr("&Mix"), m_seed);
    if (!m_ask.replan)
        form.addRow(m_replace);
    m_replace->setVisible(!isReplan());
    m_scope->setVisible(isReplan());
}

void FillForm::connectFields()
{
    for (WallTimeEdit *field : {m_from, m_to})
        connect(field, &QDateTimeEdit::dateTimeChanged, this, [this] {
            m_preset->setCurrentIndex(0); // no longer what was chosen there
            Q_EMIT changed();
        });
    for (QSpinBox *field : {m_cooldown, m_allowed, m_seed})
        connect(field, &QSpinBox::valueChanged, this, &FillForm::changed);
    for (QComboBox *field : {m_order, m_scope, m_week})
        connect(field, &QComboBox::currentIndexChanged, this, &FillForm::changed);
    for (QCheckBox *field : {m_allows, m_replace})
        connect(field, &QCheckBox::toggled, this, &FillForm::changed);
    connect(m_allows, &QCheckBox::toggled, m_allowed, &QWidget::setEnabled);
    connect(m_editTemplates, &QPushButton::clicked, this, &FillForm::templatesRequested);
    connect(m_editRules, &QPushButton::clicked, this, &FillForm::rulesRequested);
    connect(m_preset, &QComboBox::activated, this, &FillForm::choosePreset);
    connect(&m_editor, &StationEditor::edited, this, &FillForm::listWeeks);
    connect(&m_editor, &StationEditor::reloaded, this, &FillForm::listWeeks);
}

/// What was chosen stays chosen; where it is gone, the calendar counts again.
void FillForm::listWeeks()
{
    const auto chosen = m_week->currentData().value<TemplateId>();
    int place = 0;
    {
        const QSignalBlocker blocker(m_week);
        m_week->clear();
        m_week->addItem(tr("By the calendar"), QVariant::fromValue(TemplateId()));
        const Channel *channel = m_editor.channel();
        for (const WeekTemplate &week : m_editor.station().templates()) {
            if (!channel || week.channel != channel->id)
                continue;
            if (week.id == chosen)
                place = m_week->count();
            m_week->addItem(week.name, QVariant::fromValue(week.id));
        }
        m_week->setCurrentIndex(place);
    }
    if (chosen && place == 0)
        Q_EMIT changed();
}

void FillForm::setRange(TimeRange range)
{
    m_ask.range = range;
    {
        const QSignalBlocker one(m_from);
        const QSignalBlocker other(m_to);
        m_from->setInstant(m_editor.clock(), range.start);
        m_to->setInstant(m_editor.clock(), range.end());
    }
    m_shownFrom = m_from->dateTime();
    m_shownTo = m_to->dateTime();
    Q_EMIT changed();
}

void FillForm::choosePreset(int index)
{
    const ChannelClock clock = m_editor.clock();
    const TimePoint now = std::chrono::ceil<std::chrono::minutes>(m_editor.now());
    const QDate today = clock.broadcastDate(now);
    if (index == 1)
        setRange(TimeRange::between(now, clock.broadcastDay(today).end()));
    else if (index == 2)
        setRange(clock.broadcastDay(today.addDays(1)));
    else if (index == 3)
        setRange(TimeRange::between(now, clock.broadcastDays(today, 7).end()));
    else if (index == 4)
        setRange(TimeRange::between(now, clock.broadcastDays(today, 28).end()));
}

Result<TimeRange> FillForm::range() const
{
    const ChannelClock clock = m_editor.clock();
    const Result<TimePoint> from = instantOf(*m_from, m_shownFrom, m_ask.range.start, clock);
    if (!from)
        return fail(from.error());
    const Result<TimePoint> to = instantOf(*m_to, m_shownTo, m_ask.range.end(), clock);
    if (!to)
        return fail(to.error());
    if (*to <= *from)
        return fail(ErrorCode::EmptyRange, {wallText(clock, *from), wallText(clock, *to)});
    return TimeRange::between(*from, *to);
}

PlanChoices FillForm::choices() const
{
    PlanChoices choices;
    choices.cooldown = std::chrono::hours(m_cooldown->value());
    if (m_allows->isChecked())
        choices.allowedCooldown = std::chrono::hours(m_allowed->value());
    choices.order = static_cast<PickOrder>(m_order->currentIndex());
    choices.seed = static_cast<std::uint64_t>(m_seed->value());
    return choices;
}

Result<PlanOrder> FillForm::order() const
{
    const Result<TimeRange> wanted = range();
    if (!wanted)
        return fail(wanted.error());
    PlanOrder order;
    order.request.fill = requestFor(m_editor.plan(), choices(), m_editor.now());
    order.request.fill.range = *wanted;
    order.request.fill.week = m_week->currentData().value<TemplateId>();
    order.isReplan = isReplan();
    if (order.isReplan) {
        order.request.scope = static_cast<ReplanScope>(m_scope->currentIndex());
        order.request.selection = m_ask.selection;
        // Another mix is wanted whole; else the plan that is there is the start.
        order.request.isAfresh = order.request.fill.seed != m_editor.planChoices().seed;
    } else {
        order.request.fill.replaceAuto = m_replace->isChecked();
    }
    return order;
}

void FillForm::showTemplates(const std::vector<TemplateUse> &uses)
{
    if (uses.size() == 1 && uses.front().name.isEmpty()) {
        m_templates->setText(tr("No week template: any programme, at any hour"));
        return;
    }
    QStringList lines;
    for (std::size_t i = 0; i < std::min(uses.size(), mostTemplates); ++i)
        lines << useText(uses[i]);
    if (uses.size() > mostTemplates)
        lines << tr("and %n more", nullptr, static_cast<int>(uses.size() - mostTemplates));
    m_templates->setText(lines.join(u'\n'));
}

QString FillForm::templatesText() const { return m_templates->text(); }

} // namespace sf
