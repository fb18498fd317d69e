// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/store/dialect.h"

#include <QUrl>

namespace sf::dialect {

using namespace Qt::StringLiterals;

namespace {

// https://www.sqlite.org/rescode.html; the driver reports extended codes, the low byte is the primary one.
enum SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CantOpen = 14,
    NotADatabase = 26,
    IoErrorWrite = IoError | 3 << 8,
    IoErrorShmSize = IoError | 19 << 8,
    ConstraintForeignKey = 19 | 3 << 8,
    ConstraintPrimaryKey = 19 | 6 << 8,
    ConstraintUnique = 19 | 8 << 8,
};

int codeOf(const QSqlError &error) { return error.nativeErrorCode().toInt(); }

} // namespace

QString driverName() { return u"QSQLITE"_s; }

QString connectOptions(bool isReadOnly, bool isImmutable)
{
    QString options = u"QSQLITE_BUSY_TIMEOUT=5000"_s;
    if (isReadOnly)
        options += u";QSQLITE_OPEN_READONLY"_s;
    if (isImmutable)
        options += u";QSQLITE_OPEN_URI"_s;
    return options;
}

QString databaseName(const QString &path, bool isImmutable)
{
    return isImmutable ? QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded) + u"?immutable=1"_s : path;
}

QStringList connectionSettings(bool isReadOnly)
{
    QStringList settings{u"PRAGMA foreign_keys = ON"_s};
    if (!isReadOnly)
        settings << u"PRAGMA synchronous = FULL"_s << u"PRAGMA journal_size_limit = 16777216"_s;
    return settings;
}

QString journalModeQuery() { return u"PRAGMA journal_mode"_s; }
QString switchToWriteAheadLog() { return u"PRAGMA journal_mode = WAL"_s; }
QString beginWrite() { return u"BEGIN IMMEDIATE"_s; }
QString beginRead() { return u"BEGIN"_s; }
QString bytesType() { return u"BLOB"_s; }

QString containsBytes(const QString &haystack, const QString &needle)
{
    return u"instr("_s + haystack + u", "_s + needle + u") > 0"_s;
}

QString schemaVersionQuery() { return u"PRAGMA user_version"_s; }
QString setSchemaVersion(int version) { return u"PRAGMA user_version = "_s + QString::number(version); }
QString fileMarkQuery() { return u"PRAGMA application_id"_s; }
QString setFileMark() { return u"PRAGMA application_id = "_s + QString::number(fileMark()); }
qint64 fileMark() { return 0x53464C57; } // "SFLW"
QString tableCountQuery() { return u"SELECT COUNT(*) FROM sqlite_master"_s; }
QString changeSignalQuery() { return u"PRAGMA data_version"_s; }
QString integrityQuery() { return u"PRAGMA quick_check(1)"_s; }

QString sizeQuery()
{
    return u"SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"_s;
}

QString seedQuery()
{
    return u"SELECT CAST(strftime('%s', 'now') AS INTEGER) * 1000 + "
           "CAST(substr(strftime('%f', 'now'), 4) AS INTEGER), random()"_s;
}

QString backupTo(const QString &path)
{
    return u"VACUUM INTO '"_s + QString(path).replace(u'\'', u"''"_s) + u"'"_s;
}

Error errorFrom(const QSqlError &error, const QString &location)
{
    const int code = codeOf(error);
    const QString words = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    const QString detail = u"%1 (%2)"_s.arg(words).arg(code);
    // A write that a quota or a limit on file sizes refuses comes as an I/O error; a failing disk shows at
    // reading and at syncing.
    if (code == IoErrorWrite || code == IoErrorShmSize)
        return {ErrorCode::DiskFull, {location}, detail};
    if (code == ConstraintForeignKey) // the only references are to channels and plans
        return {ErrorCode::EditConflict, {u"The channel or plan that it belongs to"_s}, detail};
    switch (code & 0xFF) {
    case Busy:
    case Locked:
        return {ErrorCode::StationLocked, {location}, detail};
    case ReadOnly:
        return {ErrorCode::StationReadOnly, {location}, detail};
    case Corrupt:
        return {ErrorCode::StationDamaged,
                {location, u"it is damaged (%1); restore a backup"_s.arg(words)},
                detail};
    case NotADatabase:
        return {ErrorCode::StationDamaged, {location, u"it is not a station file"_s}, detail};
    case Full:
        return {ErrorCode::DiskFull, {location}, detail};
    case CantOpen:
        return {ErrorCode::StationNotOpened, {location, words}, detail};
    default:
        return {ErrorCode::StorageFailed, {location, words}, detail};
    }
}

bool isDuplicateKey(const QSqlError &error)
{
    return codeOf(error) == ConstraintPrimaryKey || codeOf(error) == ConstraintUnique;
}

} // namespace sf::dialect
