// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/store/editcodec.h"
#include "core/store/rows.h"
#include "core/store/stationstore.h"

#include <QTemporaryDir>

#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include <cstring>

// Saving and loading a large schedule, each beside its floor: the same rows through the C API of SQLite, on
// the same schema, in one transaction that is synchronous too, from and to the same values.

using namespace sf;
using namespace Qt::StringLiterals;

namespace {

constexpr int eventCount = 100'000;
constexpr int assetCount = 9'000;

struct Sample
{
    StationEdit library;
    StationEdit schedule;
};

Asset makeAsset(IdSource &ids, int index)
{
    Asset asset;
    asset.id = ids.next<AssetId>();
    asset.title = u"The long way home, part %1"_s.arg(index);
    asset.url = u"/media/library/films/the-long-way-home-%1.mxf"_s.arg(index);
    asset.duration = std::chrono::minutes(20 + index % 70);
    asset.durationSource = DurationSource::Probed;
    asset.status = AssetStatus::Ready;
    asset.category = u"Film"_s;
    return asset;
}

const Sample &sample()
{
    static const Sample made = [] {
        Sample sample;
        IdSource ids(1'774'728'000'000, 1);
        Plan plan{ids.next<PlanId>(), ids.next<ChannelId>(), u"On air"_s, true};
        Channel channel;
        channel.id = plan.channel;
        channel.name = u"One"_s;
        sample.library = makeEdit({ids.next<EditId>(), u"Ann"_s, {}}, u"Library"_s);
        sample.library.channels.after.push_back(channel);
        sample.library.plans.after.push_back(plan);
        for (int i = 0; i < assetCount; ++i)
            sample.library.assets.after.push_back(makeAsset(ids, i));
        sample.schedule = makeEdit({ids.next<EditId>(), u"Ann"_s, {}}, u"Import"_s);
        TimePoint start = timePointFromMs(1'774'728'000'000);
        for (int i = 0; i < eventCount; ++i) {
            const Asset &asset = sample.library.assets.after[std::size_t(i * 7919LL % assetCount)];
            ScheduledEvent event;
            event.id = ids.next<EventId>();
            event.plan = plan.id;
            event.asset = asset.id;
            event.title = asset.title;
            event.range = {start, std::chrono::duration_cast<Millis>(asset.duration)};
            event.startMode = StartMode::Fixed;
            event.origin = EventOrigin::Import;
            start = event.range.end();
            sample.schedule.events.after.push_back(event);
        }
        return sample;
    }();
    return made;
}

/// A new station that has the library.
QString makeStation(const QTemporaryDir &folder)
{
    static int count = 0;
    const QString path = folder.filePath(u"station-%1.sqlite"_s.arg(++count));
    auto store = StationStore::open(path, OpenMode::ReadWrite);
    if (!store || !(*store)->commit(sample().library, 0, SaveCheck::Station))
        qFatal("the station can't be made");
    return path;
}

sqlite3 *openRaw(const QString &path)
{
    sqlite3 *database = nullptr;
    sqlite3_open(path.toUtf8().constData(), &database);
    sqlite3_exec(database, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON", nullptr, nullptr, nullptr);
    return database;
}

sqlite3_stmt *prepare(sqlite3 *database, const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) != SQLITE_OK)
        qFatal("%s: %s", sql, sqlite3_errmsg(database));
    return statement;
}

void bindId(sqlite3_stmt *statement, int at, IdBits bits)
{
    const auto text = idToText(bits);
    if (bits != IdBits{})
        sqlite3_bind_text(statement, at, text.data(), 36, SQLITE_TRANSIENT);
}

void bindText(sqlite3_stmt *statement, int at, const QByteArray &text)
{
    sqlite3_bind_text(statement, at, text.constData(), int(text.size()), SQLITE_TRANSIENT);
}

void bindEvent(sqlite3_stmt *statement, const ScheduledEvent &event)
{
    bindId(statement, 1, event.id.bits);
    bindId(statement, 2, event.plan.bits);
    sqlite3_bind_int64(statement, 3, toMs(event.range.start));
    sqlite3_bind_int64(statement, 4, event.range.duration.count());
    bindId(statement, 5, event.asset.bits);
    bindText(statement, 6, event.title.toUtf8());
    bindText(statement, 7, QByteArray(nameOf(event.startMode).data()));
    bindText(statement, 8, QByteArray(nameOf(event.origin).data()));
}

