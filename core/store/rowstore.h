// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/store/database.h"
#include "core/store/dialect.h"
#include "core/store/rows.h"

#include <QSqlError>

#include <unordered_set>

namespace sf {

/// The statements and loops over the rows of one type of object.
template <class T>
class RowStore
{
public:
    using IdType = decltype(T::id);

    explicit RowStore(Database &database)
        : m_database(database)
    {
    }

    /// Errors: StationDamaged for a row that can't be understood, Cancelled.
    Result<std::vector<T>> load(Interner &interner, const Job &job);
    /// Writes what the changes say, with this revision. Errors: EditConflict (args: the object) for an object
    /// that is there already, or no longer; Cancelled.
    Status write(const Changes<T> &changes, std::int64_t revision, const Job &job);
    /// Whether the rows are as they were loaded: `isKnown(revision)` for those changed or removed, free for
    /// those inserted. Errors: EditConflict.
    template <class IsKnown>
    Status check(const Changes<T> &changes, IsKnown &&isKnown);

private:
    Status insert(const T &object, std::int64_t revision);
    Status update(const T &object, std::int64_t revision);
    Status remove(const T &object, std::int64_t revision);
    Status forgetTombstone(const T &object);
    Status removeMissing(const Changes<T> &changes, std::int64_t revision, const Job &job);
    Result<bool> hasTombstones();
    Status execute(QSqlQuery &query, const T &object);
    static tl::unexpected<Error> conflict(const T &object)
    {
        return fail(ErrorCode::EditConflict, {labelOf(object)});
    }
    static QString textOf(const T &object) { return object.id.toString(); }
    static std::unordered_set<IdType> idsOf(const std::vector<T> &objects)
    {
        std::unordered_set<IdType> ids;
        ids.reserve(objects.size());
        for (const T &object : objects)
            ids.insert(object.id);
        return ids;
    }

