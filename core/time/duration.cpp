// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/time/iso8601.h"

#include <QtMath>

#include <array>
#include <cmath>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// A hundred years: longer than anything a station plans, and far from overflow.
constexpr double longestMs = 100.0 * 366 * 24 * 3600 * 1000;

std::optional<double> number(QStringView text)
{
    for (QChar c : text) {
        if (!(c >= u'0' && c <= u'9') && c != u'.')
            return std::nullopt;
    }
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

/// "01:30:00", "90:00.5": hours and minutes of any size before, seconds last.
std::optional<double> clockForm(QStringView text)
{
    double total = 0;
    const auto parts = text.split(u':');
    if (parts.size() > 3)
        return std::nullopt;
    for (const QStringView part : parts) {
        const auto value = number(part);
        if (!value || (part.contains(u'.') && part.data() != parts.last().data()))
            return std::nullopt;
        total = total * 60 + *value;
    }
    return total * 1000;
}

std::optional<double> unitMs(QStringView unit, bool isIsoDate)
{
    struct Unit
    {
        QStringView name;
        double ms;
    };
    static constexpr std::array units{Unit{u"ms", 1},
                                      Unit{u"s", 1000},
                                      Unit{u"m", 60'000},
                                      Unit{u"min", 60'000},
                                      Unit{u"h", 3'600'000},
                                      Unit{u"d", 24 * 3'600'000.0},
                                      Unit{u"w", 168 * 3'600'000.0}};
    if (isIsoDate && unit == u"m")
        return std::nullopt; // months have no fixed length
    for (const Unit &candidate : units) {
        if (candidate.name == unit)
            return candidate.ms;
    }
    return std::nullopt;
}

/// "48h", "1h30m", and the part of "P1DT2H" after the P.
std::optional<double> unitForm(QStringView text, bool isIso)
{
    double total = 0;
    bool inDate = isIso;
    qsizetype at = 0;
    bool any = false;
    while (at < text.size()) {
        if (text[at] == u' ' || (isIso && text[at] == u't')) {
            inDate = inDate && text[at] != u't';
            ++at;
            continue;
        }
        qsizetype digits = at;
        while (digits < text.size() && (text[digits].isDigit() || text[digits] == u'.'))
            ++digits;
        qsizetype letters = digits;
        while (letters < text.size() && text[letters].isLetter() && !(inDate && text[letters] == u't'))
            ++letters;
        const auto value = number(text.sliced(at, digits - at));
        const auto unit = unitMs(text.sliced(digits, letters - digits), inDate);
        if (!value || !unit || digits == at)
            return std::nullopt;
        total += *value * *unit;
        any = true;
        at = letters;
    }
    return any ? std::optional(total) : std::nullopt;
}

} // namespace

Result<Millis> parseDuration(QStringView text)
{
    const QString lower = text.trimmed().left(80).toString().toLower();
    QStringView rest = lower;
    const bool isNegative = rest.startsWith(u'-');
    if (isNegative || rest.startsWith(u'+'))
        rest = rest.sliced(1);
    std::optional<double> ms;
    if (rest.contains(u':'))
        ms = clockForm(rest);
    else if (rest.startsWith(u'p'))
        ms = unitForm(rest.sliced(1), true);
    else if (const auto plainSeconds = rest.isEmpty() ? std::nullopt : number(rest))
        ms = *plainSeconds * 1000;
    else
        ms = unitForm(rest, false);
    if (!ms || *ms > longestMs)
        return fail(ErrorCode::BadTime, {text.trimmed().left(80).toString()});
    const auto rounded = static_cast<std::int64_t>(std::llround(*ms));
    return Millis(isNegative ? -rounded : rounded);
}

QString toClockText(Millis duration)
{
    using namespace std::chrono;
    const hh_mm_ss clock(duration);
    QString out = clock.is_negative() ? u"-"_s : QString();
    out += u"%1:%2:%3"_s.arg(clock.hours().count())
               .arg(clock.minutes().count(), 2, 10, '0'_L1)
               .arg(clock.seconds().count(), 2, 10, '0'_L1);
    if (clock.subseconds().count() != 0)
        out += u".%1"_s.arg(clock.subseconds().count(), 3, 10, '0'_L1);
    return out;
}

} // namespace sf
