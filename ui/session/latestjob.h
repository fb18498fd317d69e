// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/joblist.h"

#include <functional>
#include <memory>
#include <utility>

namespace sf {

/// Quiet work of which only the latest answer counts: asking anew gives up what was asked before. A member of the
/// context that it is asked for.
class LatestJob
{
public:
    LatestJob() = default;
    ~LatestJob() { cancel(); }
    Q_DISABLE_COPY_MOVE(LatestJob)

    template <class T>
    void ask(JobList &jobs, QObject *context, std::function<Result<T>(Job &)> work,
             std::function<void(Result<T>)> answered)
    {
        cancel();
        auto own = std::make_shared<std::shared_ptr<Job>>();
        m_job = jobs.runQuietly<T>(context, std::move(work),
                                   [this, own, answered = std::move(answered)](Result<T> result) {
                                       if (m_job != *own)
                                           return;
                                       m_job.reset();
                                       answered(std::move(result));
                                   });
        *own = m_job;
    }
    void cancel()
    {
        if (m_job)
            std::exchange(m_job, nullptr)->cancel();
    }
    bool isRunning() const { return m_job != nullptr; }

private:
    std::shared_ptr<Job> m_job;
};

} // namespace sf
