// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/media/mergescan.h"
#include "core/media/probepool.h"

#include <vector>

namespace sf {

/// What was read from files, not yet compared with the library.
struct ScanReports
{
    std::vector<ProbeReport> reports;
    std::vector<ScanRejection> rejected;
    QStringList roots;
    QueueStats stats;
};

/// Finds media under `paths` and probes it, with what the library had there before. For a job. Errors: those
/// of scanForMedia and probeFiles.
Result<ScanReports> scanPaths(const Station &station, const QStringList &paths, const QString &probeProgram,
                              Job &job);

/// Probes what the library knows: everything, or what is not probed yet. Errors: those of probeFiles.
Result<ScanReports> probeLibrary(const Station &station, bool all, const QString &probeProgram, Job &job);

} // namespace sf
