// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"

#include <QObject>
#include <QtConcurrent>

#include <functional>
#include <memory>

namespace sf {

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
