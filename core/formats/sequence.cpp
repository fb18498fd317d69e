// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/sequence.h"

#include "core/time/iso8601.h"

#include <QCoreApplication>

namespace sf {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Export", text); }

class Sequence
{
public:
    Sequence(ExportRun &run, SequenceTiming timing, QStringView refused)
        : m_run(run)
        , m_isExact(timing == SequenceTiming::Exact)
        , m_refused(refused)
        , m_window(run.schedule().range)
        , m_end(m_window.start)
    {
        m_items.reserve(run.schedule().events.size());
    }

    void add(const ScheduledEvent &event)
    {
        const Asset *asset = m_run.assetOf(event);
        if (event.layer != 0)
            return m_run.lose(LossKind::Event, event, m_run.phrases().layer);
        if (!m_isExact)
            noteTiming(event);
        if (!asset || asset->url.isEmpty())
            return m_run.lose(LossKind::Event, event, m_run.phrases().media);
        if (!m_refused.isEmpty() && hasRefused(asset->url))
            return m_run.lose(LossKind::Event, event,
                              tr("the event: its address has characters that are refused"));
        SequenceItem item{&event, asset, event.range, event.mediaIn, Millis::zero()};
        if (!m_isExact) {
            m_items.push_back(item);
            return;
        }
        place(item);
    }

    std::vector<SequenceItem> take()
    {
        if (!m_isExact)
            return std::move(m_items);
        TimePoint end = m_window.start;
        for (SequenceItem &item : m_items) {
            item.gap = item.range.start - end;
            end = item.range.end();
        }
        return std::move(m_items);
    }

private:
    bool hasRefused(const QString &address) const
    {
        return std::any_of(m_refused.begin(), m_refused.end(), [&](QChar c) { return address.contains(c); });
    }

    /// Gaps and overlaps vanish where entries run back to back.
    void noteTiming(const ScheduledEvent &event)
    {
        const auto &phrases = m_run.phrases();
        if (event.range.start > m_end)
            m_run.lose(LossKind::Gap, event, phrases.gap.arg(toClockText(event.range.start - m_end)));
        else if (event.range.start < m_end && event.range.start >= m_window.start)
            m_run.lose(LossKind::Overlap, event, phrases.overlap.arg(toClockText(m_end - event.range.start)));
        if (event.startMode != StartMode::Follow)
            m_run.lose(LossKind::StartMode, event, phrases.startMode);
        m_end = std::max(m_end, event.range.end());
    }

    /// An event begins in its time; what still plays then is cut.
    void place(SequenceItem item)
    {
        const TimePoint from = std::max(item.range.start, m_window.start);
        const TimePoint to = std::min(item.range.end(), m_window.end());
        item.mediaIn += from - item.range.start;
        item.range = TimeRange::between(from, to);
        if (item.range.isEmpty())
            return m_run.lose(LossKind::Event, *item.event, tr("the event: it lies outside the range"));
        while (!m_items.empty() && m_items.back().range.end() > from) {
            SequenceItem &last = m_items.back();
            const Millis lost = last.range.end() - from;
            last.range.duration -= lost;
            m_run.lose(LossKind::Overlap, *last.event, m_run.phrases().cut.arg(toClockText(lost)));
            if (!last.range.isEmpty())
                break;
            m_run.lose(LossKind::Event, *last.event, tr("the event: another begins with it"));
            m_items.pop_back();
        }
        m_items.push_back(item);
    }

    ExportRun &m_run;
    bool m_isExact;
    QStringView m_refused;
    TimeRange m_window;
    TimePoint m_end;
    std::vector<SequenceItem> m_items;
};

} // namespace

std::vector<SequenceItem> playSequence(ExportRun &run, SequenceTiming timing, QStringView refused)
{
    Sequence sequence(run, timing, refused);
    for (const ScheduledEvent *event : run.schedule().events) {
        if (run.job().isCancelled())
            return {};
        sequence.add(*event);
    }
    return sequence.take();
}

QByteArray secondsText(Micros length)
{
    const auto us = length.count();
    QByteArray text = QByteArray::number(static_cast<qlonglong>(us / 1'000'000));
    if (us % 1'000'000 == 0)
        return text;
    text += '.' + QByteArray::number(static_cast<qlonglong>(us % 1'000'000)).rightJustified(6, '0');
    while (text.endsWith('0'))
        text.chop(1);
    return text;
}

} // namespace sf
