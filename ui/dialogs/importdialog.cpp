// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/importdialog.h"

#include "core/schedule/issuetext.h"
#include "ui/dialogs/importchoices.h"
#include "ui/dialogs/importoutline.h"
#include "ui/dialogs/mappingdialog.h"
#include "ui/dialogs/opensoon.h"
#include "ui/dialogs/outlineview.h"
#include "ui/session/stationeditor.h"
#include "ui/session/walltext.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

ImportRequest requestFor(const StationEditor &editor, const QString &path, std::optional<ImportUse> use)
{
    ImportRequest request;
    request.path = path;
    request.use = use;
    if (editor.channel())
        request.channel = editor.channel()->id;
    return request;
}

} // namespace

ImportDialog::ImportDialog(StationEditor &editor, const QString &path, std::optional<ImportUse> use,
                           QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_path(path)
    , m_heading(new QLabel(tr("Import %1").arg(QFileInfo(path).fileName()), this))
    , m_choices(new ImportChoices(editor, requestFor(editor, path, use), this))
    , m_summary(new QLabel(this))
    , m_busy(new QProgressBar(this))
    , m_outline(new OutlineView(tr("What the import does"), this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
    , m_links(m_buttons->addButton(QString(), QDialogButtonBox::ActionRole))
    , m_partial(m_buttons->addButton(QString(), QDialogButtonBox::ActionRole))
    , m_import(m_buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole))
{
    build();
    // Somebody else's edit while this is open makes the comparison stale.
    connect(&editor, &StationEditor::edited, this, [this] {
        if (!m_isApplying)
            read();
    });
    connect(&editor, &StationEditor::reloaded, this, &ImportDialog::read);
    connect(this, &QDialog::finished, this, [this] {
        if (m_job)
            m_job->cancel();
        forgetPreview();
    });
    read();
}

ImportDialog::~ImportDialog()
{
    if (m_job)
        m_job->cancel();
}

void ImportDialog::build()
{
    setWindowTitle(tr("Import"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(800, 620);
    m_heading->setProperty("tone", u"heading"_s);
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setToolTip(m_path);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_import->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(m_heading);
    layout->addWidget(m_choices);
    layout->addWidget(m_summary);
    layout->addWidget(m_busy);
    layout->addWidget(m_outline, 1);
    layout->addStretch(0);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ImportDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);
    connect(m_choices, &ImportChoices::changed, this, &ImportDialog::read);
    connect(m_choices, &ImportChoices::mappingRequested, this, &ImportDialog::chooseColumns);
    connect(m_partial, &QPushButton::clicked, this, [this] {
        m_choices->takePart();
        read();
    });
    connect(m_links, &QPushButton::clicked, this, [this] {
        m_choices->takeLinks();
        read();
    });
}

void ImportDialog::chooseColumns()
{
    ReadOptions reading = m_choices->request().reading;
    reading.label = m_path;
    if (!reading.date)
        reading.date = m_editor.clock().broadcastDate(m_editor.now()); // only to see what would be read
    if (const Channel *channel = m_editor.channel()) {
        reading.channel = channel->clock();
        reading.rate = channel->rate;
    }
    auto *dialog = new MappingDialog(m_editor.jobs(), m_path, reading, this);
    connect(dialog, &MappingDialog::chosen, m_choices, &ImportChoices::setMapping);
    dialog->open();
}

void ImportDialog::forgetPreview()
{
    m_outline->setGroups({});
    if (m_preview)
        m_editor.jobs().discard(std::exchange(m_preview, nullptr)); // maybe 100,000 events
}

void ImportDialog::read()
{
    if (m_job)
        m_job->cancel();
    if (!m_editor.document())
        return;
    forgetPreview();
    m_busy->show();
    m_summary->setText(tr("Reading the file…"));
    m_import->setEnabled(false);
    m_partial->hide();
    m_links->hide();
    m_outline->hide();
    if (const QString fault = m_choices->fault(); !fault.isEmpty()) {
        m_job.reset();
        m_busy->hide();
        m_summary->setText(fault);
        return;
    }
    auto current = std::make_shared<std::shared_ptr<Job>>();
    const std::uint64_t seed = m_editor.document()->ids().next<EditId>().bits.low;
    m_job = m_editor.jobs().runQuietly<ImportPreview>(
        this,
        [snapshot = m_editor.snapshot(), request = m_choices->request(), stamp = m_editor.stamp(),
         seed](Job &job) { return prepareImport(snapshot, request, stamp, seed, job); },
        [this, current](Result<ImportPreview> preview) {
            if (m_job == *current)
                show(std::move(preview));
        });
    *current = m_job;
}

void ImportDialog::show(Result<ImportPreview> preview)
{
    m_job.reset();
    m_busy->hide();
    if (preview) {
        m_preview = std::make_shared<const ImportPreview>(std::move(*preview));
        m_choices->follow(*m_preview);
        showPreview();
    } else if (preview.error().code != ErrorCode::Cancelled) {
        showError(preview.error());
    }
    m_outline->setVisible(!m_outline->outline().groups().empty());
}

QStringList ImportDialog::libraryLines() const
{
    const ImportPreview &p = *m_preview;
    QStringList lines;
    lines << tr("%n asset(s) will be added to the library.", nullptr, static_cast<int>(p.added));
    if (const auto known = static_cast<int>(p.duplicates - p.repeated); known > 0)
        lines << tr("%n {entry is|entries are} known already, by the address.", nullptr, known);
    if (p.repeated > 0)
        lines << tr("%n {entry names|entries name} an address that stands in the list before.", nullptr,
                    static_cast<int>(p.repeated));
    if (const auto unknown = static_cast<int>(p.total - p.knownDuration); unknown > 0)
        lines << tr("%n {entry says|entries say} no duration and can be planned once probed.", nullptr,
                    unknown);
    return lines;
}

QStringList ImportDialog::planLines() const
{
    const ImportPreview &p = *m_preview;
    const Station &after = p.edit.after;
    QStringList lines;
    const Channel *channel = after.channelOf(p.plan);
    if (channel && p.extent)
        lines << tr("%n event(s) will be placed on %1, from %2 to %3.", nullptr, static_cast<int>(p.added))
                     .arg(channel->name, wallText(channel->clock(), p.extent->start),
                          wallText(channel->clock(), p.extent->end()));
    else
        lines << tr("%n event(s) will be placed.", nullptr, static_cast<int>(p.added));
    if (p.removed > 0)
        lines << tr("%n event(s) that {stands|stand} there will be removed.", nullptr,
                    static_cast<int>(p.removed));
    if (p.duplicates > 0)
        lines << tr("%n {is a duplicate|are duplicates} of what stands there or earlier in the file, and "
                    "{is|are} left out.",
                    nullptr, static_cast<int>(p.duplicates));
    if (p.conflicts.total > 0)
        lines << tr("%n overlap(s) will have to be settled.", nullptr, static_cast<int>(p.conflicts.total));
    return lines;
}

QStringList ImportDialog::summaryLines() const
{
    const ImportPreview &p = *m_preview;
    const int total = static_cast<int>(p.total);
    switch (p.use) {
    case ImportUse::Library:
        return QStringList(tr("%1 with %n {entry|entries}.", nullptr, total).arg(p.format)) + libraryLines();
    case ImportUse::Plan:
        return QStringList(tr("%1 with %n event(s).", nullptr, total).arg(p.format)) + planLines();
    case ImportUse::AsRun:
        break;
    }
    QStringList lines{tr("%1 with %n line(s) about what was played.", nullptr, total).arg(p.format)};
    lines << tr("%n play(s) will be taken", nullptr, static_cast<int>(p.added)) + u", "_s +
                 tr("%n of them of planned events.", nullptr, static_cast<int>(p.matched));
    if (p.duplicates > 0)
        lines << tr("%n {was|were} taken before.", nullptr, static_cast<int>(p.duplicates));
    return lines;
}

QString ImportDialog::importText() const
{
    const int added = static_cast<int>(m_preview->added);
    switch (m_preview->use) {
    case ImportUse::Library:
        return tr("Add %n asset(s)", nullptr, added);
    case ImportUse::Plan:
        return tr("Import %n event(s)", nullptr, added);
    case ImportUse::AsRun:
        break;
    }
    return tr("Take %n play(s)", nullptr, added);
}

void ImportDialog::showPreview()
{
    const ImportPreview &p = *m_preview;
    QStringList lines = summaryLines();
    const bool isNothing = p.edit.edit->isEmpty();
    if (p.total == 0 && !p.rejected.empty())
        lines = {tr("It holds nothing that can be used: %n line(s) {was|were} refused.", nullptr,
                    static_cast<int>(p.rejected.size()))};
    else if (isNothing)
        lines << tr("There is nothing new in it.");
    if (!p.links.isEmpty())
        lines << tr(
            "There {is|are} %n {address|addresses} in what was refused, which can be taken after all.",
            nullptr, static_cast<int>(p.links.size()));
    m_summary->setText(lines.join(u'\n'));
    m_outline->setGroups(importOutline(m_preview, m_editor.station()));
    m_import->setText(importText());
    m_import->setEnabled(!isNothing);
    m_import->setDefault(true); // a disabled one gives that away
    m_links->setVisible(!p.links.isEmpty());
    m_links->setText(tr("Take the %n link(s) in it", nullptr, static_cast<int>(p.links.size())));
}

void ImportDialog::showError(const Error &error)
{
    const QString file = QFileInfo(m_path).fileName();
    m_import->setText(tr("Import"));
    m_choices->follow(error);
    switch (error.code) {
    case ErrorCode::DateNeeded:
        m_summary->setText(tr("%1 has times but no dates. Which broadcast day is it for?").arg(file));
        return;
    case ErrorCode::StartNeeded:
        m_summary->setText(tr("%1 is a list without times. When does its first entry start? The others "
                              "follow, one after the other.")
                               .arg(file));
        return;
    case ErrorCode::BadMapping:
        m_summary->setText(
            tr("What the columns of %1 mean is not clear: %2.").arg(file, error.args.value(1)));
        return;
    case ErrorCode::NoChannel:
        m_summary->setText(tr("Choose the channel that it is for."));
        return;
    case ErrorCode::NotWellFormed:
        break;
    default:
        m_summary->setText(sentence(error));
        return;
    }
    m_summary->setText(tr("%1 breaks off at line %2, column %3: %4.")
                           .arg(file, error.args.value(1), error.args.value(2), error.args.value(3)));
    const int complete = error.args.value(4).toInt();
    m_partial->setText(tr("Take the %n complete event(s) before it", nullptr, complete));
    m_partial->setVisible(complete > 0);
}

QString ImportDialog::summary() const { return m_summary->text(); }

QString ImportDialog::outcome() const
{
    const int added = static_cast<int>(m_preview->added);
    const QString file = QFileInfo(m_path).fileName();
    switch (m_preview->use) {
    case ImportUse::Library:
        return tr("%n asset(s) added from %1.", nullptr, added).arg(file);
    case ImportUse::Plan:
        return tr("%n event(s) imported from %1.", nullptr, added).arg(file);
    case ImportUse::AsRun:
        break;
    }
    return tr("%n play(s) taken from %1.", nullptr, added).arg(file);
}

void ImportDialog::accept()
{
    if (!m_preview || m_preview->edit.edit->isEmpty())
        return;
    const QString outcome = this->outcome();
    const bool isNew =
        m_preview->use == ImportUse::Plan && m_choices->request().mode == ImportMode::NewChannel;
    m_isApplying = true;
    m_import->setEnabled(false);
    m_editor.apply(PreparedEdit(m_preview->edit), this, [this, outcome, isNew](bool isDone) {
        m_isApplying = false;
        if (!isDone) {
            read(); // the station is another than the preview was made for, or the answer was no
            return;
        }
        if (isNew)
            m_editor.setChannel(m_choices->request().made.id);
        Q_EMIT imported(outcome);
        acceptSoon(*this);
    });
}

} // namespace sf
