// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/session/mediascan.h"

namespace sf {

namespace {

Result<ScanReports> probe(const QStringList &files, const QString &probeProgram, Job &job)
{
    ScanReports out;
    out.reports.reserve(static_cast<std::size_t>(files.size()));
    ProbeOptions options;
    options.workerProgram = probeProgram;
    const Status probed = probeFiles(
        files, options, job, [&](const ProbeReport &report) { out.reports.push_back(report); }, out.stats);
    if (!probed)
        return fail(probed.error());
    return out;
}

} // namespace

Result<ScanReports> scanPaths(const Station &station, const QStringList &paths, const QString &probeProgram,
                              Job &job)
{
    const Result<ScannedFiles> scanned = scanForMedia(paths, job);
    if (!scanned)
        return fail(scanned.error());
    Result<ScanReports> out = probe(scanned->files + vanishedFiles(station, *scanned), probeProgram, job);
    if (!out)
        return out;
    out->rejected = scanned->rejected;
    out->roots = scanned->roots;
    return out;
}

Result<ScanReports> probeLibrary(const Station &station, bool all, const QString &probeProgram, Job &job)
{
    return probe(knownFiles(station, all).files, probeProgram, job);
}

} // namespace sf
