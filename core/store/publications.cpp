// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/store/publications.h"

#include "core/store/stationstore.h"

#include <QDataStream>
#include <QIODevice>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostPublications = 400;
constexpr quint8 packing = 2; ///< the version of what pack() writes; 1 had no options

/// Id, start and digest of each event and the options, compressed: a day of 400 events is some 8 KB.
QByteArray pack(const Publication &publication)
{
    const auto &events = publication.events;
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << packing << quint32(events.size());
    for (const PublishedEvent &event : events)
        stream << quint64(event.id.bits.high) << quint64(event.id.bits.low) << qint64(toMs(event.start))
               << quint64(event.digest);
    stream << publication.options;
    return qCompress(bytes);
}

/// Empty for what is not understood: then nothing counts as published, which is safe.
void unpack(const QByteArray &packed, Publication &publication)
{
    constexpr qsizetype eventBytes = 32;
    const QByteArray bytes = qUncompress(packed);
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    quint8 version = 0;
    quint32 count = 0;
    stream >> version >> count;
    std::vector<PublishedEvent> &events = publication.events;
    if (version < 1 || version > packing || bytes.size() < qsizetype(count) * eventBytes)
        return;
    events.reserve(count);
    for (quint32 i = 0; i < count; ++i) {
        quint64 high = 0;
        quint64 low = 0;
        qint64 start = 0;
        quint64 digest = 0;
        stream >> high >> low >> start >> digest;
        events.push_back({EventId::fromBits(high, low), timePointFromMs(start), digest});
    }
    if (version > 1)
        stream >> publication.options;
}

/// The same export again takes the place of the last one.
QString keyOf(const Publication &publication)
{
    return u"%1 %2 %3 %4 %5"_s.arg(publication.channel.toString(), publication.format)
        .arg(toMs(publication.range.start))
        .arg(publication.range.duration.count())
        .arg(publication.target);
}

Result<std::unique_ptr<Database>> openStation(const QString &location, OpenMode mode)
{
    // Through the store, which brings the schema up to date first.
    const auto store = StationStore::open(location, mode);
    if (!store)
        return fail(store.error());
    auto database = Database::open((*store)->location(), mode);
    if (database && mode == OpenMode::ReadWrite && (*database)->whyReadOnly())
        return fail(*(*database)->whyReadOnly());
    return database;
}

QString horizonName(ChannelId channel) { return u"horizon_ms:"_s + channel.toString(); }

} // namespace

Status savePublication(const QString &location, const Publication &publication)
{
    const auto database = openStation(location, OpenMode::ReadWrite);
    if (!database)
        return fail(database.error());
    const auto query = (*database)->prepared(
        u"INSERT INTO publication (id, channel, format, target, start_ms, duration_ms, time_ms, revision, "
        u"events) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET time_ms = excluded.time_ms, "
        "revision = excluded.revision, events = excluded.events"_s);
    if (!query)
        return fail(query.error());
    QSqlQuery &insert = **query;
    insert.bindValue(0, keyOf(publication));
    insert.bindValue(1, publication.channel.toString());
    insert.bindValue(2, publication.format);
    insert.bindValue(3, publication.target);
    insert.bindValue(4, qlonglong(toMs(publication.range.start)));
    insert.bindValue(5, qlonglong(publication.range.duration.count()));
    insert.bindValue(6, qlonglong(toMs(publication.time)));
    insert.bindValue(7, qlonglong(publication.commit));
    insert.bindValue(8, pack(publication));
    return (*database)->execute(insert);
}

Result<std::vector<Publication>> loadPublications(const QString &location, ChannelId channel)
{
    const auto database = openStation(location, OpenMode::ReadOnly);
    if (!database)
        return fail(database.error());
    const auto query = (*database)->prepared(
        u"SELECT format, target, start_ms, duration_ms, time_ms, revision, events FROM publication "
        "WHERE channel = ? ORDER BY time_ms DESC, id LIMIT %1"_s.arg(mostPublications));
    if (!query)
        return fail(query.error());
    QSqlQuery &rows = **query;
    rows.bindValue(0, channel.toString());
    if (const Status done = (*database)->execute(rows); !done)
        return fail(done.error());
    std::vector<Publication> publications;
    while (rows.next()) {
        Publication publication;
        publication.channel = channel;
        publication.format = rows.value(0).toString();
        publication.target = rows.value(1).toString();
        publication.range = {timePointFromMs(rows.value(2).toLongLong()), Millis(rows.value(3).toLongLong())};
        publication.time = timePointFromMs(rows.value(4).toLongLong());
        publication.commit = rows.value(5).toLongLong();
        unpack(rows.value(6).toByteArray(), publication);
        publications.push_back(std::move(publication));
    }
    rows.finish();
    std::reverse(publications.begin(), publications.end());
    return publications;
}

Result<TimePoint> newestPublication(const QString &location)
{
    const auto database = openStation(location, OpenMode::ReadOnly);
    if (!database)
        return fail(database.error());
    const auto value = (*database)->value(u"SELECT COALESCE(MAX(time_ms), 0) FROM publication"_s);
    if (!value)
        return fail(value.error());
    return timePointFromMs(value->toLongLong());
}

Result<Millis> loadOnAirHorizon(const QString &location, ChannelId channel)
{
    const auto database = openStation(location, OpenMode::ReadOnly);
    if (!database)
        return fail(database.error());
    const auto value =
        (*database)->value(u"SELECT value FROM station WHERE name = '%1'"_s.arg(horizonName(channel)));
    if (!value)
        return fail(value.error());
    return Millis(value->toLongLong());
}

Status saveOnAirHorizon(const QString &location, ChannelId channel, Millis horizon)
{
    const auto database = openStation(location, OpenMode::ReadWrite);
    if (!database)
        return fail(database.error());
    return (*database)->run(
        u"INSERT INTO station (name, value) VALUES ('%1', %2) "
        "ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s.arg(horizonName(channel))
            .arg(std::max<std::int64_t>(0, horizon.count())));
}

} // namespace sf
