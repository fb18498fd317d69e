// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/recurrencedialog.h"

#include "core/planning/occurrences.h"
#include "core/planning/unknownnames.h"
#include "core/schedule/planobjects.h"
#include "ui/dialogs/walltimeedit.h"
#include "ui/planning/assetfield.h"
#include "ui/planning/choices.h"
#include "ui/planning/fieldform.h"
#include "ui/planning/lengthedit.h"
#include "ui/planning/occurrencelist.h"
#include "ui/planning/repeatfields.h"
#include "ui/session/stationeditor.h"
#include "ui/theme/tokens.h"

#include <QCheckBox>
#include <QComboBox>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

enum WhatRow { OneAsset, NextEpisode };

constexpr int formWidth = 396;

} // namespace

RecurrenceDialog::RecurrenceDialog(StationEditor &editor, Recurrence recurrence, bool isNew, QWidget *parent)
    : PlanDialog(editor, isNew ? tr("Add recurring event") : tr("Edit recurring event"),
                 isNew ? tr("Add recurring event") : tr("Save recurring event"), parent)
    , m_recurrence(std::move(recurrence))
    , m_isNew(isNew)
    , m_form(new FieldForm)
    , m_name(new QLineEdit)
    , m_what(new QComboBox)
    , m_asset(new AssetField(editor, tr("a part of its title or house number")))
    , m_series(makeNameChoice(tr("the name of a series")))
    , m_length(new LengthEdit(tr("as long as the asset")))
    , m_start(new WallTimeEdit)
    , m_repeat(nullptr)
    , m_rerun(new QCheckBox(tr("&Intended rerun: of a series the last episode again")))
    , m_locked(new QCheckBox(tr("&Locked: planning leaves it where it is")))
    , m_times(new OccurrenceList(editor))
{
    addFields();
    auto *left = new QVBoxLayout;
    left->setSpacing(space::small);
    left->addWidget(m_form);
    left->addWidget(m_rerun);
    left->addWidget(m_locked);
    left->addStretch(1);
    auto *fields = new QWidget;
    fields->setLayout(left);
    fields->setFixedWidth(formWidth);
    left->setContentsMargins(0, 0, 0, 0);
    auto *content = new QHBoxLayout;
    content->setSpacing(2 * space::medium);
    content->addWidget(fields);
    content->addWidget(m_times, 1);
    finishLayout(content);
    resize(1080, 560);
    load(m_recurrence);
    askForWords([this](const StationWords &words) {
        m_known = words.series;
        offer(*m_series, words.series);
        showRemark();
    });
    fieldsChanged();
}

void RecurrenceDialog::addFields()
{
    m_what->addItems({tr("one asset"), tr("the next episode of a series")});
    m_form->addRow(u"name"_s, tr("&Name"), m_name);
    m_form->addRow(u"what"_s, tr("&Airs"), m_what);
    m_form->addRow(u"assetId"_s, tr("Ass&et"), m_asset);
    m_form->addRow(u"series"_s, tr("&Series"), m_series);
    m_form->addRow(u"durationMs"_s, tr("Leng&th"), m_length);
    m_length->setToolTip(
        tr("Only for live, elastic and unmeasured assets; any other lasts as long as it is"));
    m_form->addRow(u"start"_s, tr("&First time"), m_start);
    m_repeat = new RepeatFields(*m_form, this);
    connect(m_what, &QComboBox::currentIndexChanged, this, &RecurrenceDialog::showWhat);
    connect(m_what, &QComboBox::currentIndexChanged, this, &RecurrenceDialog::fieldsChanged);
    connect(m_asset, &AssetField::assetChanged, this, &RecurrenceDialog::fieldsChanged);
    connect(m_series, &QComboBox::editTextChanged, this, &RecurrenceDialog::fieldsChanged);
    connect(m_series, &QComboBox::editTextChanged, this, &RecurrenceDialog::showRemark);
    connect(m_start, &QDateTimeEdit::dateTimeChanged, this, &RecurrenceDialog::fieldsChanged);
    connect(m_length, &QLineEdit::textChanged, this, &RecurrenceDialog::fieldsChanged);
    connect(m_repeat, &RepeatFields::changed, this, &RecurrenceDialog::fieldsChanged);
}

/// Its episodes may be yet to come, so that it is no mistake.
void RecurrenceDialog::showRemark()
{
    const QString series = m_series->currentText().trimmed();
    const bool isUnknown = m_known && !series.isEmpty() && !m_known->contains(series, Qt::CaseInsensitive);
    m_form->setRemark(u"series"_s,
                      isUnknown ? sentence(UnknownName{NameField::Series, series, {}}) : QString());
}

