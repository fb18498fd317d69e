// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/airedtable.h"

#include "core/time/iso8601.h"

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// A text as a cell; what a spreadsheet would take for a formula begins with an apostrophe.
QString cell(QString text)
{
    text.replace(u'\n', u' ').replace(u'\r', u' ');
    if (!text.isEmpty() && QStringView(u"=+-@\t").contains(text[0]))
        text.prepend(u'\'');
    return u'"' + text.replace(u'"', "\"\""_L1) + u'"';
}

QString wall(const ChannelClock &clock, TimePoint t)
{
    return toIso8601(clock.toLocal(t)).replace(u'T', u' ');
}

QString seconds(Millis length) { return QString::number(static_cast<double>(length.count()) / 1000, 'f', 3); }

QString lineOf(const AiredLine &line, const Station &station, const ChannelClock &clock)
{
    const bool isBoth = line.planned && line.play;
    const QString title = line.planned ? station.titleOf(*line.planned) : line.play->title;
    return QStringList{QString(verdictName(line.verdict)),
                       cell(title),
                       line.planned ? wall(clock, line.planned->range.start) : QString(),
                       line.planned ? seconds(line.planned->range.duration) : QString(),
                       line.play ? wall(clock, line.play->range.start) : QString(),
                       line.play ? seconds(line.play->range.duration) : QString(),
                       isBoth ? seconds(line.startsLate) : QString()}
        .join(u',');
}

} // namespace

Status writeAired(QIODevice &device, const std::vector<AiredLine> &lines, const Station &station,
                  const ChannelClock &clock)
{
    const auto put = [&](const QString &text) {
        const QByteArray bytes = text.toUtf8() + "\r\n";
        return device.write(bytes) == bytes.size();
    };
    bool isGood = put(u"Verdict,Title,Planned,Planned seconds,Aired,Aired seconds,Seconds late"_s);
    for (std::size_t i = 0; isGood && i < lines.size(); ++i)
        isGood = put(lineOf(lines[i], station, clock));
    if (!isGood)
        return fail(ErrorCode::FileNotWritable, {QString(), device.errorString()});
    return {};
}

} // namespace sf
