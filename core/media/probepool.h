// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/media/probereport.h"
#include "core/media/queuestats.h"

#include <QStringList>

#include <functional>

namespace sf {

constexpr int mostProbeWorkers = 4;

/// How files are read.
struct ProbeOptions
{
    int workers = mostProbeWorkers; ///< at most so many at a time; 1 to mostProbeWorkers
    QString workerProgram;          ///< path of scheduleflow-probe: defaultProbeProgram()
    Millis deadline{2000};          ///< for one file
    int retries = 1;                ///< for a file that a worker died or hung over
};

/// Reads the headers of local files in a bounded pool of worker processes, and calls `onReport` once for each
/// path, in the order in which they are done. Blocks, so it is called in a job or a command; `onReport` is
/// called in the same thread. A worker that dies, hangs or answers nonsense is replaced; it costs its own
/// file, after the retries, and no other. Sets the job's progress; `stats` is up to date whenever `onReport`
/// is called. Errors: Cancelled (the workers are dead then), MediaWorkerMissing, BadArgument for options out
/// of range.
Status probeFiles(const QStringList &paths, const ProbeOptions &options, Job &job,
                  const std::function<void(const ProbeReport &)> &onReport, QueueStats &stats);

/// The version of FFmpeg that the worker program uses, "5.1.6". Errors: MediaWorkerMissing.
Result<QString> probeLibraryVersion(const QString &workerProgram);

} // namespace sf
