// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThread>
#include <QtConcurrent>

#include <functional>
#include <memory>

namespace sf {

/// The pool that all jobs share: one thread fewer than the machine has, but at least two, so that a search
/// does not wait behind an import.
QThreadPool &jobPool();

/// Starts `work(Job &)` on the job pool; `finished(Result<T>)` is called in `context`'s thread, and not at
/// all when `context` is gone by then. Call it in that same thread. Nothing else in the program starts a
/// thread for computing. `work` receives snapshots, never QObjects.
template <class T>
std::shared_ptr<Job> runJob(QObject *context, std::function<Result<T>(Job &)> work,
                            std::function<void(Result<T>)> finished)
{
    Q_ASSERT(context && context->thread() == QThread::currentThread());
    using Outcome = std::shared_ptr<Result<T>>;
    auto job = std::make_shared<Job>();
    // Not QFuture::then(context, …): Qt 6.4 touches a context that is gone.
    auto *watcher = new QFutureWatcher<Outcome>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, finished = std::move(finished)] {
                         watcher->deleteLater();
                         const Outcome outcome = watcher->result();
                         finished(std::move(*outcome));
                     });
    watcher->setFuture(QtConcurrent::run(&jobPool(), [job, work = std::move(work)]() -> Outcome {
        return std::make_shared<Result<T>>(work(*job));
    }));
    return job;
}

} // namespace sf
