// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/daypartform.h"

#include "core/planning/blocks.h"
#include "core/planning/unknownnames.h"
#include "core/time/timeofday.h"
#include "ui/planning/choices.h"
#include "ui/planning/daybuttons.h"
#include "ui/planning/fieldform.h"
#include "ui/planning/lengthedit.h"
#include "ui/planning/namesedit.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>
#include <bit>
#include <tuple>

namespace sf {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

enum StartRow { Hard, Soft };

QLineEdit *timeField()
{
    auto *field = new QLineEdit;
    field->setFont(figureFont());
    field->setToolTip(DaypartForm::tr("Wall time; past 24:00 it is of the next day, such as 26:00"));
    return field;
}

void showLength(LengthEdit *field, Millis length)
{
    const auto shown = field->length();
    if (!shown || shown->value_or(Millis::zero()) != length)
        field->setLength(length > Millis::zero() ? std::optional(length) : std::nullopt);
}

void showText(QLineEdit *field, const QString &text)
{
    if (field->text().trimmed() != text)
        field->setText(text);
}

void showTime(QLineEdit *field, Millis time)
{
    const auto shown = parseTimeOfDay(field->text());
    if (!field->hasFocus() || !shown || (*shown != time && *shown + 24h != time))
        showText(field, timeOfDayText(time));
}

void showNames(NamesEdit *field, const QStringList &names)
{
    if (field->names() != names)
        field->setNames(names);
}

} // namespace

DaypartForm::DaypartForm(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget)
    , m_form(new FieldForm)
    , m_name(new QLineEdit)
    , m_days(new DayButtons)
    , m_from(timeField())
    , m_until(timeField())
    , m_categories(new NamesEdit(tr("any category")))
    , m_tags(new NamesEdit(tr("any tag")))
    , m_series(makeNameChoice(tr("any series")))
    , m_kind(makeKindChoice())
    , m_order(new QComboBox)
    , m_start(new QComboBox)
    , m_tolerance(new LengthEdit(tr("not at all")))
    , m_short(new LengthEdit(tr("not at all")))
    , m_over(new LengthEdit(tr("not at all")))
    , m_ident(new QCheckBox(tr("an &ident after each programme")))
    , m_promo(new LengthEdit(tr("none")))
    , m_break(new LengthEdit(tr("none")))
    , m_pad(new LengthEdit(tr("not padded")))
    , m_fallback(new NamesEdit(tr("none")))
    , m_rules(makeHint())
    , m_addRule(new QPushButton(tr("Add rule for it…")))
    , m_detach(new QPushButton(tr("Make the first day its own block")))
    , m_remove(new QPushButton(icon(Sign::Remove), tr("Remove block")))
{
    auto *nothing = makeHint(tr("Drag on the week to paint a block: over several days at once, too.\n\n"
                                "Drag a block or its edges to move or size it; with Alt to the minute. "
                                "With the keys: Tab from block to block, arrows move, Shift and arrows size, "
                                "Enter for its fields, Delete removes."));
    nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    nothing->setMargin(space::small);
    addFields();
    auto *content = new QWidget;
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, space::small, 0);
    inner->setSpacing(space::small);
    inner->addWidget(m_form);
    inner->addWidget(m_rules);
    inner->addWidget(m_addRule);
    inner->addWidget(m_detach);
    inner->addWidget(m_remove);
    inner->addStretch(1);
    for (QPushButton *button : {m_addRule, m_detach, m_remove})
        button->setAutoDefault(false);
    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pages->addWidget(nothing);
    m_pages->addWidget(scroll);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
    watch();
}

void DaypartForm::addFields()
{
    m_order->addItems({tr("shuffled"), tr("least recently aired first"), tr("at random, by weight"),
                       tr("in order of episodes")});
    m_start->addItems({tr("at its time"), tr("when what is before ends")});
    m_form->addRow(u"name"_s, tr("&Name"), m_name);
    m_form->addRow(u"days"_s, tr("Days"), m_days);
    m_form->addRow(u"from"_s, tr("&From"), m_from);
    m_form->addRow(u"until"_s, tr("&Until"), m_until);
    m_form->addHeading(tr("What it draws from"));
    m_form->addRow(u"categories"_s, tr("&Categories"), m_categories);
    m_form->addRow(u"tags"_s, tr("&Tags"), m_tags);
    m_form->addRow(u"series"_s, tr("&Series"), m_series);
    m_form->addRow(u"kind"_s, tr("&Kind"), m_kind);
    m_form->addRow(u"order"_s, tr("&Order"), m_order);
    m_form->addRow(u"fallback"_s, tr("Else from"), m_fallback);
    m_fallback->setToolTip(tr("Categories to fall back on, the first that has something"));
    m_form->addHeading(tr("Start and end"));
    m_form->addRow(u"start"_s, tr("Sta&rts"), m_start);
    m_form->addRow(u"tolerance"_s, tr("Off by at most"), m_tolerance);
    m_form->addRow(u"short"_s, tr("May end early"), m_short);
    m_form->addRow(u"over"_s, tr("May run over"), m_over);
    m_form->addHeading(tr("Between programmes"));
    m_form->addRow(u"ident"_s, QString(), m_ident);
    m_form->addRow(u"promo"_s, tr("Promo every"), m_promo);
    m_form->addRow(u"break"_s, tr("Break of"), m_break);
    m_form->addRow(u"pad"_s, tr("Pad to every"), m_pad);
    m_pad->setToolTip(
        tr("With 30 min, say, each programme starts at :00 or :30, and fillers close what is left"));
    m_break->setToolTip(tr("A commercial break at every join and at permitted split points"));
}

