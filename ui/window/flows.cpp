// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/window/flows.h"

#include "core/document/transfer.h"
#include "core/formats/registry.h"
#include "core/schedule/merge.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/exportoutline.h"
#include "ui/dialogs/filechooser.h"
#include "ui/dialogs/filldialog.h"
#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/noticestack.h"
#include "ui/dialogs/opensoon.h"
#include "ui/planning/rulesdialog.h"
#include "ui/planning/templatesdialog.h"
#include "ui/session/exporttasks.h"
#include "ui/session/mediascan.h"
#include "ui/session/stationeditor.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// A scan is compared with the library anew this often when the operator edits meanwhile.
constexpr int mostAttempts = 5;

QString importFilter()
{
    QStringList patterns{u"*.log"_s};
    for (const FormatInfo &format : formats()) {
        for (const QLatin1StringView extension : format.extensions) {
            if (format.importsPlaylist || format.importsSchedule)
                patterns << u"*."_s + QString(extension);
        }
    }
    patterns.removeDuplicates();
    return patterns.join(u' ');
}

Result<PlaylistMerge> readSample(const Station &station, const EditStamp &stamp, std::uint64_t seed,
                                 const Job &job)
{
    QFile file(u":/sample/playlist.m3u8"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileNotReadable, {file.fileName(), file.errorString()});
    ReadOptions options;
    options.label = file.fileName();
    options.baseDir = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/sample"_s;
    const Result<ImportedPlaylist> playlist = readPlaylist(file, options, job);
    if (!playlist)
        return fail(playlist.error());
    IdSource ids(toMs(stamp.now), seed);
    Result<PlaylistMerge> merge = mergePlaylist(station, *playlist, ids, stamp, job);
    if (merge)
        merge->edit.name = Flows::tr("Add the sample library");
    return merge;
}

QString scanOutcome(const ScanMerge &merge)
{
    QStringList parts;
    const auto add = [&](const char *text, std::int64_t count) {
        if (count > 0)
            parts << Flows::tr(text, nullptr, static_cast<int>(count));
    };
    add("%n file(s) ready", merge.ready);
    add("%n of them new", merge.added);
    add("%n changed since the last time", merge.changed);
    add("%n missing", merge.missing);
    add("%n unreadable", static_cast<std::int64_t>(merge.unreadable.size()) - merge.missing);
    add("%n at addresses that are never opened", merge.remote);
    return parts.isEmpty() ? Flows::tr("There was no media to look at.") : parts.join(u", "_s) + u'.';
}

/// How several exports went; what went wrong names the file.
JobOutcome sumUp(const std::vector<ExportTaskOutcome> &outcomes)
{
    QStringList files;
    RoundTrip trip;
    for (const ExportTaskOutcome &outcome : outcomes) {
        if (outcome.failure)
            return {sentence(*outcome.failure), false};
        if (outcome.notRecorded)
            return {unrecordedText(*outcome.notRecorded), false};
        files << QFileInfo(outcome.task.request.path).fileName();
        trip.add(outcome.written.roundTrip);
    }
    const QString what = Flows::tr("Exported again: %1.").arg(files.join(u", "_s)) + u' ' + proofText(trip);
    return {what, !trip.hasReader || trip.isProved()};
}

} // namespace

Flows::Flows(StationEditor &editor, NoticeStack &notices, QWidget &window)
    : QObject(&window)
    , m_editor(editor)
    , m_notices(notices)
    , m_window(window)
{
}

void Flows::tell(const QString &sentence) { m_notices.add({u"done"_s, Severity::Info, sentence, {}}); }

void Flows::chooseImport(std::optional<ImportUse> use)
{
    const bool isAsRun = use == ImportUse::AsRun;
    auto *dialog = makeFileDialog(isAsRun ? tr("Import as-run log") : tr("Import"),
                                  isAsRun ? u"asrun"_s : u"import"_s, &m_window);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Playlists, schedules, tables and logs (%1)").arg(importFilter()), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this,
            [this, use](const QStringList &paths) { importInTurn(paths, use); });
    dialog->open();
}

