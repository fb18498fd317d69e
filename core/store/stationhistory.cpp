// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/store/dialect.h"
#include "core/store/editcodec.h"
#include "core/store/rows.h"
#include "core/store/stationstore.h"

#include <array>

#include <QSqlError>
#include <QtEndian>

// The part of StationStore that keeps and reads the history.

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kindNames{"edit"_L1, "undo"_L1, "redo"_L1};
constexpr std::array stateNames{""_L1, "done"_L1, "undone"_L1, "dropped"_L1};

QString textOf(EditKind kind) { return kindNames[static_cast<std::size_t>(kind)]; }
QString textOf(EditState state) { return stateNames[static_cast<std::size_t>(state)]; }

template <class E>
E valueOf(const auto &names, const QString &text)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (text == names[i])
            return static_cast<E>(i);
    }
    return E{};
}

HistoryEntry entryOf(const QSqlQuery &query)
{
    HistoryEntry entry;
    entry.commit = query.value(0).toLongLong();
    entry.edit = EditId::fromString(query.value(1).toString()).value_or(EditId());
    entry.kind = valueOf<EditKind>(kindNames, query.value(2).toString());
    entry.target = EditId::fromString(query.value(3).toString()).value_or(EditId());
    entry.state = valueOf<EditState>(stateNames, query.value(4).toString());
    entry.name = query.value(5).toString();
    entry.author = query.value(6).toString();
    entry.time = timePointFromMs(query.value(7).toLongLong());
    entry.changed = query.value(8).toLongLong();
    return entry;
}

QByteArray rawBytes(IdBits bits)
{
    QByteArray bytes(16, Qt::Uninitialized);
    qToBigEndian(bits.high, bytes.data());
    qToBigEndian(bits.low, bytes.data() + 8);
    return bytes;
}

} // namespace

