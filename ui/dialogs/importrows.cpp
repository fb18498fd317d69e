// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// The rows of ImportChoices: what they are made of.

#include "ui/dialogs/channelfields.h"
#include "ui/dialogs/importchoices.h"
#include "ui/dialogs/mappinglayouts.h"
#include "ui/dialogs/walltimeedit.h"
#include "ui/dialogs/zonecombo.h"
#include "ui/session/stationeditor.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

#include <algorithm>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// Side by side in `holder`; those that are its children already are not styled anew.
void lineUp(QWidget *holder, std::initializer_list<QWidget *> widgets)
{
    auto *layout = new QHBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    for (QWidget *widget : widgets)
        layout->addWidget(widget,
                          qobject_cast<QPushButton *>(widget) || qobject_cast<QLabel *>(widget) ? 0 : 1);
}

QPushButton *plainButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    return button;
}

/// The day that the file's name tells, else tomorrow's.
QDate likelyDay(const QString &path, QDate today)
{
    static const QRegularExpression pattern(u"(\\d{4})[-_.]?(\\d{2})[-_.]?(\\d{2})"_s);
    const auto match = pattern.match(QFileInfo(path).completeBaseName());
    const QDate named(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    return match.hasMatch() && named.isValid() ? named : today.addDays(1);
}

} // namespace

void ImportChoices::build()
{
    m_mode->addItem(tr("beside what stands there"), int(ImportMode::Merge));
    m_mode->addItem(tr("in place of what stands there"), int(ImportMode::ReplaceRange));
    m_mode->setAccessibleName(tr("What becomes of what stands there"));
    lineUp(m_reading, {m_format});
    lineUp(m_place, {m_target, m_mode});
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(space::large);
    m_form->setVerticalSpacing(space::small);
    addRow(Row::Reading, tr("&Format"), m_reading, m_format);
    addRow(Row::Place, tr("In&to"), m_place, m_target);
}

void ImportChoices::addRow(Row row, const QString &label, QWidget *field, QWidget *buddy)
{
    const auto place = m_rows.begin() + static_cast<std::ptrdiff_t>(row);
    const auto above = std::count_if(m_rows.begin(), place, [](const QWidget *made) { return made; });
    m_form->insertRow(static_cast<int>(above), label, field);
    *place = field;
    if (auto *text = qobject_cast<QLabel *>(m_form->labelForField(field)))
        text->setBuddy(buddy);
    orderTabs();
}

/// From row to row, whichever was made first.
void ImportChoices::orderTabs()
{
    QWidget *before = nullptr;
    for (QWidget *row : m_rows) {
        if (!row)
            continue;
        for (QWidget *field : QList<QWidget *>{row} + row->findChildren<QWidget *>()) {
            if (!(field->focusPolicy() & Qt::TabFocus) || field->focusProxy() || field->window() != window())
                continue;
            if (before)
                setTabOrder(before, field);
            before = field;
        }
    }
}

void ImportChoices::showRow(Row row, bool isShown)
{
    const auto index = static_cast<std::size_t>(row);
    if (isShown && !m_rows[index])
        make(row);
    if (m_rows[index])
        m_form->setRowVisible(m_rows[index], isShown);
}

void ImportChoices::make(Row row)
{
    switch (row) {
    case Row::Reading:
    case Row::Place:
        break; // always there
    case Row::NewChannel:
    case Row::NewClock:
        makeNewChannel();
        break;
    case Row::Range:
        makeRange();
        break;
    case Row::Source:
        makeSource();
        break;
    case Row::Zone:
        makeZone();
        break;
    case Row::Day:
        makeDay();
        break;
    case Row::First:
        makeStart();
        break;
    }
}

void ImportChoices::makeMapping()
{
    if (m_layouts)
        return;
    m_layouts = new MappingLayouts(m_editor.jobs(), MappingLayouts::Extent::List, m_reading);
    m_columns = plainButton(tr("Columns…"), m_reading);
    auto *line = static_cast<QHBoxLayout *>(m_reading->layout());
    line->addWidget(m_layouts, 1);
    line->addWidget(m_columns);
    orderTabs();
    connect(m_layouts, &MappingLayouts::chosen, this, &ImportChoices::setMapping);
    connect(m_columns, &QPushButton::clicked, this, &ImportChoices::mappingRequested);
}

