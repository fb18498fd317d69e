// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// Imports against the floor beneath them: a bare pass of the same parser, or of a line scan, over the same file.
// A year of items, 100,000 events of 1,000 media; a playlist of 1,000,000 entries.

#include "core/document/transfer.h"
#include "core/schedule/merge.h"
#include "core/schedule/operations.h"
#include "core/time/iso8601.h"

#include <QFile>
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

constexpr int events = 100'000;
constexpr int media = 1'000;
constexpr int entries = 1'000'000;
const TimePoint start = timePointFromMs(1'767'225'600'000); // 2026-01-01
const PlanId plan = PlanId::fromBits(1, 2);

/// As stations write them: plain fields, no extension. Every tenth overlaps, every hundredth is there twice.
template <class WriteEvent>
void forEachEvent(WriteEvent &&write)
{
    for (int i = 0; i < events; ++i) {
        const int item = i % 100 == 99 ? i - 1 : i;
        const TimePoint begin = start + Millis(300'000LL * item - (item % 10 == 0 && item > 0 ? 60'000 : 0));
        const QByteArray from = toIso8601(begin).toLatin1();
        const QByteArray to = toIso8601(begin + Millis(300'000)).toLatin1();
        write(QByteArray::number(item % media), from, to);
    }
}

QByteArray xmlFile()
{
    QByteArray file = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<schedule>\n  <events>\n";
    forEachEvent([&](const QByteArray &item, const QByteArray &from, const QByteArray &to) {
        file += "    <event>\n      <title>Programme " + item + "</title>\n      <start>" + from +
                "</start>\n      <end>" + to + "</end>\n      <videoUrl>https://example.com/media/" + item +
                ".mp4</videoUrl>\n      <category>News</category>\n      <duration>300</duration>\n    "
                "</event>\n";
    });
    return file + "  </events>\n</schedule>\n";
}

QByteArray jsonFile()
{
    QByteArray file = "{\n  \"schedule\": [";
    const char *comma = "\n";
    forEachEvent([&](const QByteArray &item, const QByteArray &from, const QByteArray &to) {
        file += comma + QByteArray("    {\"title\": \"Programme ") + item + "\", \"start\": \"" + from +
                "\", \"end\": \"" + to + "\", \"videoUrl\": \"https://example.com/media/" + item +
                ".mp4\", \"category\": \"News\", \"duration\": 300}";
        comma = ",\n";
    });
    return file + "\n  ]\n}\n";
}

QByteArray m3uFile()
{
    QByteArray file = "#EXTM3U\n";
    for (int i = 0; i < entries; ++i) {
        const QByteArray number = QByteArray::number(i);
        file += "#EXTINF:5940 tvg-id=\"id" + number + "\" group-title=\"Films\",A film, number " + number +
                "\nhttps://example.com/films/" + number + ".mp4\n";
    }
    return file;
}

/// The files, made once.
class Files
{
public:
    static const Files &get()
    {
        static const Files files;
        return files;
    }

private:
    QTemporaryDir m_dir; // before the files in it

public:
    QString xml, json, m3u;

private:
    Files()
        : xml(write(u"s.xml"_s, xmlFile()))
        , json(write(u"s.json"_s, jsonFile()))
        , m3u(write(u"l.m3u"_s, m3uFile()))
    {
    }
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("the file for the benchmark can't be written");
        return file.fileName();
    }
};

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

