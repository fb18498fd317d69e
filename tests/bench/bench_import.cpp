// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// Imports against the floor beneath them: a bare pass of the same parser, or of a scan by lines, over the same file.
// A year of items, 100,000 events of 1,000 media; a million events, each with a title and an id of its own; a playlist
// of 1,000,000 entries.

#include "core/document/transfer.h"
#include "core/schedule/merge.h"
#include "core/schedule/operations.h"
#include "core/time/iso8601.h"

#include <QFile>
#include <QHash>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <benchmark/benchmark.h>
#include <malloc.h>
#include <rapidjson/filereadstream.h>
#include <rapidjson/reader.h>

#include <cstring>

using namespace sf;
using namespace Qt::StringLiterals;

namespace {

constexpr int year = 100'000;
constexpr int million = 1'000'000;
constexpr int media = 1'000;
const TimePoint start = timePointFromMs(1'767'225'600'000); // 2026-01-01
const PlanId plan = PlanId::fromBits(1, 2);

/// As stations write them: plain fields, no extension. Every tenth overlaps, every hundredth is there twice. A million
/// have titles of 20 to 60 characters, every tenth of 100.
template <class WriteEvent>
void forEachEvent(int events, WriteEvent &&write)
{
    IdSource ids(1'767'225'600'000, 3);
    for (int i = 0; i < events; ++i) {
        const int item = i % 100 == 99 ? i - 1 : i;
        const TimePoint begin = start + Millis(30'000LL * item - (item % 10 == 0 && item > 0 ? 6'000 : 0));
        const QByteArray from = toIso8601(begin).toLatin1();
        const QByteArray to = toIso8601(begin + Millis(30'000)).toLatin1();
        QByteArray title = "Programme " + QByteArray::number(events == million ? item : item % media);
        if (events == million)
            title = title.leftJustified(item % 10 == 0 ? 100 : 20 + item % 41, 'x');
        const QByteArray id = events == million ? ids.next<EventId>().toString().toLatin1() : QByteArray();
        write(id, title, QByteArray::number(item % media), from, to);
    }
}

template <class Put>
void writeXml(int events, Put &&put)
{
    put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<schedule>\n  <events>\n");
    forEachEvent(events, [&](const QByteArray &id, const QByteArray &title, const QByteArray &item,
                             const QByteArray &from, const QByteArray &to) {
        put("    <event>\n" + (id.isEmpty() ? id : "      <id>" + id + "</id>\n") + "      <title>" + title +
            "</title>\n      <start>" + from + "</start>\n      <end>" + to +
            "</end>\n      <videoUrl>https://example.com/media/" + item +
            ".mp4</videoUrl>\n      <category>News</category>\n      <duration>30</duration>\n    "
            "</event>\n");
    });
    put("  </events>\n</schedule>\n");
}

template <class Put>
void writeJson(int events, Put &&put)
{
    put("{\n  \"schedule\": [");
    const char *comma = "\n";
    forEachEvent(events, [&](const QByteArray &id, const QByteArray &title, const QByteArray &item,
                             const QByteArray &from, const QByteArray &to) {
        put(comma + QByteArray("    {") + (id.isEmpty() ? id : "\"id\": \"" + id + "\", ") + "\"title\": \"" +
            title + "\", \"start\": \"" + from + "\", \"end\": \"" + to +
            "\", \"videoUrl\": \"https://example.com/media/" + item +
            ".mp4\", \"category\": \"News\", \"duration\": 30}");
        comma = ",\n";
    });
    put("\n  ]\n}\n");
}

template <class Put>
void writeM3u(int entries, Put &&put)
{
    put("#EXTM3U\n");
    for (int i = 0; i < entries; ++i) {
        const QByteArray number = QByteArray::number(i);
        put("#EXTINF:5940 tvg-id=\"id" + number + "\" group-title=\"Films\",A film, number " + number +
            "\nhttps://example.com/films/" + number + ".mp4\n");
    }
}

Station emptyStation()
{
    Station station;
    Channel channel;
    channel.id = ChannelId::fromBits(1, 1);
    channel.name = u"One"_s;
    const auto edit = addChannel(station, channel, plan, {EditId::fromBits(1, 1), u"bench"_s, {}});
    if (!edit || !station.apply(*edit))
        qFatal("the station can't be made");
    return station;
}

/// A file of that many events or entries, made when it is first asked for.
const QString &fileOf(QStringView format, int count)
{
    static const QTemporaryDir dir;
    static QHash<QString, QString> files;
    QString &path = files[u"%1.%2"_s.arg(count).arg(format)];
    if (!path.isEmpty())
        return path;
    QFile file(dir.filePath(u"%1.%2"_s.arg(count).arg(format)));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("the file for the benchmark can't be written");
    const auto put = [&file](const QByteArray &bytes) {
        if (file.write(bytes) != bytes.size())
            qFatal("the file for the benchmark can't be written");
    };
    if (format == u"xml")
        writeXml(count, put);
    else if (format == u"json")
        writeJson(count, put);
    else
        writeM3u(count, put);
    return path = file.fileName();
}

int countOf(const benchmark::State &state) { return static_cast<int>(state.range(0)); }

void xmlFloor(benchmark::State &state)
{
    const QString path = fileOf(u"xml", countOf(state));
    for (auto _ : state) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            state.SkipWithError("no file");
        QXmlStreamReader xml(&file);
        while (!xml.atEnd())
            benchmark::DoNotOptimize(xml.readNext());
    }
    state.SetItemsProcessed(state.iterations() * countOf(state));
}

void jsonFloor(benchmark::State &state)
{
    const QByteArray path = QFile::encodeName(fileOf(u"json", countOf(state)));
    for (auto _ : state) {
        std::FILE *file = std::fopen(path.constData(), "rb");
        std::vector<char> buffer(64 * 1024);
        rapidjson::FileReadStream stream(file, buffer.data(), buffer.size());
        rapidjson::BaseReaderHandler<> handler;
        rapidjson::Reader reader;
        benchmark::DoNotOptimize(reader.Parse<rapidjson::kParseIterativeFlag>(stream, handler));
        std::fclose(file);
    }
    state.SetItemsProcessed(state.iterations() * countOf(state));
}

/// What malloc has given out, large blocks included.
double inUse()
{
    const auto info = mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd);
}

