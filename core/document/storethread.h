// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/store/stationstore.h"

#include <QThread>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace sf {

/// What a document is made of: the station and what its author can undo.
struct StoreState
{
    LoadedStation loaded;
    std::vector<UndoStep> undoSteps;
    std::vector<UndoStep> redoSteps;
};

/// Reads it all through `store`.
Result<StoreState> readState(StationStore &store, const QString &author, const Job &job);

/// What the writer has to tell. A failure of an edit that was dropped is a conflict.
struct StoreNotice
{
    std::int64_t commit = 0;    ///< that was saved, 0 for a failure
    bool metOthers = false;     ///< there are commits of others that are not loaded
    std::optional<Error> error; ///< of a failure
};

/// The one writer: a thread with one connection that saves edits in the order in which they were queued, each
/// in a transaction of its own. All functions may be called from one other thread, which never waits for the
/// disk but in open(), flush(), readEdit() and the destructor.
class StoreThread : private QThread
{
public:
    /// `notify` is called in the writer's thread whenever there is something for takeNotices().
    StoreThread(QString author, SaveCheck check, std::function<void()> notify);
    /// Saves what is queued, unless an error has stopped that.
    ~StoreThread() override;

    /// Opens and loads the station; waits for it. Errors: those of StationStore::open and load.
    Result<StoreState> open(const QString &location, OpenMode mode, const Job &job);
    QString location() const { return m_location; }
    /// What an edit would fail with; none where edits can be saved.
    const std::optional<Error> &whyReadOnly() const { return m_whyReadOnly; }
    SaveCheck check() const { return m_check; }
    /// For an IdSource: milliseconds and a random number.
    std::pair<std::int64_t, std::uint64_t> seed() const { return m_seed; }

    void setNotify(std::function<void()> notify);
    /// See Document::cancelSavesWith().
    void setSaveJob(const Job &job) { m_saveJob.store(&job); }
    void enqueue(std::shared_ptr<const StationEdit> edit);
    bool isIdle() const;
    std::int64_t savedCommit() const;
    /// The document now shows this commit. Only while idle.
    void setLoadedCommit(std::int64_t commit);
    std::vector<StoreNotice> takeNotices();

    /// See Document.
    Status flush();
    void retry();

    /// Reads an edit from the history, before whatever is queued.
    Result<StationEdit> readEdit(EditId id);

private:
    struct Request
    {
        EditId id;
        std::optional<Result<StationEdit>> answer;
    };

    void run() override;
    Result<StoreState> openStore(const Job &job);
    void serve();
    bool hasWork() const;
    void saveNext(std::unique_lock<std::mutex> &lock);
    void takeSaved(std::int64_t commit);
    void takeFailure(const Error &error);

    const QString m_author;
    const SaveCheck m_check;
    std::function<void()> m_notify;
    QString m_location;
    OpenMode m_mode = OpenMode::ReadWrite;
    std::optional<Error> m_whyReadOnly;
    std::pair<std::int64_t, std::uint64_t> m_seed;
    const Job *m_openJob = nullptr; ///< while open() waits
    const Job m_patience;           ///< never cancelled
    std::atomic<const Job *> m_saveJob{&m_patience};
    std::unique_ptr<StationStore> m_store; ///< of the writer's thread

    mutable std::mutex m_mutex; ///< of everything below
    std::condition_variable m_wake;
    std::condition_variable m_answered;
    std::optional<Result<StoreState>> m_opened;
    std::deque<std::shared_ptr<const StationEdit>> m_queue; ///< the first is being saved
    std::vector<StoreNotice> m_notices;
    std::optional<Error> m_failure; ///< the first that nobody was told of by flush()
    Request *m_request = nullptr;
    std::int64_t m_loadedCommit = 0;
    std::int64_t m_savedCommit = 0;
    bool m_isStopped = false; ///< by an error that trying again may mend
    bool m_isQuitting = false;
};

} // namespace sf
