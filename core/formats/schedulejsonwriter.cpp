// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/schedulejsonwriter.h"

#include "core/formats/eventexport.h"
#include "core/formats/output.h"
#include "core/formats/sequence.h"
#include "core/time/iso8601.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// One object as a line; the buffer is used again for the next.
class LineWriter
{
public:
    void begin()
    {
        m_buffer.Clear();
        m_json.Reset(m_buffer);
        m_json.StartObject();
    }
    QByteArrayView end()
    {
        m_json.EndObject();
        return QByteArrayView(m_buffer.GetString(), static_cast<qsizetype>(m_buffer.GetSize()));
    }
    void key(QLatin1StringView name)
    {
        m_json.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    }
    void text(const QString &text)
    {
        const QByteArray utf8 = text.toUtf8();
        m_json.String(utf8.constData(), static_cast<rapidjson::SizeType>(utf8.size()));
    }
    void number(const QByteArray &text)
    {
        m_json.RawValue(text.constData(), static_cast<std::size_t>(text.size()), rapidjson::kNumberType);
    }
    void field(QLatin1StringView name, const QString &value)
    {
        if (value.isEmpty())
            return;
        key(name);
        text(value);
    }
    void value(const EventExport::Value &value)
    {
        key(value.name);
        if (value.type == ExtensionType::Flag)
            m_json.Bool(value.text == "true"_L1);
        else if (value.type == ExtensionType::Number && !value.text.isEmpty())
            number(value.text.toLatin1());
        else
            text(value.text);
    }
    void startObject() { m_json.StartObject(); }
    void endObject() { m_json.EndObject(); }
    void texts(const QStringList &list)
    {
        m_json.StartArray();
        for (const QString &item : list)
            text(item);
        m_json.EndArray();
    }

private:
    rapidjson::StringBuffer m_buffer;
    rapidjson::Writer<rapidjson::StringBuffer> m_json{m_buffer};
};

class JsonWriter
{
public:
    JsonWriter(QIODevice &device, const ScheduleExport &schedule)
        : m_schedule(schedule)
        , m_exporter(schedule)
        , m_out(device)
    {
    }

    Result<WriteReport> write(const Job &job)
    {
        writeHead();
        WriteReport report;
        for (const ScheduledEvent *event : m_schedule.events) {
            if (job.isCancelled())
                return fail(ErrorCode::Cancelled);
            m_out.put(report.events > 0 ? ",\n    " : "\n    ");
            job.setProgress(++report.events, static_cast<qint64>(m_schedule.events.size()));
            writeEvent(m_exporter.prepare(*event));
            if (m_out.hasFailed())
                break;
        }
        m_out.put("\n  ]\n}\n");
        if (const Status finished = m_out.finish(); !finished)
            return fail(finished.error());
        report.bytes = m_out.bytes();
        report.lost = m_exporter.takeLost();
        return report;
    }

private:
    void writeHead()
    {
        const Channel &channel = m_schedule.channel;
        m_line.begin();
        m_line.field("name"_L1, channel.clock().broadcastDate(m_schedule.range.start).toString(Qt::ISODate));
        m_line.field("source"_L1, u"scheduleflow"_s);
        m_line.field("generated"_L1, toIso8601(m_schedule.generated));
        m_line.field("channel"_L1, cleanText(channel.name));
        m_line.field("timezone"_L1, cleanText(channel.zone));
        m_line.field("plan"_L1, m_schedule.plan.id.toString());
        m_line.key("event_count"_L1);
        m_line.number(QByteArray::number(static_cast<qulonglong>(m_schedule.events.size())));
        m_out.putLine("{\n  \"format\": \"scheduleflow-schedule\",\n  \"version\": 1,\n  \"metadata\": ",
                      m_line.end(), ",");
        m_out.put("  \"schedule\": [");
    }

    void writeEvent(const EventExport &event)
    {
        const PlainEvent &plain = event.plain;
        m_line.begin();
        m_line.field("id"_L1, plain.id.toString());
        m_line.field("title"_L1, plain.title);
        m_line.field("start"_L1, toIso8601(plain.range.start));
        m_line.field("end"_L1, toIso8601(plain.range.end()));
        m_line.key("duration"_L1);
        m_line.number(secondsText(plain.range.duration));
        m_line.field("description"_L1, plain.description);
        m_line.field("category"_L1, plain.category);
        if (!plain.tags.isEmpty()) {
            m_line.key("tags"_L1);
            m_line.texts(plain.tags);
        }
        m_line.field("videoUrl"_L1, plain.url);
        writeExtension(event);
        m_out.put(m_line.end());
    }

    void writeExtension(const EventExport &event)
    {
        if (event.event.empty() && event.asset.empty())
            return;
        m_line.key(extensionKey);
        m_line.startObject();
        for (const EventExport::Value &value : event.event)
            m_line.value(value);
        if (!event.asset.empty()) {
            m_line.key("asset"_L1);
            m_line.startObject();
            for (const EventExport::Value &value : event.asset)
                m_line.value(value);
            m_line.endObject();
        }
        m_line.endObject();
    }

    const ScheduleExport &m_schedule;
    EventExporter m_exporter;
    Output m_out;
    LineWriter m_line;
};

} // namespace

Result<WriteReport> writeScheduleJson(QIODevice &device, const ScheduleExport &schedule, const Job &job)
{
    return JsonWriter(device, schedule).write(job);
}

} // namespace sf
