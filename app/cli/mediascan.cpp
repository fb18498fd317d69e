// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/mediascan.h"

#include "app/cli/jsonview.h"
#include "core/media/mergescan.h"
#include "core/media/probepool.h"
#include "core/media/scanner.h"
#include "core/schedule/merge.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>

namespace sf::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t listedFiles = 20;

/// What the workers said of the files, and how they did.
struct Probed
{
    std::vector<ProbeReport> reports;
    QueueStats queue;
    qint64 elapsedMs = 0;
};

Result<Probed> probeAll(const QStringList &files, int jobs, Job &job)
{
    QElapsedTimer timer;
    timer.start();
    Probed probed;
    ProbeOptions options;
    options.workers = jobs;
    options.workerProgram = defaultProbeProgram(QCoreApplication::applicationDirPath());
    const auto collect = [&](const ProbeReport &report) { probed.reports.push_back(report); };
    if (const Status done = probeFiles(files, options, job, collect, probed.queue); !done)
        return fail(done.error());
    probed.elapsedMs = timer.elapsed();
    return probed;
}

QJsonObject toJson(const ScanRejection &rejection)
{
    return {{u"url"_s, rejection.path},
            {u"reason"_s, sentence(rejection.reason)},
            {u"code"_s, codeName(rejection.reason.code)}};
}

Outcome report(const ScanMerge &merge, const std::vector<ScanRejection> &unreadable, const Probed &probed)
{
    Outcome outcome;
    outcome.json = {{u"found"_s, static_cast<double>(merge.found)},
                    {u"added"_s, static_cast<double>(merge.added)},
                    {u"ready"_s, static_cast<double>(merge.ready)},
                    {u"changed"_s, static_cast<double>(merge.changed)},
                    {u"missing"_s, static_cast<double>(merge.missing)},
                    {u"remote"_s, static_cast<double>(merge.remote)},
                    {u"unreadable"_s, toArray(unreadable, [](const ScanRejection &r) { return toJson(r); })},
                    {u"elapsedMs"_s, static_cast<double>(probed.elapsedMs)},
                    {u"queue"_s, cli::toJson(probed.queue)}};
    outcome.needsAttention = !unreadable.empty();
    outcome.text = u"%1 found: %2 added, %3 ready, %4 unreadable or missing (%L5 ms)\n"_s
                       .arg(counted(merge.found, "file", "files"))
                       .arg(merge.added)
                       .arg(merge.ready)
                       .arg(unreadable.size())
                       .arg(probed.elapsedMs);
    if (merge.remote > 0)
        outcome.text +=
            u"  %1 on the network left as they are\n"_s.arg(counted(merge.remote, "address", "addresses"));
    for (std::size_t i = 0; i < unreadable.size() && i < listedFiles; ++i)
        outcome.text += u"  %1: %2\n"_s.arg(unreadable[i].path, sentence(unreadable[i].reason));
    if (unreadable.size() > listedFiles)
        outcome.text += u"  … and %1 more; --json lists them all\n"_s.arg(unreadable.size() - listedFiles);
    return outcome;
}

bool isKnown(const Station &station, const QString &path)
{
    const QString wanted = comparableUrl(path);
    bool found = false;
    station.assets().forEach(
        [&](const Asset &asset) { found = found || comparableUrl(asset.url) == wanted; });
    return found;
}

/// Whether there is anything to look at: a path that is there, an address, or a file of the library that may be gone.
/// Errors: FileNotFound, FileNotReadable, of the first path.
Status checkPaths(const Station &station, const QStringList &paths)
{
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (path.contains(u"://"_s) || (info.exists() && (!info.isDir() || info.isReadable())) ||
            isKnown(station, info.absoluteFilePath()))
            return {};
    }
    if (QFileInfo::exists(paths.value(0)))
        return fail(ErrorCode::FileNotReadable, {paths.value(0), u"the folder may not be listed"_s});
    return fail(ErrorCode::FileNotFound, {paths.value(0)});
}

} // namespace

Result<Outcome> runScan(Invocation &invocation, const std::vector<std::string> &paths, int jobs)
{
    QStringList names;
    for (const std::string &path : paths)
        names.append(textOf(path));
    const auto scanned = scanForMedia(names, *invocation.job);
    if (!scanned)
        return fail(scanned.error());
    const auto document = openStation(invocation);
    if (!document)
        return fail(document.error());
    if (const Status usable = checkPaths((*document)->station(), names); !usable)
        return fail(usable.error());
    const auto probed =
        probeAll(scanned->files + vanishedFiles((*document)->station(), *scanned), jobs, *invocation.job);
    if (!probed)
        return fail(probed.error());
    return changeStation(invocation, [&](Document &current) -> Result<Change> {
        ScanMerge merge = mergeScan(current.station(), probed->reports, scanned->roots, current.ids(),
                                    current.stamp(invocation.now));
        merge.remote += scanned->remote;
        std::vector<ScanRejection> unreadable = scanned->rejected;
        unreadable.insert(unreadable.end(), merge.unreadable.begin(), merge.unreadable.end());
        Outcome outcome = report(merge, unreadable, *probed);
        return Change{std::move(merge.edit), std::move(outcome)};
    });
}

Result<Outcome> runProbe(Invocation &invocation, bool isAll, int jobs)
{
    const auto document = openStation(invocation);
    if (!document)
        return fail(document.error());
    const KnownFiles known = knownFiles((*document)->station(), isAll);
    const auto probed = probeAll(known.files, jobs, *invocation.job);
    if (!probed)
        return fail(probed.error());
    return changeStation(invocation, [&](Document &current) -> Result<Change> {
        ScanMerge merge =
            mergeScan(current.station(), probed->reports, {}, current.ids(), current.stamp(invocation.now));
        merge.remote += known.remote;
        Outcome outcome = report(merge, merge.unreadable, *probed);
        return Change{std::move(merge.edit), std::move(outcome)};
    });
}

} // namespace sf::cli
