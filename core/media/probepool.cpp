// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/media/probepool.h"

#include "core/media/probeanswer.h"
#include "core/media/proberun.h"
#include "core/media/workerprocess.h"

#include <poll.h>

namespace sf {

using namespace Qt::StringLiterals;

Status probeFiles(const QStringList &paths, const ProbeOptions &options, Job &job,
                  const std::function<void(const ProbeReport &)> &onReport, QueueStats &stats)
{
    if (options.workers < 1 || options.workers > mostProbeWorkers)
        return fail(ErrorCode::BadArgument, {QString::number(options.workers), u"the number of workers"_s,
                                             u"It must be 1 to %1."_s.arg(mostProbeWorkers)});
    if (options.deadline <= Millis::zero() || options.deadline > std::chrono::minutes(10))
        return fail(ErrorCode::BadArgument, {QString::number(options.deadline.count()), u"the deadline"_s,
                                             u"It must be 1 ms to 10 minutes."_s});
    return ProbeRun(paths, options, job, onReport, stats).run();
}

Result<QString> probeLibraryVersion(const QString &workerProgram)
{
    constexpr int longestStartMs = 5000;
    auto worker = WorkerProcess::start(workerProgram, {});
    if (!worker)
        return fail(worker.error());
    pollfd waiting{(*worker)->socket(), POLLIN, 0};
    bool isOpen = true;
    while (isOpen && poll(&waiting, 1, longestStartMs) == 1) {
        isOpen = (*worker)->receive();
        if (const auto line = (*worker)->takeLine()) {
            const auto version = parseProbeHello(*line);
            return version ? Result<QString>(*version)
                           : fail(ErrorCode::MediaWorkerMissing, {u"it is another program"_s}, workerProgram);
        }
    }
    return fail(ErrorCode::MediaWorkerMissing, {(*worker)->endingOf()}, workerProgram);
}

} // namespace sf
