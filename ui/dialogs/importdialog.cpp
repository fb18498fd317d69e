// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/importdialog.h"

#include "core/schedule/issuetext.h"
#include "ui/session/stationeditor.h"
#include "ui/session/walltext.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// Lists longer than this end with how many more there are.
constexpr std::size_t mostRemarks = 500;

QString remarkText(const ImportRemark &remark, bool isRejected)
{
    const QString what = isRejected ? sentence(remark.reason) : remark.text;
    if (remark.line > 0)
        return ImportDialog::tr("Line %1: %2").arg(QString::number(remark.line), what);
    if (remark.index > 0)
        return ImportDialog::tr("Event %1: %2").arg(QString::number(remark.index), what);
    return what;
}

} // namespace

ImportDialog::ImportDialog(StationEditor &editor, ImportKind kind, const QString &path, QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_heading(new QLabel(QFileInfo(path).fileName()))
    , m_summary(new QLabel)
    , m_busy(new QProgressBar)
    , m_remarks(new QTreeWidget)
    , m_zone(new QComboBox)
    , m_links(new QPushButton)
    , m_partial(new QPushButton)
    , m_import(new QPushButton(tr("Import")))
{
    m_request.kind = kind;
    m_request.path = path;
    m_request.plan = editor.plan();
    build();
    // Somebody else's edit while this is open makes the comparison stale.
    connect(&editor, &StationEditor::edited, this, [this] {
        if (!m_isApplying)
            read();
    });
    connect(&editor, &StationEditor::reloaded, this, &ImportDialog::read);
    connect(this, &QDialog::finished, this, &ImportDialog::forgetPreview);
    read();
}

ImportDialog::~ImportDialog()
{
    if (m_job)
        m_job->cancel();
}

void ImportDialog::build()
{
    setWindowTitle(m_request.kind == ImportKind::Playlist ? tr("Import playlist") : tr("Import schedule"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(760, 520);
    m_heading->setProperty("tone", u"heading"_s);
    m_heading->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_remarks->setHeaderHidden(true);
    m_remarks->setUniformRowHeights(true);
    m_remarks->setAccessibleName(tr("Remarks"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_links, QDialogButtonBox::ActionRole);
    buttons->addButton(m_partial, QDialogButtonBox::ActionRole);
    buttons->addButton(m_import, QDialogButtonBox::AcceptRole);
    m_import->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_heading);
    layout->addWidget(makeOptions());
    layout->addWidget(m_busy);
    layout->addWidget(m_summary);
    layout->addWidget(m_remarks, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);
    connect(m_partial, &QPushButton::clicked, this, [this] {
        m_request.isPartial = true;
        read();
    });
    connect(m_links, &QPushButton::clicked, this, [this] {
        m_request.takesLinks = true;
        read();
    });
}

QWidget *ImportDialog::makeOptions()
{
    auto *options = new QWidget;
    options->setVisible(m_request.kind == ImportKind::Schedule);
    auto *form = new QFormLayout(options);
    form->setContentsMargins(0, 0, 0, 0);
    const Channel *channel = m_editor.channel();
    form->addRow(tr("Channel"), new QLabel(channel ? channel->name : QString()));
    m_zone->addItem(tr("UTC, as the format says"));
    if (channel)
        m_zone->addItem(tr("%1, the channel's time").arg(channel->zone));
    form->addRow(tr("Times without offset are"), m_zone);
    connect(m_zone, &QComboBox::activated, this, [this](int index) {
        m_request.zone = index == 0 ? std::nullopt : std::optional(m_editor.clock());
        read();
    });
    return options;
}

void ImportDialog::forgetPreview()
{
    if (m_preview)
        m_editor.jobs().discard(std::exchange(m_preview, std::nullopt)); // maybe 100,000 events
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
    m_remarks->hide();
    auto current = std::make_shared<std::shared_ptr<Job>>();
    const std::uint64_t seed = m_editor.document()->ids().next<EditId>().bits.low;
    m_job = m_editor.jobs().runQuietly<ImportPreview>(
        this,
        [snapshot = m_editor.snapshot(), request = m_request, stamp = m_editor.stamp(), seed](Job &job) {
            return prepareImport(snapshot, request, stamp, seed, job);
        },
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
    m_remarks->clear();
    if (preview) {
        m_preview = std::move(*preview);
        showPreview();
    } else {
        showError(preview.error());
    }
    m_remarks->setVisible(m_remarks->topLevelItemCount() > 0);
}

QStringList ImportDialog::summaryLines() const
{
    const ImportPreview &p = *m_preview;
    const int duplicates = static_cast<int>(p.duplicates);
    QStringList lines;
    if (p.kind == ImportKind::Playlist) {
        lines << tr("%1 with %n {entry|entries}.", nullptr, static_cast<int>(p.total)).arg(p.format);
        lines << tr("%n asset(s) will be added to the library.", nullptr, static_cast<int>(p.added));
        if (duplicates > 0)
            lines << tr("%n {entry is|entries are} known already, by the address.", nullptr, duplicates);
        if (const auto unknown = static_cast<int>(p.total - p.knownDuration); unknown > 0)
            lines << tr("%n {entry says|entries say} no duration and can be planned once probed.", nullptr,
                        unknown);
        return lines;
    }
    lines << tr("%1 with %n event(s).", nullptr, static_cast<int>(p.total)).arg(p.format);
    lines << tr("%n event(s) will be placed.", nullptr, static_cast<int>(p.added));
    if (p.newAssets > 0)
        lines << tr("%n asset(s) that the library does not have will be added to it.", nullptr,
                    static_cast<int>(p.newAssets));
    if (duplicates > 0)
        lines << tr("%n event(s) {is|are} in the plan already and {stays|stay} as {it is|they are}.", nullptr,
                    duplicates);
    if (p.conflicts.total > 0)
        lines << tr("%n overlap(s) will have to be settled.", nullptr, static_cast<int>(p.conflicts.total));
    return lines;
}

void ImportDialog::showPreview()
{
    const ImportPreview &p = *m_preview;
    QStringList lines = summaryLines();
    if (p.total == 0 && !p.rejected.empty())
        lines = {tr("It holds nothing that can be used: %n line(s) {was|were} refused.", nullptr,
                    static_cast<int>(p.rejected.size()))};
    else if (p.added == 0)
        lines << tr("There is nothing new in it.");
    if (!p.links.isEmpty())
        lines << tr(
            "There {is|are} %n {address|addresses} in what was refused, which can be taken after all.",
            nullptr, static_cast<int>(p.links.size()));
    m_summary->setText(lines.join(u'\n'));
    addConflicts();
    addRemarks(tr("Refused"), p.rejected);
    addRemarks(tr("Taken with a remark"), p.warnings);
    const int added = static_cast<int>(p.added);
    m_import->setText(p.kind == ImportKind::Playlist ? tr("Add %n asset(s)", nullptr, added)
                                                     : tr("Import %n event(s)", nullptr, added));
    m_import->setEnabled(added > 0);
    if (added > 0)
        m_import->setFocus(Qt::OtherFocusReason);
    m_links->setVisible(!p.links.isEmpty());
    m_links->setText(tr("Take the %n link(s) in it", nullptr, static_cast<int>(p.links.size())));
}

void ImportDialog::showError(const Error &error)
{
    m_summary->setText(sentence(error));
    m_import->setText(tr("Import"));
    const qlonglong complete = error.code == ErrorCode::NotWellFormed ? error.args.value(4).toLongLong() : 0;
    if (complete <= 0)
        return;
    m_summary->setText(tr("%1 breaks off at line %2, column %3: %4.")
                           .arg(QFileInfo(m_request.path).fileName(), error.args.value(1),
                                error.args.value(2), error.args.value(3)));
    m_partial->setText(tr("Look at the %n complete event(s) before it", nullptr, static_cast<int>(complete)));
    m_partial->show();
}

void ImportDialog::addConflicts()
{
    const Overlaps &conflicts = m_preview->conflicts;
    if (conflicts.total == 0)
        return;
    const Station &after = m_preview->edit.after;
    auto *group =
        new QTreeWidgetItem(m_remarks, {tr("Overlaps (%1)").arg(QLocale().toString(conflicts.total))});
    group->setIcon(0, icon(Sign::Warning, Tone::Warning));
    for (std::size_t i = 0; i < std::min(conflicts.pairs.size(), mostRemarks); ++i) {
        Issue issue;
        issue.code = IssueCode::Overlap;
        issue.plan = m_request.plan;
        issue.range = conflicts.pairs[i].shared;
        issue.events = {conflicts.pairs[i].a, conflicts.pairs[i].b};
        new QTreeWidgetItem(group, {sentence(after, issue)});
    }
    group->setExpanded(conflicts.total <= 10);
}

void ImportDialog::addRemarks(const QString &title, const std::vector<ImportRemark> &remarks)
{
    if (remarks.empty())
        return;
    const bool isRejected = &remarks == &m_preview->rejected;
    auto *group =
        new QTreeWidgetItem(m_remarks, {u"%1 (%2)"_s.arg(title, QLocale().toString(remarks.size()))});
    group->setIcon(0, isRejected ? icon(Sign::Error, Tone::Error) : icon(Sign::Info, Tone::Dim));
    for (std::size_t i = 0; i < std::min(remarks.size(), mostRemarks); ++i) {
        const QString text = remarkText(remarks[i], isRejected);
        (new QTreeWidgetItem(group, {text}))->setToolTip(0, text);
    }
    if (remarks.size() > mostRemarks)
        new QTreeWidgetItem(group, {tr("and %1 more").arg(QLocale().toString(remarks.size() - mostRemarks))});
    group->setExpanded(isRejected || remarks.size() <= 10);
}

QString ImportDialog::summary() const { return m_summary->text(); }

void ImportDialog::accept()
{
    if (!m_preview || m_preview->added == 0)
        return;
    const int added = static_cast<int>(m_preview->added);
    const QString file = QFileInfo(m_request.path).fileName();
    const QString outcome = m_request.kind == ImportKind::Playlist
                                ? tr("%n asset(s) added from %1.", nullptr, added).arg(file)
                                : tr("%n event(s) imported from %1.", nullptr, added).arg(file);
    m_isApplying = true;
    const bool isDone = m_editor.apply(std::move(m_preview->edit));
    m_isApplying = false;
    if (!isDone) {
        read(); // the station is another than the preview was made for
        return;
    }
    Q_EMIT imported(outcome);
    QDialog::accept();
}

} // namespace sf