void RecurrenceDialog::showWhat()
{
    m_form->setShown(u"assetId"_s, m_what->currentIndex() == OneAsset);
    m_form->setShown(u"series"_s, m_what->currentIndex() == NextEpisode);
}

void RecurrenceDialog::load(const Recurrence &recurrence)
{
    m_name->setText(recurrence.name);
    m_what->setCurrentIndex(recurrence.asset || recurrence.series.isEmpty() ? OneAsset : NextEpisode);
    showWhat();
    m_asset->setAsset(recurrence.asset);
    m_series->setEditText(recurrence.series);
    m_length->setLength(recurrence.duration > Millis::zero() ? std::optional(recurrence.duration)
                                                             : std::nullopt);
    m_start->setWall(recurrence.start);
    m_repeat->show(recurrence.rrule, recurrence.start);
    m_rerun->setChecked(recurrence.isRerun);
    m_locked->setChecked(recurrence.isLocked);
    m_times->setDifferences(recurrence);
}

ChannelClock RecurrenceDialog::clock() const
{
    const Channel *channel = m_editor.station().findChannel(m_recurrence.channel);
    return channel ? channel->clock() : ChannelClock();
}

QString RecurrenceDialog::nameFor(const Recurrence &recurrence) const
{
    const Asset *asset = m_editor.station().assets().find(recurrence.asset);
    return asset ? asset->title : recurrence.series;
}

Result<Recurrence> RecurrenceDialog::read() const
{
    const auto refused = [](const QString &key, const QString &value, const QString &should) {
        return fail(ErrorCode::BadFieldValue, {value, key, should});
    };
    Recurrence read = m_recurrence;
    const bool isSeries = m_what->currentIndex() == NextEpisode;
    read.asset = isSeries ? AssetId() : m_asset->asset();
    read.series = isSeries ? m_series->currentText().trimmed() : QString();
    const auto length = m_length->length();
    if (!length)
        return refused(u"durationMs"_s, m_length->text(),
                       tr("Write a length such as “1 h 30 min” or “1:30:00”, or leave it empty."));
    read.duration = length->value_or(Millis::zero());
    if (m_start->wall() != std::chrono::floor<std::chrono::seconds>(m_recurrence.start))
        read.start = m_start->wall();
    read.rrule = m_repeat->rrule();
    read.isRerun = m_rerun->isChecked();
    read.isLocked = m_locked->isChecked();
    read.exceptions = m_times->exceptions();
    read.changes = m_times->changes();
    read.name = m_name->text().trimmed();
    if (read.name.isEmpty())
        read.name = nameFor(read);
    return read;
}

void RecurrenceDialog::fieldsChanged()
{
    m_form->clearWrong();
    Result<Recurrence> recurrence = read();
    if (recurrence)
        m_name->setPlaceholderText(nameFor(*recurrence));
    m_times->setRecurrence(std::move(recurrence), clock());
}

bool RecurrenceDialog::isChanged() const
{
    const Result<Recurrence> recurrence = read();
    if (!recurrence)
        return true;
    Recurrence as = *recurrence;
    if (m_name->text().trimmed().isEmpty())
        as.name = m_recurrence.name; // only offered
    return as != m_recurrence || m_asset->isOpen();
}

std::optional<Result<StationEdit>> RecurrenceDialog::edit()
{
    m_form->clearWrong();
    if (m_what->currentIndex() == OneAsset && m_asset->isOpen()) {
        m_form->showWrong(u"assetId"_s, tr("Pick one of the assets that are found."));
        return std::nullopt;
    }
    const Result<Recurrence> recurrence = read();
    const Status status = recurrence ? checkRecurrence(*recurrence, clock()) : fail(recurrence.error());
    if (!status) {
        const bool isSeries = m_what->currentIndex() == NextEpisode;
        const QString field = status.error().args.value(1);
        if (field == u"assetId")
            m_form->showWrong(isSeries ? u"series"_s : field, isSeries ? tr("Give the name of a series.")
                                                                       : tr("Pick an asset of the library."));
        else
            m_form->showWrong(field, status.error().args.value(2));
        return std::nullopt;
    }
    if (!m_isNew && !isStillThere(m_editor.station().recurrences(), m_recurrence)) {
        showRefused(tr("It was changed elsewhere meanwhile. Close this and open it again."));
        return std::nullopt;
    }
    return setObjects(m_editor.station(), std::vector{*recurrence}, m_editor.stamp());
}

void RecurrenceDialog::showRefused(const QString &sentence) { m_form->showWrong({}, sentence); }

} // namespace sf
