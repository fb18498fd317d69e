// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/ffplayoutreader.h"
#include "core/formats/ffplayoutwriter.h"
#include "core/formats/format.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView extensions[]{"json"_L1};

Likeness likeness(QByteArrayView head)
{
    return head.startsWith('{') && head.contains("\"program\"") && head.contains("\"source\"")
               ? Likeness::Certain
               : Likeness::None;
}

/// Its folders: 2026/03/2026-03-29.json, a file a broadcast day.
std::vector<ExportPart> dayFiles(const Channel &channel, TimeRange range)
{
    std::vector<ExportPart> parts;
    const ChannelClock clock = channel.clock();
    for (QDate date = clock.broadcastDate(range.start); clock.broadcastDay(date).start < range.end();
         date = date.addDays(1))
        parts.push_back({date.toString(u"yyyy/MM/yyyy-MM-dd"_s) + ".json"_L1, clock.broadcastDay(date)});
    return parts;
}

constexpr FormatOption options[]{
    {.id = ffplayoutFillerOption,
     .label = QT_TRANSLATE_NOOP("Export", "What fills gaps, so that each day is as long as it is"),
     .kind = FormatOption::Kind::Filler},
};

} // namespace

constinit const Format ffplayoutFormat{
    .id = "ffplayout"_L1,
    .name = "ffplayout day files"_L1,
    .extensions = extensions,
    .likeness = likeness,
    .readSchedule = readFfplayout,
    .writeSchedule = writeFfplayout,
    .cannotCarry =
        QT_TRANSLATE_NOOP("Export", "Day files have no gaps, overlaps, placeholders and no ids: a filler "
                                    "closes gaps, and an event ends where the next begins."),
    .options = options,
    .parts = dayFiles,
};

} // namespace sf
