// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/exportchoices.h"

#include "core/document/exportcommand.h"
#include "ui/dialogs/exportoptions.h"
#include "ui/dialogs/filechooser.h"
#include "ui/dialogs/rangechoice.h"
#include "ui/session/stationeditor.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr auto dateMark = "{date}"_L1;

/// As a file's name: nothing that a file system or a shell stumbles over.
QString fileName(const QString &text)
{
    QString name;
    for (const QChar c : text)
        name += QStringView(u"/\\:*?\"<>|").contains(c) || c.category() == QChar::Other_Control ? u'_' : c;
    return name.trimmed();
}

QString documentsFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(folder).isDir() ? folder : QDir::homePath(); // many a server has none
}

} // namespace

ExportChoices::ExportChoices(StationEditor &editor, TimeRange range, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_form(new QFormLayout(this))
    , m_range(new RangeChoice(editor.clock(), range, editor.now(), this))
    , m_channels(new QListWidget(this))
    , m_format(new QComboBox(this))
    , m_note(new QLabel(this))
    , m_options(new ExportOptions(editor, this))
    , m_path(new QLineEdit(this))
    , m_published(new QCheckBox(tr("Counts as published: what changes later is marked"), this))
{
    fillFormats();
    fillChannels();
    build();
    recall();
    followFormat();
    connectFields();
}

void ExportChoices::build()
{
    auto *choose = new QPushButton(tr("Choose…"), this);
    setTabOrder(m_path, choose);
    setTabOrder(choose, m_published);
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &ExportChoices::choosePath);
    auto *place = new QHBoxLayout;
    place->setSpacing(space::small);
    place->addWidget(m_path, 1);
    place->addWidget(choose);
    m_note->setProperty("tone", u"dim"_s);
    m_note->setWordWrap(true);
    m_published->setChecked(true);
    if (!m_editor.canEdit()) {
        m_published->setText(tr("Counts as published: not possible, because the station is read-only"));
        m_published->setEnabled(false);
    }
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(space::large);
    m_form->setVerticalSpacing(space::small);
    m_form->addRow(tr("&Range"), m_range);
    m_form->addRow(tr("&Channels"), m_channels);
    m_form->addRow(tr("For&mat"), m_format);
    m_form->addRow(QString(), m_note);
    m_form->addRow(m_options);
    auto *placeLabel = new QLabel(tr("&To"), this);
    placeLabel->setBuddy(m_path);
    m_form->addRow(placeLabel, place);
    m_form->addRow(QString(), m_published);
    m_form->setRowVisible(m_channels, m_channels->count() > 1);
    m_form->labelForField(m_format)->setFixedWidth(ExportOptions::labelWidth); // all fields begin together
}

void ExportChoices::fillChannels()
{
    for (const Channel &channel : m_editor.station().channels()) {
        auto *item = new QListWidgetItem(channel.name, m_channels);
        item->setData(Qt::UserRole, QVariant::fromValue(channel.id));
        item->setSizeHint(QSize(0, space::row));
        item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        const bool isCurrent = m_editor.channel() && m_editor.channel()->id == channel.id;
        item->setCheckState(isCurrent ? Qt::Checked : Qt::Unchecked);
    }
    m_channels->setFixedHeight(std::min(4, std::max(1, m_channels->count())) * space::row + space::small);
}

void ExportChoices::fillFormats()
{
    for (const FormatInfo &format : formats()) {
        if (format.exports)
            m_format->addItem(QString(format.name), QString(format.id));
    }
}

void ExportChoices::connectFields()
{
    connect(m_range, &RangeChoice::changed, this, [this] {
        followFormat();
        Q_EMIT changed();
    });
    connect(m_channels, &QListWidget::itemChanged, this, [this] {
        followFormat();
        Q_EMIT changed();
    });
    connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
        showOptions();
        followFormat();
        Q_EMIT changed();
    });
    connect(m_options, &ExportOptions::changed, this, &ExportChoices::changed);
    connect(m_path, &QLineEdit::textEdited, this, [this] {
        m_isOwnName = true;
        Q_EMIT changed();
    });
}

