// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/repeatfields.h"

#include "core/time/timeofday.h"
#include "ui/dialogs/walltimeedit.h"
#include "ui/planning/choices.h"
#include "ui/planning/daybuttons.h"
#include "ui/planning/fieldform.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>

#include <array>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

enum KindRow { EveryDay, Weekdays, DaysOfWeek, WeekdayOfMonth, OtherRule };
enum EndRow { Never, AfterSoMany, OnADay };

constexpr std::int32_t weekdayMask = 0x1F;
constexpr std::array nths{1, 2, 3, 4, 5, -1};

QDate dateOf(LocalTime t)
{
    const auto days = std::chrono::floor<std::chrono::days>(t).time_since_epoch().count();
    return QDate(1970, 1, 1).addDays(days);
}

QSpinBox *numberBox(int most)
{
    auto *box = new QSpinBox;
    box->setRange(1, most);
    box->setFont(figureFont());
    return box;
}

} // namespace

RepeatFields::RepeatFields(FieldForm &form, QObject *parent)
    : QObject(parent)
    , m_form(form)
    , m_kind(new QComboBox)
    , m_interval(numberBox(999))
    , m_days(new DayButtons)
    , m_nth(new QComboBox)
    , m_weekday(new QComboBox)
    , m_ends(new QComboBox)
    , m_count(numberBox(100'000))
    , m_until(new DateEdit(u"yyyy-MM-dd"_s))
    , m_rule(new QLineEdit)
{
    m_kind->addItems({tr("every day"), tr("on weekdays"), tr("on days of the week"),
                      tr("on a weekday of the month"), tr("by another rule")});
    m_ends->addItems({tr("goes on"), tr("after so many"), tr("on a day")});
    m_rule->setPlaceholderText(u"FREQ=WEEKLY;BYDAY=MO"_s);
    m_rule->setToolTip(tr("The rule as RFC 5545 writes it; it follows the fields above, and they follow it"));
    form.addRow(u"kind"_s, tr("&Comes"), m_kind);
    form.addRow(u"days"_s, tr("On"), m_days);
    form.addRow(u"nth"_s, tr("On the"), makeNth());
    form.addRow(u"interval"_s, tr("E&very"), m_interval);
    form.addRow(u"ends"_s, tr("&Ends"), m_ends);
    form.addRow(u"count"_s, tr("After"), m_count);
    form.addRow(u"until"_s, tr("Last day"), m_until);
    form.addRow(u"rrule"_s, tr("R&ule"), m_rule);
    watch();
}

QWidget *RepeatFields::makeNth()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    m_nth->addItems({tr("first"), tr("second"), tr("third"), tr("fourth"), tr("fifth"), tr("last")});
    for (int day = 0; day < daysInWeek; ++day)
        m_weekday->addItem(weekdayName(day));
    m_weekday->setMaxVisibleItems(daysInWeek);
    layout->addWidget(m_nth, 1);
    layout->addWidget(m_weekday, 1);
    return row;
}

void RepeatFields::watch()
{
    for (const QComboBox *choice : {m_kind, m_nth, m_weekday, m_ends})
        connect(choice, &QComboBox::currentIndexChanged, this, &RepeatFields::takePattern);
    for (const QSpinBox *box : {m_interval, m_count})
        connect(box, &QSpinBox::valueChanged, this, &RepeatFields::takePattern);
    connect(m_until, &QDateEdit::dateChanged, this, &RepeatFields::takePattern);
    connect(m_days, &DayButtons::changed, this, &RepeatFields::takePattern);
    connect(m_rule, &QLineEdit::textChanged, this, &RepeatFields::takeRule);
}

QString RepeatFields::rrule() const { return m_rule->text().trimmed(); }

void RepeatFields::show(const QString &rrule, LocalTime start)
{
    m_start = start;
    m_isShowing = true;
    m_until->setDate(dateOf(start).addMonths(3)); // until one is chosen
    m_rule->setText(rrule);
    showPattern(patternOf(rrule, start));
    m_isShowing = false;
}

void RepeatFields::showPattern(const RepeatPattern &pattern)
{
    const bool isWeekdays = pattern.kind == RepeatKind::Weekly && pattern.dayMask == weekdayMask;
    const bool stays = isWeekdays && m_kind->currentIndex() == DaysOfWeek;
    m_kind->setCurrentIndex(pattern.kind == RepeatKind::Daily              ? EveryDay
                            : pattern.kind == RepeatKind::MonthlyByWeekday ? WeekdayOfMonth
                            : pattern.kind == RepeatKind::Other            ? OtherRule
                            : isWeekdays && !stays                         ? Weekdays
                                                                           : DaysOfWeek);
    m_interval->setValue(pattern.interval);
    if (pattern.kind == RepeatKind::Weekly)
        m_days->setMask(pattern.dayMask);
    if (pattern.kind == RepeatKind::MonthlyByWeekday) {
        const auto *found = std::find(nths.begin(), nths.end(), pattern.nth);
        m_nth->setCurrentIndex(static_cast<int>(found - nths.begin()));
        m_weekday->setCurrentIndex(pattern.weekday);
    }
    m_ends->setCurrentIndex(pattern.count ? AfterSoMany : pattern.until ? OnADay : Never);
    if (pattern.count)
        m_count->setValue(*pattern.count);
    if (pattern.until)
        m_until->setDate(*pattern.until);
    showRows();
}

void RepeatFields::showRows()
{
    const int kind = m_kind->currentIndex();
    m_form.setShown(u"days"_s, kind == DaysOfWeek);
    m_form.setShown(u"nth"_s, kind == WeekdayOfMonth);
    m_form.setShown(u"interval"_s, kind != OtherRule);
    m_form.setShown(u"ends"_s, kind != OtherRule);
    m_form.setShown(u"count"_s, kind != OtherRule && m_ends->currentIndex() == AfterSoMany);
    m_form.setShown(u"until"_s, kind != OtherRule && m_ends->currentIndex() == OnADay);
    const int interval = m_interval->value();
    m_interval->setSuffix(kind == EveryDay         ? tr(" day(s)", nullptr, interval)
                          : kind == WeekdayOfMonth ? tr(" month(s)", nullptr, interval)
                                                   : tr(" week(s)", nullptr, interval));
    m_count->setSuffix(tr(" time(s)", nullptr, m_count->value()));
}

RepeatPattern RepeatFields::pattern() const
{
    RepeatPattern pattern;
    pattern.interval = m_interval->value();
    switch (m_kind->currentIndex()) {
    case EveryDay:
        pattern.kind = RepeatKind::Daily;
        break;
    case Weekdays:
        pattern.dayMask = weekdayMask;
        break;
    case DaysOfWeek:
        pattern.dayMask = m_days->mask();
        break;
    case WeekdayOfMonth:
        pattern.kind = RepeatKind::MonthlyByWeekday;
        pattern.nth = nths.at(static_cast<std::size_t>(m_nth->currentIndex()));
        pattern.weekday = m_weekday->currentIndex();
        break;
    default:
        pattern.kind = RepeatKind::Other;
        pattern.other = rrule();
    }
    if (m_ends->currentIndex() == AfterSoMany)
        pattern.count = m_count->value();
    else if (m_ends->currentIndex() == OnADay)
        pattern.until = m_until->date();
    return pattern;
}

void RepeatFields::takePattern()
{
    if (m_isShowing)
        return;
    m_isShowing = true;
    m_rule->setText(rruleOf(pattern()));
    showRows();
    m_isShowing = false;
    Q_EMIT changed();
}

void RepeatFields::takeRule()
{
    if (m_isShowing)
        return;
    m_isShowing = true;
    showPattern(patternOf(m_rule->text(), m_start));
    m_isShowing = false;
    Q_EMIT changed();
}

QString repeatText(const RepeatPattern &pattern)
{
    QString text;
    if (pattern.kind == RepeatKind::Other)
        return pattern.other;
    if (pattern.kind == RepeatKind::Daily)
        text = pattern.interval == 1 ? RepeatFields::tr("every day")
                                     : RepeatFields::tr("every %n day(s)", nullptr, pattern.interval);
    if (pattern.kind == RepeatKind::Weekly) {
        QStringList days;
        for (int day = 0; day < daysInWeek; ++day) {
            if ((pattern.dayMask >> day & 1) != 0)
                days << shortWeekdayName(day);
        }
        const QString on = pattern.dayMask == weekdayMask ? RepeatFields::tr("weekdays") : days.join(u", "_s);
        text = pattern.interval == 1
                   ? RepeatFields::tr("every week on %1").arg(on)
                   : RepeatFields::tr("every %n week(s) on %1", nullptr, pattern.interval).arg(on);
    }
    if (pattern.kind == RepeatKind::MonthlyByWeekday) {
        const QString nth = pattern.nth < 0 ? RepeatFields::tr("last") : u"%1."_s.arg(pattern.nth);
        text = pattern.interval == 1
                   ? RepeatFields::tr("every month on the %1 %2").arg(nth, weekdayName(pattern.weekday))
                   : RepeatFields::tr("every %n month(s) on the %1 %2", nullptr, pattern.interval)
                         .arg(nth, weekdayName(pattern.weekday));
    }
    if (pattern.count)
        text += RepeatFields::tr(", %n time(s)", nullptr, *pattern.count);
    if (pattern.until)
        text += RepeatFields::tr(", until %1").arg(pattern.until->toString(Qt::ISODate));
    return text;
}

} // namespace sf