void ImportChoices::makeNewChannel()
{
    if (m_made)
        return;
    auto *names = new QWidget(this);
    auto *clock = new QWidget(this);
    m_made = new ChannelFields(usualChannel(newName()), *names, *clock);
    lineUp(names, {&m_made->name(), &m_made->zone()});
    lineUp(clock, {&m_made->dayStart(), new QLabel(tr("frames a second"), clock), &m_made->rate()});
    addRow(Row::NewChannel, tr("&Name and time zone"), names, &m_made->name());
    addRow(Row::NewClock, tr("Its da&y starts at"), clock, &m_made->dayStart());
    connect(m_made, &ChannelFields::edited, this, &ImportChoices::takeNewChannel);
}

void ImportChoices::makeRange()
{
    auto *range = new QWidget(this);
    m_from = new WallTimeEdit(range);
    m_to = new WallTimeEdit(range);
    lineUp(range, {m_from, new QLabel(tr("to"), range), m_to});
    addRow(Row::Range, tr("&Replaced from"), range, m_from);
    showExtent();
    connect(m_from, &QDateTimeEdit::editingFinished, this, &ImportChoices::takeRange);
    connect(m_to, &QDateTimeEdit::editingFinished, this, &ImportChoices::takeRange);
}

void ImportChoices::makeSource()
{
    auto *source = new QComboBox(this);
    source->addItems(m_sources);
    source->setCurrentText(m_source);
    addRow(Row::Source, tr("&Channel in the file"), source, source);
    connect(source, &QComboBox::activated, this, [this, source] {
        take([source](ImportRequest &request) { request.reading.sourceChannel = source->currentText(); });
    });
}

void ImportChoices::makeZone()
{
    m_zone = new ZoneCombo(this);
    m_zone->setFirst(tr("As the format says"));
    addRow(Row::Zone, tr("Times without off&set are"), m_zone, m_zone);
    connect(m_zone, &ZoneCombo::zoneChosen, this, [this](const QString &zone) {
        take([&](ImportRequest &request) {
            const auto clock = ChannelClock::create(zone, Millis(0));
            request.reading.zone = zone.isEmpty() || !clock ? std::nullopt : std::optional(*clock);
        });
    });
}

void ImportChoices::makeDay()
{
    auto *day = new QWidget(this);
    m_date = new DateEdit(u"yyyy-MM-dd"_s, day);
    m_date->setDate(likelyDay(m_request.path, m_editor.clock().broadcastDate(m_editor.now())));
    auto *weekday = new QLabel(m_date->date().toString(u"dddd"_s), day);
    auto *use = plainButton(tr("Use this day"), day);
    lineUp(day, {m_date, weekday, use});
    addRow(Row::Day, tr("Broadcast &day"), day, m_date);
    const auto useDay = [this] {
        take([this](ImportRequest &request) { request.reading.date = m_date->date(); });
    };
    connect(use, &QPushButton::clicked, this, useDay);
    connect(m_date, &QDateEdit::dateChanged, this, [this, weekday, useDay](QDate date) {
        weekday->setText(date.toString(u"dddd"_s));
        if (m_request.reading.date)
            useDay();
    });
}

void ImportChoices::makeStart()
{
    const ChannelClock clock = m_editor.clock();
    auto *first = new QWidget(this);
    m_start = new WallTimeEdit(first);
    const auto extent = m_editor.station().schedule().extent(m_editor.plan());
    const TimePoint tomorrow = clock.broadcastDay(clock.broadcastDate(m_editor.now()).addDays(1)).start;
    m_start->setInstant(clock, extent ? std::max(extent->end(), m_editor.now()) : tomorrow);
    auto *use = plainButton(tr("Start here"), first);
    lineUp(first, {m_start, use});
    addRow(Row::First, tr("First entry &at"), first, m_start);
    const auto useStart = [this] {
        if (const auto start = m_start->instant(m_editor.clock()))
            take([&](ImportRequest &request) { request.reading.start = *start; });
    };
    connect(use, &QPushButton::clicked, this, useStart);
    connect(m_start, &QDateTimeEdit::dateTimeChanged, this, [this, useStart] {
        if (m_request.reading.start)
            useStart();
    });
}

} // namespace sf
