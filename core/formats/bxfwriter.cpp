// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// A message as the schemas of SMPTE ST 2021-4:2017 have it: the order of elements and the words of their lists are theirs.

#include "core/formats/bxfwriter.h"

#include "core/formats/tablecells.h"
#include "core/time/iso8601.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

class BxfWriter
{
public:
    BxfWriter(QIODevice &device, const ScheduleExport &schedule, const Job &job)
        : m_run(device, schedule, job)
        , m_out(m_run.out())
        , m_rows(m_run, TableTimes::Timecode)
        , m_clock(schedule.channel.clock())
        , m_rate(schedule.channel.rate.toString().toLatin1())
    {
    }

    Result<WriteReport> write()
    {
        writeHead();
        for (const ScheduledEvent *event : m_run.schedule().events) {
            if (!m_run.goesOn())
                break;
            if (event->layer != 0)
                m_run.lose(LossKind::Event, *event, m_run.phrases().layer);
            else
                writeEvent(*event);
        }
        m_out.put("    </Schedule>\n  </BxfData>\n</BxfMessage>\n");
        return m_run.finish();
    }

private:
    void text(QByteArrayView before, const QString &value, QByteArrayView after)
    {
        bool isExact = true;
        m_out.put(before);
        m_out.putXml(cleanLine(value, {}, isExact));
        m_out.put(after);
    }

    QString local(TimePoint time) const { return toIso8601(m_run.schedule().channel.clock().toLocal(time)); }

    void writeHead()
    {
        const ScheduleExport &schedule = m_run.schedule();
        const QString plan = schedule.plan.id.toString();
        PlanId message = schedule.plan.id; // another each time: receivers drop what they have had
        message.bits.low ^= static_cast<std::uint64_t>(toMs(schedule.generated));
        text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
             "<BxfMessage xmlns=\"http://smpte-ra.org/schemas/2021/2017/BXF\" id=\"urn:uuid:",
             message.toString(), "\" ");
        text("dateTime=\"", local(schedule.generated),
             "\" messageType=\"Information\" origin=\"ScheduleFlow\" originType=\"Automation\" "
             "userName=\"ScheduleFlow\" destination=\"Automation\">\n  <BxfData action=\"add\">\n");
        text("    <Schedule type=\"Primary\" scheduleId=\"urn:uuid:", plan, "\" ");
        text("scheduleStart=\"", local(schedule.range.start), "\" ");
        text("scheduleEnd=\"", local(schedule.range.end()), "\" action=\"add\">\n");
        text(
            "      <Channel channelNumber=\"1-1\" status=\"active\" type=\"digital_television\" ca=\"false\" "
            "shortName=\"",
            schedule.channel.name, "\" outOfBand=\"false\" action=\"add\"/>\n");
        text("      <ScheduleName>", m_run.listName(), "</ScheduleName>\n");
    }

    void duration(QByteArrayView name, const QByteArray &timecode)
    {
        m_out.put("<");
        m_out.put(name);
        m_out.put("><SmpteDuration frameRate=\"");
        m_out.put(m_rate);
        m_out.put("\"><SmpteTimeCode>");
        m_out.put(timecode);
        m_out.put("</SmpteTimeCode></SmpteDuration></");
        m_out.put(name);
        m_out.put(">");
    }

    void writeEvent(const ScheduledEvent &event)
    {
        const Asset *asset = m_run.assetOf(event);
        const TableRow row = m_rows.row(event);
        const auto first = m_clock.toUtc(m_clock.toLocal(event.range.start));
        if (first && first->time != event.range.start) {
            m_run.lose(LossKind::Start, event,
                       QCoreApplication::translate("Export", "which of the two hours its start is in"));
        }
        text("      <ScheduledEvent>\n        <EventData eventType=\"Primary\" action=\"add\">\n"
             "          <EventId><EventId>urn:uuid:",
             event.id.toString(), "</EventId></EventId>\n");
        text("          <EventTitle>", row.title, "</EventTitle>\n");
        if (!asset || asset->kind == AssetKind::Program || asset->kind == AssetKind::Live)
            text("          <PrimaryEvent><ProgramEvent><SegmentNumber>1</SegmentNumber><ProgramName>",
                 row.title, "</ProgramName></ProgramEvent></PrimaryEvent>\n");
        else
            m_out.putLine(
                "          <PrimaryEvent><NonProgramEvent><Details><AdType>", adType(asset->kind),
                "</AdType><SpotType>Standard</SpotType></Details></NonProgramEvent></PrimaryEvent>");
        m_out.putLine("          <StartDateTime><SmpteDateTime broadcastDate=\"", row.date, "\" frameRate=\"",
                      m_rate, "\"><SmpteTimeCode>", row.start,
                      "</SmpteTimeCode></SmpteDateTime></StartDateTime>");
        m_out.put("          <LengthOption>");
        duration("Duration", row.duration);
        m_out.putLine("</LengthOption>\n          <StartMode>", startMode(event.startMode),
                      "</StartMode>\n          <EndMode>Duration</EndMode>\n        </EventData>");
        writeContent(row, event, asset);
        m_out.put("      </ScheduledEvent>\n");
        m_run.written();
    }

    /// Receivers want an id of each content; a placeholder has none that a library would know.
    void writeContent(const TableRow &row, const ScheduledEvent &event, const Asset *asset)
    {
        if (asset)
            text("        <Content><ContentId><HouseNumber>",
                 row.houseNumber.isEmpty() ? asset->id.toString() : row.houseNumber,
                 "</HouseNumber></ContentId>");
        else
            text("        <Content><ContentId><AlternateId idType=\"ScheduleFlow\">", event.id.toString(),
                 "</AlternateId></ContentId>");
        text("<Name>", row.title, "</Name>");
        if (!row.file.isEmpty()) {
            text("<Media><BaseBand/><MediaLocation><Location><AssetServer playoutAllowed=\"true\" "
                 "fileTransferAllowed=\"false\"><PathName>",
                 row.file, "</PathName></AssetServer></Location><SOM><SmpteTimeCode>");
            m_out.put(row.mediaIn);
            m_out.put("</SmpteTimeCode></SOM>");
            duration("Duration", row.duration);
            m_out.put("</MediaLocation></Media>");
        }
        m_out.put("</Content>\n");
    }

    static QByteArrayView startMode(StartMode mode)
    {
        return mode == StartMode::Fixed ? "Fixed" : mode == StartMode::Follow ? "Follow" : "Manual";
    }

    static QByteArrayView adType(AssetKind kind)
    {
        return kind == AssetKind::Commercial ? "General" : kind == AssetKind::Promo ? "Promo" : "Other";
    }

    ExportRun m_run;
    Output &m_out;
    TableRows m_rows;
    ChannelClock m_clock;
    QByteArray m_rate;
};

} // namespace

Result<WriteReport> writeBxf(QIODevice &device, const ScheduleExport &schedule, const Job &job)
{
    return BxfWriter(device, schedule, job).write();
}

} // namespace sf
