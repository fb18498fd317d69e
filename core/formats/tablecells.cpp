// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/tablecells.h"

#include "core/formats/localtimes.h"
#include "core/formats/tableitem.h"

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QByteArray clockText(Millis time)
{
    const auto ms = time.count();
    const auto two = [](qint64 value) { return QByteArray::number(value).rightJustified(2, '0'); };
    QByteArray text = two(ms / 3'600'000) + ':' + two(ms / 60'000 % 60) + ':' + two(ms / 1000 % 60);
    if (ms % 1000 != 0)
        text += '.' + QByteArray::number(static_cast<qlonglong>(ms % 1000)).rightJustified(3, '0');
    return text;
}

QByteArray offsetText(std::chrono::minutes offset)
{
    const auto minutes = std::abs(offset.count());
    return (offset.count() < 0 ? "-" : "+") +
           QByteArray::number(static_cast<qlonglong>(minutes / 60)).rightJustified(2, '0') + ':' +
           QByteArray::number(static_cast<qlonglong>(minutes % 60)).rightJustified(2, '0');
}

} // namespace

TableRows::TableRows(ExportRun &run, TableTimes times)
    : m_run(run)
    , m_isTimecode(times == TableTimes::Timecode)
    , m_clock(run.schedule().channel.clock())
    , m_grid(run.schedule().channel.rate)
    , m_form(TimecodeForm::usualFor(run.schedule().channel.rate))
{
}

QByteArray TableRows::timeText(std::int64_t frames, Millis time) const
{
    return m_isTimecode ? timecodeText(frames, m_form) : clockText(time);
}

TableRow TableRows::row(const ScheduledEvent &event)
{
    TableRow row;
    const auto wall = [this](TimePoint t, QDate &date) {
        const LocalTime local = m_clock.toLocal(t);
        date = dateOf(local);
        const LocalTime midnight = midnightOf(date);
        return timeText(LocalTimes::frameOfDay(t, midnight, m_clock, m_grid.rate()), local - midnight);
    };
    QDate date;
    row.start = wall(event.range.start, date);
    row.date = date.toString(Qt::ISODate).toLatin1();
    row.end = wall(event.range.end(), date);
    const std::int64_t frames = m_grid.indexOf(event.range.end()) - m_grid.indexOf(event.range.start);
    row.duration = timeText(frames, event.range.duration);
    row.offset = offsetText(m_clock.offsetAt(event.range.start));
    const Millis in = std::chrono::round<Millis>(event.mediaIn);
    row.mediaIn = timeText(m_grid.framesNear(in), in);
    row.mediaOut = timeText(m_grid.framesNear(in) + frames, in + event.range.duration);
    row.title = m_run.title(event);
    row.isFixed = event.startMode == StartMode::Fixed;
    row.note = event.note;
    if (const Asset *asset = m_run.assetOf(event)) {
        if (asset->episode > 0)
            row.episode =
                u"S%1E%2"_s.arg(asset->season, 2, 10, QChar(u'0')).arg(asset->episode, 2, 10, QChar(u'0'));
        row.category = asset->category;
        row.houseNumber = asset->houseNumber;
        row.file = plainPath(asset->url);
        row.kind = QByteArray(shortKind(asset->kind).data(), shortKind(asset->kind).size());
    }
    const bool isOnGrid = m_grid.isOnGrid(event.range.start) && m_grid.isOnGrid(event.range.end());
    if (m_isTimecode && !isOnGrid)
        m_run.lose(LossKind::Time, event, m_run.phrases().precision);
    return row;
}

} // namespace sf
