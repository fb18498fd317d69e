// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/mltwriter.h"

#include "core/formats/sequence.h"
#include "core/time/iso8601.h"

#include <QHash>

#include <numeric>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QByteArray number(std::int64_t value) { return QByteArray::number(static_cast<qlonglong>(value)); }

class MltWriter
{
public:
    MltWriter(QIODevice &device, const ScheduleExport &schedule, const Job &job)
        : m_run(device, schedule, job)
        , m_out(m_run.out())
        , m_grid(schedule.channel.rate)
        , m_items(playSequence(m_run, SequenceTiming::Exact))
    {
    }

    Result<WriteReport> write()
    {
        writeHead();
        writeProducers();
        writePlaylist();
        m_out.put("</mlt>\n");
        return m_run.finish();
    }

private:
    void writeHead()
    {
        const FrameRate rate = m_run.schedule().channel.rate;
        const int width = std::max(1, m_run.option("width"_L1, "1920"_L1).toInt());
        const int height = std::max(1, m_run.option("height"_L1, "1080"_L1).toInt());
        const int common = std::gcd(width, height);
        m_out.put(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<mlt LC_NUMERIC=\"C\" version=\"7.12.0\" title=\"");
        m_out.putXml(m_run.listName());
        m_out.putLine(
            "\" producer=\"playlist0\">\n  <profile description=\"ScheduleFlow\" width=\"", number(width),
            "\" height=\"", number(height),
            "\" progressive=\"1\" sample_aspect_num=\"1\" sample_aspect_den=\"1\" display_aspect_num=\"",
            number(width / common), "\" display_aspect_den=\"", number(height / common),
            "\" frame_rate_num=\"", number(rate.numerator), "\" frame_rate_den=\"", number(rate.denominator),
            "\" colorspace=\"709\"/>");
    }

    void property(QByteArrayView indent, QLatin1StringView name, const QString &value)
    {
        m_out.put(indent);
        m_out.put("<property name=\"");
        m_out.put(name);
        m_out.put("\">");
        m_out.putXml(cleanText(value));
        m_out.put("</property>\n");
    }

    /// One for each asset: the entries say which part is played.
    void writeProducers()
    {
        for (const SequenceItem &item : m_items) {
            if (m_producers.contains(item.asset->id))
                continue;
            const std::int64_t at = m_producers.size();
            m_producers.insert(item.asset->id, at);
            m_out.putLine("  <producer id=\"p", number(at), "\">");
            property("    ", "resource"_L1, plainPath(item.asset->url));
            property("    ", mltTitleProperty, cleanText(item.asset->title).simplified());
            m_out.put("  </producer>\n");
        }
    }

    void writePlaylist()
    {
        const TimePoint start = m_run.schedule().range.start;
        m_out.put("  <playlist id=\"playlist0\" title=\"ScheduleFlow\">\n");
        property("    ", mltStartProperty, toIso8601(start));
        std::int64_t at = m_grid.indexOf(start);
        for (const SequenceItem &item : m_items) {
            if (!m_run.goesOn())
                break;
            const std::int64_t from = std::max(at, m_grid.indexOf(item.range.start));
            const std::int64_t to = m_grid.indexOf(item.range.end());
            if (to <= from) {
                m_run.lose(LossKind::Event, *item.event,
                           QCoreApplication::translate("Export", "the event: it is shorter than a frame"));
                continue;
            }
            if (from > at)
                m_out.putLine("    <blank length=\"", number(from - at), "\"/>");
            writeEntry(item, to - from);
            at = to;
        }
        m_out.put("  </playlist>\n");
    }

    void writeEntry(const SequenceItem &item, std::int64_t frames)
    {
        const std::int64_t in = m_grid.framesNear(std::chrono::round<Millis>(item.mediaIn));
        m_out.putLine("    <entry producer=\"p", number(m_producers.value(item.asset->id)), "\" in=\"",
                      number(in), "\" out=\"", number(in + frames - 1), "\">");
        property("      ", mltIdProperty, item.event->id.toString());
        property("      ", mltTitleProperty, m_run.title(*item.event));
        m_out.put("    </entry>\n");
        if (item.event->startMode != StartMode::Follow)
            m_run.lose(LossKind::StartMode, *item.event, m_run.phrases().startMode);
        m_run.written();
    }

    ExportRun m_run;
    Output &m_out;
    FrameGrid m_grid;
    std::vector<SequenceItem> m_items;
    QHash<AssetId, std::int64_t> m_producers;
};

} // namespace

Result<WriteReport> writeMlt(QIODevice &device, const ScheduleExport &schedule, const Job &job)
{
    return MltWriter(device, schedule, job).write();
}

} // namespace sf
