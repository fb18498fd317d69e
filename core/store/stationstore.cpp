// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/store/stationstore.h"

#include "core/store/dialect.h"
#include "core/store/migrations.h"
#include "core/store/rowstore.h"

#include <QFileInfo>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

const auto commitQuery = "SELECT value FROM station WHERE name = 'commit'"_L1;

/// The type of object that a list of changes is about.
template <class T>
T typeOf(const Changes<T> &);

template <class T>
Status loadInto(std::vector<T> &objects, Database &database, Interner &interner, const Job &job)
{
    auto loaded = RowStore<T>(database).load(interner, job);
    if (!loaded)
        return fail(loaded.error());
    objects = std::move(*loaded);
    return {};
}

} // namespace

Result<std::unique_ptr<StationStore>> StationStore::open(const QString &location, OpenMode mode)
{
    if (location.startsWith("postgresql:"_L1))
        return fail(ErrorCode::StationNotOpened,
                    {location, u"this version keeps stations in files; give a path"_s});
    auto database = Database::open(location, mode);
    if (!database)
        return fail(database.error());
    if (const Status migrated = migrate(**database); !migrated)
        return fail(migrated.error());
    return std::unique_ptr<StationStore>(new StationStore(std::move(*database)));
}

StationStore::StationStore(std::unique_ptr<Database> database)
    : m_database(std::move(database))
{
}

Result<std::int64_t> StationStore::commitNumber()
{
    const auto value = m_database->value(commitQuery);
    if (!value)
        return fail(value.error());
    return value->toLongLong();
}

Result<std::int64_t> StationStore::changeSignal()
{
    const auto value = m_database->value(dialect::changeSignalQuery());
    if (!value)
        return fail(value.error());
    return value->toLongLong();
}

Result<std::pair<std::int64_t, std::uint64_t>> StationStore::seed()
{
    const auto query = m_database->prepared(dialect::seedQuery());
    if (!query)
        return fail(query.error());
    if (const Status done = m_database->execute(**query); !done)
        return fail(done.error());
    if (!(*query)->next())
        return fail(m_database->errorFrom((*query)->lastError()));
    const std::pair seed{std::int64_t((*query)->value(0).toLongLong()),
                         static_cast<std::uint64_t>((*query)->value(1).toLongLong())};
    (*query)->finish();
    return seed;
}

Result<LoadedStation> StationStore::load(const Job &job)
{
    auto transaction = Transaction::begin(*m_database, Transaction::Kind::Read);
    if (!transaction)
        return fail(transaction.error());
    const auto commit = commitNumber();
    if (!commit)
        return fail(commit.error());
    StationContents contents;
    Interner interner;
    Status status;
    const auto step = [&](auto &objects) {
        if (status)
            status = loadInto(objects, *m_database, interner, job);
    };
    step(contents.channels);
    step(contents.plans);
    step(contents.assets);
    step(contents.events);
    step(contents.rules);
    step(contents.templates);
    step(contents.recurrences);
    step(contents.plays);
    if (status)
        status = transaction->commit();
    if (!status)
        return fail(status.error());
    return LoadedStation{Station::fromContents(std::move(contents)), *commit};
}

Status StationStore::checkRows(const StationEdit &edit, std::int64_t loadedCommit)
{
    const auto isKnown = [&](std::int64_t revision) {
        return revision <= loadedCommit || m_ownCommits.contains(revision);
    };
    Status status;
    forEachChanges(edit, [&](const auto &changes) {
        using T = decltype(typeOf(changes));
        if (status)
            status = RowStore<T>(*m_database).check(changes, isKnown);
    });
    return status;
}

/// What others wrote meanwhile may use media that this edit takes away, or have taken away what it uses. Errors:
/// EditConflict.
Status StationStore::checkMedia()
{
    const auto orphan = m_database->value(
        u"SELECT COALESCE(title, '') FROM event WHERE asset IS NOT NULL AND asset <> '' AND NOT EXISTS "
        "(SELECT 1 FROM asset WHERE asset.id = event.asset) LIMIT 1"_s);
    if (!orphan)
        return fail(orphan.error());
    if (orphan->isValid())
        return fail(ErrorCode::EditConflict, {u"The media of “%1”"_s.arg(orphan->toString())});
    return {};
}

Result<std::int64_t> StationStore::commit(const StationEdit &edit, std::int64_t loadedCommit, SaveCheck check,
                                          const Job &job)
{
    if (const auto &why = whyReadOnly())
        return fail(*why);
    auto transaction = Transaction::begin(*m_database, Transaction::Kind::Write);
    if (!transaction)
        return fail(transaction.error());
    const auto current = commitNumber();
    if (!current)
        return current;
    if (*current != loadedCommit && check == SaveCheck::Station)
        return fail(ErrorCode::StationChanged);
    Status status = *current == loadedCommit ? Status() : checkRows(edit, loadedCommit);
    const std::int64_t next = *current + 1;
    forEachChanges(edit, [&](const auto &changes) {
        using T = decltype(typeOf(changes));
        if (status)
            status = RowStore<T>(*m_database).write(changes, next, job);
    });
    if (status && *current != loadedCommit)
        status = checkMedia();
    if (status)
        status = writeHistory(edit, next);
    if (status)
        status = m_database->run(u"UPDATE station SET value = %1 WHERE name = 'commit'"_s.arg(next));
    if (status && job.isCancelled())
        status = fail(ErrorCode::Cancelled);
    if (status)
        status = transaction->commit();
    if (!status)
        return fail(status.error());
    if (*current != loadedCommit)
        m_ownCommits.insert(next);
    return next;
}

Result<StationHealth> StationStore::health()
{
    StationHealth health;
    const auto ask = [&](const QString &sql, auto &&use) -> Status {
        const auto value = m_database->value(sql);
        if (!value)
            return fail(value.error());
        use(*value);
        return {};
    };
    Status status = ask(dialect::integrityQuery(), [&](const QVariant &answer) {
        health.problem = answer.toString();
        health.isSound = health.problem == u"ok"_s;
    });
    const auto number = [&](const QString &sql, auto &field) {
        if (status)
            status = ask(sql, [&](const QVariant &answer) {
                field = answer.value<std::remove_reference_t<decltype(field)>>();
            });
    };
    number(dialect::schemaVersionQuery(), health.schema);
    number(dialect::sizeQuery(), health.bytes);
    number(commitQuery, health.commit);
    number(u"SELECT COUNT(*) FROM event"_s, health.events);
    number(u"SELECT COUNT(*) FROM asset"_s, health.assets);
    if (!status)
        return fail(status.error());
    if (health.isSound)
        health.problem.clear();
    return health;
}

Result<StationHealth> readHealth(const QString &location)
{
    auto store = StationStore::open(location, OpenMode::ReadOnly);
    if (!store)
        return fail(store.error());
    return (*store)->health();
}

} // namespace sf
