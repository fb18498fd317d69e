// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/document/storewatcher.h"

namespace sf {

namespace {

constexpr std::chrono::seconds lookInterval{1};

} // namespace

StoreWatcher::StoreWatcher(QString location, QString author, Listener listener)
    : m_location(std::move(location))
    , m_author(std::move(author))
    , m_listener(std::move(listener))
{
    start(QThread::LowPriority);
}

StoreWatcher::~StoreWatcher()
{
    m_job.cancel();
    {
        const std::lock_guard lock(m_mutex);
        m_isQuitting = true;
    }
    m_wake.notify_all();
    wait();
}

void StoreWatcher::load()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isLoadWanted = true;
    }
    m_wake.notify_all();
}

void StoreWatcher::run()
{
    const auto store = StationStore::open(m_location, OpenMode::ReadOnly);
    if (store)
        serve(**store);
    else
        m_listener.failed(store.error());
}

void StoreWatcher::serve(StationStore &store)
{
    Result<std::int64_t> seen = 0;
    while (true) {
        bool isLoadWanted = false;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait_for(lock, lookInterval, [this] { return m_isQuitting || m_isLoadWanted; });
            if (m_isQuitting)
                return;
            isLoadWanted = std::exchange(m_isLoadWanted, false);
        }
        if (isLoadWanted)
            m_listener.loaded(readState(store, m_author, m_job));
        const auto signal = store.changeSignal();
        if (signal == seen)
            continue;
        seen = signal;
        const auto commit = signal ? store.commitNumber() : signal;
        if (commit)
            m_listener.committed(*commit);
        else
            m_listener.failed(commit.error());
    }
}

} // namespace sf
