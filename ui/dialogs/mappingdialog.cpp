// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/mappingdialog.h"

#include "core/document/transfer.h"
#include "core/schedule/issuetext.h"
#include "ui/dialogs/fixedfields.h"
#include "ui/dialogs/mappinglayouts.h"
#include "ui/dialogs/mappingtable.h"
#include "ui/session/joblist.h"
#include "ui/session/walltext.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace sf {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto mappingPause = 120ms;
constexpr int shownEvents = 12;
constexpr auto fixedKind = "fixed"_L1;

Result<QByteArray> headOf(const QString &path)
{
    QFile file;
    if (const Status opened = openForReading(file, path); !opened)
        return fail(opened.error());
    return file.read(mappingHeadBytes);
}

} // namespace

MappingDialog::MappingDialog(JobList &jobs, const QString &path, const ReadOptions &reading, QWidget *parent)
    : QDialog(parent)
    , m_jobs(jobs)
    , m_path(path)
    , m_reading(reading)
    , m_layouts(new MappingLayouts(jobs))
    , m_kind(new QComboBox)
    , m_skip(new QSpinBox)
    , m_header(new QCheckBox(tr("The first line names the columns")))
    , m_order(new QComboBox)
    , m_recordStart(new QLineEdit)
    , m_recordLabel(new QLabel(tr("Events &begin with")))
    , m_pages(new QStackedWidget)
    , m_table(new MappingTable)
    , m_fields(new FixedFields)
    , m_note(new QLabel)
    , m_events(new QTreeWidget)
    , m_use(new QPushButton(tr("Use these columns")))
{
    if (reading.mapping) {
        m_mapping = *reading.mapping;
        m_isGiven = true;
    }
    build();
    connectFields();
    m_delay.setSingleShot(true);
    m_delay.setInterval(mappingPause);
    connect(&m_delay, &QTimer::timeout, this, &MappingDialog::tryOut);
    readHead();
}

MappingDialog::~MappingDialog()
{
    if (m_job)
        m_job->cancel();
}

void MappingDialog::build()
{
    setWindowTitle(tr("Columns"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(960, 640);
    auto *heading = new QLabel(tr("What the columns of %1 mean").arg(QFileInfo(m_path).fileName()));
    heading->setProperty("tone", u"heading"_s);
    heading->setTextFormat(Qt::PlainText);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_fields);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_events->setHeaderLabels({tr("Start"), tr("Length"), tr("Title"), tr("House number"), tr("File")});
    m_events->setRootIsDecorated(false);
    m_events->setUniformRowHeights(true);
    m_events->setSelectionMode(QAbstractItemView::NoSelection);
    m_events->setAccessibleName(tr("The first events"));
    for (const auto &[column, width] : {std::pair(0, 168), {1, 96}, {2, 280}, {3, 128}})
        m_events->setColumnWidth(column, width);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_use, QDialogButtonBox::AcceptRole);
    m_use->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(heading);
    layout->addWidget(m_layouts);
    layout->addWidget(makeSettings());
    layout->addWidget(m_pages, 3);
    layout->addWidget(m_note);
    layout->addWidget(m_events, 2);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &MappingDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &MappingDialog::reject);
}

QWidget *MappingDialog::makeSettings()
{
    m_kind->addItem(tr("by what is found"), QString());
    m_kind->addItem(tr("by commas"), u","_s);
    m_kind->addItem(tr("by semicolons"), u";"_s);
    m_kind->addItem(tr("by tabs"), u"\t"_s);
    m_kind->addItem(tr("by bars"), u"|"_s);
    m_kind->addItem(tr("by their place in the line"), QString(fixedKind));
    m_order->addItem(tr("as they look"), QString());
    m_order->addItem(tr("year, month, day"), u"ymd"_s);
    m_order->addItem(tr("day, month, year"), u"dmy"_s);
    m_order->addItem(tr("month, day, year"), u"mdy"_s);
    m_skip->setRange(0, 10000);
    m_recordStart->setMaximumWidth(80);
    m_recordLabel->setBuddy(m_recordStart);
    auto *holder = new QWidget;
    auto *layout = new QHBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    const auto add = [&](const QString &text, QWidget *field) {
        auto *label = new QLabel(text);
        label->setBuddy(field);
        layout->addWidget(label);
        layout->addWidget(field);
        layout->addSpacing(space::small);
    };
    add(tr("&Parted"), m_kind);
    add(tr("&Dates are"), m_order);
    add(tr("&Skip lines"), m_skip);
    layout->addWidget(m_header);
    layout->addWidget(m_recordLabel);
    layout->addWidget(m_recordStart);
    layout->addStretch(1);
    return holder;
}

void MappingDialog::connectFields()
{
    connect(m_layouts, &MappingLayouts::chosen, this, &MappingDialog::takeLayout);
    connect(m_layouts, &MappingLayouts::told, m_note, &QLabel::setText);
    connect(m_kind, &QComboBox::activated, this, &MappingDialog::takeSettings);
    connect(m_order, &QComboBox::activated, this, &MappingDialog::takeSettings);
    connect(m_skip, &QSpinBox::valueChanged, this, &MappingDialog::takeSettings);
    connect(m_header, &QCheckBox::clicked, this, &MappingDialog::takeSettings);
    connect(m_recordStart, &QLineEdit::textEdited, this, &MappingDialog::takeSettings);
    connect(m_table, &MappingTable::meaningChanged, this, [this] {
        m_mapping.places = m_table->places(m_mapping.hasHeader);
        m_isGiven = true;
        m_isTableShown = true; // its choices are newer than what a preview says
        m_delay.start();
    });
    connect(m_fields, &FixedFields::placesChanged, this, [this] {
        m_mapping.places = m_fields->places();
        m_isGiven = true;
        m_delay.start();
    });
}

