// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/time/iso8601.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>

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

/// The length of a unit in milliseconds; only those of `allowed` count.
std::optional<double> unitMs(QStringView unit, std::span<const QStringView> allowed)
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
    if (std::find(allowed.begin(), allowed.end(), unit) == allowed.end())
        return std::nullopt;
    for (const Unit &candidate : units) {
        if (candidate.name == unit)
            return candidate.ms;
    }
    return std::nullopt;
}

/// "48h", "1h 30 m": numbers, each with its unit. The text must not be empty.
std::optional<double> unitForm(QStringView text, std::span<const QStringView> allowed)
{
    double total = 0;
    for (QStringView rest = text.trimmed(); !rest.isEmpty(); rest = rest.trimmed()) {
        const auto isNumeral = [](QChar c) { return c.isDigit() || c == u'.'; };
        const auto digits = std::find_if_not(rest.begin(), rest.end(), isNumeral) - rest.begin();
        const auto value = number(rest.first(digits));
        rest = rest.sliced(digits).trimmed();
        const auto isLetter = [](QChar c) { return c.isLetter(); };
        const auto letters = std::find_if_not(rest.begin(), rest.end(), isLetter) - rest.begin();
        const auto unit = unitMs(rest.first(letters), allowed);
        if (!value || !unit)
            return std::nullopt;
        total += *value * *unit;
        rest = rest.sliced(letters);
    }
    return text.isEmpty() ? std::nullopt : std::optional(total);
}

std::optional<double> plainForm(QStringView text)
{
    static constexpr std::array<QStringView, 7> units{u"ms", u"s", u"m", u"min", u"h", u"d", u"w"};
    return unitForm(text, units);
}

/// ISO 8601 behind the P. Years and months are refused: they have no fixed length.
std::optional<double> isoForm(QStringView text)
{
    static constexpr std::array<QStringView, 2> dateUnits{u"d", u"w"};
    static constexpr std::array<QStringView, 3> clockUnits{u"h", u"m", u"s"};
    const auto t = text.indexOf(u't');
    const QStringView date = t < 0 ? text : text.first(t);
    const auto dateMs = t == 0 ? std::optional(0.0) : unitForm(date, dateUnits);
    const auto clockMs = t < 0 ? std::optional(0.0) : unitForm(text.sliced(t + 1), clockUnits);
    if (!dateMs || !clockMs || text.contains(u' '))
        return std::nullopt;
    return *dateMs + *clockMs;
}

/// Whole seconds in up to nine digits: what nearly every file says.
std::optional<Millis> wholeSeconds(QStringView text)
{
    if (text.isEmpty() || text.size() > 9)
        return std::nullopt;
    std::int64_t seconds = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        seconds = seconds * 10 + (c.unicode() - u'0');
    }
    return Millis(seconds * 1000);
}

} // namespace

Result<Millis> parseDuration(QStringView text)
{
    if (const auto seconds = wholeSeconds(text))
        return *seconds;
    constexpr qsizetype longestText = 80;
    if (text.trimmed().size() > longestText)
        return fail(ErrorCode::BadTime, {text.trimmed().left(longestText).toString()});
    const QString lower = text.trimmed().toString().toLower();
    QStringView rest = lower;
    const bool isNegative = rest.startsWith(u'-');
    if (isNegative || rest.startsWith(u'+'))
        rest = rest.sliced(1);
    std::optional<double> ms;
    if (rest.contains(u':'))
        ms = clockForm(rest);
    else if (rest.startsWith(u'p'))
        ms = isoForm(rest.sliced(1));
    else if (const auto plainSeconds = rest.isEmpty() ? std::nullopt : number(rest))
        ms = *plainSeconds * 1000;
    else
        ms = plainForm(rest);
    if (!ms || *ms > longestMs)
        return fail(ErrorCode::BadTime, {text.trimmed().toString()});
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
