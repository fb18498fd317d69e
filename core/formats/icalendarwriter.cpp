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
    {
    }

    Result<WriteReport> write()
    {
        const Channel &channel = m_run.schedule().channel;
        m_run.out().put("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//ScheduleFlow//ScheduleFlow//EN\r\n"
                        "CALSCALE:GREGORIAN\r\n");
        text("X-WR-CALNAME:", channel.name);
        text("X-WR-TIMEZONE:", channel.zone);
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
    void time(QByteArrayView name, TimePoint time)
    {
        using namespace std::chrono;
        const auto whole = round<seconds>(time);
        const auto date = floor<days>(whole);
        const year_month_day ymd(date);
        const hh_mm_ss clock(whole - date);
        Output &out = m_run.out();
        out.put(name);
        out.putPadded(int(ymd.year()), 4);
        out.putPadded(unsigned(ymd.month()), 2);
        out.putPadded(unsigned(ymd.day()), 2);
        out.put("T");
        out.putPadded(clock.hours().count(), 2);
        out.putPadded(clock.minutes().count(), 2);
        out.putPadded(clock.seconds().count(), 2);
        out.put("Z\r\n");
    }

    void number(QByteArrayView name, std::int64_t value, QByteArrayView unit = {})
    {
        Output &out = m_run.out();
        out.put(name);
        out.putNumber(value);
        out.put(unit);
        out.put("\r\n");
    }

    /// TEXT of RFC 5545 3.3.11.
    void text(QByteArrayView name, const QString &value)
    {
        const QByteArray utf8 = cleanText(value).toUtf8();
        const auto isSpecial = [](char c) {
            return c == '\\' || c == ',' || c == ';' || c == '\n' || c == '\r';
        };
        if (std::none_of(utf8.begin(), utf8.end(), isSpecial))
            return line(name, utf8);
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
        line(name, escaped);
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
        out.put("UID:");
        out.put(idToText(event.id.bits));
        out.put("@scheduleflow\r\n");
        time("DTSTAMP:", m_run.schedule().generated);
        time("DTSTART:", start);
        // Not DTEND: calcurse, which shows minutes, takes seconds in a length alone.
        number("DURATION:PT", (end - start) / second, "S");
        text("SUMMARY:", m_run.title(event));
        if (start != event.range.start || end != event.range.end()) {
            line("X-SCHEDULEFLOW-START:", toIso8601(event.range.start).toLatin1());
            number("X-SCHEDULEFLOW-DURATION-MS:", event.range.duration.count());
        }
        if (const Asset *asset = m_run.assetOf(event)) {
            property("DESCRIPTION:", asset->description);
            property("CATEGORIES:", asset->category);
            if (!asset->url.isEmpty())
                text("X-SCHEDULEFLOW-MEDIA:", writtenAddress(asset->url));
        } else {
            property("DESCRIPTION:", event.note);
        }
        if (event.mediaIn > Micros::zero())
            number("X-SCHEDULEFLOW-IN-US:", event.mediaIn.count());
        out.put("END:VEVENT\r\n");
        m_run.written();
    }

    void property(QByteArrayView name, const QString &value)
    {
        if (!value.isEmpty())
            text(name, value);
    }

    ExportRun m_run;
};

} // namespace

Result<WriteReport> writeIcalendar(QIODevice &device, const ScheduleExport &schedule, const Job &job)
{
    return IcalendarWriter(device, schedule, job).write();
}

} // namespace sf
