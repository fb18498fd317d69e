// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/schedulexmlwriter.h"

#include "core/formats/eventexport.h"
#include "core/formats/output.h"
#include "core/formats/sequence.h"
#include "core/time/iso8601.h"

#include <QXmlStreamWriter>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

class XmlWriter
{
public:
    XmlWriter(QIODevice &device, const ScheduleExport &schedule)
        : m_schedule(schedule)
        , m_exporter(schedule)
        , m_out(device)
        , m_xml(&m_out)
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(2);
    }

    Result<WriteReport> write(const Job &job)
    {
        writeHead();
        WriteReport report;
        for (const ScheduledEvent *event : m_schedule.events) {
            if (job.isCancelled())
                return fail(ErrorCode::Cancelled);
            job.setProgress(++report.events, static_cast<qint64>(m_schedule.events.size()));
            writeEvent(m_exporter.prepare(*event));
            if (m_out.hasFailed())
                break;
        }
        m_xml.writeEndDocument();
        if (const Status finished = m_out.finish(); !finished)
            return fail(finished.error());
        if (m_xml.hasError()) // it leaves out what it can't encode, and goes on
            return fail(ErrorCode::FileNotWritable, {QString(), u"XML"_s});
        report.bytes = m_out.bytes();
        report.lost = m_exporter.takeLost();
        return report;
    }

private:
    void writeHead()
    {
        const QString ns = extensionNamespace;
        const Channel &channel = m_schedule.channel;
        const QString day = channel.clock().broadcastDate(m_schedule.range.start).toString(Qt::ISODate);
        m_xml.writeStartDocument();
        m_xml.writeNamespace(ns, u"sf"_s);
        m_xml.writeStartElement(u"tvguide"_s);
        m_xml.writeAttribute(u"generated"_s, toIso8601(m_schedule.generated));
        m_xml.writeAttribute(ns, u"version"_s, u"1"_s);
        m_xml.writeStartElement(u"metadata"_s);
        m_xml.writeTextElement(u"name"_s, day);
        m_xml.writeTextElement(u"source"_s, u"scheduleflow"_s);
        m_xml.writeTextElement(u"channel"_s, cleanText(channel.name));
        m_xml.writeTextElement(u"timezone"_s, cleanText(channel.zone));
        m_xml.writeTextElement(u"event_count"_s, QString::number(m_schedule.events.size()));
        m_xml.writeEndElement();
        m_xml.writeStartElement(u"schedule"_s);
        m_xml.writeAttribute(u"id"_s, m_schedule.plan.id.toString());
        m_xml.writeTextElement(u"name"_s, day);
    }

    void writeEvent(const EventExport &event)
    {
        const PlainEvent &plain = event.plain;
        m_xml.writeStartElement(u"event"_s);
        m_xml.writeAttribute(u"id"_s, plain.id.toString());
        m_xml.writeTextElement(u"title"_s, plain.title);
        m_xml.writeTextElement(u"start"_s, toIso8601(plain.range.start));
        m_xml.writeTextElement(u"end"_s, toIso8601(plain.range.end()));
        writeText(u"description"_s, plain.description);
        writeText(u"category"_s, plain.category);
        writeText(u"videoUrl"_s, plain.url);
        m_xml.writeTextElement(u"duration"_s, QString::fromLatin1(secondsText(plain.range.duration)));
        if (!plain.tags.isEmpty()) {
            m_xml.writeStartElement(u"tags"_s);
            for (const QString &tag : plain.tags)
                m_xml.writeTextElement(u"tag"_s, tag);
            m_xml.writeEndElement();
        }
        writeExtension(u"ext"_s, event.event);
        writeExtension(u"asset"_s, event.asset);
        m_xml.writeEndElement();
    }

    void writeText(const QString &name, const QString &text)
    {
        if (!text.isEmpty())
            m_xml.writeTextElement(name, text);
    }

    void writeExtension(const QString &name, const std::vector<EventExport::Value> &values)
    {
        if (values.empty())
            return;
        m_xml.writeEmptyElement(QString(extensionNamespace), name);
        for (const EventExport::Value &value : values)
            m_xml.writeAttribute(QString(value.name), value.text);
    }

    const ScheduleExport &m_schedule;
    EventExporter m_exporter;
    Output m_out;
    QXmlStreamWriter m_xml;
};

} // namespace

Result<WriteReport> writeScheduleXml(QIODevice &device, const ScheduleExport &schedule, const Job &job)
{
    return XmlWriter(device, schedule).write(job);
}

} // namespace sf
