// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/document/exportcommand.h"

#include <algorithm>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

bool isPlain(QChar c)
{
    return (c.unicode() < 0x80 && c.isLetterOrNumber()) || QStringView(u"-_./=:,+@{}").contains(c);
}

/// One word for sh.
QString quoted(const QString &word)
{
    // Braces are plain to sh; bash expands them only around a comma or two dots.
    const bool hasBraces = word.contains(u'{') && (word.contains(u',') || word.contains(".."_L1));
    if (!word.isEmpty() && !hasBraces && std::all_of(word.begin(), word.end(), isPlain))
        return word;
    QString text = word;
    return u'\'' + text.replace(u'\'', "'\\''"_L1) + u'\'';
}

} // namespace

QStringList exportArguments(const ScheduledExport &scheduled)
{
    QStringList words{scheduled.program, u"--station"_s,
                      scheduled.station, u"--json"_s,
                      u"schedule"_s,     u"export"_s,
                      u"--channel"_s,    scheduled.channel,
                      u"--next-days"_s,  QString::number(scheduled.nextDays),
                      u"--format"_s,     scheduled.format};
    QStringList names = scheduled.options.keys();
    names.sort();
    for (const QString &name : names)
        words << u"--option"_s << name + u'=' + scheduled.options.value(name);
    words << scheduled.target;
    return words;
}

QString cronLine(const ScheduledExport &scheduled, const QString &log)
{
    QStringList words;
    for (const QString &word : exportArguments(scheduled))
        words << quoted(word);
    QString line = words.join(u' ') + u" >>"_s + quoted(log) + u" 2>&1"_s;
    return u"15 3 * * * "_s + line.replace(u'%', "\\%"_L1);
}

} // namespace sf