void DaypartForm::watch()
{
    for (const QLineEdit *field :
         {m_name, m_from, m_until, static_cast<QLineEdit *>(m_tolerance), static_cast<QLineEdit *>(m_short),
          static_cast<QLineEdit *>(m_over), static_cast<QLineEdit *>(m_promo),
          static_cast<QLineEdit *>(m_break), static_cast<QLineEdit *>(m_pad)})
        connect(field, &QLineEdit::textChanged, this, &DaypartForm::read);
    for (const NamesEdit *field : {m_categories, m_tags, m_fallback})
        connect(field, &NamesEdit::changed, this, &DaypartForm::read);
    for (const QComboBox *choice : {m_kind, m_order, m_start})
        connect(choice, &QComboBox::currentIndexChanged, this, &DaypartForm::read);
    connect(m_series, &QComboBox::editTextChanged, this, &DaypartForm::read);
    connect(m_days, &DayButtons::changed, this, &DaypartForm::read);
    connect(m_ident, &QCheckBox::toggled, this, &DaypartForm::read);
    connect(m_remove, &QPushButton::clicked, this, &DaypartForm::removeRequested);
    connect(m_detach, &QPushButton::clicked, this, &DaypartForm::detachRequested);
    connect(m_addRule, &QPushButton::clicked, this, [this] { Q_EMIT ruleRequested(m_shown.name); });
}

void DaypartForm::setWords(const StationWords &words)
{
    m_categories->offer(words.categories);
    m_fallback->offer(words.categories);
    m_tags->offer(words.tags);
    offer(*m_series, words.series);
    m_words = words;
    showRemarks();
    if (m_pages->currentIndex() == 1)
        read(); // a comma may be part of a name that is known now
}

/// Names that no asset has yet: maybe misspelt, maybe yet to come.
void DaypartForm::showRemarks()
{
    if (!m_words)
        return;
    const auto show = [this](const QString &key, NameField field, const QStringList &names,
                             const QStringList &known) {
        QStringList sentences;
        for (const QString &name : names) {
            if (!name.isEmpty() && !known.contains(name, Qt::CaseInsensitive))
                sentences << sentence(UnknownName{field, name, {}});
        }
        m_form->setRemark(key, sentences.join(u'\n'));
    };
    show(u"categories"_s, NameField::Category, m_categories->names(), m_words->categories);
    show(u"fallback"_s, NameField::Category, m_fallback->names(), m_words->categories);
    show(u"tags"_s, NameField::Tag, m_tags->names(), m_words->tags);
    show(u"series"_s, NameField::Series, {m_series->currentText().trimmed()}, m_words->series);
}

void DaypartForm::setRules(std::vector<Rule> rules)
{
    m_known = std::move(rules);
    showRules();
}

void DaypartForm::showRules()
{
    QStringList names;
    for (const Rule &rule : m_known) {
        if (rule.scope.daypart.compare(m_shown.name, Qt::CaseInsensitive) == 0 && rule.isEnabled)
            names << rule.name;
    }
    m_rules->setText(names.isEmpty() ? tr("It has no rules of its own; those of the station count.")
                                     : tr("Its own rules: %1.").arg(names.join(u", "_s)));
}

QString DaypartForm::rulesText() const { return m_rules->text(); }

void DaypartForm::setEditable(bool isEditable) { m_pages->setEnabled(isEditable); }

