// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/store/database.h"

#include "core/store/dialect.h"

#include <QDir>
#include <QFileInfo>
#include <QMutex>
#include <QSqlError>
#include <QStringList>
#include <QThread>

#include <algorithm>
#include <atomic>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr int lockRetries = 100;
constexpr unsigned long lockPauseMs = 50;
struct OpenPaths
{
    QMutex mutex;
    QStringList paths;
};

OpenPaths &openPaths()
{
    static OpenPaths open;
    return open;
}

constexpr qint64 headerSize = 100; ///< of every SQLite file

Status makeFolder(const QFileInfo &info)
{
    if (!QDir().mkpath(info.absolutePath()))
        return fail(ErrorCode::StationNotOpened,
                    {info.filePath(), u"the folder %1 can't be made"_s.arg(info.absolutePath())});
    if (!QFileInfo(info.absolutePath()).isWritable())
        return fail(ErrorCode::StationNotOpened,
                    {info.filePath(), u"the folder %1 can't be written to"_s.arg(info.absolutePath())});
    return {};
}

/// Never opens the file: closing it again would take from this process all its locks on it, also those of other
/// connections, and the next program that closes the station would delete the log that they still write to.
Status checkFile(const QFileInfo &info, OpenMode mode)
{
    if (info.exists() && !info.isFile())
        return fail(ErrorCode::StationNotOpened, {info.filePath(), u"it is not a regular file"_s});
    if (info.exists() && !info.isReadable())
        return fail(ErrorCode::StationNotOpened, {info.filePath(), u"it may not be read"_s});
    if (info.exists() && info.size() > 0 && info.size() < headerSize) // one byte is an empty file to SQLite
        return fail(ErrorCode::StationDamaged, {info.filePath(), u"it is not a station file"_s});
    if (info.exists())
        return {};
    if (mode == OpenMode::ReadOnly)
        return fail(ErrorCode::StationNotOpened, {info.filePath(), u"it does not exist"_s});
    return makeFolder(info);
}

bool hasContent(const QFileInfo &info) { return QFileInfo(info.filePath()).size() > 0; }

bool hasLog(const QFileInfo &info) { return QFileInfo(info.filePath() + u"-wal"_s).size() > 0; }

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString &path, OpenMode mode)
{
    const QFileInfo info(QFileInfo(path).absoluteFilePath());
    if (const Status usable = checkFile(info, mode); !usable)
        return fail(usable.error());
    const bool folderIsWritable = QFileInfo(info.absolutePath()).isWritable();
    const bool isWritable = folderIsWritable && (!info.exists() || info.isWritable());
    std::optional<Error> whyReadOnly;
    if (mode == OpenMode::ReadOnly || !isWritable)
        whyReadOnly = Error{ErrorCode::StationReadOnly, {info.filePath()}, {}};
    std::unique_ptr<Database> database(new Database(info.filePath(), whyReadOnly));
    Status connected = database->connect(false);
    // Even a reader of a write-ahead log makes files beside the database. Where it can't, and there is no log to
    // read, the file alone is the whole truth.
    const bool isFull = !connected && connected.error().code == ErrorCode::DiskFull;
    if (!connected && (isFull || !folderIsWritable) && hasContent(info) && !hasLog(info)) {
        database.reset(new Database(info.filePath(), isFull ? connected.error() : *whyReadOnly));
        connected = database->connect(true);
    }
    if (!connected)
        return fail(connected.error());
    return database;
}

Database::Database(QString path, std::optional<Error> whyReadOnly)
    : m_path(std::move(path))
    , m_whyReadOnly(std::move(whyReadOnly))
{
    static std::atomic<int> count{0};
    m_name = u"station-%1"_s.arg(++count);
    const QMutexLocker locker(&openPaths().mutex);
    openPaths().paths.append(m_path);
}

bool Database::hasOpen(const QString &path)
{
    QString file = path;
    for (const QLatin1StringView beside : {"-wal"_L1, "-shm"_L1, "-journal"_L1}) {
        if (path.endsWith(beside))
            file.chop(beside.size());
    }
    const QMutexLocker locker(&openPaths().mutex);
    return std::any_of(openPaths().paths.cbegin(), openPaths().paths.cend(),
                       [info = QFileInfo(file)](const QString &open) { return QFileInfo(open) == info; });
}

Database::~Database()
{
    m_prepared.clear();
    m_connection.close();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
    const QMutexLocker locker(&openPaths().mutex);
    openPaths().paths.removeOne(m_path);
}

Status Database::connect(bool isImmutable)
{
    m_connection = QSqlDatabase::addDatabase(dialect::driverName(), m_name);
    m_connection.setConnectOptions(dialect::connectOptions(isReadOnly(), isImmutable));
    m_connection.setDatabaseName(dialect::databaseName(m_path, isImmutable));
    if (!m_connection.open())
        return fail(errorFrom(m_connection.lastError()));
    for (const QString &setting : dialect::connectionSettings(isReadOnly())) {
        if (const Status done = run(setting); !done)
            return done;
    }
    // The first look at the file.
    const auto version = value(dialect::schemaVersionQuery());
    return version ? Status() : fail(version.error());
}

Status Database::useWriteAheadLog()
{
    auto mode = value(dialect::journalModeQuery());
    // SQLite does not wait for the lock here: another program may be just opening the station too.
    for (int i = 0; i < lockRetries && (!mode || mode->toString() != u"wal"_s); ++i) {
        mode = value(dialect::switchToWriteAheadLog());
        if (mode || mode.error().code != ErrorCode::StationLocked)
            break;
        QThread::msleep(lockPauseMs);
    }
    return mode ? Status() : fail(mode.error());
}

Status Database::run(const QString &sql)
{
    QSqlQuery query(m_connection);
    if (!query.exec(sql))
        return fail(errorFrom(query.lastError()));
    return {};
}

Result<QVariant> Database::value(const QString &sql)
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return fail(errorFrom(query.lastError()));
    if (query.next())
        return query.value(0);
    if (query.lastError().isValid())
        return fail(errorFrom(query.lastError()));
    return QVariant();
}

Result<QSqlQuery *> Database::prepared(const QString &sql)
{
    auto &query = m_prepared[sql];
    if (!query) {
        auto fresh = std::make_shared<QSqlQuery>(m_connection);
        fresh->setForwardOnly(true);
        if (!fresh->prepare(sql)) {
            const Error error = errorFrom(fresh->lastError());
            m_prepared.remove(sql);
            return fail(error);
        }
        query = std::move(fresh);
    }
    return query.get();
}

Status Database::execute(QSqlQuery &query)
{
    if (!query.exec())
        return fail(errorFrom(query.lastError()));
    return {};
}

Error Database::errorFrom(const QSqlError &error) const { return dialect::errorFrom(error, m_path); }

Result<Transaction> Transaction::begin(Database &database, Kind kind)
{
    const Status begun = database.run(kind == Kind::Write ? dialect::beginWrite() : dialect::beginRead());
    if (!begun)
        return fail(begun.error());
    return Transaction(database);
}

Transaction::Transaction(Database &database)
    : m_database(&database)
{
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    // An error may have ended the transaction already; then there is nothing left to roll back, and the
    // failure of this statement says only that.
    if (m_database)
        static_cast<void>(m_database->run(u"ROLLBACK"_s));
}

Status Transaction::commit()
{
    const Status committed = m_database->run(u"COMMIT"_s);
    if (committed)
        m_database = nullptr;
    return committed;
}

} // namespace sf
