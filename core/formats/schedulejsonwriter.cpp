// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/schedulejsonwriter.h"

#include "core/formats/eventexport.h"
#include "core/formats/output.h"
#include "core/time/iso8601.h"

namespace sf {

using namespace Qt::StringLiterals;

namespace {

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
    /// A name and its colon; no comma stands before the first.
    void key(QByteArrayView name)
    {
        if (!std::exchange(m_isFirst, false))
            m_out.put(",");
        m_out.put("\"");
        m_out.put(name);
        m_out.put("\":");
    }

    void begin()
    {
        m_out.put("{");
        m_isFirst = true;
    }

    void end()
    {
        m_out.put("}");
        m_isFirst = false;
    }

    void field(QByteArrayView name, QStringView text)
    {
        if (text.isEmpty())
            return;
        key(name);
        m_out.putJson(text);
    }

    void value(const EventExport::Value &value)
    {
        key(value.name);
        const bool isBare = value.type == ExtensionType::Flag ||
                            (value.type == ExtensionType::Number && !value.text.isEmpty());
        if (isBare)
            m_out.putText(value.text);
        else
            m_out.putJson(value.text);
    }

    void writeHead()
    {
        const Channel &channel = m_schedule.channel;
        m_out.put("{\n  \"format\": \"scheduleflow-schedule\",\n  \"version\": 1,\n  \"metadata\": ");
        begin();
        field("name", channel.clock().broadcastDate(m_schedule.range.start).toString(Qt::ISODate));
        field("source", u"scheduleflow");
        field("generated", toIso8601(m_schedule.generated));
        field("channel", cleanText(channel.name));
        field("timezone", cleanText(channel.zone));
        field("plan", m_schedule.plan.id.toString());
        key("event_count");
        m_out.putNumber(std::ssize(m_schedule.events));
        end();
        m_out.put(",\n  \"schedule\": [");
    }

    void writeEvent(const EventExport &event)
    {
        const PlainEvent &plain = event.plain;
        m_out.put("{\"id\":\"");
        m_out.put(idToText(plain.id.bits));
        m_out.put("\",\"title\":");
        m_out.putJson(plain.title);
        m_out.put(",\"start\":\"");
        m_out.putIso8601(plain.range.start);
        m_out.put("\",\"end\":\"");
        m_out.putIso8601(plain.range.end());
        m_out.put("\",\"duration\":");
        m_out.putSeconds(plain.range.duration);
        m_isFirst = false;
        field("description", plain.description);
        field("category", plain.category);
        if (!plain.tags.isEmpty()) {
            key("tags");
            for (qsizetype i = 0; i < plain.tags.size(); ++i) {
                m_out.put(i == 0 ? "[" : ",");
                m_out.putJson(plain.tags[i]);
            }
            m_out.put("]");
        }
        field("videoUrl", plain.url);
        writeExtension(event);
        end();
    }

    void writeExtension(const EventExport &event)
    {
        if (event.event.empty() && event.asset.empty())
            return;
        key(extensionKey);
        begin();
        for (const EventExport::Value &one : event.event)
            value(one);
        if (!event.asset.empty()) {
            key("asset");
            begin();
            for (const EventExport::Value &one : event.asset)
                value(one);
            end();
        }
        end();
    }

    const ScheduleExport &m_schedule;
    EventExporter m_exporter;
    Output m_out;
    bool m_isFirst = true;
};

} // namespace

Result<WriteReport> writeScheduleJson(QIODevice &device, const ScheduleExport &schedule, const Job &job)
{
    return JsonWriter(device, schedule).write(job);
}

} // namespace sf