void DaypartForm::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void DaypartForm::keyPressEvent(QKeyEvent *event)
{
    // Enter after a name is for the block, not for the whole template.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

bool DaypartForm::isWrong() const { return m_pages->currentIndex() == 1 && !m_form->wrongText().isEmpty(); }

void DaypartForm::setDaypart(const std::optional<Daypart> &daypart)
{
    m_pages->setCurrentIndex(daypart ? 1 : 0);
    if (!daypart)
        return;
    m_isShowing = true;
    m_form->clearWrong();
    m_shown = *daypart;
    showText(m_name, daypart->name);
    m_days->setMask(daypart->dayMask);
    showTime(m_from, daypart->from);
    showTime(m_until, daypart->until);
    showNames(m_categories, daypart->filter.categories);
    showNames(m_tags, daypart->filter.tags);
    showNames(m_fallback, daypart->fallbackCategories);
    if (m_series->currentText().trimmed() != daypart->filter.series)
        m_series->setEditText(daypart->filter.series);
    showKind(*m_kind, daypart->filter.kind);
    m_order->setCurrentIndex(static_cast<int>(daypart->order));
    m_start->setCurrentIndex(daypart->isHardStart ? Hard : Soft);
    showLength(m_tolerance, daypart->startTolerance);
    showLength(m_short, daypart->mayRunShort);
    showLength(m_over, daypart->mayRunOver);
    m_ident->setChecked(daypart->identAfterEach);
    showLength(m_promo, daypart->promoEvery);
    showLength(m_break, daypart->breakLength);
    showLength(m_pad, daypart->padTo);
    showRows();
    m_isShowing = false;
}

void DaypartForm::showRows()
{
    m_form->setShown(u"tolerance"_s, m_start->currentIndex() == Soft);
    showRemarks();
    showRules();
    m_detach->setVisible(std::popcount(static_cast<std::uint32_t>(m_days->mask())) > 1);
}

Status DaypartForm::readTimes(Daypart &daypart) const
{
    const auto refused = [](const QString &key, const QString &value, const QString &should) {
        return fail(ErrorCode::BadFieldValue, {value, key, should});
    };
    const auto from = parseTimeOfDay(m_from->text());
    if (!from)
        return refused(u"from"_s, m_from->text(), tr("Write a time of day such as “06:00”."));
    const auto until = parseTimeOfDay(m_until->text());
    if (!until)
        return refused(u"until"_s, m_until->text(), tr("Write a time of day such as “09:00” or “26:00”."));
    // What is shown is cut to the second; a time that was not touched stays as exact as it was.
    const auto isShown = [](const QLineEdit *field, Millis time) {
        return field->text().trimmed() == timeOfDayText(time);
    };
    daypart.from = isShown(m_from, m_shown.from) ? m_shown.from : *from;
    daypart.until = isShown(m_until, m_shown.until) ? m_shown.until : *until;
    if (daypart.until <= daypart.from)
        daypart.until += 24h; // over midnight, as people write it
    const std::array<std::tuple<QString, const LengthEdit *, Millis *>, 6> lengths{
        {{u"tolerance"_s, m_tolerance, &daypart.startTolerance},
         {u"short"_s, m_short, &daypart.mayRunShort},
         {u"over"_s, m_over, &daypart.mayRunOver},
         {u"promo"_s, m_promo, &daypart.promoEvery},
         {u"break"_s, m_break, &daypart.breakLength},
         {u"pad"_s, m_pad, &daypart.padTo}}};
    for (const auto &[key, field, value] : lengths) {
        const auto length = field->length();
        if (!length)
            return refused(key, field->text(), tr("Write a length such as “2 min” or “1:30:00”."));
        *value = length->value_or(Millis::zero());
    }
    return {};
}

Result<Daypart> DaypartForm::readFields() const
{
    Daypart read = m_shown;
    read.name = m_name->text().trimmed();
    read.dayMask = m_days->mask();
    if (const Status status = readTimes(read); !status)
        return fail(status.error());
    read.filter = {m_categories->names(), m_tags->names(), m_series->currentText().trimmed(),
                   kindIn(*m_kind)};
    read.order = static_cast<PickOrder>(m_order->currentIndex());
    read.isHardStart = m_start->currentIndex() == Hard;
    read.identAfterEach = m_ident->isChecked();
    read.fallbackCategories = m_fallback->names();
    WeekTemplate alone;
    alone.dayparts = {read};
    if (const Status status = checkTemplate(alone); !status)
        return fail(status.error());
    return read;
}

void DaypartForm::read()
{
    if (m_isShowing)
        return;
    const Result<Daypart> daypart = readFields();
    showRows();
    if (!daypart) {
        m_form->markWrong(daypart.error().args.value(1), daypart.error().args.value(2));
        return;
    }
    m_form->clearWrong();
    if (*daypart == m_shown)
        return;
    m_shown = *daypart;
    showRules();
    Q_EMIT changed(m_shown);
}

} // namespace sf
