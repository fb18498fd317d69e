// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/media/proberun.h"

#include <QFile>
#include <QThread>

#include <csignal>

#include <poll.h>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// How soon a cancelled job is noticed.
constexpr int pollMs = 20;
/// A worker ends by itself a second after the deadline (SIGALRM); one that does not is killed.
constexpr Millis killMargin{2000};
/// Loading libavformat with its 130 libraries, on a machine that is busy.
constexpr Millis longestStart{10'000};
constexpr int mostFailedStarts = 3;
/// A start costs as much as reading hundreds of files: each worker must have this many to be worth it,
constexpr std::int64_t filesPerWorker = 64;
/// or, beyond one for each processor, the reading must wait for disks: it took so long, and has this ahead.
constexpr Millis slowReading{150};
constexpr Millis longAhead{1000};
/// Requests that wait in a worker, so that it need not wait for us.
constexpr std::size_t deepest = 8;
constexpr qsizetype longestLine = 64 * 1024;

} // namespace

ProbeRun::ProbeRun(const QStringList &paths, const ProbeOptions &options, Job &job,
                   const std::function<void(const ProbeReport &)> &onReport, QueueStats &stats)
    : m_paths(paths)
    , m_options(options)
    , m_job(job)
    , m_onReport(onReport)
    , m_stats(stats)
    , m_started(Clock::now())
    , m_lastUpdate(m_started)
{
    m_stats = {};
    m_stats.totalQueued = m_stats.queued = m_stats.peakQueueSize = paths.size();
    m_stats.maxConcurrency = options.workers;
    for (qsizetype i = 0; i < paths.size(); ++i)
        m_queue.push_back({i, 0});
}

Status ProbeRun::run()
{
    while (m_stats.totalProcessed < m_stats.totalQueued) {
        if (m_job.isCancelled()) {
            for (Worker &worker : m_workers)
                worker.process->kill();
            m_workers.clear();
            m_stats.active = 0;
            return fail(ErrorCode::Cancelled);
        }
        if (Status started = startWorkers(); !started)
            return started;
        handOut();
        updateStats();
        wait();
        giveUpLate();
        std::erase_if(m_workers, [](const Worker &worker) { return !worker.process; });
    }
    for (Worker &worker : m_workers) // at once, so that they die at the same time
        worker.process->kill();
    updateStats();
    return {};
}

int ProbeRun::wantedWorkers() const
{
    const auto running = static_cast<std::int64_t>(m_workers.size());
    const std::int64_t useful = running + static_cast<std::int64_t>(m_queue.size());
    const auto elapsed = Clock::now() - m_started;
    const bool isSlow = elapsed > slowReading && elapsed * static_cast<std::int64_t>(m_queue.size()) >
                                                     longAhead * m_stats.totalProcessed;
    const std::int64_t atOnce = std::min<std::int64_t>(
        (m_stats.totalQueued + filesPerWorker - 1) / filesPerWorker, QThread::idealThreadCount());
    return static_cast<int>(std::min({isSlow ? useful : std::max<std::int64_t>(atOnce, 1), useful,
                                      static_cast<std::int64_t>(m_options.workers)}));
}

Status ProbeRun::startWorkers()
{
    if (m_failedStarts >= mostFailedStarts)
        return fail(ErrorCode::MediaWorkerMissing, {m_startFailure}, m_options.workerProgram);
    while (static_cast<int>(m_workers.size()) < wantedWorkers()) {
        auto process = WorkerProcess::start(m_options.workerProgram,
                                            {u"--deadline"_s, QString::number(m_options.deadline.count())});
        if (!process && m_workers.empty())
            return fail(process.error());
        if (!process) // the system has no room for more: those that run will do
            break;
        Worker worker;
        worker.process = std::move(*process);
        m_workers.push_back(std::move(worker));
    }
    return {};
}

std::size_t ProbeRun::depth() const
{
    // Shallow towards the end: no file waits behind a slow one while another worker has nothing to do.
    return std::clamp<std::size_t>(m_queue.size() / (2 * m_workers.size() + 1), 1, deepest);
}

void ProbeRun::handOut()
{
    for (Worker &worker : m_workers) {
        const std::size_t wanted = depth();
        // Refilled by halves, as a send wakes the other process.
        if (worker.inFlight.size() > wanted / 2)
            continue;
        if (worker.inFlight.empty())
            worker.busySince = Clock::now();
        QByteArray bytes;
        while (worker.inFlight.size() < wanted && !m_queue.empty()) {
            const Request request = m_queue.front();
            m_queue.pop_front();
            if (m_paths[request.path].contains(QChar::Null)) { // ends a request, and is in no file's name
                ProbeReport bad;
                bad.reason = Error{ErrorCode::MediaBadName, {}, {}};
                report(request, std::move(bad));
                continue;
            }
            worker.inFlight.push_back(request);
            bytes += QFile::encodeName(m_paths[request.path]);
            bytes += '\0';
        }
        // A worker that can't be written to has closed its end: reading says so, and it is replaced there.
        if (!bytes.isEmpty())
            worker.process->send(bytes);
    }
}