QString ExportChoices::settingsGroup() const
{
    return u"export/"_s + (m_editor.channel() ? m_editor.channel()->id.toString() : QString());
}

void ExportChoices::recall()
{
    const QSettings settings;
    const QString group = settingsGroup();
    m_format->setCurrentIndex(
        std::max(0, m_format->findData(settings.value(group + u"/format"_s, u"xml"_s).toString())));
    m_range->setPreset(settings.value(group + u"/range"_s, 0).toInt());
    setPublished(settings.value(group + u"/published"_s, true).toBool());
    m_path->setText(settings.value(group + u"/folder"_s, documentsFolder()).toString());
    showOptions();
}

void ExportChoices::showOptions()
{
    m_options->setFormat(format(), keptOptions());
    QWidget *last = m_format; // made later than what stands below them
    for (QWidget *field : m_options->findChildren<QWidget *>()) {
        if (field->window() != window() || !(field->focusPolicy() & Qt::TabFocus) || field->focusProxy())
            continue;
        setTabOrder(last, field);
        last = field;
    }
}

OptionValues ExportChoices::keptOptions() const
{
    const QString key = settingsGroup() + u"/options/"_s + m_format->currentData().toString();
    const QVariantMap kept = QSettings().value(key).toMap();
    OptionValues values;
    for (auto value = kept.begin(); value != kept.end(); ++value)
        values.insert(value.key(), value.value().toString());
    return values;
}

void ExportChoices::remember() const
{
    QSettings settings;
    const QString group = settingsGroup();
    QVariantMap options;
    const OptionValues values = m_options->values();
    for (auto value = values.begin(); value != values.end(); ++value)
        options.insert(value.key(), value.value());
    settings.setValue(group + u"/format"_s, m_format->currentData());
    settings.setValue(group + u"/range"_s, m_range->preset());
    if (m_published->isEnabled())
        settings.setValue(group + u"/published"_s, m_published->isChecked());
    settings.setValue(group + u"/folder"_s, folder());
    settings.setValue(group + u"/options/"_s + m_format->currentData().toString(), options);
}

std::vector<ChannelId> ExportChoices::channels() const
{
    std::vector<ChannelId> ids;
    for (int row = 0; row < m_channels->count(); ++row) {
        if (m_channels->item(row)->checkState() == Qt::Checked)
            ids.push_back(m_channels->item(row)->data(Qt::UserRole).value<ChannelId>());
    }
    return ids;
}

bool ExportChoices::writesFolder() const
{
    return (format() && format()->writesFolder) || channels().size() > 1;
}

const FormatInfo *ExportChoices::format() const { return findFormat(m_format->currentData().toString()); }

void ExportChoices::setFormat(const QString &id) { m_format->setCurrentIndex(m_format->findData(id)); }

void ExportChoices::setPath(const QString &path)
{
    m_path->setText(path);
    m_isOwnName = true;
}

QString ExportChoices::folder() const
{
    return writesFolder() ? m_path->text() : QFileInfo(m_path->text()).path();
}

QString ExportChoices::path() const { return m_path->text(); }

void ExportChoices::setPublished(bool isPublished)
{
    m_published->setChecked(isPublished && m_published->isEnabled());
}

QString ExportChoices::suggestedName() const
{
    const auto chosen = m_range->range();
    const QString day =
        chosen ? m_editor.clock().broadcastDate(chosen->start).toString(Qt::ISODate) : QString();
    const Channel *channel = m_editor.channel();
    return fileName((channel ? channel->name : tr("schedule")) + u' ' + day);
}

/// Keeps the place, and gives it the name and ending that fit.
void ExportChoices::followFormat()
{
    const FormatInfo *chosen = format();
    if (!chosen || chosen->extensions.empty())
        return;
    showNote();
    QString folder = m_path->text();
    QString name = suggestedName();
    if (!m_isFolder) {
        QString path = folder;
        for (const FormatInfo &other : formats()) {
            for (const QLatin1StringView extension : other.extensions) {
                if (path.endsWith(u'.' + QString(extension), Qt::CaseInsensitive))
                    path.chop(extension.size() + 1);
            }
        }
        folder = QFileInfo(path).path();
        if (m_isOwnName)
            name = QFileInfo(path).fileName();
    }
    m_isFolder = writesFolder();
    m_path->setText(m_isFolder ? folder
                               : QDir(folder).filePath(name) + u'.' + QString(chosen->extensions.front()));
}

