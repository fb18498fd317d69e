// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/media/naturalorder.h"

#include <QString>

namespace sf {

namespace {

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

/// The digits at `at`, without leading zeros; moves `at` behind them.
QStringView takeNumber(QStringView text, qsizetype &at)
{
    while (at < text.size() && text[at] == u'0')
        ++at;
    const qsizetype start = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return text.sliced(start, at - start);
}

int compareNumbers(QStringView a, QStringView b)
{
    return a.size() != b.size() ? (a.size() < b.size() ? -1 : 1) : a.compare(b);
}

char16_t weightOf(QChar c) { return c == u'/' ? char16_t(0) : c.toCaseFolded().unicode(); }

} // namespace

bool isNaturallyBefore(QStringView a, QStringView b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const int order = compareNumbers(takeNumber(a, i), takeNumber(b, j));
            if (order != 0)
                return order < 0;
            continue;
        }
        const char16_t left = weightOf(a[i++]);
        const char16_t right = weightOf(b[j++]);
        if (left != right)
            return left < right;
    }
    const bool isEndOfA = i == a.size();
    const bool isEndOfB = j == b.size();
    return isEndOfA != isEndOfB ? isEndOfA : a.compare(b) < 0;
}

} // namespace sf
