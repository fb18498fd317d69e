// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/xmltvwriter.h"

#include "core/formats/address.h"
#include "core/formats/exportrun.h"
#include "core/time/iso8601.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Export", text); }

constexpr Millis second{1000};

class XmltvWriter
{
public:
    XmltvWriter(QIODevice &device, const ScheduleExport &schedule, const Job &job)
        : m_run(device, schedule, job)
        , m_out(m_run.out())
        , m_clock(schedule.channel.clock())
        , m_channelId(channelId(schedule.channel))
        , m_hasMedia(m_run.flag("media"_L1, true))
    {
    }

    Result<WriteReport> write()
    {
        writeHead();
        for (const ScheduledEvent *event : m_run.schedule().events) {
            if (!m_run.goesOn())
                break;
            if (event->layer != 0) {
                m_run.lose(LossKind::Event, *event, m_run.phrases().layer);
                continue;
            }
            if (m_waiting)
                writeProgramme(*m_waiting, event->range.start);
            m_waiting = event;
        }
        if (m_waiting)
            writeProgramme(*m_waiting, std::nullopt);
        m_out.put("</tv>\n");
        m_run.loseAll(LossKind::Trim, tr("where in their files events begin"), m_trimmed);
        m_run.loseAll(LossKind::Time, m_run.phrases().precision, m_rounded);
        return m_run.finish();
    }

private:
    /// "channel-one.scheduleflow": the id has to have a dot, RFC 2838 style.
    QString channelId(const Channel &channel) const
    {
        bool isExact = true;
        QString id = cleanLine(m_run.option("channel-id"_L1), u" \"<>&", isExact);
        if (!id.isEmpty())
            return id.contains(u'.') ? id : id + ".scheduleflow"_L1;
        for (const QChar c : channel.name.toLower()) {
            const bool isPlain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
            if (isPlain)
                id += c;
            else if (!id.isEmpty() && !id.endsWith(u'-'))
                id += u'-';
        }
        while (id.endsWith(u'-'))
            id.chop(1);
        return (id.isEmpty() ? u"channel"_s : id) + ".scheduleflow"_L1;
    }

    void element(QByteArrayView name, const QString &text, QByteArrayView attributes = {})
    {
        bool isExact = true;
        const QString line = cleanLine(text, {}, isExact);
        if (line.isEmpty())
            return; // an empty one is an error to its tools
        m_out.put("    <");
        m_out.put(name);
        m_out.put(attributes);
        m_out.put(">");
        m_out.putXml(line);
        m_out.put("</");
        m_out.put(name);
        m_out.put(">\n");
    }

    void writeHead()
    {
        m_out.put(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tv SYSTEM \"xmltv.dtd\">\n<tv date=\"");
        putTime(m_run.schedule().generated);
        m_out.put(
            "\" source-info-name=\"ScheduleFlow\" generator-info-name=\"ScheduleFlow\">\n  <channel id=\"");
        m_out.putXml(m_channelId);
        m_out.put("\">\n");
        bool isExact = true;
        const QString name = cleanLine(m_run.schedule().channel.name, {}, isExact);
        element("display-name", name.isEmpty() ? m_channelId : name);
        m_out.put("  </channel>\n");
    }

    /// "20260329013000 +0100": the wall clock with its offset at that time. To the nearest second.
    void putTime(TimePoint time)
    {
        const TimePoint whole = std::chrono::round<std::chrono::seconds>(time);
        if (m_clock.offsetAt(whole) != m_offset || m_offsetText.isEmpty()) {
            m_offset = m_clock.offsetAt(whole);
            const auto minutes = std::abs(m_offset.count());
            m_offsetText = m_offset.count() < 0 ? " -" : " +";
            m_offsetText += QByteArray::number(static_cast<int>(minutes / 60)).rightJustified(2, '0');
            m_offsetText += QByteArray::number(static_cast<int>(minutes % 60)).rightJustified(2, '0');
        }
        const QString iso = toIso8601(LocalTime((whole + m_offset).time_since_epoch()));
        QByteArray digits;
        digits.reserve(24);
        for (const QChar c : iso) { // "2026-03-29T01:30:00"
            if (c >= u'0' && c <= u'9')
                digits += c.toLatin1();
        }
        m_out.put(digits += m_offsetText);
    }

    /// Listings do not overlap: a programme ends where the next begins.
    void writeProgramme(const ScheduledEvent &event, std::optional<TimePoint> next)
    {
        const TimePoint start = std::chrono::round<std::chrono::seconds>(event.range.start);
        TimePoint stop = std::chrono::round<std::chrono::seconds>(event.range.end());
        const bool isRounded = start != event.range.start || stop != event.range.end();
        if (stop <= start)
            stop = start + second;
        if (next && std::chrono::round<std::chrono::seconds>(*next) < stop) {
            if (event.range.end() > *next)
                m_run.lose(LossKind::Overlap, event,
                           m_run.phrases().cut.arg(toClockText(event.range.end() - *next)));
            stop = std::chrono::round<std::chrono::seconds>(*next);
        }
        if (stop <= start)
            return m_run.lose(LossKind::Event, event, tr("the event: another begins with it"));
        m_rounded += isRounded ? 1 : 0;
        m_trimmed += event.mediaIn > Micros::zero() ? 1 : 0;
        m_out.put("  <programme start=\"");
        putTime(start);
        m_out.put("\" stop=\"");
        putTime(stop);
        m_out.put("\" channel=\"");
        m_out.putXml(m_channelId);
        m_out.put("\">\n");
        element("title", m_run.title(event));
        if (const Asset *asset = m_run.assetOf(event))
            writeAsset(*asset);
        else
            element("desc", event.note);
        m_out.put("  </programme>\n");
        m_run.written();
    }

    /// The DTD wants desc, date, category, keyword, language, url, episode-num, rating in this order.
    void writeAsset(const Asset &asset)
    {
        element("desc", asset.description);
        if (asset.year > 0)
            element("date", QString::number(asset.year));
        element("category", asset.category);
        for (const QString &tag : asset.tags)
            element("keyword", tag);
        element("language", asset.language);
        if (m_hasMedia)
            element("url", writtenAddress(asset.url));
        if (asset.episode > 0) {
            const QString zeroBased = asset.season > 0 ? QString::number(asset.season - 1) : QString();
            element("episode-num", u"%1.%2."_s.arg(zeroBased).arg(asset.episode - 1), " system=\"xmltv_ns\"");
        }
        if (!asset.rating.trimmed().isEmpty()) {
            m_out.put("    <rating>\n  ");
            element("value", asset.rating);
            m_out.put("    </rating>\n");
        }
    }

    ExportRun m_run;
    Output &m_out;
    ChannelClock m_clock;
    QString m_channelId;
    bool m_hasMedia;
    std::chrono::minutes m_offset{0};
    QByteArray m_offsetText;
    const ScheduledEvent *m_waiting = nullptr; ///< the next one says how long it lasts
    std::int64_t m_rounded = 0;
    std::int64_t m_trimmed = 0;
};

} // namespace

Result<WriteReport> writeXmltv(QIODevice &device, const ScheduleExport &schedule, const Job &job)
{
    return XmltvWriter(device, schedule, job).write();
}

} // namespace sf