void Flows::chooseDayFiles()
{
    auto *dialog = makeFileDialog(tr("Import a folder of day files"), u"dayfiles"_s, &m_window);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { import(path); });
    dialog->open();
}

void Flows::chooseFolder()
{
    auto *dialog = makeFileDialog(tr("Scan folder"), u"scan"_s, &m_window);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { scan({path}); });
    dialog->open();
}

void Flows::takePaths(const QStringList &paths)
{
    struct Sorted
    {
        QStringList lists;
        QStringList media;
    };
    m_editor.jobs().runQuietly<Sorted>(
        this,
        [paths](Job &job) -> Result<Sorted> {
            Sorted sorted;
            for (const QString &path : paths) {
                if (job.isCancelled())
                    return fail(ErrorCode::Cancelled);
                (natureOf(path) == FileNature::List ? sorted.lists : sorted.media) << path;
            }
            return sorted;
        },
        [this](Result<Sorted> sorted) {
            if (!sorted)
                return;
            importInTurn(sorted->lists, std::nullopt);
            if (!sorted->media.isEmpty())
                scan(sorted->media);
        });
}

void Flows::importInTurn(QStringList paths, std::optional<ImportUse> use)
{
    if (paths.isEmpty())
        return;
    if (const ImportDialog *dialog = import(paths.takeFirst(), use))
        connect(dialog, &QDialog::finished, this, [this, paths, use] { importInTurn(paths, use); });
}

ImportDialog *Flows::import(const QString &path, std::optional<ImportUse> use)
{
    if (!m_editor.canEdit())
        return nullptr;
    auto *dialog = new ImportDialog(m_editor, path, use, &m_window);
    connect(dialog, &ImportDialog::imported, this, &Flows::tell);
    openSoon(*dialog);
    return dialog;
}

FillDialog *Flows::fill(TimeRange range) { return plan({range, std::nullopt, {}}); }

FillDialog *Flows::replan(TimeRange range, ReplanScope scope, std::vector<EventId> selection)
{
    return plan({range, scope, std::move(selection)});
}

FillDialog *Flows::plan(PlanAsk ask)
{
    if (!m_editor.canEdit() || !m_editor.channel())
        return nullptr;
    auto *dialog = new FillDialog(m_editor, std::move(ask), &m_window);
    connect(dialog, &FillDialog::filled, this, &Flows::tell);
    connect(&dialog->form(), &FillForm::templatesRequested, dialog,
            [this, dialog] { (new TemplatesDialog(m_editor, dialog))->open(); });
    connect(&dialog->form(), &FillForm::rulesRequested, dialog,
            [this, dialog] { (new RulesDialog(m_editor, dialog))->open(); });
    openSoon(*dialog);
    return dialog;
}

ExportDialog *Flows::exportPlan(TimeRange range)
{
    if (!m_editor.channel())
        return nullptr;
    auto *dialog = new ExportDialog(m_editor, range, &m_window);
    connect(dialog, &ExportDialog::exported, this, &Flows::exported);
    openSoon(*dialog);
    return dialog;
}

void Flows::exportAgain(std::vector<ExportTask> tasks)
{
    if (tasks.empty() || !m_editor.document())
        return;
    m_editor.jobs().run<std::vector<ExportTaskOutcome>>(
        tr("Exporting again what has changed"), this,
        [station = m_editor.station(), location = m_editor.document()->location(),
         commit = m_editor.document()->savedCommit(),
         tasks = std::move(tasks)](Job &job) { return runExports(station, location, commit, tasks, job); },
        [this](Result<std::vector<ExportTaskOutcome>> outcomes) {
            if (!outcomes)
                return JobOutcome{sentence(outcomes.error()), false};
            const JobOutcome outcome = sumUp(*outcomes);
            m_notices.add(
                {u"done"_s, outcome.isGood ? Severity::Info : Severity::Error, outcome.sentence, {}});
            Q_EMIT exported();
            return outcome;
        });
}

void Flows::scan(const QStringList &paths)
{
    startScan(tr("Scanning %1").arg(QFileInfo(paths.constFirst()).fileName()), paths);
}

