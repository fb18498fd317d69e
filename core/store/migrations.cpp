// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/store/migrations.h"

#include "core/store/dialect.h"

#include <QFileInfo>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

// Instants and lengths are in milliseconds (…_ms) or microseconds (…_us). `revision` is the station's commit
// number when the row was last written; `place` keeps the order in which things were added; `extra` and
// `body` are the fields without a column, as CBOR (see fieldcodec.h). NULL is the empty or default value.
QStringList firstSchema()
{
    QStringList statements{
        u"CREATE TABLE station (name TEXT PRIMARY KEY, value BIGINT NOT NULL)"_s,
        u"INSERT INTO station (name, value) VALUES ('commit', 0)"_s,
        u"CREATE TABLE channel (id TEXT PRIMARY KEY, place BIGINT NOT NULL, name TEXT, zone TEXT, "
        "day_start_ms BIGINT NOT NULL, rate_numerator BIGINT NOT NULL, rate_denominator BIGINT NOT NULL, "
        "revision BIGINT NOT NULL)"_s,
        u"CREATE TABLE plan (id TEXT PRIMARY KEY, place BIGINT NOT NULL, "
        "channel TEXT NOT NULL REFERENCES channel (id) DEFERRABLE INITIALLY DEFERRED, name TEXT, "
        "is_on_air SMALLINT NOT NULL, revision BIGINT NOT NULL)"_s,
        u"CREATE TABLE asset (id TEXT PRIMARY KEY, house_number TEXT, title TEXT, kind TEXT NOT NULL, "
        "url TEXT, duration_us BIGINT NOT NULL, duration_source TEXT NOT NULL, status TEXT NOT NULL, "
        "series TEXT, season BIGINT, episode BIGINT, category TEXT, extra BYTES, revision BIGINT NOT NULL)"_s,
        u"CREATE TABLE event (id TEXT PRIMARY KEY, "
        "plan TEXT NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED, start_ms BIGINT NOT NULL, "
        "duration_ms BIGINT NOT NULL, asset TEXT, title TEXT, layer BIGINT, start_mode TEXT, origin TEXT, "
        "is_locked SMALLINT, recurrence TEXT, run TEXT, extra BYTES, revision BIGINT NOT NULL)"_s,
        u"CREATE INDEX event_by_start ON event (plan, start_ms)"_s,
        u"CREATE TABLE rule (id TEXT PRIMARY KEY, place BIGINT NOT NULL, name TEXT, body BYTES NOT NULL, "
        "revision BIGINT NOT NULL)"_s,
        u"CREATE TABLE template (id TEXT PRIMARY KEY, place BIGINT NOT NULL, name TEXT, body BYTES NOT NULL, "
        "revision BIGINT NOT NULL)"_s,
        u"CREATE TABLE recurrence (id TEXT PRIMARY KEY, place BIGINT NOT NULL, name TEXT, "
        "body BYTES NOT NULL, revision BIGINT NOT NULL)"_s,
        u"CREATE TABLE play (id TEXT PRIMARY KEY, channel TEXT, start_ms BIGINT NOT NULL, "
        "duration_ms BIGINT NOT NULL, content TEXT, event TEXT, title TEXT, result TEXT NOT NULL, "
        "revision BIGINT NOT NULL)"_s,
        u"CREATE INDEX play_by_start ON play (channel, start_ms)"_s,
        u"CREATE TABLE tombstone (kind TEXT NOT NULL, id TEXT NOT NULL, revision BIGINT NOT NULL, "
        "PRIMARY KEY (kind, id))"_s,
        u"CREATE TABLE history (revision BIGINT PRIMARY KEY, edit TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, "
        "target TEXT, state TEXT, name TEXT, author TEXT, time_ms BIGINT NOT NULL, changed BIGINT NOT NULL, "
        "body BYTES NOT NULL)"_s,
        u"CREATE INDEX history_by_state ON history (author, state, revision)"_s,
    };
    for (QString &statement : statements)
        statement.replace(u" BYTES"_s, u" "_s + dialect::bytesType());
    return statements;
}