void MappingDialog::readHead()
{
    m_use->setEnabled(false);
    m_note->setText(tr("Reading the file…"));
    m_job = m_jobs.runQuietly<QByteArray>(
        this, [path = m_path](Job &) { return headOf(path); },
        [this](Result<QByteArray> head) {
            m_job.reset();
            if (!head) {
                m_note->setText(sentence(head.error()));
                return;
            }
            m_head = std::move(*head);
            tryOut();
        });
}

void MappingDialog::takeLayout(const std::optional<ColumnMapping> &layout)
{
    m_isGiven = layout.has_value();
    m_mapping = layout.value_or(ColumnMapping());
    m_isTableShown = false;
    tryOut();
}

void MappingDialog::takeSettings()
{
    if (m_isShowing)
        return;
    const QString kind = m_kind->currentData().toString();
    const bool isFixed = kind == fixedKind;
    if (isFixed != m_mapping.isFixed)
        m_mapping.places.clear(); // a column's number is no place in a line
    m_mapping.isFixed = isFixed;
    m_mapping.separator = isFixed ? QString() : kind;
    m_mapping.hasHeader = !isFixed && m_header->isChecked();
    m_mapping.skipLines = m_skip->value();
    m_mapping.dateOrder = m_order->currentData().toString();
    m_mapping.recordStart = isFixed ? m_recordStart->text() : QString();
    m_isGiven = true;
    m_isTableShown = false;
    m_delay.start();
}

void MappingDialog::showSettings()
{
    m_isShowing = true;
    m_kind->setCurrentIndex(m_kind->findData(m_mapping.isFixed ? QString(fixedKind) : m_mapping.separator));
    m_order->setCurrentIndex(m_order->findData(m_mapping.dateOrder));
    m_skip->setValue(m_mapping.skipLines);
    m_header->setChecked(m_mapping.hasHeader);
    m_header->setVisible(!m_mapping.isFixed);
    m_recordLabel->setVisible(m_mapping.isFixed);
    m_recordStart->setVisible(m_mapping.isFixed);
    if (m_recordStart->text() != m_mapping.recordStart)
        m_recordStart->setText(m_mapping.recordStart);
    m_pages->setCurrentIndex(m_mapping.isFixed ? 1 : 0);
    m_isShowing = false;
}

void MappingDialog::tryOut()
{
    m_delay.stop();
    if (m_job)
        m_job->cancel();
    ReadOptions reading = m_reading;
    reading.mapping = m_isGiven ? std::optional(m_mapping) : std::nullopt;
    auto current = std::make_shared<std::shared_ptr<Job>>();
    m_job = m_jobs.runQuietly<MappingPreview>(
        this, [head = m_head, reading](Job &job) { return previewMapping(head, reading, job); },
        [this, current](Result<MappingPreview> preview) {
            if (m_job != *current)
                return;
            m_job.reset();
            if (preview)
                show(*preview);
            else
                m_note->setText(sentence(preview.error()));
        });
    *current = m_job;
}

void MappingDialog::show(const MappingPreview &preview)
{
    m_mapping = preview.mapping;
    showSettings();
    if (m_mapping.isFixed) {
        m_fields->setLines(preview.lines);
        m_fields->setPlaces(m_mapping.places);
    } else if (!m_isTableShown) {
        m_table->setTable(preview.table);
        m_mapping.places = m_table->places(m_mapping.hasHeader);
    }
    m_layouts->setCurrent(m_mapping);
    showEvents(preview);
}

void MappingDialog::showEvents(const MappingPreview &preview)
{
    m_events->clear();
    m_use->setEnabled(!preview.fault && !preview.read.events.empty());
    if (preview.fault) {
        const bool isMapping = preview.fault->code == ErrorCode::BadMapping;
        m_note->setText(isMapping ? tr("Nothing can be read yet: %1.").arg(preview.fault->args.value(1))
                                  : sentence(*preview.fault));
        return;
    }
    const auto &rejected = preview.read.rejected;
    QString note =
        tr("The first %n event(s) read so.", nullptr, static_cast<int>(preview.read.events.size()));
    if (!rejected.empty())
        note += u' ' + tr("Line %1 is refused: %2")
                           .arg(QString::number(rejected.front().line), sentence(rejected.front().reason));
    m_note->setText(note);
    QHash<AssetId, const Asset *> assets;
    for (const Asset &asset : preview.read.assets)
        assets.insert(asset.id, &asset);
    const ChannelClock clock = m_reading.zone ? *m_reading.zone : m_reading.channel.value_or(ChannelClock());
    for (std::size_t i = 0; i < preview.read.events.size() && i < shownEvents; ++i) {
        const ScheduledEvent &event = preview.read.events[i];
        const Asset *asset = assets.value(event.asset);
        auto *item = new QTreeWidgetItem(
            m_events, {wallText(clock, event.range.start), spokenLength(event.range.duration), event.title,
                       asset ? asset->houseNumber : QString(), asset ? asset->url : QString()});
        item->setFont(0, figureFont());
        item->setFont(1, figureFont());
    }
}

QString MappingDialog::note() const { return m_note->text(); }

void MappingDialog::accept()
{
    if (!m_use->isEnabled())
        return;
    Q_EMIT chosen(m_mapping);
    QDialog::accept();
}

} // namespace sf
