// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/schedule/station.h"

#include <QObject>

#include <memory>

namespace sf {

class StoreThread;

/// How a save treats what others wrote since this document was loaded.
enum class SaveCheck {
    Rows,    ///< refuse only where they changed the very objects of the edit (EditConflict): the window
    Station, ///< refuse when they changed anything (StationChanged), so that the work is computed anew: the
             ///< command line
};

/// The open station. It owns the state and the history, applies edits, says what changed, and saves every
/// edit by itself, in order, in one transaction each, on the store's thread. Lives in the thread that made
/// it.
class Document : public QObject
{
    Q_OBJECT

public:
    /// Opens or makes the station at `location` (a path; later also a postgresql: address) and loads it;
    /// blocks, so it is called in a job or at the start of a command. `author` signs the edits. Errors: those
    /// of StationStore::open.
    static Result<std::unique_ptr<Document>> open(const QString &location, const QString &author,
                                                  SaveCheck check, const Job &job);
    ~Document() override;

    const Station &station() const { return m_station; }
    QString location() const;
    bool isReadOnly() const;
    QString author() const { return m_author; }
    /// The commit on disk, once everything queued is saved.
    std::int64_t savedCommit() const { return m_savedCommit; }
    bool isSaved() const;

    /// A stamp for an operation, signed by this document's author.
    EditStamp stamp(TimePoint now);
    IdSource &ids() { return m_ids; }

    /// Applies at once in memory, emits edited(), and queues the save. An empty edit does nothing. Errors:
    /// EditConflict, StationReadOnly; then nothing has changed.
    Status apply(StationEdit edit);
    /// Takes back this author's last edit, or does the last one taken back again; both are edits of their
    /// own. Returns the edit that was applied. Errors: NothingToUndo, NothingToRedo, UndoConflict.
    Result<StationEdit> undo(TimePoint now);
    Result<StationEdit> redo(TimePoint now);
    /// The name of what undo() or redo() would do; empty where there is nothing.
    QString undoName() const;
    QString redoName() const;

    /// Waits until everything queued is on disk. Errors: the first that a save met; the edits behind it are
    /// kept queued.
    Status flush();
    /// Tries the queued saves again after a failure (a disk that was full).
    void retrySaving();

Q_SIGNALS:
    void edited(const sf::StationEdit &edit);
    void saved(qint64 commit);
    void saveFailed(const sf::Error &error);
    /// Someone else wrote to the station; the new state was loaded and is in station().
    void reloaded();
    void undoChanged();

private:
    explicit Document(QString author, SaveCheck check);
    friend class StoreThread;

    Station m_station;
    QString m_author;
    SaveCheck m_check;
    IdSource m_ids;
    std::int64_t m_savedCommit = 0;
    std::unique_ptr<StoreThread> m_store;
};

} // namespace sf
