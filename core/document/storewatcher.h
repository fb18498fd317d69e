// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/document/storethread.h"

#include <QThread>

#include <condition_variable>
#include <functional>
#include <mutex>

namespace sf {

/// The reader: a thread with a read-only connection that looks every second whether somebody committed, and
/// loads the station when it is asked to. Its functions are called in its own thread.
class StoreWatcher : private QThread
{
public:
    struct Listener
    {
        std::function<void(std::int64_t commit)> committed; ///< by anybody, oneself too
        std::function<void(Result<StoreState>)> loaded;
        std::function<void(const Error &)> failed; ///< the station can't be looked at
    };

    StoreWatcher(QString location, QString author, Listener listener);
    ~StoreWatcher() override;

    /// Asks for the state on disk.
    void load();

private:
    void run() override;
    void serve(StationStore &store);

    const QString m_location;
    const QString m_author;
    const Listener m_listener;
    Job m_job; ///< cancelled at the end

    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_isLoadWanted = false;
    bool m_isQuitting = false;
};

} // namespace sf