void ExportChoices::showNote()
{
    const FormatInfo *chosen = format();
    QStringList notes;
    if (chosen->isExperimental)
        notes << tr("Experimental: written by the book, but not held against the real program.");
    if (chosen->writesFolder)
        notes << tr("Writes a file a broadcast day, in folders by year and month.");
    if (!chosen->cannotCarryText().isEmpty())
        notes << chosen->cannotCarryText();
    m_note->setText(notes.join(u' '));
    m_form->setRowVisible(m_note, !notes.isEmpty());
    m_form->setRowVisible(m_options, !chosen->options.empty());
}

QString ExportChoices::pathFor(const Channel &channel, const QString &date) const
{
    const QDir folder(m_path->text());
    if (channels().size() < 2)
        return m_path->text();
    if (format()->writesFolder)
        return folder.filePath(fileName(channel.name));
    return folder.filePath(fileName(channel.name) + u' ' + date + u'.' +
                           QString(format()->extensions.front()));
}

Result<std::vector<ExportTask>> ExportChoices::tasks() const
{
    const auto chosen = m_range->range();
    if (!chosen)
        return fail(chosen.error());
    const std::vector<ChannelId> ids = channels();
    if (ids.empty() || !format())
        return fail(ids.empty() ? ErrorCode::NoChannel : ErrorCode::FormatNotExportable);
    if (m_path->text().trimmed().isEmpty())
        return fail(ErrorCode::BadArgument,
                    {QString(), tr("the export"), tr("Say where it is to be written.")});
    const QString date = m_editor.clock().broadcastDate(chosen->start).toString(Qt::ISODate);
    std::vector<ExportTask> tasks;
    for (const ChannelId id : ids) {
        const Channel *channel = m_editor.station().findChannel(id);
        const Plan *plan = m_editor.station().onAirPlan(id);
        if (!channel || !plan)
            return fail(ErrorCode::NoChannel);
        ExportTask task;
        task.channel = channel->name;
        task.isPublished = m_published->isChecked();
        task.request.format = format();
        task.request.path = pathFor(*channel, date);
        task.request.plan = plan->id;
        task.request.range = *chosen;
        task.request.generated = m_editor.now();
        task.request.options = m_options->values();
        tasks.push_back(std::move(task));
    }
    return tasks;
}

Result<QString> ExportChoices::cronLines() const
{
    const auto chosen = tasks();
    if (!chosen)
        return fail(chosen.error());
    const QString beside = QDir(QCoreApplication::applicationDirPath()).filePath(u"scheduleflow-cli"_s);
    ScheduledExport scheduled;
    scheduled.program = QFileInfo(beside).isExecutable() ? beside : u"scheduleflow-cli"_s;
    scheduled.station = m_editor.document() ? m_editor.document()->location() : QString();
    scheduled.nextDays = m_range->days();
    scheduled.format = format()->id;
    scheduled.options = m_options->values();
    const QString date =
        m_editor.clock().broadcastDate(chosen->front().request.range.start).toString(Qt::ISODate);
    QStringList lines;
    for (const ExportTask &task : *chosen) {
        scheduled.channel = task.channel;
        scheduled.target = QString(task.request.path).replace(date, dateMark);
        lines << cronLine(scheduled, QDir(folder()).filePath(u"export.log"_s));
    }
    return lines.join(u'\n');
}

void ExportChoices::choosePath()
{
    const bool isFolder = writesFolder();
    auto *dialog = makeFileDialog(tr("Export to"), u"export"_s, window());
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::AnyFile);
    dialog->setOption(QFileDialog::ShowDirsOnly, isFolder);
    dialog->setDirectory(isFolder ? m_path->text() : QFileInfo(m_path->text()).path());
    if (!isFolder)
        dialog->selectFile(QFileInfo(m_path->text()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        setPath(path);
        Q_EMIT changed();
    });
    dialog->open();
}

} // namespace sf
