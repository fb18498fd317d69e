// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/runjob.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace sf {

/// How a job ended, for the operator: a sentence, and whether that is what was wanted.
struct JobOutcome
{
    QString sentence;
    bool isGood = true;
};

/// One piece of long work, running or done.
struct JobEntry
{
    quint64 number = 0;
    QString title;
    std::shared_ptr<Job> job;
    bool isRunning = true;
    bool isShown = true; ///< false for what runs after every edit or keystroke
    std::chrono::steady_clock::time_point started;
    std::chrono::milliseconds took{0};
    JobOutcome outcome; ///< once it has ended
};

/// Starts all long work of the window, and remembers it for the jobs panel.
class JobList : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// Cancels what runs, and waits for it.
    ~JobList() override;

    /// Runs `work` on the job pool; then `finished` in this thread, which says how it went. Where `context`
    /// is gone by then, `finished` is not called.
    template <class T>
    std::shared_ptr<Job> run(const QString &title, QObject *context, std::function<Result<T>(Job &)> work,
                             std::function<JobOutcome(Result<T>)> finished)
    {
        return start<T>(title, true, context, std::move(work), std::move(finished));
    }
    /// As run(), for short work that no panel shows.
    template <class T>
    std::shared_ptr<Job> runQuietly(QObject *context, std::function<Result<T>(Job &)> work,
                                    std::function<void(Result<T>)> finished)
    {
        return start<T>({}, false, context, std::move(work), [finished](Result<T> result) {
            finished(std::move(result));
            return JobOutcome{};
        });
    }

    /// Destroys what is big, like the last copy of a station, away from this thread.
    template <class T>
    void discard(T value)
    {
        auto held = std::make_shared<T>(std::move(value));
        runQuietly<bool>(
            this,
            [held = std::move(held)](Job &) mutable -> Result<bool> {
                held.reset();
                return true;
            },
            [](const Result<bool> &) {});
    }

    /// Running ones and the latest that ended, oldest first; quiet ones are not among them.
    const std::vector<JobEntry> &entries() const { return m_entries; }
    /// Nothing is running, quiet work included.
    bool isIdle() const { return m_running == 0; }
    /// Running ones that are shown.
    int runningCount() const;

    /// Asks one, or all, to stop; they end with Cancelled soon after.
    void cancel(quint64 number);
    void cancelAll();

Q_SIGNALS:
    /// One began or ended.
    void changed();

private:
    template <class T>
    std::shared_ptr<Job> start(const QString &title, bool isShown, QObject *context,
                               std::function<Result<T>(Job &)> work,
                               std::function<JobOutcome(Result<T>)> finished);
    void begin(quint64 number, const QString &title, bool isShown, const std::shared_ptr<Job> &job);
    void end(quint64 number, JobOutcome outcome);

    std::vector<JobEntry> m_entries;
    std::vector<JobEntry> m_quiet;
    quint64 m_nextNumber = 1;
    int m_running = 0;
};

template <class T>
std::shared_ptr<Job> JobList::start(const QString &title, bool isShown, QObject *context,
                                    std::function<Result<T>(Job &)> work,
                                    std::function<JobOutcome(Result<T>)> finished)
{
    const quint64 number = m_nextNumber++;
    std::shared_ptr<Job> job = runJob<T>(
        this, std::move(work),
        [this, number, alive = QPointer<QObject>(context), finished = std::move(finished)](Result<T> result) {
            JobOutcome outcome = alive ? finished(std::move(result)) : JobOutcome{};
            end(number, std::move(outcome));
        });
    begin(number, title, isShown, job);
    return job;
}

} // namespace sf