/// The reading alone, and what its result holds in memory.
void readOnly(benchmark::State &state, QStringView format)
{
    const QString path = fileOf(format, countOf(state));
    for (auto _ : state) {
        const double before = inUse();
        IdSource ids(1, 1);
        const auto schedule = readScheduleFile(path, {}, ids, Job());
        if (!schedule || std::ssize(schedule->events) != countOf(state))
            state.SkipWithError("the counts are wrong");
        state.counters["bytes/event"] = (inUse() - before) / static_cast<double>(countOf(state));
    }
    state.SetItemsProcessed(state.iterations() * countOf(state));
}

void import(benchmark::State &state, QStringView format)
{
    const QString path = fileOf(format, countOf(state));
    const Station station = emptyStation();
    const int events = countOf(state);
    for (auto _ : state) {
        IdSource ids(1, 1);
        auto schedule = readScheduleFile(path, {}, ids, Job());
        auto merge = mergeSchedule(station, plan, std::move(*schedule), ids, EditStamp(), Job());
        if (merge->imported != events - events / 100 || merge->conflicts.total == 0)
            state.SkipWithError("the counts are wrong");
        benchmark::DoNotOptimize(merge);
    }
    state.SetItemsProcessed(state.iterations() * events);
}

void xmlRead(benchmark::State &state) { readOnly(state, u"xml"); }
void xmlImport(benchmark::State &state) { import(state, u"xml"); }
void jsonRead(benchmark::State &state) { readOnly(state, u"json"); }
void jsonImport(benchmark::State &state) { import(state, u"json"); }

