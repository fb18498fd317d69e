// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/schedule/station.h"
#include "core/store/database.h"
#include "core/store/savecheck.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace sf {

/// A station as it stood at one commit.
struct LoadedStation
{
    Station station;
    std::int64_t commit = 0;
};

/// Whether an edit can be taken back. Undo and redo edits themselves have none.
enum class EditState : std::uint8_t {
    None,
    Done,
    Undone,  ///< may be done again
    Dropped, ///< was undone when its author went on with something else
};

/// A line of the station's history.
struct HistoryEntry
{
    std::int64_t commit = 0;
    EditId edit;
    EditKind kind = EditKind::Edit;
    EditId target; ///< of an undo or redo
    EditState state = EditState::None;
    QString name;
    QString author;
    TimePoint time{};
    std::int64_t changed = 0; ///< objects

    bool operator==(const HistoryEntry &) const = default;
};

/// An edit that an author could take back or do again.
struct UndoStep
{
    EditId edit;
    QString name;

    bool operator==(const UndoStep &) const = default;
};

/// What `doctor` tells about a station.
struct StationHealth
{
    bool isSound = false;
    QString problem; ///< where it is not
    int schema = 0;
    std::int64_t events = 0;
    std::int64_t assets = 0;
    std::int64_t commit = 0;
    std::int64_t bytes = 0;
};

/// A station's database through one connection. Used from the thread that opened it. Every error of the
/// database comes as one of StationLocked, StationDamaged, DiskFull, StationReadOnly and StorageFailed.
class StationStore
{
public:
    /// Opens the station at `location`, a path; in ReadWrite mode makes the file and its folder on first use
    /// and brings an older schema up to date. A file that can't be written is opened read-only. Errors:
    /// StationNotOpened, StationDamaged (the file is not touched), StationTooNew, StationLocked, DiskFull.
    static Result<std::unique_ptr<StationStore>> open(const QString &location, OpenMode mode);

    bool isReadOnly() const { return m_database->isReadOnly(); }
    /// What saving an edit would fail with; none where edits can be saved.
    const std::optional<Error> &whyReadOnly() const { return m_database->whyReadOnly(); }
    /// The absolute path.
    const QString &location() const { return m_database->path(); }

    /// Everything, as one consistent state. Errors: StationDamaged, Cancelled.
    Result<LoadedStation> load(const Job &job);
    /// The number of the last commit.
    Result<std::int64_t> commitNumber();
    /// A number that changes when another connection has committed.
    Result<std::int64_t> changeSignal();
    /// Milliseconds since the epoch and a random seed, for an IdSource.
    Result<std::pair<std::int64_t, std::uint64_t>> seed();

    /// Saves an edit and its line of history in one transaction; returns its commit number once it is on
    /// disk. `loadedCommit` is the state that the edit was made on; what this store has committed since
    /// counts as known. Errors: StationChanged or EditConflict as `check` says, StationReadOnly, DiskFull,
    /// Cancelled; nothing has changed then.
    Result<std::int64_t> commit(const StationEdit &edit, std::int64_t loadedCommit, SaveCheck check,
                                const Job &job = Job());

    /// The last `limit` edits, newest first; with `event`, those that touched it. Errors: Cancelled.
    Result<std::vector<HistoryEntry>> history(int limit, std::optional<EventId> event, const Job &job);
    /// The edit as it was committed. Errors: UnknownObject.
    Result<StationEdit> edit(EditId id);
    /// What `author` can take back, the next first; at most `limit`.
    Result<std::vector<UndoStep>> undoSteps(const QString &author, int limit);
    /// What `author` can do again, the next first.
    Result<std::vector<UndoStep>> redoSteps(const QString &author, int limit);
    /// The edit that `author` would take back or do again next. Errors: NothingToUndo, NothingToRedo.
    Result<StationEdit> editToUndo(const QString &author);
    Result<StationEdit> editToRedo(const QString &author);

    /// Checks every page; takes a while.
    Result<StationHealth> health();

private:
    explicit StationStore(std::unique_ptr<Database> database);

    Status checkRows(const StationEdit &edit, std::int64_t loadedCommit);
    Status checkMedia();
    Status writeHistory(const StationEdit &edit, std::int64_t commit);
    Status moveUndoState(const StationEdit &edit);
    Result<std::vector<UndoStep>> steps(const QString &sql, const QString &author, int limit);

    std::unique_ptr<Database> m_database;
    std::set<std::int64_t> m_ownCommits; ///< that came after others' commits which were not loaded
};

/// The history of the station at `location`, through a connection of its own; for a job. Errors: those of
/// StationStore::open, Cancelled.
Result<std::vector<HistoryEntry>> readHistory(const QString &location, int limit,
                                              std::optional<EventId> event, const Job &job);
/// What doctor tells about it. A station so damaged that it can't be opened is the error.
Result<StationHealth> readHealth(const QString &location);

} // namespace sf