void ProbeRun::wait()
{
    std::vector<pollfd> waiting;
    for (const Worker &worker : m_workers) {
        const auto writing = static_cast<short>(worker.process->hasUnsent() ? POLLOUT : 0);
        waiting.push_back({worker.process->socket(), static_cast<short>(POLLIN | writing), 0});
    }
    if (poll(waiting.data(), waiting.size(), pollMs) <= 0) // an interruption is like a timeout
        return;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        if (waiting[i].revents & POLLOUT)
            m_workers[i].process->send();
        if (waiting[i].revents & (POLLIN | POLLHUP | POLLERR))
            readFrom(m_workers[i]);
    }
}

void ProbeRun::readFrom(Worker &worker)
{
    const bool isOpen = worker.process->receive();
    while (const auto line = worker.process->takeLine()) {
        if (!takeAnswer(worker, *line))
            return lose(worker, Error{ErrorCode::MediaWorkerDied,
                                      {u"it answered nonsense"_s},
                                      QString::fromUtf8(line->left(200))});
    }
    if (worker.process->bytesOfOpenLine() > longestLine)
        return lose(worker, Error{ErrorCode::MediaWorkerDied, {u"its answer has no end"_s}, {}});
    if (isOpen)
        return;
    const QString ending = worker.process->endingOf();
    if (worker.process->endingSignal() == SIGALRM)
        lose(worker, Error{ErrorCode::MediaTimedOut,
                           {QString::number(static_cast<double>(m_options.deadline.count()) / 1000)},
                           ending});
    else
        lose(worker, Error{ErrorCode::MediaWorkerDied, {ending}, {}});
}

bool ProbeRun::takeAnswer(Worker &worker, const QByteArray &line)
{
    if (!worker.hasGreeted) {
        worker.hasGreeted = parseProbeHello(line).has_value();
        worker.busySince = Clock::now();
        if (worker.hasGreeted)
            m_failedStarts = 0;
        return worker.hasGreeted;
    }
    auto answer = parseProbeAnswer(line, m_options.deadline);
    if (!answer || worker.inFlight.empty() || answer->number != worker.answered + 1)
        return false;
    ++worker.answered;
    const Request request = worker.inFlight.front();
    worker.inFlight.pop_front();
    worker.busySince = Clock::now();
    report(request, std::move(answer->report));
    return true;
}

void ProbeRun::giveUpLate()
{
    const auto now = Clock::now();
    for (Worker &worker : m_workers) {
        if (!worker.process || worker.inFlight.empty())
            continue;
        const Millis allowed = worker.hasGreeted ? m_options.deadline + killMargin : longestStart;
        if (now - worker.busySince > allowed)
            lose(worker, Error{ErrorCode::MediaTimedOut,
                               {QString::number(static_cast<double>(m_options.deadline.count()) / 1000)},
                               u"killed"_s});
    }
}

void ProbeRun::lose(Worker &worker, const Error &error)
{
    std::deque<Request> requests = std::move(worker.inFlight);
    worker.inFlight.clear();
    worker.process.reset();
    if (!worker.hasGreeted) {
        ++m_failedStarts;
        m_startFailure = error.args.value(0);
    } else if (!requests.empty()) {
        Request failed = requests.front();
        requests.pop_front();
        if (++failed.attempts <= m_options.retries) {
            m_queue.push_back(failed); // last, so that a file which always fails holds up no other
        } else {
            ProbeReport lost;
            lost.reason = error;
            report(failed, std::move(lost));
        }
    }
    m_queue.insert(m_queue.begin(), requests.begin(), requests.end());
}

void ProbeRun::report(const Request &request, ProbeReport report)
{
    report.path = m_paths[request.path];
    if (report.reason && report.reason->code == ErrorCode::FileNotReadable)
        report.reason->args[0] = report.path;
    ++m_stats.totalProcessed;
    m_stats.totalErrors += report.reason ? 1 : 0;
    updateStats();
    m_job.setProgress(m_stats.totalProcessed, m_stats.totalQueued);
    m_onReport(report);
}

void ProbeRun::updateStats()
{
    const auto now = Clock::now();
    const auto seconds = [](Clock::duration time) { return std::chrono::duration<double>(time).count(); };
    m_busySeconds += m_stats.active * seconds(now - m_lastUpdate);
    m_lastUpdate = now;
    m_stats.active = static_cast<std::int32_t>(std::count_if(
        m_workers.begin(), m_workers.end(), [](const Worker &worker) { return !worker.inFlight.empty(); }));
    m_stats.peakActive = std::max(m_stats.peakActive, m_stats.active);
    m_stats.queued = static_cast<std::int64_t>(m_queue.size());
    const double possible = seconds(now - m_started) * m_stats.maxConcurrency;
    m_stats.utilizationPercent = possible > 0 ? std::min(100.0, 100 * m_busySeconds / possible) : 0;
}

} // namespace sf
