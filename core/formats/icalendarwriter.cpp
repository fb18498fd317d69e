// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/icalendarwriter.h"

#include "core/formats/address.h"
#include "core/formats/exportrun.h"
#include "core/time/iso8601.h"

#include <QCoreApplication>

namespace sf {

namespace {

constexpr qsizetype longestLine = 75; ///< octets, RFC 5545 3.1

class IcalendarWriter
{
public:
    IcalendarWriter(QIODevice &device, const ScheduleExport &schedule, const Job &job)
        : m_run(device, schedule, job)
        , m_stamp(utcText(schedule.generated))
    {
    }

    Result<WriteReport> write()
    {
        const Channel &channel = m_run.schedule().channel;
        m_run.out().put("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//ScheduleFlow//ScheduleFlow//EN\r\n"
                        "CALSCALE:GREGORIAN\r\n");
        line("X-WR-CALNAME:", text(channel.name));
        line("X-WR-TIMEZONE:", text(channel.zone));
        for (const ScheduledEvent *event : m_run.schedule().events) {
            if (!m_run.goesOn())
                break;
            if (event->layer != 0)
                m_run.lose(LossKind::Event, *event, m_run.phrases().layer);
            else
                writeEvent(*event);
        }
        m_run.out().put("END:VCALENDAR\r\n");
        return m_run.finish();
    }

private:
    /// "20260329T003000Z"; to the nearest second.
    static QByteArray utcText(TimePoint time)
    {
        QByteArray text;
        text.reserve(16);
        const QString iso = toIso8601(TimePoint(std::chrono::round<std::chrono::seconds>(time)));
        for (const QChar c : iso) {
            if (c != u'-' && c != u':')
                text += c.toLatin1();
        }
        return text;
    }

    /// TEXT of RFC 5545 3.3.11.
    static QByteArray text(const QString &value)
    {
        const QByteArray utf8 = cleanText(value).toUtf8();
        QByteArray escaped;
        escaped.reserve(utf8.size() + 8);
        for (const char c : utf8) {
            if (c == '\\' || c == ',' || c == ';')
                escaped += '\\';
            if (c == '\n')
                escaped += "\\n";
            else if (c != '\r')
                escaped += c;
        }
        return escaped;
    }

    /// Folded between characters, so that no line has more than 75 octets.
    void line(QByteArrayView name, QByteArrayView value)
    {
        Output &out = m_run.out();
        out.put(name);
        qsizetype room = longestLine - name.size();
        while (value.size() > room) {
            qsizetype cut = room;
            while (cut > 0 && (static_cast<unsigned char>(value[cut]) & 0xC0) == 0x80)
                --cut;
            out.put(value.first(cut));
            out.put("\r\n ");
            value = value.sliced(cut);
            room = longestLine - 1;
        }
        out.put(value);
        out.put("\r\n");
    }

    void writeEvent(const ScheduledEvent &event)
    {
        const auto second = std::chrono::seconds(1);
        const TimePoint start = std::chrono::round<std::chrono::seconds>(event.range.start);
        const TimePoint end =
            std::max<TimePoint>(std::chrono::round<std::chrono::seconds>(event.range.end()), start + second);
        Output &out = m_run.out();
        out.put("BEGIN:VEVENT\r\n");
        line("UID:", event.id.toString().toLatin1() + "@scheduleflow");
        line("DTSTAMP:", m_stamp);
        line("DTSTART:", utcText(start));
        // Not DTEND: calcurse, which shows minutes, takes seconds in a length alone.
        line("DURATION:", "PT" + QByteArray::number(static_cast<qlonglong>((end - start) / second)) + 'S');
        line("SUMMARY:", text(m_run.title(event)));
        if (start != event.range.start || end != event.range.end()) {
            line("X-SCHEDULEFLOW-START:", toIso8601(event.range.start).toLatin1());
            line("X-SCHEDULEFLOW-DURATION-MS:",
                 QByteArray::number(static_cast<qlonglong>(event.range.duration.count())));
        }
        if (const Asset *asset = m_run.assetOf(event)) {
            property("DESCRIPTION:", asset->description);
            property("CATEGORIES:", asset->category);
            if (!asset->url.isEmpty())
                line("X-SCHEDULEFLOW-MEDIA:", text(writtenAddress(asset->url)));
        } else {
            property("DESCRIPTION:", event.note);
        }
        if (event.mediaIn > Micros::zero())
            line("X-SCHEDULEFLOW-IN-US:", QByteArray::number(static_cast<qlonglong>(event.mediaIn.count())));
        out.put("END:VEVENT\r\n");
        m_run.written();
    }

    void property(QByteArrayView name, const QString &value)
    {
        if (!value.isEmpty())
            line(name, text(value));
    }

    ExportRun m_run;
    QByteArray m_stamp;
};

} // namespace

Result<WriteReport> writeIcalendar(QIODevice &device, const ScheduleExport &schedule, const Job &job)
{
    return IcalendarWriter(device, schedule, job).write();
}

} // namespace sf
