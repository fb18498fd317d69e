// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/media/probeanswer.h"
#include "core/media/probepool.h"
#include "core/media/workerprocess.h"

#include <chrono>
#include <deque>
#include <memory>
#include <vector>

namespace sf {

/// One call of probeFiles(): hands out the queue to workers, several requests in flight with each, and reads
/// their answers, all in one loop around poll(2).
class ProbeRun
{
public:
    ProbeRun(const QStringList &paths, const ProbeOptions &options, Job &job,
             const std::function<void(const ProbeReport &)> &onReport, QueueStats &stats);
    Status run();

private:
    using Clock = std::chrono::steady_clock;

    struct Request
    {
        qsizetype path = 0; ///< in m_paths
        int attempts = 0;   ///< that a worker failed
    };
    struct Worker
    {
        std::unique_ptr<WorkerProcess> process;
        std::deque<Request> inFlight; ///< answered in this order
        std::int64_t answered = 0;
        bool hasGreeted = false;
        Clock::time_point busySince{}; ///< since when the first of inFlight is being read
    };

    Status startWorkers();
    int wantedWorkers() const;
    void handOut();
    void wait();
    void readFrom(Worker &worker);
    bool takeAnswer(Worker &worker, const QByteArray &line);
    void giveUpLate();
    /// Replaces a worker later on; its first request failed with `error`, the others are as new.
    void lose(Worker &worker, const Error &error);
    void report(const Request &request, ProbeReport report);
    void updateStats();
    std::size_t depth() const;

    const QStringList &m_paths;
    const ProbeOptions &m_options;
    Job &m_job;
    const std::function<void(const ProbeReport &)> &m_onReport;
    QueueStats &m_stats;
    std::deque<Request> m_queue;
    std::vector<Worker> m_workers;
    int m_failedStarts = 0; ///< in a row
    QString m_startFailure;
    Clock::time_point m_started;
    Clock::time_point m_lastUpdate;
    double m_busySeconds = 0; ///< of all workers
};

} // namespace sf
