// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/m3uwriter.h"

#include "core/formats/address.h"
#include "core/formats/eventexport.h"
#include "core/formats/output.h"
#include "core/time/iso8601.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Export", text); }

/// On one line, without what XML and terminals choke on.
QString oneLine(const QString &text) { return cleanText(text).simplified(); }

QByteArray attribute(const char *name, const QString &value)
{
    QString text = oneLine(value);
    text.remove(u',').remove(u'"');
    return text.isEmpty() ? QByteArray() : QByteArray(" ") + name + "=\"" + text.toUtf8() + '"';
}

class M3uWriter
{
public:
    M3uWriter(QIODevice &device, const ScheduleExport &schedule)
        : m_schedule(schedule)
        , m_out(device)
    {
    }

    Result<WriteReport> write(const Job &job)
    {
        writeHead();
        m_end = m_schedule.range.start;
        qint64 done = 0;
        for (const ScheduledEvent *event : m_schedule.events) {
            if (job.isCancelled())
                return fail(ErrorCode::Cancelled);
            job.setProgress(++done, static_cast<qint64>(m_schedule.events.size()));
            writeEvent(*event);
            if (m_out.hasFailed())
                break;
        }
        if (const Status finished = m_out.finish(); !finished)
            return fail(finished.error());
        m_report.bytes = m_out.bytes();
        return std::move(m_report);
    }

private:
    void writeHead()
    {
        const QString day =
            m_schedule.channel.clock().broadcastDate(m_schedule.range.start).toString(Qt::ISODate);
        m_out.putLine("#EXTM3U");
        m_out.putLine("#PLAYLIST:", oneLine(m_schedule.channel.name + u' ' + day).toUtf8());
        if (!m_schedule.events.empty())
            lose({}, {}, tr("start times, ids and notes: players play the entries one after the other"));
    }

    void writeEvent(const ScheduledEvent &event)
    {
        const Asset *asset = m_schedule.assets.find(event.asset);
        const QString title = !event.title.isEmpty() || !asset ? event.title : asset->title;
        if (event.layer != 0)
            return lose(event.id, title, tr("the event: only the main layer is written"));
        noteTiming(event, title);
        if (!asset || asset->url.isEmpty())
            return lose(event.id, title, tr("the event: it has no media"));
        m_out.putLine("#EXTINF:", secondsText(event.range.duration), attribute("tvg-name", asset->title),
                      attribute("tvg-logo", asset->logo), attribute("group-title", asset->category), ",",
                      oneLine(title).toUtf8());
        if (const QString group = oneLine(asset->category); !group.isEmpty())
            m_out.putLine("#EXTGRP:", group.toUtf8());
        writeTrims(event, *asset);
        m_out.putLine(writtenAddress(asset->url).toUtf8());
        ++m_report.events;
    }

    void writeTrims(const ScheduledEvent &event, const Asset &asset)
    {
        const Micros out = event.mediaIn + event.range.duration;
        if (event.mediaIn > Micros::zero())
            m_out.putLine("#EXTVLCOPT:start-time=", secondsText(event.mediaIn));
        if (event.mediaIn > Micros::zero() || (asset.duration > out && asset.duration - out >= Millis(1)))
            m_out.putLine("#EXTVLCOPT:stop-time=", secondsText(out));
    }

    /// Gaps and overlaps vanish where entries run back to back.
    void noteTiming(const ScheduledEvent &event, const QString &title)
    {
        if (event.range.start > m_end)
            lose(event.id, title, tr("the gap of %1 before it").arg(toClockText(event.range.start - m_end)));
        else if (event.range.start < m_end && event.range.start >= m_schedule.range.start)
            lose(event.id, title, tr("its overlap of %1").arg(toClockText(m_end - event.range.start)));
        if (event.startMode != StartMode::Follow)
            lose(event.id, title, tr("its start mode"));
        m_end = std::max(m_end, event.range.end());
    }

    void lose(EventId event, const QString &title, const QString &what)
    {
        m_report.lost.push_back({event, title, what});
    }

    const ScheduleExport &m_schedule;
    Output m_out;
    WriteReport m_report;
    TimePoint m_end{};
};

} // namespace

Result<WriteReport> writeM3u(QIODevice &device, const ScheduleExport &schedule, const Job &job)
{
    return M3uWriter(device, schedule).write(job);
}

} // namespace sf