void importSchedule(benchmark::State &state, const QString &path)
{
    const Station station = emptyStation();
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

void xmlFloor(benchmark::State &state)
{
    for (auto _ : state) {
        QFile file(Files::get().xml);
        if (!file.open(QIODevice::ReadOnly))
            state.SkipWithError("no file");
        QXmlStreamReader xml(&file);
        while (!xml.atEnd())
            benchmark::DoNotOptimize(xml.readNext());
    }
    state.SetItemsProcessed(state.iterations() * events);
}
BENCHMARK(xmlFloor)->Unit(benchmark::kMillisecond);

void xmlImport(benchmark::State &state) { importSchedule(state, Files::get().xml); }
BENCHMARK(xmlImport)->Unit(benchmark::kMillisecond);

void jsonFloor(benchmark::State &state)
{
    for (auto _ : state) {
        std::FILE *file = std::fopen(QFile::encodeName(Files::get().json).constData(), "rb");
        std::vector<char> buffer(64 * 1024);
        rapidjson::FileReadStream stream(file, buffer.data(), buffer.size());
        rapidjson::BaseReaderHandler<> handler;
        rapidjson::Reader reader;
        benchmark::DoNotOptimize(reader.Parse<rapidjson::kParseIterativeFlag>(stream, handler));
        std::fclose(file);
    }
    state.SetItemsProcessed(state.iterations() * events);
}
BENCHMARK(jsonFloor)->Unit(benchmark::kMillisecond);

void jsonImport(benchmark::State &state) { importSchedule(state, Files::get().json); }
BENCHMARK(jsonImport)->Unit(benchmark::kMillisecond);

/// Lines through QFile::readLine(), the least that a reader by lines does.
void m3uFloor(benchmark::State &state)
{
    for (auto _ : state) {
        QFile file(Files::get().m3u);
        if (!file.open(QIODevice::ReadOnly))
            state.SkipWithError("no file");
        std::vector<char> line(4096);
        qint64 count = 0;
        while (file.readLine(line.data(), static_cast<qint64>(line.size())) > 0)
            ++count;
        benchmark::DoNotOptimize(count);
    }
    state.SetItemsProcessed(state.iterations() * entries);
}
BENCHMARK(m3uFloor)->Unit(benchmark::kMillisecond);

/// Line ends alone, in blocks: as fast as memory.
void m3uScanFloor(benchmark::State &state)
{
    for (auto _ : state) {
        QFile file(Files::get().m3u);
        if (!file.open(QIODevice::ReadOnly))
            state.SkipWithError("no file");
        std::vector<char> block(128 * 1024);
        qint64 count = 0;
        for (qint64 got = 0; (got = file.read(block.data(), static_cast<qint64>(block.size()))) > 0;) {
            const char *end = block.data() + got;
            for (const char *at = block.data(); at < end; ++count) {
                const void *found = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
                at = found ? static_cast<const char *>(found) + 1 : end;
            }
        }
        benchmark::DoNotOptimize(count);
    }
    state.SetItemsProcessed(state.iterations() * entries);
}
BENCHMARK(m3uScanFloor)->Unit(benchmark::kMillisecond);

void m3uRead(benchmark::State &state)
{
    for (auto _ : state) {
        const auto list = readPlaylistFile(Files::get().m3u, {}, Job());
        if (list->entries.size() != std::size_t(entries))
            state.SkipWithError("the counts are wrong");
    }
    state.SetItemsProcessed(state.iterations() * entries);
}
BENCHMARK(m3uRead)->Unit(benchmark::kMillisecond);

/// What a read schedule holds in memory, by the allocator's own count.
void bytesAnEvent(benchmark::State &state, const QString &path)
{
    double bytes = 0;
    for (auto _ : state) {
        const auto inUse = [] {
            const auto info = mallinfo2();
            return static_cast<double>(info.uordblks + info.hblkhd);
        };
        const double before = inUse();
        IdSource ids(1, 1);
        const auto schedule = readScheduleFile(path, {}, ids, Job());
        bytes = (inUse() - before) / static_cast<double>(schedule->events.size());
    }
    state.counters["bytes/event"] = bytes;
    state.counters["of which the struct"] = sizeof(ScheduledEvent);
}

void xmlMemory(benchmark::State &state) { bytesAnEvent(state, Files::get().xml); }
BENCHMARK(xmlMemory)->Iterations(1);
void jsonMemory(benchmark::State &state) { bytesAnEvent(state, Files::get().json); }
BENCHMARK(jsonMemory)->Iterations(1);

void exportEvents(benchmark::State &state, QStringView format)
{
    Station station = emptyStation();
    IdSource ids(1, 1);
    auto schedule = readScheduleFile(Files::get().json, {}, ids, Job());
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
    state.SetItemsProcessed(state.iterations() * events);
}

void xmlExport(benchmark::State &state) { exportEvents(state, u"xml"); }
BENCHMARK(xmlExport)->Unit(benchmark::kMillisecond);
void jsonExport(benchmark::State &state) { exportEvents(state, u"json"); }
BENCHMARK(jsonExport)->Unit(benchmark::kMillisecond);
void m3uExport(benchmark::State &state) { exportEvents(state, u"m3u"); }
BENCHMARK(m3uExport)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
