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

void TableRows::findDay(TimePoint time)
{
    const auto offset = m_clock.offsetAt(time);
    const LocalTime local(time.time_since_epoch() + offset);
    const LocalTime midnight = std::chrono::floor<std::chrono::days>(local);
    if (midnight == m_day.midnight && offset == m_day.offset)
        return;
    m_day.midnight = midnight;
    m_day.offset = offset;
    m_day.index = m_grid.indexOf(time) - LocalTimes::frameOfDay(time, midnight, m_clock, m_grid.rate());
    m_day.date = dateOf(local).toString(Qt::ISODate).toLatin1();
    m_day.offsetText = offsetText(offset);
}

/// `place` keeps it: the next event mostly begins where this one ends.
const TableRows::Wall &TableRows::wallOf(TimePoint time, Wall &place)
{
    findDay(time);
    if (place.time != time) {
        place.time = time;
        place.index = m_grid.indexOf(time);
        const LocalTime local(time.time_since_epoch() + m_day.offset);
        place.text = timeText(place.index - m_day.index, local - m_day.midnight);
    }
    return place;
}

TableRow TableRows::row(const ScheduledEvent &event)
{
    TableRow row;
    if (m_end.time == event.range.start)
        std::swap(m_start, m_end);
    row.start = wallOf(event.range.start, m_start).text;
    row.date = m_day.date;
    row.offset = m_day.offsetText;
    row.end = wallOf(event.range.end(), m_end).text;
    const std::int64_t frames = m_end.index - m_start.index;
    row.duration = timeText(frames, event.range.duration);
    const Millis in = std::chrono::round<Millis>(event.mediaIn);
    const std::int64_t inFrames = m_grid.framesNear(in);
    row.mediaIn = timeText(inFrames, in);
    row.mediaOut = timeText(inFrames + frames, in + event.range.duration);
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
        const QLatin1StringView kind = shortKind(asset->kind);
        row.kind = QByteArray::fromRawData(kind.data(), kind.size());
    }
    const bool isOnGrid =
        m_grid.timeOf(m_start.index) == event.range.start && m_grid.timeOf(m_end.index) == event.range.end();
    if (m_isTimecode && !isOnGrid)
        m_run.lose(LossKind::Time, event, m_run.phrases().precision);
    return row;
}

} // namespace sf
