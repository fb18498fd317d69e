// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/document/storethread.h"

namespace sf {

namespace {

/// So far back can an author go in earlier runs of the program.
constexpr int undoLimit = 1'000;

} // namespace

Result<StoreState> readState(StationStore &store, const QString &author, const Job &job)
{
    auto loaded = store.load(job);
    if (!loaded)
        return fail(loaded.error());
    auto undoSteps = store.undoSteps(author, undoLimit);
    if (!undoSteps)
        return fail(undoSteps.error());
    auto redoSteps = store.redoSteps(author, undoLimit);
    if (!redoSteps)
        return fail(redoSteps.error());
    return StoreState{std::move(*loaded), std::move(*undoSteps), std::move(*redoSteps)};
}

StoreThread::StoreThread(QString author, SaveCheck check, std::function<void()> notify)
    : m_author(std::move(author))
    , m_check(check)
    , m_notify(std::move(notify))
{
}

StoreThread::~StoreThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isQuitting = true;
    }
    m_wake.notify_all();
    wait();
}

Result<StoreState> StoreThread::open(const QString &location, OpenMode mode, const Job &job)
{
    m_location = location;
    m_mode = mode;
    m_openJob = &job;
    start();
    std::unique_lock lock(m_mutex);
    m_answered.wait(lock, [this] { return m_opened.has_value(); });
    Result<StoreState> state = std::move(*m_opened);
    m_opened.reset();
    return state;
}

Result<StoreState> StoreThread::openStore(const Job &job)
{
    auto store = StationStore::open(m_location, m_mode);
    if (!store)
        return fail(store.error());
    m_store = std::move(*store);
    m_location = m_store->location();
    m_whyReadOnly = m_store->whyReadOnly();
    const auto seed = m_store->seed();
    if (!seed)
        return fail(seed.error());
    m_seed = *seed;
    return readState(*m_store, m_author, job);
}

void StoreThread::run()
{
    Result<StoreState> state = openStore(*m_openJob);
    const bool isOpen = state.has_value();
    {
        const std::lock_guard lock(m_mutex);
        if (isOpen)
            m_loadedCommit = m_savedCommit = state->loaded.commit;
        m_opened.emplace(std::move(state));
    }
    m_answered.notify_all();
    if (isOpen)
        serve();
    m_store.reset(); // in the thread that its connection belongs to
}

bool StoreThread::hasWork() const { return m_request || (!m_queue.empty() && !m_isStopped); }

void StoreThread::serve()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_isQuitting || hasWork(); });
        if (m_request) {
            Request *request = m_request;
            lock.unlock();
            Result<StationEdit> answer = m_store->edit(request->id);
            lock.lock();
            request->answer.emplace(std::move(answer));
            m_request = nullptr;
            m_answered.notify_all();
        } else if (hasWork()) {
            saveNext(lock);
        } else {
            return;
        }
    }
}

void StoreThread::saveNext(std::unique_lock<std::mutex> &lock)
{
    const std::shared_ptr<const StationEdit> edit = m_queue.front();
    const std::int64_t loadedCommit = m_loadedCommit;
    lock.unlock();
    const auto saved = m_store->commit(*edit, loadedCommit, m_check, *m_saveJob.load());
    lock.lock();
    if (saved)
        takeSaved(*saved);
    else
        takeFailure(saved.error());
    m_answered.notify_all();
    const auto notify = m_notify;
    lock.unlock();
    if (notify)
        notify();
    lock.lock();
}

void StoreThread::takeSaved(std::int64_t commit)
{
    m_queue.pop_front();
    m_savedCommit = commit;
    const bool metOthers = commit != m_loadedCommit + 1;
    if (!metOthers)
        m_loadedCommit = commit;
    m_notices.push_back({commit, metOthers, {}});
}

void StoreThread::takeFailure(const Error &error)
{
    const bool isDropped = error.code == ErrorCode::EditConflict && m_check == SaveCheck::Rows;
    if (isDropped)
        m_queue.pop_front();
    else
        m_isStopped = true;
    if (!m_failure)
        m_failure = error;
    m_notices.push_back({0, isDropped, error});
}

void StoreThread::setNotify(std::function<void()> notify)
{
    const std::lock_guard lock(m_mutex);
    m_notify = std::move(notify);
}

void StoreThread::enqueue(std::shared_ptr<const StationEdit> edit)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(std::move(edit));
    }
    m_wake.notify_all();
}

bool StoreThread::isIdle() const
{
    const std::lock_guard lock(m_mutex);
    return m_queue.empty();
}

std::int64_t StoreThread::savedCommit() const
{
    const std::lock_guard lock(m_mutex);
    return m_savedCommit;
}

void StoreThread::setLoadedCommit(std::int64_t commit)
{
    const std::lock_guard lock(m_mutex);
    m_loadedCommit = commit;
    m_savedCommit = commit;
}

std::vector<StoreNotice> StoreThread::takeNotices()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_notices, {});
}

Status StoreThread::flush()
{
    std::unique_lock lock(m_mutex);
    m_answered.wait(lock, [this] { return m_queue.empty() || m_isStopped; });
    if (!m_failure)
        return {};
    const Error error = *m_failure;
    if (!m_isStopped)
        m_failure.reset();
    return fail(error);
}

void StoreThread::retry()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopped = false;
        m_failure.reset();
    }
    m_wake.notify_all();
}

Result<StationEdit> StoreThread::readEdit(EditId id)
{
    Request request{id, {}};
    std::unique_lock lock(m_mutex);
    m_request = &request;
    m_wake.notify_all();
    m_answered.wait(lock, [&] { return request.answer.has_value(); });
    return std::move(*request.answer);
}

} // namespace sf