IdBits readId(sqlite3_stmt *statement, int at)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, at));
    return text ? idFromText(QByteArrayView(text, sqlite3_column_bytes(statement, at))).value() : IdBits{};
}

QString readText(sqlite3_stmt *statement, int at)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, at)),
                             sqlite3_column_bytes(statement, at));
}

template <class E>
E readName(sqlite3_stmt *statement, int at)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, at));
    const auto names = namesOf<E>();
    for (std::size_t i = 0; text && i < names.size(); ++i) {
        if (names[i] == QLatin1StringView(text))
            return static_cast<E>(i);
    }
    return E{};
}

ScheduledEvent readEvent(sqlite3_stmt *row, Interner &interner)
{
    ScheduledEvent event;
    event.id.bits = readId(row, 0);
    event.plan.bits = readId(row, 1);
    event.range = {timePointFromMs(sqlite3_column_int64(row, 2)), Millis(sqlite3_column_int64(row, 3))};
    event.asset.bits = readId(row, 4);
    event.title = interner.intern(readText(row, 5));
    event.layer = sqlite3_column_int(row, 6);
    event.startMode = readName<StartMode>(row, 7);
    event.origin = readName<EventOrigin>(row, 8);
    event.isLocked = sqlite3_column_int(row, 9) != 0;
    event.recurrence.bits = readId(row, 10);
    event.run.bits = readId(row, 11);
    if (sqlite3_column_bytes(row, 12) > 0)
        qFatal("the sample has no rare fields");
    return event;
}

void insertThroughStore(benchmark::State &state)
{
    const QTemporaryDir folder;
    for (auto _ : state) {
        state.PauseTiming();
        auto store = std::move(*StationStore::open(makeStation(folder), OpenMode::ReadWrite));
        state.ResumeTiming();
        if (!store->commit(sample().schedule, 1, SaveCheck::Station))
            state.SkipWithError("not saved");
        state.PauseTiming();
        store.reset();
        state.ResumeTiming();
    }
}

void insertThroughCApi(benchmark::State &state)
{
    const QTemporaryDir folder;
    const QByteArray body = encodeEdit(sample().schedule);
    for (auto _ : state) {
        state.PauseTiming();
        sqlite3 *database = openRaw(makeStation(folder));
        state.ResumeTiming();
        sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
        sqlite3_stmt *insert = prepare(database, "INSERT INTO event (id, plan, start_ms, duration_ms, asset, "
                                                 "title, start_mode, origin, revision) "
                                                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, 2)");
        for (const ScheduledEvent &event : sample().schedule.events.after) {
            bindEvent(insert, event);
            if (sqlite3_step(insert) != SQLITE_DONE)
                qFatal("%s", sqlite3_errmsg(database));
            sqlite3_reset(insert);
        }
        sqlite3_stmt *history = prepare(
            database, "INSERT INTO history (revision, edit, kind, state, name, author, time_ms, "
                      "changed, body) VALUES (2, 'x', 'edit', 'done', 'Import', 'Ann', 0, 100000, ?)");
        sqlite3_bind_blob(history, 1, body.constData(), int(body.size()), SQLITE_STATIC);
        sqlite3_step(history);
        if (sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(database));
        state.PauseTiming();
        sqlite3_finalize(insert);
        sqlite3_finalize(history);
        sqlite3_close(database);
        state.ResumeTiming();
    }
}

QString fullStation(const QTemporaryDir &folder)
{
    const QString path = makeStation(folder);
    auto store = std::move(*StationStore::open(path, OpenMode::ReadWrite));
    if (!store->commit(sample().schedule, 1, SaveCheck::Station))
        qFatal("not saved");
    return path;
}

void loadThroughStore(benchmark::State &state)
{
    const QTemporaryDir folder;
    const auto store = std::move(*StationStore::open(fullStation(folder), OpenMode::ReadOnly));
    for (auto _ : state) {
        const auto loaded = store->load(Job());
        if (!loaded || loaded->station.schedule().size() != eventCount)
            state.SkipWithError("not loaded");
    }
}

