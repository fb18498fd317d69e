// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/importchoices.h"

#include "ui/dialogs/channelfields.h"
#include "ui/dialogs/mappinglayouts.h"
#include "ui/dialogs/walltimeedit.h"
#include "ui/dialogs/zonecombo.h"
#include "ui/session/stationeditor.h"

#include <QComboBox>
#include <QFormLayout>
#include <QPushButton>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// What is chosen in the list of targets.
constexpr int libraryRow = 0;
constexpr auto newChannelData = "new"_L1;
constexpr auto asRunPrefix = "aired:"_L1;

} // namespace

ImportChoices::ImportChoices(StationEditor &editor, ImportRequest request, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_request(std::move(request))
    , m_form(new QFormLayout(this))
    , m_reading(new QWidget(this))
    , m_format(new QComboBox(m_reading))
    , m_place(new QWidget(this))
    , m_target(new QComboBox(m_place))
    , m_mode(new QComboBox(m_place))
{
    build();
    if (!m_editor.channel()) { // then there is nowhere else to plan
        m_request.mode = ImportMode::NewChannel;
        makeNewChannel();
        readNewChannel(m_request);
    }
    fillFormats();
    fillTargets();
    showTarget();
    showRows();
    connectFields();
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
            if (m_layouts)
                m_layouts->goTo(QString());
        });
    });
    connect(m_target, &QComboBox::activated, this, &ImportChoices::takeTarget);
    connect(m_mode, &QComboBox::activated, this, &ImportChoices::takeTarget);
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
        m_fault.clear();
        if (request.mode == ImportMode::NewChannel)
            readNewChannel(request);
    });
}

void ImportChoices::readNewChannel(ImportRequest &request)
{
    makeNewChannel();
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
    makeMapping();
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
    showRow(Row::NewChannel, isNew);
    showRow(Row::NewClock, isNew);
    showRow(Row::Range, isPlan && r.mode == ImportMode::ReplaceRange);
    showRow(Row::Source, m_sources.size() > 1);
    showRow(Row::Zone, r.reading.zone || m_hasNaiveTimes);
    showRow(Row::Day, r.reading.date || m_isDayAsked);
    showRow(Row::First, isPlan && (r.reading.start || m_isStartAsked));
    if (m_takesMapping)
        makeMapping();
    if (m_layouts) {
        m_columns->setVisible(m_takesMapping);
        m_layouts->setVisible(m_takesMapping);
    }
    if (m_zone && !r.reading.zone && !m_assumedZone.isEmpty())
        m_zone->setFirst(tr("%1, as the format says").arg(m_assumedZone));
}

void ImportChoices::showExtent()
{
    if (!m_extent || m_request.range || !m_from)
        return;
    m_from->setInstant(m_editor.clock(), m_extent->start);
    m_to->setInstant(m_editor.clock(), m_extent->end());
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
    if (m_sources.isEmpty())
        m_sources = preview.channels;
    m_source = preview.channelName;
    m_hasNaiveTimes = m_hasNaiveTimes || !preview.assumedZone.isEmpty();
    m_assumedZone = preview.assumedZone;
    if (preview.extent)
        m_extent = preview.extent;
    showExtent();
    showRows();
    m_isFollowing = false;
}

/// As the file says, where no channel is called that.
QString ImportChoices::newName() const
{
    const bool isFree = !m_source.isEmpty() && !m_editor.station().channelNamed(m_source);
    return isFree ? m_source : tr("Channel %1").arg(m_editor.station().channels().size() + 1);
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
