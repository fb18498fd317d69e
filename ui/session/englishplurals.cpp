// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/session/englishplurals.h"

#include <QLatin1StringView>
#include <QLocale>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// "{is|are}" by number.
void chooseWords(QString &text, bool isOne)
{
    for (qsizetype open = text.indexOf(u'{'); open >= 0; open = text.indexOf(u'{', open)) {
        const qsizetype bar = text.indexOf(u'|', open);
        const qsizetype close = text.indexOf(u'}', bar);
        if (bar < 0 || close < 0)
            return;
        const QString word = isOne ? text.mid(open + 1, bar - open - 1) : text.mid(bar + 1, close - bar - 1);
        text.replace(open, close - open + 1, word);
        open += word.size();
    }
}

} // namespace

void useReadableNumbers()
{
    if (QLocale().language() == QLocale::C)
        QLocale::setDefault(QLocale(QLocale::English, QLocale::World));
}

QString EnglishPlurals::translate(const char *, const char *sourceText, const char *, int n) const
{
    if (n < 0)
        return {};
    const bool isOne = n == 1;
    QString text = QString::fromUtf8(sourceText);
    text.replace("%n"_L1, "%Ln"_L1); // 50,000 is read at a glance, 50000 is not
    text.replace("(s)"_L1, isOne ? ""_L1 : "s"_L1);
    chooseWords(text, isOne);
    return text;
}

} // namespace sf