/// What was handed to the playout: `revision` is the commit that was written, `events` what each event was, packed.
QStringList publications()
{
    QStringList statements{
        u"CREATE TABLE publication (id TEXT PRIMARY KEY, channel TEXT NOT NULL, format TEXT NOT NULL, "
        "target TEXT NOT NULL, start_ms BIGINT NOT NULL, duration_ms BIGINT NOT NULL, time_ms BIGINT NOT "
        "NULL, "
        "revision BIGINT NOT NULL, events BYTES NOT NULL)"_s,
        u"CREATE INDEX publication_by_time ON publication (channel, time_ms)"_s,
    };
    for (QString &statement : statements)
        statement.replace(u" BYTES"_s, u" "_s + dialect::bytesType());
    return statements;
}

Status checkOwner(Database &database, int schema)
{
    const auto mark = database.value(dialect::fileMarkQuery());
    if (!mark)
        return fail(mark.error());
    if (mark->toLongLong() == dialect::fileMark())
        return {};
    const auto tables = database.value(dialect::tableCountQuery());
    if (!tables)
        return fail(tables.error());
    if (schema == 0 && mark->toLongLong() == 0 && tables->toLongLong() == 0)
        return {}; // nothing is in it yet
    return fail(ErrorCode::StationDamaged, {database.path(), u"it is the database of another program"_s});
}

Status backUp(Database &database, int schema)
{
    const QString base = u"%1.schema-%2.backup"_s.arg(database.path()).arg(schema);
    QString path = base;
    for (int i = 2; QFileInfo::exists(path); ++i)
        path = u"%1-%2"_s.arg(base).arg(i);
    return database.run(dialect::backupTo(path));
}

Status runMigration(Database &database, const Migration &migration)
{
    auto transaction = Transaction::begin(database, Transaction::Kind::Write);
    if (!transaction)
        return fail(transaction.error());
    const auto schema = schemaOf(database);
    if (!schema)
        return fail(schema.error());
    if (*schema >= migration.number)
        return {}; // another program was faster
    QStringList statements = migration.statements;
    statements << dialect::setFileMark() << dialect::setSchemaVersion(migration.number);
    for (const QString &statement : statements) {
        if (const Status done = database.run(statement); !done)
            return done;
    }
    return transaction->commit();
}

} // namespace

const std::vector<Migration> &stationMigrations()
{
    static const std::vector<Migration> migrations{{1, firstSchema()}, {2, publications()}};
    return migrations;
}

int latestSchema() { return stationMigrations().back().number; }

Result<int> schemaOf(Database &database)
{
    const auto version = database.value(dialect::schemaVersionQuery());
    if (!version)
        return fail(version.error());
    return version->toInt();
}

Status migrate(Database &database, const std::vector<Migration> &migrations)
{
    const auto schema = schemaOf(database);
    if (!schema)
        return fail(schema.error());
    if (const Status ours = checkOwner(database, *schema); !ours)
        return ours;
    const int latest = migrations.back().number;
    if (*schema > latest)
        return fail(ErrorCode::StationTooNew,
                    {database.path(), QString::number(*schema), QString::number(latest)});
    if (!database.isReadOnly()) {
        if (const Status done = database.useWriteAheadLog(); !done)
            return done;
    }
    if (*schema == latest)
        return {};
    if (database.isReadOnly())
        return fail(ErrorCode::StationNotOpened,
                    {database.path(), u"it is read-only, and has to be brought to a newer schema first"_s});
    if (*schema > 0) {
        if (const Status backedUp = backUp(database, *schema); !backedUp)
            return backedUp;
    }
    for (const Migration &migration : migrations) {
        if (const Status done = runMigration(database, migration); !done)
            return done;
    }
    return {};
}

} // namespace sf