void Flows::probe() { startScan(tr("Probing the library"), {}); }

void Flows::startScan(const QString &title, const QStringList &paths)
{
    if (!m_editor.canEdit())
        return;
    const QString program = defaultProbeProgram(QCoreApplication::applicationDirPath());
    m_editor.jobs().run<ScanReports>(
        title, this,
        [station = m_editor.station(), paths, program](Job &job) {
            return paths.isEmpty() ? probeLibrary(station, false, program, job)
                                   : scanPaths(station, paths, program, job);
        },
        [this](Result<ScanReports> reports) {
            if (!reports)
                return JobOutcome{sentence(reports.error()), false};
            const QueueStats &stats = reports->stats;
            const QString outcome =
                tr("%n file(s) read", nullptr, static_cast<int>(stats.totalProcessed)) + u", "_s +
                tr("%n with a fault", nullptr, static_cast<int>(stats.totalErrors)) + u"; "_s +
                tr("at most %n reader(s) at a time, %1 % busy.", nullptr, stats.peakActive)
                    .arg(stats.utilizationPercent, 0, 'f', 0);
            merge(std::make_shared<const ScanReports>(std::move(*reports)), 1);
            return JobOutcome{outcome, stats.totalErrors == 0};
        });
}

void Flows::merge(std::shared_ptr<const ScanReports> reports, int attempt)
{
    if (!m_editor.document())
        return;
    const std::uint64_t seed = m_editor.document()->ids().next<EditId>().bits.low;
    using Merged = std::pair<ScanMerge, PreparedEdit>;
    m_editor.jobs().runQuietly<Merged>(
        this,
        [reports, snapshot = m_editor.snapshot(), stamp = m_editor.stamp(), seed](Job &) -> Result<Merged> {
            IdSource ids(toMs(stamp.now), seed);
            ScanMerge merge = mergeScan(snapshot.station, reports->reports, reports->roots, ids, stamp);
            Result<PreparedEdit> edit = prepare(snapshot, std::move(merge.edit));
            if (!edit)
                return fail(edit.error());
            return Merged{std::move(merge), std::move(*edit)};
        },
        [this, reports, attempt](Result<Merged> merged) {
            if (!m_editor.document())
                return;
            const Status applied =
                merged ? m_editor.document()->apply(std::move(merged->second)) : fail(merged.error());
            if (applied)
                tell(scanOutcome(merged->first));
            else if (applied.error().code == ErrorCode::EditConflict && attempt < mostAttempts)
                merge(reports, attempt + 1);
            else
                Q_EMIT m_editor.failed(applied.error());
        });
}

NoticeAction Flows::wayOnFromLibrary()
{
    if (!m_editor.channel())
        return {tr("Add channel…"), [this] { Q_EMIT addChannelRequested(); }};
    return {tr("Fill the next 7 days…"), [this] {
                const TimePoint now = m_editor.now();
                const ChannelClock clock = m_editor.clock();
                fill(TimeRange::between(now, clock.broadcastDays(clock.broadcastDate(now), 7).end()));
            }};
}

void Flows::addSample()
{
    if (!m_editor.canEdit())
        return;
    const std::uint64_t seed = m_editor.document()->ids().next<EditId>().bits.low;
    m_editor.jobs().run<PlaylistMerge>(
        tr("Adding the sample library"), this,
        [station = m_editor.station(), stamp = m_editor.stamp(), seed](Job &job) {
            return readSample(station, stamp, seed, job);
        },
        [this](Result<PlaylistMerge> merge) {
            if (!merge)
                return JobOutcome{sentence(merge.error()), false};
            const int added = static_cast<int>(merge->added);
            if (!m_editor.apply(std::move(merge->edit)))
                return JobOutcome{tr("The station changed meanwhile; nothing was added."), false};
            const QString sentence =
                tr("%n film(s) added, planned by the lengths that the list declares; the "
                   "files themselves are not part of the sample.",
                   nullptr, added);
            m_notices.add({u"done"_s, Severity::Info, sentence, {wayOnFromLibrary()}});
            return JobOutcome{sentence, true};
        });
}

} // namespace sf
