// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/importchoices.h"

#include "ui/dialogs/channelfields.h"
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

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// What is chosen in the list of targets.
constexpr int libraryRow = 0;
constexpr auto newChannelData = "new"_L1;
constexpr auto asRunPrefix = "aired:"_L1;

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

ImportChoices::ImportChoices(StationEditor &editor, ImportRequest request, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_request(std::move(request))
    , m_form(new QFormLayout(this))
    , m_reading(new QWidget(this))
    , m_format(new QComboBox(m_reading))
    , m_layouts(new MappingLayouts(editor.jobs(), MappingLayouts::Extent::List, m_reading))
    , m_columns(plainButton(tr("Columns…"), m_reading))
    , m_place(new QWidget(this))
    , m_target(new QComboBox(m_place))
    , m_mode(new QComboBox(m_place))
    , m_newChannel(new QWidget(this))
    , m_newClock(new QWidget(this))
    , m_made(new ChannelFields(usualChannel({}), *m_newChannel, *m_newClock))
    , m_range(new QWidget(this))
    , m_from(new WallTimeEdit(m_range))
    , m_to(new WallTimeEdit(m_range))
    , m_source(new QComboBox(this))
    , m_zone(new ZoneCombo(this))
    , m_day(new QWidget(this))
    , m_date(new DateEdit(u"dddd yyyy-MM-dd"_s, m_day))
    , m_first(new QWidget(this))
    , m_start(new WallTimeEdit(m_first))
{
    if (!m_editor.channel()) { // then there is nowhere else to plan
        m_request.mode = ImportMode::NewChannel;
        m_made->name().setText(newName({}));
        readNewChannel(m_request);
    }
    build();
    fillFormats();
    fillTargets();
    showTarget();
    showRows();
    connectFields();
}

void ImportChoices::build()
{
    const ChannelClock clock = m_editor.clock();
    const QDate today = clock.broadcastDate(m_editor.now());
    m_date->setDate(likelyDay(m_request.path, today));
    const auto extent = m_editor.station().schedule().extent(m_editor.plan());
    const TimePoint tomorrow = clock.broadcastDay(today.addDays(1)).start;
    m_start->setInstant(clock, extent ? std::max(extent->end(), m_editor.now()) : tomorrow);
    m_mode->addItem(tr("beside what stands there"), int(ImportMode::Merge));
    m_mode->addItem(tr("in place of what stands there"), int(ImportMode::ReplaceRange));
    m_mode->setAccessibleName(tr("What becomes of what stands there"));
    m_zone->setFirst(tr("As the format says"));
    auto *useDay = plainButton(tr("Use this day"), m_day);
    connect(useDay, &QPushButton::clicked, this,
            [this] { take([this](ImportRequest &request) { request.reading.date = m_date->date(); }); });
    auto *useStart = plainButton(tr("Start here"), m_first);
    connect(useStart, &QPushButton::clicked, this, [this] {
        take([this](ImportRequest &request) {
            if (const auto start = m_start->instant(m_editor.clock()))
                request.reading.start = *start;
        });
    });
    lineUp(m_reading, {m_format, m_layouts, m_columns});
    lineUp(m_place, {m_target, m_mode});
    lineUp(m_newChannel, {&m_made->name(), &m_made->zone()});
    lineUp(m_newClock, {&m_made->dayStart(), new QLabel(tr("frames a second"), m_newClock), &m_made->rate()});
    lineUp(m_range, {m_from, new QLabel(tr("to"), m_range), m_to});
    lineUp(m_day, {m_date, useDay});
    lineUp(m_first, {m_start, useStart});
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(space::large);
    m_form->setVerticalSpacing(space::small);
    m_form->addRow(tr("&Format"), m_reading);
    m_form->addRow(tr("In&to"), m_place);
    m_form->addRow(tr("&Name and time zone"), m_newChannel);
    m_form->addRow(tr("Its da&y starts at"), m_newClock);
    m_form->addRow(tr("&Replaced from"), m_range);
    m_form->addRow(tr("&Channel in the file"), m_source);
    m_form->addRow(tr("Times without off&set are"), m_zone);
    m_form->addRow(tr("Broadcast &day"), m_day);
    m_form->addRow(tr("First entry &at"), m_first);
    QWidget *const fields[] = {m_format, m_target, &m_made->name(), &m_made->dayStart(),
                               m_from,   m_date,   m_start};
    for (QWidget *field : fields) {
        if (auto *label = qobject_cast<QLabel *>(m_form->labelForField(field->parentWidget())))
            label->setBuddy(field);
    }
}

void ImportChoices::fillFormats()
{
    m_format->addItem(tr("Found by the content"), QString());
    for (const FormatInfo &format : formats()) {
        if (format.importsPlaylist || format.importsSchedule)
            m_format->addItem(QString(format.name), QString(format.id));
    }
    if (m_request.reading.format)
        m_format->setCurrentIndex(m_format->findData(QString(m_request.reading.format->id)));
}

void ImportChoices::fillTargets()
{
    m_target->addItem(tr("The library alone"));
    for (const Channel &channel : m_editor.station().channels())
        m_target->addItem(tr("The plan of %1").arg(channel.name), channel.id.toString());
    m_target->addItem(tr("A new channel"), QString(newChannelData));
    for (const Channel &channel : m_editor.station().channels())
        m_target->addItem(tr("What has aired on %1 (as-run log)").arg(channel.name),
                          QString(asRunPrefix + channel.id.toString()));
}

void ImportChoices::connectFields()
{
    connect(m_format, &QComboBox::activated, this, [this] {
        take([this](ImportRequest &request) {
            request.reading.format = findFormat(m_format->currentData().toString());
            request.reading.mapping.reset();
            request.reading.isPartial = false;
            m_layouts->goTo(QString());
        });
    });
    connect(m_target, &QComboBox::activated, this, &ImportChoices::takeTarget);
    connect(m_mode, &QComboBox::activated, this, &ImportChoices::takeTarget);
    connect(m_made, &ChannelFields::edited, this, &ImportChoices::takeNewChannel);
    connect(m_layouts, &MappingLayouts::chosen, this, &ImportChoices::setMapping);
    connect(m_from, &QDateTimeEdit::editingFinished, this, &ImportChoices::takeRange);
    connect(m_to, &QDateTimeEdit::editingFinished, this, &ImportChoices::takeRange);
    connect(m_source, &QComboBox::activated, this, [this] {
        take([this](ImportRequest &request) { request.reading.sourceChannel = m_source->currentText(); });
    });
    connect(m_zone, &ZoneCombo::zoneChosen, this, [this](const QString &zone) {
        take([&](ImportRequest &request) {
            const auto clock = ChannelClock::create(zone, Millis(0));
            request.reading.zone = zone.isEmpty() || !clock ? std::nullopt : std::optional(*clock);
        });
    });
    connect(m_date, &QDateEdit::dateChanged, this, [this](QDate date) {
        if (m_request.reading.date)
            take([date](ImportRequest &request) { request.reading.date = date; });
    });
    connect(m_start, &QDateTimeEdit::dateTimeChanged, this, [this] {
        if (!m_request.reading.start)
            return;
        if (const auto start = m_start->instant(m_editor.clock()))
            take([&](ImportRequest &request) { request.reading.start = *start; });
    });
    connect(m_columns, &QPushButton::clicked, this, &ImportChoices::mappingRequested);
}

void ImportChoices::take(const std::function<void(ImportRequest &)> &change)
{
    if (m_isFollowing)
        return;
    change(m_request);
    showRows();
    Q_EMIT changed();
}

void ImportChoices::takeTarget()
{
    take([this](ImportRequest &request) {
        QString target = m_target->currentData().toString();
        request.use = m_target->currentIndex() == libraryRow ? ImportUse::Library
                      : target.startsWith(asRunPrefix)       ? ImportUse::AsRun
                                                             : ImportUse::Plan;
        request.mode =
            target == newChannelData ? ImportMode::NewChannel : ImportMode(m_mode->currentData().toInt());
        if (request.mode != ImportMode::ReplaceRange)
            request.range.reset();
        if (const auto id = ChannelId::fromString(target.remove(asRunPrefix)))
            request.channel = *id;
        if (m_made->name().text().isEmpty())
            m_made->name().setText(newName({}));
        m_fault.clear();
        if (request.mode == ImportMode::NewChannel)
            readNewChannel(request);
    });
}

void ImportChoices::readNewChannel(ImportRequest &request)
{
    auto made = m_made->read();
    m_fault = made ? QString() : sentence(made.error());
    if (!made || !m_editor.document())
        return;
    made->id = request.made.id ? request.made.id : m_editor.document()->ids().next<ChannelId>();
    request.made = *made;
}

void ImportChoices::takeNewChannel()
{
    ImportRequest changed = m_request;
    const QString before = m_fault;
    readNewChannel(changed);
    if (changed.made != m_request.made || m_fault != before)
        takeTarget();
}

void ImportChoices::takeRange()
{
    const ChannelClock clock = m_editor.clock();
    const auto from = m_from->instant(clock);
    const auto to = m_to->instant(clock);
    if (!from || !to || *to <= *from)
        return;
    const TimeRange range = TimeRange::between(*from, *to);
    if (!m_request.range || *m_request.range != range)
        take([&](ImportRequest &request) { request.range = range; });
}

void ImportChoices::setMapping(const std::optional<ColumnMapping> &mapping)
{
    take([&](ImportRequest &request) {
        request.reading.mapping = mapping;
        if (mapping)
            request.reading.format = findFormat(mapping->isFixed ? u"fixed" : u"csv");
    });
    m_layouts->goTo(mapping ? mapping->name : QString());
    m_format->setCurrentIndex(std::max(
        0, m_request.reading.format ? m_format->findData(QString(m_request.reading.format->id)) : 0));
}

void ImportChoices::showTarget()
{
    QString target = m_request.channel.toString();
    if (m_request.use == ImportUse::AsRun)
        target.prepend(asRunPrefix);
    else if (m_request.mode == ImportMode::NewChannel)
        target = newChannelData;
    const int row = m_request.use == ImportUse::Library ? libraryRow : m_target->findData(target);
    m_target->setCurrentIndex(std::max(libraryRow, row));
    m_mode->setCurrentIndex(m_request.mode == ImportMode::ReplaceRange ? 1 : 0);
}

void ImportChoices::showRows()
{
    const ImportRequest &r = m_request;
    const bool isPlan = r.use == ImportUse::Plan;
    m_mode->setVisible(isPlan && r.mode != ImportMode::NewChannel);
    const bool isNew = isPlan && r.mode == ImportMode::NewChannel;
    m_form->setRowVisible(m_newChannel, isNew);
    m_form->setRowVisible(m_newClock, isNew);
    m_form->setRowVisible(m_range, isPlan && r.mode == ImportMode::ReplaceRange);
    m_form->setRowVisible(m_source, m_source->count() > 1);
    m_form->setRowVisible(m_zone, r.reading.zone || m_hasNaiveTimes);
    m_form->setRowVisible(m_day, r.reading.date || m_isDayAsked);
    m_form->setRowVisible(m_first, isPlan && (r.reading.start || m_isStartAsked));
    m_columns->setVisible(m_takesMapping);
    m_layouts->setVisible(m_takesMapping);
}

void ImportChoices::followFormat(const QString &id)
{
    const FormatInfo *format = m_request.reading.format ? m_request.reading.format : findFormat(id);
    m_takesMapping = format && format->takesMapping;
    m_format->setItemText(0, format && !m_request.reading.format
                                 ? tr("%1, by its content").arg(QString(format->name))
                                 : tr("Found by the content"));
}

void ImportChoices::follow(const ImportPreview &preview)
{
    m_isFollowing = true;
    if (!m_request.use) {
        m_request.use = preview.use;
        showTarget();
    }
    followFormat(preview.formatId);
    if (findFormat(preview.formatId) == nullptr) // a playout's log
        m_format->setItemText(0, tr("%1, by its content").arg(preview.format));
    if (m_source->count() == 0 && preview.channels.size() > 1)
        m_source->addItems(preview.channels);
    m_source->setCurrentText(preview.channelName);
    m_hasNaiveTimes = m_hasNaiveTimes || !preview.assumedZone.isEmpty();
    if (!m_request.reading.zone && !preview.assumedZone.isEmpty())
        m_zone->setFirst(tr("%1, as the format says").arg(preview.assumedZone));
    if (preview.extent && !m_request.range) {
        m_from->setInstant(m_editor.clock(), preview.extent->start);
        m_to->setInstant(m_editor.clock(), preview.extent->end());
    }
    if (m_made->name().text().isEmpty())
        m_made->name().setText(newName(preview.channelName));
    showRows();
    m_isFollowing = false;
}

QString ImportChoices::newName(const QString &wanted) const
{
    const bool isFree = !wanted.isEmpty() && !m_editor.station().channelNamed(wanted);
    return isFree ? wanted : tr("Channel %1").arg(m_editor.station().channels().size() + 1);
}

bool ImportChoices::follow(const Error &error)
{
    m_isFollowing = true;
    if (!m_request.use && (error.code == ErrorCode::DateNeeded || error.code == ErrorCode::BadMapping))
        m_request.use = ImportUse::Plan;
    showTarget();
    m_isDayAsked = m_isDayAsked || error.code == ErrorCode::DateNeeded;
    m_isStartAsked = m_isStartAsked || error.code == ErrorCode::StartNeeded;
    m_takesMapping =
        m_takesMapping || error.code == ErrorCode::BadMapping || error.code == ErrorCode::DateNeeded;
    showRows();
    m_isFollowing = false;
    if (error.code == ErrorCode::DateNeeded)
        m_date->setFocus(Qt::OtherFocusReason);
    else if (error.code == ErrorCode::StartNeeded)
        m_start->setFocus(Qt::OtherFocusReason);
    else if (error.code == ErrorCode::BadMapping)
        m_columns->setFocus(Qt::OtherFocusReason);
    else
        return false;
    return true;
}

} // namespace sf
