// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <memory>
#include <optional>

namespace sf {

enum class OpenMode { ReadWrite, ReadOnly };

/// One connection, for one thread. Statements are prepared once and kept.
class Database
{
public:
    /// Connects to the file at `path`. A file that can't be written, or whose disk has no room left, is opened
    /// read-only. Errors: StationNotOpened, StationDamaged, StationLocked, StorageFailed.
    static Result<std::unique_ptr<Database>> open(const QString &path, OpenMode mode);
    ~Database();
    /// Whether a connection of this process has the file, or SQLite keeps it beside one that has. Nothing else may
    /// then open it here: closing it again would take from this process all its locks on the station. Any thread.
    static bool hasOpen(const QString &path);
    Q_DISABLE_COPY_MOVE(Database)

    const QString &path() const { return m_path; }
    bool isReadOnly() const { return m_whyReadOnly.has_value(); }
    /// What an edit fails with: StationReadOnly or DiskFull. None where edits can be saved.
    const std::optional<Error> &whyReadOnly() const { return m_whyReadOnly; }

    /// From now on readers and the writer do not wait for one another. It changes the file, so it is asked
    /// for only when the file is known to be a station.
    Status useWriteAheadLog();

    /// Runs one statement that answers nothing.
    Status run(const QString &sql);
    /// The first column of the first row; invalid where there is no row.
    Result<QVariant> value(const QString &sql);
    /// The statement, ready to be bound and executed; call finish() once its rows are read. Valid until the
    /// database is closed.
    Result<QSqlQuery *> prepared(const QString &sql);
    /// Executes what is bound.
    Status execute(QSqlQuery &query);

    Error errorFrom(const QSqlError &error) const;

private:
    Database(QString path, std::optional<Error> whyReadOnly);
    Status connect(bool isImmutable);

    QString m_path;
    QString m_name; ///< of the connection
    std::optional<Error> m_whyReadOnly;
    QSqlDatabase m_connection;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared;
};

/// Undone when it goes out of scope, unless committed.
class Transaction
{
public:
    enum class Kind { Read, Write };
    static Result<Transaction> begin(Database &database, Kind kind);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;

    Status commit();

private:
    explicit Transaction(Database &database);

    Database *m_database; ///< null once it is over
};

} // namespace sf
