// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QtConcurrent>

#include <atomic>
#include <functional>
#include <memory>

namespace sf {

/// What a long piece of work is given: it asks whether it was cancelled, and tells how far it is.
/// Thread-safe.
class Job
{
public:
    bool isCancelled() const noexcept { return m_cancelled.load(std::memory_order_relaxed); }
    void cancel() noexcept { m_cancelled.store(true, std::memory_order_relaxed); }

    /// `done` of `total` units; a total of 0 means that it is not known.
    void setProgress(qint64 done, qint64 total) const noexcept
    {
        m_done.store(done, std::memory_order_relaxed);
        m_total.store(total, std::memory_order_relaxed);
    }
    qint64 done() const noexcept { return m_done.load(std::memory_order_relaxed); }
    qint64 total() const noexcept { return m_total.load(std::memory_order_relaxed); }

private:
    std::atomic<bool> m_cancelled{false};
    mutable std::atomic<qint64> m_done{0}; // telling how far it is changes nothing for the work
    mutable std::atomic<qint64> m_total{0};
};

/// The pool that all jobs share: one thread fewer than the machine has, but at least one.
QThreadPool &jobPool();

/// Starts `work(Job &)` on the job pool; `finished(Result<T>)` is called in `context`'s thread, and not at
/// all when `context` is gone by then. Nothing else in the program starts a thread for computing. `work`
/// receives snapshots, never QObjects.
template <class T>
std::shared_ptr<Job> runJob(QObject *context, std::function<Result<T>(Job &)> work,
                            std::function<void(Result<T>)> finished)
{
    auto job = std::make_shared<Job>();
    QtConcurrent::run(&jobPool(), [job, work = std::move(work)] {
        return std::make_shared<Result<T>>(work(*job));
    }).then(context, [finished = std::move(finished)](std::shared_ptr<Result<T>> result) {
        finished(std::move(*result));
    });
    return job;
}

} // namespace sf