Status StationStore::writeHistory(const StationEdit &edit, std::int64_t commit)
{
    if (const Status moved = moveUndoState(edit); !moved)
        return moved;
    const auto query = m_database->prepared(
        u"INSERT INTO history (revision, edit, kind, target, state, name, author, time_ms, changed, body) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    if (!query)
        return fail(query.error());
    RowWriter row(**query);
    row.integer(commit);
    row.id(edit.id.bits);
    row.text(textOf(edit.kind));
    row.id(edit.target.bits);
    row.text(textOf(edit.kind == EditKind::Edit ? EditState::Done : EditState::None));
    row.text(edit.name);
    row.key(edit.author);
    row.integer(toMs(edit.time));
    row.integer(edit.changedCount());
    row.bytes(encodeEdit(edit));
    if (!(*query)->exec()) {
        const QSqlError error = (*query)->lastError();
        return dialect::isDuplicateKey(error) ? Status(fail(ErrorCode::EditConflict, {labelOf(edit)}))
                                              : fail(m_database->errorFrom(error));
    }
    return {};
}

Status StationStore::moveUndoState(const StationEdit &edit)
{
    const bool isEdit = edit.kind == EditKind::Edit;
    const bool isUndo = edit.kind == EditKind::Undo;
    const auto query =
        m_database->prepared(isEdit ? u"UPDATE history SET state = ? WHERE state = ? AND author = ?"_s
                                    : u"UPDATE history SET state = ? WHERE state = ? AND edit = ?"_s);
    if (!query)
        return fail(query.error());
    RowWriter row(**query);
    row.text(textOf(isEdit ? EditState::Dropped : isUndo ? EditState::Undone : EditState::Done));
    row.text(textOf(isUndo ? EditState::Done : EditState::Undone));
    if (isEdit)
        row.key(edit.author);
    else
        row.id(edit.target.bits);
    if (const Status done = m_database->execute(**query); !done)
        return done;
    if (!isEdit && (*query)->numRowsAffected() != 1)
        return fail(ErrorCode::EditConflict, {labelOf(edit)});
    return {};
}

Result<std::vector<HistoryEntry>> StationStore::history(int limit, std::optional<EventId> event,
                                                        const Job &job)
{
    QString sql =
        u"SELECT revision, edit, kind, target, state, name, author, time_ms, changed FROM history"_s;
    if (event)
        sql += u" WHERE "_s + dialect::containsBytes(u"body"_s, u"?"_s);
    const auto query = m_database->prepared(sql + u" ORDER BY revision DESC LIMIT ?"_s);
    if (!query)
        return fail(query.error());
    RowWriter row(**query);
    if (event)
        row.bytes(rawBytes(event->bits));
    row.integer(limit);
    if (const Status done = m_database->execute(**query); !done)
        return fail(done.error());
    std::vector<HistoryEntry> entries;
    while (!job.isCancelled() && (*query)->next())
        entries.push_back(entryOf(**query));
    const QSqlError error = (*query)->lastError();
    (*query)->finish();
    if (job.isCancelled())
        return fail(ErrorCode::Cancelled);
    if (error.isValid())
        return fail(m_database->errorFrom(error));
    return entries;
}

Result<StationEdit> StationStore::edit(EditId id)
{
    const auto query = m_database->prepared(u"SELECT body FROM history WHERE edit = ?"_s);
    if (!query)
        return fail(query.error());
    RowWriter(**query).id(id.bits);
    if (const Status done = m_database->execute(**query); !done)
        return fail(done.error());
    const bool isFound = (*query)->next();
    const QByteArray body = isFound ? (*query)->value(0).toByteArray() : QByteArray();
    const QSqlError error = (*query)->lastError();
    (*query)->finish();
    if (error.isValid())
        return fail(m_database->errorFrom(error));
    if (!isFound)
        return fail(ErrorCode::UnknownObject, {u"edit"_s, id.toString()});
    return decodeEdit(body, location());
}

Result<std::vector<UndoStep>> StationStore::steps(const QString &sql, const QString &author, int limit)
{
    const auto query = m_database->prepared(sql);
    if (!query)
        return fail(query.error());
    RowWriter row(**query);
    row.key(author);
    row.integer(limit);
    if (const Status done = m_database->execute(**query); !done)
        return fail(done.error());
    std::vector<UndoStep> found;
    while ((*query)->next())
        found.push_back({EditId::fromString((*query)->value(0).toString()).value_or(EditId()),
                         (*query)->value(1).toString()});
    const QSqlError error = (*query)->lastError();
    (*query)->finish();
    if (error.isValid())
        return fail(m_database->errorFrom(error));
    return found;
}

Result<std::vector<UndoStep>> StationStore::undoSteps(const QString &author, int limit)
{
    return steps(u"SELECT edit, name FROM history WHERE author = ? AND state = 'done' "
                 "ORDER BY revision DESC LIMIT ?"_s,
                 author, limit);
}

Result<std::vector<UndoStep>> StationStore::redoSteps(const QString &author, int limit)
{
    // Undone last is what was done first of all that is undone.
    return steps(u"SELECT edit, name FROM history WHERE author = ? AND state = 'undone' "
                 "ORDER BY revision LIMIT ?"_s,
                 author, limit);
}

Result<StationEdit> StationStore::editToUndo(const QString &author)
{
    const auto next = undoSteps(author, 1);
    if (!next)
        return fail(next.error());
    return next->empty() ? Result<StationEdit>(fail(ErrorCode::NothingToUndo)) : edit(next->front().edit);
}

Result<StationEdit> StationStore::editToRedo(const QString &author)
{
    const auto next = redoSteps(author, 1);
    if (!next)
        return fail(next.error());
    return next->empty() ? Result<StationEdit>(fail(ErrorCode::NothingToRedo)) : edit(next->front().edit);
}

Result<std::vector<HistoryEntry>> readHistory(const QString &location, int limit,
                                              std::optional<EventId> event, const Job &job)
{
    auto store = StationStore::open(location, OpenMode::ReadOnly);
    if (!store)
        return fail(store.error());
    return (*store)->history(limit, event, job);
}

} // namespace sf
