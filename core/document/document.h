// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/document/preparededit.h"
#include "core/document/undohistory.h"
#include "core/document/undoplan.h"
#include "core/schedule/station.h"
#include "core/store/savecheck.h"

#include <QObject>

#include <memory>
#include <optional>

class QLockFile;

namespace sf {

class StoreThread;
class StoreWatcher;
struct StoreState;

/// The open station. It owns the state and the history, applies edits, says what changed, and saves every
/// edit by itself, in order, in one transaction each, on the store's thread. Lives in the thread that made
/// it.
class Document : public QObject
{
    Q_OBJECT

public:
    /// Opens or makes the station at `location` (a path; later also a postgresql: address) and loads it;
    /// blocks, so it is called in a job or at the start of a command; made in a job, it moves to the
    /// application's thread. `author` signs the edits. With SaveCheck::Rows it notices what others write; of
    /// two such documents of one station the second is read-only. Errors: those of StationStore::open.
    static Result<std::unique_ptr<Document>> open(const QString &location, const QString &author,
                                                  SaveCheck check, const Job &job);
    ~Document() override;

    const Station &station() const { return m_station; }
    QString location() const;
    bool isReadOnly() const { return whyReadOnly().has_value(); }
    /// What an edit fails with: StationReadOnly, or DiskFull where the disk has no room even to open the station
    /// for writing. None where edits can be saved.
    const std::optional<Error> &whyReadOnly() const;
    QString author() const { return m_author; }
    /// The commit on disk, once everything queued is saved.
    std::int64_t savedCommit() const;
    bool isSaved() const;

    /// A stamp for an operation, signed by this document's author.
    EditStamp stamp(TimePoint now);
    IdSource &ids() { return m_ids; }

    /// Applies at once in memory, emits edited(), and queues the save. An empty edit does nothing. Errors:
    /// EditConflict, StationReadOnly; then nothing has changed. An edit without id or author gets them. Another author's is no step here.
    Status apply(StationEdit edit);
    /// As apply(), for an edit so big that a job has applied it to a snapshot. Where nothing has changed since the
    /// snapshot was taken, its result is swapped in, which costs no more than a small edit; else the edit is applied here.
    Status apply(PreparedEdit prepared);
    /// Changes whenever station() does. For PreparedEdit::state, asked when the snapshot is taken.
    std::int64_t state() const { return m_editsApplied + m_reloads; }
    /// Takes back this author's last edit, of an earlier run of the program too, or does the last one taken
    /// back again; both are edits of their own. Returns the edit that was applied. Errors: NothingToUndo,
    /// NothingToRedo, UndoConflict, StationReadOnly, and those of reading a large or old edit from the
    /// station.
    Result<StationEdit> undo(TimePoint now);
    Result<StationEdit> redo(TimePoint now);
    /// The edit that undo() or redo() would apply. Errors: as theirs.
    Result<StationEdit> nextStep(EditKind kind, TimePoint now);
    /// The next undo or redo, where it is so big that a job should work it out (workOut) and apply() then swap
    /// it in; none where it is small, or where there is nothing.
    std::optional<UndoPlan> bigStep(EditKind kind, TimePoint now);
    /// The name of what undo() or redo() would do; empty where there is nothing.
    QString undoName() const;
    QString redoName() const;

    /// Waits until everything queued is on disk. Errors: the first that a save met. An edit that met
    /// another's (EditConflict with SaveCheck::Rows) is dropped, and the state on disk loaded again; after
    /// any other error it and the edits behind it are kept queued, and flush() says so until retrySaving().
    Status flush();
    /// From now on cancelling `job`, which outlives the document, also stops a save: what is not on disk by then
    /// stays off it, and flush() says Cancelled. For programs that end when they are interrupted.
    void cancelSavesWith(const Job &job);
    /// Tries the queued saves again after a failure (a disk that was full).
    void retrySaving();

Q_SIGNALS:
    void edited(const sf::StationEdit &edit);
    void saved(qint64 commit);
    void saveFailed(const sf::Error &error);
    /// Someone else wrote to the station; the new state was loaded and is in station().
    void reloaded();
    /// What others wrote can't be read; it is tried again after their next commit.
    void reloadFailed(const sf::Error &error);
    void undoChanged();

private:
    Document(QString author, StoreState state, std::unique_ptr<StoreThread> store);

    void announce(const std::shared_ptr<const StationEdit> &edit);
    Status applyAndQueue(const std::shared_ptr<const StationEdit> &edit);
    Result<StationEdit> bodyOf(const UndoHistory::Step &step);
    Result<std::shared_ptr<const StationEdit>> takeStep(const UndoHistory::Step &step, EditKind kind,
                                                        TimePoint now);
    void watch();
    void deliverNotices();
    void noticeCommit(std::int64_t commit);
    void reloadWhenIdle();
    void takeReloaded(Result<StoreState> state);

    Station m_station;
    QString m_author;
    IdSource m_ids;
    UndoHistory m_history;
    std::int64_t m_editsApplied = 0;
    std::int64_t m_reloads = 0;
    std::int64_t m_editsAtReload = 0; ///< m_editsApplied when the reload was asked for
    bool m_needsReload = false;
    bool m_isReloading = false;
    std::unique_ptr<QLockFile> m_windowLock; ///< held by the first document that checks rows
    std::unique_ptr<StoreThread> m_store;
    std::unique_ptr<StoreWatcher> m_watcher;
};

} // namespace sf