void loadThroughCApi(benchmark::State &state)
{
    const QTemporaryDir folder;
    sqlite3 *database = openRaw(fullStation(folder));
    for (auto _ : state) {
        Interner interner;
        StationContents contents;
        sqlite3_stmt *assets = prepare(database, "SELECT id, title, url, duration_us, category FROM asset");
        while (sqlite3_step(assets) == SQLITE_ROW) {
            Asset &asset = contents.assets.emplace_back();
            asset.id.bits = readId(assets, 0);
            asset.title = interner.intern(readText(assets, 1));
            asset.url = readText(assets, 2);
            asset.duration = Micros(sqlite3_column_int64(assets, 3));
            asset.category = interner.intern(readText(assets, 4));
        }
        sqlite3_finalize(assets);
        contents.events.reserve(eventCount);
        sqlite3_stmt *events =
            prepare(database, "SELECT id, plan, start_ms, duration_ms, asset, title, layer, start_mode, "
                              "origin, is_locked, recurrence, run, extra FROM event");
        while (sqlite3_step(events) == SQLITE_ROW)
            contents.events.push_back(readEvent(events, interner));
        sqlite3_finalize(events);
        const Station station = Station::fromContents(std::move(contents));
        if (station.schedule().size() != eventCount)
            state.SkipWithError("not loaded");
    }
    sqlite3_close(database);
}

void encode(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(encodeEdit(sample().schedule));
}

/// The floor of encoding: copying as many bytes.
void copyEncoded(benchmark::State &state)
{
    const QByteArray bytes = encodeEdit(sample().schedule);
    QByteArray copy(bytes.size(), Qt::Uninitialized);
    for (auto _ : state) {
        std::memcpy(copy.data(), bytes.constData(), std::size_t(bytes.size()));
        benchmark::ClobberMemory();
    }
}

void decode(benchmark::State &state)
{
    const QByteArray bytes = encodeEdit(sample().schedule);
    for (auto _ : state)
        benchmark::DoNotOptimize(decodeEdit(bytes, QString()));
}

/// One event changed, as an operator does it: mostly waiting for the disk.
void changeThroughStore(benchmark::State &state)
{
    const QTemporaryDir folder;
    const auto store = std::move(*StationStore::open(fullStation(folder), OpenMode::ReadWrite));
    StationEdit edit;
    edit.events.before.push_back(sample().schedule.events.after[eventCount / 2]);
    edit.events.after = edit.events.before;
    IdSource ids(1'774'728'000'000, 2);
    std::int64_t commit = 2;
    for (auto _ : state) {
        edit.id = ids.next<EditId>();
        edit.events.after.front().range.start += Millis(1'000);
        const auto saved = store->commit(edit, commit, SaveCheck::Rows);
        if (!saved)
            qFatal("not saved");
        commit = *saved;
        edit.events.before = edit.events.after;
    }
}

void changeThroughCApi(benchmark::State &state)
{
    const QTemporaryDir folder;
    sqlite3 *database = openRaw(fullStation(folder));
    sqlite3_stmt *update = prepare(database, "UPDATE event SET start_ms = start_ms + 1000 WHERE id = ?");
    bindId(update, 1, sample().schedule.events.after[eventCount / 2].id.bits);
    for (auto _ : state) {
        sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
        sqlite3_step(update);
        sqlite3_reset(update);
        sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
    }
    sqlite3_finalize(update);
    sqlite3_close(database);
}

BENCHMARK(insertThroughCApi)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(insertThroughStore)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(loadThroughCApi)->Unit(benchmark::kMillisecond);
BENCHMARK(loadThroughStore)->Unit(benchmark::kMillisecond);
BENCHMARK(copyEncoded)->Unit(benchmark::kMillisecond);
BENCHMARK(encode)->Unit(benchmark::kMillisecond);
BENCHMARK(decode)->Unit(benchmark::kMillisecond);
BENCHMARK(changeThroughCApi)->Unit(benchmark::kMicrosecond);
BENCHMARK(changeThroughStore)->Unit(benchmark::kMicrosecond);

} // namespace

BENCHMARK_MAIN();