    Database &m_database;
    const QString m_table = Rows<T>::table;
    const QString m_columns = Rows<T>::columns;
};

template <class T>
Result<std::vector<T>> RowStore<T>::load(Interner &interner, const Job &job)
{
    const auto count = m_database.value(QStringLiteral("SELECT COUNT(*) FROM ") + m_table);
    if (!count)
        return fail(count.error());
    std::vector<T> objects;
    objects.reserve(static_cast<std::size_t>(count->toLongLong()));
    QString sql = QStringLiteral("SELECT id, ") + m_columns + QStringLiteral(" FROM ") + m_table;
    if (Rows<T>::hasPlace)
        sql += QStringLiteral(" ORDER BY place");
    const auto query = m_database.prepared(sql);
    if (!query)
        return fail(query.error());
    if (const Status done = m_database.execute(**query); !done)
        return fail(done.error());
    RowReader row(**query, interner);
    while ((*query)->next()) {
        if (objects.size() % 1024 == 0 && job.isCancelled())
            return fail(ErrorCode::Cancelled);
        row.startRow();
        T &object = objects.emplace_back();
        object.id = row.id<IdType>();
        Rows<T>::read(row, object);
        if (object.id.isNull() || row.hasFailed())
            return fail(
                ErrorCode::StationDamaged,
                {m_database.path(),
                 QStringLiteral("it is damaged (a row of the table %1 can't be read); restore a backup")
                     .arg(m_table)});
    }
    const QSqlError error = (*query)->lastError();
    (*query)->finish();
    if (error.isValid())
        return fail(m_database.errorFrom(error));
    return objects;
}

template <class T>
Status RowStore<T>::removeMissing(const Changes<T> &changes, std::int64_t revision, const Job &job)
{
    if (changes.before.empty())
        return {};
    const auto after = idsOf(changes.after);
    for (const T &object : changes.before) {
        if (job.isCancelled())
            return fail(ErrorCode::Cancelled);
        if (after.contains(object.id))
            continue;
        if (const Status done = remove(object, revision); !done)
            return done;
    }
    return {};
}

template <class T>
Status RowStore<T>::write(const Changes<T> &changes, std::int64_t revision, const Job &job)
{
    if (changes.isEmpty())
        return {};
    if (const Status removed = removeMissing(changes, revision, job); !removed)
        return removed;
    const auto before = idsOf(changes.before);
    const auto tombstones = hasTombstones();
    if (!tombstones)
        return fail(tombstones.error());
    qint64 written = 0;
    for (const T &object : changes.after) {
        if (job.isCancelled())
            return fail(ErrorCode::Cancelled);
        if (written++ % 1024 == 0)
            job.setProgress(written, std::ssize(changes.after));
        const bool isNew = before.empty() || !before.contains(object.id);
        Status done = isNew ? insert(object, revision) : update(object, revision);
        if (done && isNew && *tombstones)
            done = forgetTombstone(object);
        if (!done)
            return done;
    }
    return {};
}

template <class T>
template <class IsKnown>
Status RowStore<T>::check(const Changes<T> &changes, IsKnown &&isKnown)
{
    if (changes.isEmpty())
        return {};
    const auto query = m_database.prepared(QStringLiteral("SELECT revision FROM ") + m_table +
                                           QStringLiteral(" WHERE id = ?"));
    if (!query)
        return fail(query.error());
    const auto revisionOf = [&](const T &object) -> Result<std::optional<std::int64_t>> {
        (*query)->bindValue(0, textOf(object));
        if (const Status done = m_database.execute(**query); !done)
            return fail(done.error());
        std::optional<std::int64_t> revision;
        if ((*query)->next())
            revision = (*query)->value(0).toLongLong();
        (*query)->finish();
        return revision;
    };
    for (const T &object : changes.before) {
        const auto revision = revisionOf(object);
        if (!revision)
            return fail(revision.error());
        if (!*revision || !isKnown(**revision))
            return conflict(object);
    }
    const auto before = idsOf(changes.before);
    for (const T &object : changes.after) {
        if (before.contains(object.id))
            continue;
        const auto revision = revisionOf(object);
        if (!revision)
            return fail(revision.error());
        if (*revision)
            return conflict(object);
    }
    return {};
}

template <class T>
Status RowStore<T>::execute(QSqlQuery &query, const T &object)
{
    if (query.exec())
        return {};
    const QSqlError error = query.lastError();
    return dialect::isDuplicateKey(error) ? Status(conflict(object)) : fail(m_database.errorFrom(error));
}

template <class T>
Status RowStore<T>::insert(const T &object, std::int64_t revision)
{
    static const QString sql = [this] {
        const QString places = QStringLiteral("?, ").repeated(m_columns.count(u',') + 2) + u'?';
        const QString place = QStringLiteral(", (SELECT COALESCE(MAX(place), 0) + 1 FROM %1)").arg(m_table);
        return QStringLiteral("INSERT INTO %1 (%2, revision, id%3) VALUES (%4%5)")
            .arg(m_table, m_columns, Rows<T>::hasPlace ? QStringLiteral(", place") : QString(), places,
                 Rows<T>::hasPlace ? place : QString());
    }();
    const auto query = m_database.prepared(sql);
    if (!query)
        return fail(query.error());
    RowWriter row(**query);
    Rows<T>::write(row, object);
    row.integer(revision);
    row.id(object.id.bits);
    return execute(**query, object);
}

template <class T>
Status RowStore<T>::update(const T &object, std::int64_t revision)
{
    static const QString sql = [this] {
        const QString settings =
            m_columns.split(QStringLiteral(", ")).join(QStringLiteral(" = ?, ")) + QStringLiteral(" = ?");
        return QStringLiteral("UPDATE %1 SET %2, revision = ? WHERE id = ?").arg(m_table, settings);
    }();
    const auto query = m_database.prepared(sql);
    if (!query)
        return fail(query.error());
    RowWriter row(**query);
    Rows<T>::write(row, object);
    row.integer(revision);
    row.id(object.id.bits);
    const Status done = execute(**query, object);
    if (done && (*query)->numRowsAffected() != 1)
        return conflict(object);
    return done;
}

template <class T>
Status RowStore<T>::remove(const T &object, std::int64_t revision)
{
    const auto deletion = m_database.prepared(QStringLiteral("DELETE FROM %1 WHERE id = ?").arg(m_table));
    if (!deletion)
        return fail(deletion.error());
    (*deletion)->bindValue(0, textOf(object));
    if (const Status done = execute(**deletion, object); !done)
        return done;
    if ((*deletion)->numRowsAffected() != 1)
        return conflict(object);
    const auto tombstone = m_database.prepared(
        QStringLiteral("INSERT INTO tombstone (kind, id, revision) VALUES (?, ?, ?) "
                       "ON CONFLICT (kind, id) DO UPDATE SET revision = excluded.revision"));
    if (!tombstone)
        return fail(tombstone.error());
    (*tombstone)->bindValue(0, m_table);
    (*tombstone)->bindValue(1, textOf(object));
    (*tombstone)->bindValue(2, QVariant::fromValue<qlonglong>(revision));
    return m_database.execute(**tombstone);
}

template <class T>
Result<bool> RowStore<T>::hasTombstones()
{
    const auto found =
        m_database.value(QStringLiteral("SELECT 1 FROM tombstone WHERE kind = '%1' LIMIT 1").arg(m_table));
    if (!found)
        return fail(found.error());
    return found->isValid();
}

template <class T>
Status RowStore<T>::forgetTombstone(const T &object)
{
    const auto query = m_database.prepared(QStringLiteral("DELETE FROM tombstone WHERE kind = ? AND id = ?"));
    if (!query)
        return fail(query.error());
    (*query)->bindValue(0, m_table);
    (*query)->bindValue(1, textOf(object));
    return m_database.execute(**query);
}

} // namespace sf
