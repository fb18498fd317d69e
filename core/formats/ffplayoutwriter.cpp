// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/ffplayoutwriter.h"

#include "core/formats/sequence.h"
#include "core/time/iso8601.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Export", text); }

/// What closes gaps.
struct Filler
{
    QString source;
    QString title;
    Micros in{0};
    Micros length{
        0}; ///< of what is played of it; zero where it is not known: then it lasts as long as it has to
    Micros duration{0};
};

/// The asset or address that was chosen, else the library's first filler.
Filler chooseFiller(const ExportRun &run)
{
    const QString chosen = run.option(ffplayoutFillerOption);
    const AssetTable &assets = run.schedule().assets;
    const Asset *found = nullptr;
    if (const auto id = AssetId::fromString(chosen))
        found = assets.find(*id);
    if (!found) {
        assets.forEach([&](const Asset &asset) {
            const bool isMeant = chosen.isEmpty() ? asset.kind == AssetKind::Filler && !asset.url.isEmpty() &&
                                                        asset.playable() > Micros::zero()
                                                  : asset.url == chosen;
            if (isMeant && (!found || asset.id < found->id))
                found = &asset;
        });
    }
    if (!found)
        return {chosen, tr("Filler"), {}, {}, {}};
    return {plainPath(found->url), found->title, found->som, found->playable(), found->duration};
}

class DayWriter
{
public:
    DayWriter(QIODevice &device, const ScheduleExport &schedule, const Job &job)
        : m_run(device, schedule, job)
        , m_out(m_run.out())
        , m_filler(chooseFiller(m_run))
    {
    }

    Result<WriteReport> write()
    {
        const TimeRange day = m_run.schedule().range;
        const Channel &channel = m_run.schedule().channel;
        put("{\n  \"channel\": ", cleanText(channel.name), ",\n  \"date\": ");
        put("", channel.clock().broadcastDate(day.start).toString(Qt::ISODate), ",\n  \"program\": [");
        TimePoint end = day.start;
        for (const SequenceItem &item : playSequence(m_run, SequenceTiming::Exact)) {
            if (!m_run.goesOn())
                break;
            fill(item.gap, item.event);
            const Micros duration = std::max(item.asset->duration, item.mediaOut());
            writeItem(item.mediaIn, item.mediaOut(), duration, plainPath(item.asset->url),
                      m_run.title(*item.event), cleanText(item.asset->category));
            if (item.event->startMode != StartMode::Follow)
                m_run.lose(LossKind::StartMode, *item.event, m_run.phrases().startMode);
            m_run.written();
            end = item.range.end();
        }
        fill(day.end() - end, nullptr);
        m_out.put("\n  ]\n}\n");
        return m_run.finish();
    }

private:
    /// Plays the filler again and again, the last time cut.
    void fill(Micros gap, const ScheduledEvent *before)
    {
        if (gap <= Micros::zero())
            return;
        if (m_filler.source.isEmpty()) {
            const QString lost = tr("the gap of %1, which no filler closes: all that follows begins earlier")
                                     .arg(toClockText(std::chrono::duration_cast<Millis>(gap)));
            if (before)
                m_run.lose(LossKind::Gap, *before, lost);
            else
                m_run.loseAll(LossKind::Gap, lost, 1);
            return;
        }
        constexpr Micros shortest =
            Millis(100); // what is shorter is no clip any more: the one before takes it
        while (gap > Micros::zero() && !m_run.job().isCancelled()) {
            Micros length = m_filler.length > Micros::zero() ? std::min(m_filler.length, gap) : gap;
            if (gap - length < shortest)
                length = gap;
            const Micros out = m_filler.in + length;
            writeItem(m_filler.in, out, std::max(m_filler.duration, out), m_filler.source, m_filler.title,
                      ffplayoutGapCategory);
            gap -= length;
        }
    }

    void seconds(QByteArrayView name, Micros value)
    {
        m_out.put(name);
        m_out.putSeconds(value);
    }

    void writeItem(Micros in, Micros out, Micros duration, const QString &source, const QString &title,
                   const QString &category)
    {
        m_out.put(m_isFirst ? "\n    {" : ",\n    {");
        m_isFirst = false;
        seconds("\"in\": ", in);
        seconds(", \"out\": ", out);
        seconds(", \"duration\": ", duration);
        put(", \"source\": ", source, ", \"title\": ");
        put("", title, "");
        if (!category.isEmpty())
            put(", \"category\": ", category, "");
        m_out.put("}");
    }

    void put(QByteArrayView before, const QString &text, QByteArrayView after)
    {
        m_out.put(before);
        m_out.putJson(text);
        m_out.put(after);
    }

    ExportRun m_run;
    Output &m_out;
    Filler m_filler;
    bool m_isFirst = true;
};

} // namespace

Result<WriteReport> writeFfplayout(QIODevice &device, const ScheduleExport &schedule, const Job &job)
{
    return DayWriter(device, schedule, job).write();
}

} // namespace sf