BENCHMARK(xmlFloor)->Arg(year)->Arg(million)->Unit(benchmark::kMillisecond);
BENCHMARK(xmlRead)->Arg(year)->Arg(million)->Unit(benchmark::kMillisecond);
BENCHMARK(xmlImport)->Arg(year)->Arg(million)->Unit(benchmark::kMillisecond);
BENCHMARK(jsonFloor)->Arg(year)->Arg(million)->Unit(benchmark::kMillisecond);
BENCHMARK(jsonRead)->Arg(year)->Arg(million)->Unit(benchmark::kMillisecond);
BENCHMARK(jsonImport)->Arg(year)->Arg(million)->Unit(benchmark::kMillisecond);

/// Splits lines and copies them, as QFile does it.
void m3uFloor(benchmark::State &state)
{
    const QString path = fileOf(u"m3u", million);
    for (auto _ : state) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            state.SkipWithError("no file");
        std::vector<char> line(4096);
        while (file.readLine(line.data(), std::ssize(line)) > 0)
            benchmark::DoNotOptimize(line.data());
    }
    state.SetItemsProcessed(state.iterations() * million);
}
BENCHMARK(m3uFloor)->Unit(benchmark::kMillisecond);

/// Splits lines in blocks and copies each to the same place: as fast as memory.
void m3uScanFloor(benchmark::State &state)
{
    const QString path = fileOf(u"m3u", million);
    for (auto _ : state) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            state.SkipWithError("no file");
        std::string line;
        std::vector<char> block(128 * 1024);
        qint64 left = 0;
        for (qint64 got = 0; (got = file.read(block.data() + left, std::ssize(block) - left)) > 0;) {
            const char *at = block.data();
            const char *end = at + left + got;
            while (const void *found = std::memchr(at, '\n', static_cast<std::size_t>(end - at))) {
                line.assign(at, static_cast<const char *>(found));
                benchmark::DoNotOptimize(line.data());
                at = static_cast<const char *>(found) + 1;
            }
            left = end - at;
            std::memmove(block.data(), at, static_cast<std::size_t>(left));
        }
    }
    state.SetItemsProcessed(state.iterations() * million);
}
BENCHMARK(m3uScanFloor)->Unit(benchmark::kMillisecond);

void m3uRead(benchmark::State &state)
{
    const QString path = fileOf(u"m3u", million);
    for (auto _ : state) {
        const double before = inUse();
        const auto list = readPlaylistFile(path, {}, Job());
        if (!list || std::ssize(list->entries) != million)
            state.SkipWithError("the counts are wrong");
        state.counters["bytes/entry"] = (inUse() - before) / million;
    }
    state.SetItemsProcessed(state.iterations() * million);
}
BENCHMARK(m3uRead)->Unit(benchmark::kMillisecond);

void exportEvents(benchmark::State &state, QStringView format)
{
    Station station = emptyStation();
    IdSource ids(1, 1);
    auto schedule = readScheduleFile(fileOf(u"json", year), {}, ids, Job());
    const auto merge = mergeSchedule(station, plan, std::move(*schedule), ids, EditStamp(), Job());
    if (!merge || !station.apply(merge->edit))
        state.SkipWithError("the station can't be made");
    QTemporaryDir dir;
    const TimeRange all = station.schedule().extent(plan).value_or(TimeRange());
    for (auto _ : state) {
        const auto report =
            exportFile(dir.filePath(u"out"_s), *findFormat(format), station, plan, all, start, Job());
        benchmark::DoNotOptimize(report->bytes);
    }
    state.SetItemsProcessed(state.iterations() * year);
}

void xmlExport(benchmark::State &state) { exportEvents(state, u"xml"); }
BENCHMARK(xmlExport)->Unit(benchmark::kMillisecond);
void jsonExport(benchmark::State &state) { exportEvents(state, u"json"); }
BENCHMARK(jsonExport)->Unit(benchmark::kMillisecond);
void m3uExport(benchmark::State &state) { exportEvents(state, u"m3u"); }
BENCHMARK(m3uExport)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
