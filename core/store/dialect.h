// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

#include <QSqlError>
#include <QString>
#include <QStringList>

/// All that differs between SQLite and another database. Everything else is SQL that PostgreSQL takes too.
namespace sf::dialect {

/// QtSql's name of the driver.
QString driverName();
/// Options of the connection. `isImmutable` is for a file that nobody can be writing: its folder is read-only
/// and it has no journal.
QString connectOptions(bool isReadOnly, bool isImmutable);
/// What the driver is given as the database's name.
QString databaseName(const QString &path, bool isImmutable);

/// Said once to each new connection.
QStringList connectionSettings(bool isReadOnly);
/// Answers the journal in use; switches to the write-ahead log, so that readers never wait for the writer.
QString journalModeQuery();
QString switchToWriteAheadLog();

/// Takes the write lock at once, so that two writers queue up instead of failing at their first write.
QString beginWrite();
QString beginRead();

/// The type of a column of bytes.
QString bytesType();
/// Whether the bytes of a column contain others: two expressions.
QString containsBytes(const QString &haystack, const QString &needle);

QString schemaVersionQuery();
QString setSchemaVersion(int version);
/// Who made the file: fileMark() for ours.
QString fileMarkQuery();
QString setFileMark();
qint64 fileMark();
QString tableCountQuery();
/// A number that changes when another connection has committed.
QString changeSignalQuery();
/// One row that says "ok" for a sound database.
QString integrityQuery();
QString sizeQuery();
/// Two numbers: milliseconds since the epoch, and a random one. The database is the one clock and the one
/// source of randomness that everybody at a station shares.
QString seedQuery();
/// A copy of the whole database, as one consistent state, into a file that must not exist.
QString backupTo(const QString &path);

/// What the driver's error means for the station at `location`.
Error errorFrom(const QSqlError &error, const QString &location);
/// Whether a row with this key is there already.
bool isDuplicateKey(const QSqlError &error);

} // namespace sf::dialect
