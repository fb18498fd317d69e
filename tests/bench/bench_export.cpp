// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// Exports of 100,000 events to every format, each beside a bare writer of the same bytes: QXmlStreamWriter for XML,
// RapidJSON's writer for JSON, fed with names and texts that are ready; for lines a loop that formats the numbers by hand
// and appends them and texts that are ready to a block. Nothing is looked up, converted, cleaned or accounted for there.

#include "linefloors.h"

#include "core/formats/registry.h"

#include <QBuffer>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <benchmark/benchmark.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

using namespace sf;
using namespace sf::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int events = 100'000;

/// A station's year of five-minute items from a thousand media; titles of their own, some with accents.
class Year
{
public:
    static const Year &get()
    {
        static const Year year;
        return year;
    }

    ScheduleExport schedule() const
    {
        return {m_channel, m_plan, m_range, m_pointers, m_table, m_range.start, {}};
    }

private:
    Year()
    {
        m_channel.name = u"Channel One"_s;
        m_channel.zone = u"Europe/Rome"_s;
        m_channel.dayStart = std::chrono::hours(6);
        m_range.start = m_channel.clock().broadcastDay(QDate(2026, 1, 1)).start;
        Changes<Asset> changes;
        for (int i = 0; i < 1000; ++i) {
            Asset asset;
            asset.id = AssetId::fromBits(1, static_cast<std::uint64_t>(i + 1));
            asset.title = u"Programme %1"_s.arg(i);
            asset.url = u"/media/films/programme %1.mp4"_s.arg(i);
            asset.category = u"News & more"_s;
            asset.duration = std::chrono::minutes(5);
            asset.houseNumber = u"PG%1"_s.arg(i, 6, 10, QLatin1Char('0'));
            changes.after.push_back(asset);
        }
        if (!m_table.apply(changes))
            qFatal("the library can't be made");
        m_events.reserve(events);
        for (int i = 0; i < events; ++i) {
            ScheduledEvent event;
            event.id = EventId::fromBits(2, static_cast<std::uint64_t>(i + 1));
            event.asset = changes.after[static_cast<std::size_t>(i % 1000)].id;
            event.title = u"Épisode %1: the one with a title"_s.arg(i);
            event.range = {m_range.start + Millis(300'000LL * i), Millis(300'000)};
            m_events.push_back(event);
        }
        m_range.duration = Millis(300'000LL * events);
        for (const ScheduledEvent &event : m_events)
            m_pointers.push_back(&event);
    }

    Channel m_channel;
    Plan m_plan;
    TimeRange m_range;
    AssetTable m_table;
    std::vector<ScheduledEvent> m_events;
    std::vector<const ScheduledEvent *> m_pointers;
};

QByteArray written(const FormatInfo &format)
{
    QByteArray bytes;
    QBuffer device(&bytes);
    device.open(QIODevice::WriteOnly);
    const auto report = writeSchedule(device, format, Year::get().schedule(), Job());
    if (!report || report->events == 0)
        qFatal("%s can't be written", format.id.data());
    return bytes;
}

void exported(benchmark::State &state, const FormatInfo *format)
{
    const qsizetype size = written(*format).size();
    for (auto _ : state) {
        QByteArray bytes;
        bytes.reserve(size + 200'000);
        QBuffer device(&bytes);
        device.open(QIODevice::WriteOnly);
        benchmark::DoNotOptimize(writeSchedule(device, *format, Year::get().schedule(), Job()));
    }
    state.SetBytesProcessed(state.iterations() * size);
}

void xmlFloor(benchmark::State &state, const FormatInfo *format)
{
    struct Token
    {
        QXmlStreamReader::TokenType type;
        QString text;
        std::vector<std::pair<QString, QString>> attributes;
    };
    std::vector<Token> tokens;
    const QByteArray bytes = written(*format);
    QXmlStreamReader xml(bytes);
    while (!xml.atEnd()) {
        const auto type = xml.readNext();
        Token token{type, xml.isCharacters() ? xml.text().toString() : xml.name().toString(), {}};
        for (const QXmlStreamAttribute &attribute : xml.attributes())
            token.attributes.emplace_back(attribute.name().toString(), attribute.value().toString());
        tokens.push_back(std::move(token));
    }
    for (auto _ : state) {
        QByteArray out;
        out.reserve(bytes.size() + 200'000);
        QBuffer device(&out);
        device.open(QIODevice::WriteOnly);
        QXmlStreamWriter writer(&device);
        for (const Token &token : tokens) {
            if (token.type == QXmlStreamReader::StartElement) {
                writer.writeStartElement(token.text);
                for (const auto &attribute : token.attributes)
                    writer.writeAttribute(attribute.first, attribute.second);
            } else if (token.type == QXmlStreamReader::EndElement) {
                writer.writeEndElement();
            } else if (token.type == QXmlStreamReader::Characters) {
                writer.writeCharacters(token.text);
            }
        }
        benchmark::DoNotOptimize(out);
    }
    state.SetBytesProcessed(state.iterations() * bytes.size());
}

/// Records what a file says, and says it again to a writer.
struct JsonTape
{
    enum class Kind { Null, Bool, Number, Text, Key, StartObject, EndObject, StartArray, EndArray };
    std::vector<std::pair<Kind, std::string>> tape;

    bool add(Kind kind, std::string text = {})
    {
        tape.emplace_back(kind, std::move(text));
        return true;
    }
    bool Null() { return add(Kind::Null); }
    bool Bool(bool value) { return add(Kind::Bool, value ? "1" : ""); }
    bool Int(int value) { return add(Kind::Number, std::to_string(value)); }
    bool Uint(unsigned value) { return add(Kind::Number, std::to_string(value)); }
    bool Int64(std::int64_t value) { return add(Kind::Number, std::to_string(value)); }
    bool Uint64(std::uint64_t value) { return add(Kind::Number, std::to_string(value)); }
    bool Double(double value) { return add(Kind::Number, std::to_string(value)); }
    bool RawNumber(const char *text, unsigned size, bool)
    {
        return add(Kind::Number, std::string(text, size));
    }
    bool String(const char *text, unsigned size, bool) { return add(Kind::Text, std::string(text, size)); }
    bool Key(const char *text, unsigned size, bool) { return add(Kind::Key, std::string(text, size)); }
    bool StartObject() { return add(Kind::StartObject); }
    bool EndObject(unsigned) { return add(Kind::EndObject); }
    bool StartArray() { return add(Kind::StartArray); }
    bool EndArray(unsigned) { return add(Kind::EndArray); }

    /// Calls `written` now and then.
    template <class Writer, class Written>
    void play(Writer &writer, Written written) const
    {
        for (const auto &one : tape) {
            written();
            const auto size = static_cast<unsigned>(one.second.size());
            switch (one.first) {
            case Kind::Null:
                writer.Null();
                break;
            case Kind::Bool:
                writer.Bool(!one.second.empty());
                break;
            case Kind::Number:
                writer.RawValue(one.second.data(), size, rapidjson::kNumberType);
                break;
            case Kind::Text:
                writer.String(one.second.data(), size);
                break;
            case Kind::Key:
                writer.Key(one.second.data(), size);
                break;
            case Kind::StartObject:
                writer.StartObject();
                break;
            case Kind::EndObject:
                writer.EndObject();
                break;
            case Kind::StartArray:
                writer.StartArray();
                break;
            case Kind::EndArray:
                writer.EndArray();
                break;
            }
        }
    }
};

void jsonFloor(benchmark::State &state, const FormatInfo *format)
{
    const QByteArray bytes = written(*format);
    JsonTape tape;
    rapidjson::StringStream stream(bytes.constData());
    rapidjson::Reader().Parse<rapidjson::kParseNumbersAsStringsFlag>(stream, tape);
    for (auto _ : state) {
        QByteArray out;
        out.reserve(bytes.size() + 200'000);
        QBuffer device(&out);
        device.open(QIODevice::WriteOnly);
        rapidjson::StringBuffer block;
        rapidjson::Writer<rapidjson::StringBuffer> writer(block);
        const auto flush = [&](std::size_t most) {
            if (block.GetSize() > most) {
                device.write(block.GetString(), static_cast<qint64>(block.GetSize()));
                block.Clear();
            }
        };
        tape.play(writer, [&] { flush(64 * 1024); });
        flush(0);
        benchmark::DoNotOptimize(out);
    }
    state.SetBytesProcessed(state.iterations() * bytes.size());
}

void lineFloor(benchmark::State &state, const FormatInfo *format)
{
    const WriteItem write = writeItemFor(format->id);
    const std::vector<Item> items = itemsOf(Year::get().schedule());
    const QByteArray bytes = written(*format);
    QByteArray same;
    for (auto _ : state) {
        QByteArray out;
        out.reserve(bytes.size() + 200'000);
        QBuffer device(&out);
        device.open(QIODevice::WriteOnly);
        writeLines(device, items, write);
        benchmark::DoNotOptimize(out);
        same.swap(out);
    }
    if (!bytes.contains(same) || bytes.size() > same.size() + 2000)
        state.SkipWithError("the floor writes something else");
    state.SetBytesProcessed(state.iterations() * bytes.size());
}

} // namespace

int main(int argc, char **argv)
{
    for (const FormatInfo &format : formats()) {
        if (!format.exports)
            continue;
        const bool isJson = format.extensions[0] == "json"_L1;
        const auto floor = writeItemFor(format.id) ? lineFloor : isJson ? jsonFloor : xmlFloor;
        const std::string name(format.id.data(), static_cast<std::size_t>(format.id.size()));
        benchmark::RegisterBenchmark((name + "Floor").c_str(), floor, &format)->Unit(benchmark::kMillisecond);
        benchmark::RegisterBenchmark((name + "Export").c_str(), exported, &format)
            ->Unit(benchmark::kMillisecond);
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
