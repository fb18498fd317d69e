// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/recurrencepattern.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array dayNames{"MO"_L1, "TU"_L1, "WE"_L1, "TH"_L1, "FR"_L1, "SA"_L1, "SU"_L1};
constexpr std::int32_t mostTimes = 100'000;

std::optional<std::int32_t> dayOf(QStringView name)
{
    const auto found = std::find(dayNames.begin(), dayNames.end(), name);
    return found == dayNames.end() ? std::nullopt
                                   : std::optional(static_cast<std::int32_t>(found - dayNames.begin()));
}

std::optional<std::int32_t> numberFrom(QStringView text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && number > 0 && number <= mostTimes ? std::optional(number) : std::nullopt;
}

std::optional<std::int32_t> maskFrom(QStringView text)
{
    std::int32_t mask = 0;
    for (const QStringView name : text.split(u',')) {
        const auto day = dayOf(name.trimmed());
        if (!day)
            return std::nullopt;
        mask |= 1 << *day;
    }
    return mask;
}

/// "1TU", "-1FR".
bool readNth(QStringView text, RepeatPattern &pattern)
{
    if (text.size() < 3)
        return false;
    const auto day = dayOf(text.last(2));
    bool isNumber = false;
    const int nth = text.chopped(2).toInt(&isNumber);
    if (!day || !isNumber || !(nth == -1 || (nth >= 1 && nth <= 5)))
        return false;
    pattern.nth = nth;
    pattern.weekday = *day;
    return true;
}

bool readPart(QStringView name, QStringView value, RepeatPattern &pattern)
{
    if (name == u"INTERVAL") {
        const auto interval = numberFrom(value);
        pattern.interval = interval.value_or(1);
        return interval.has_value();
    }
    if (name == u"COUNT") {
        pattern.count = numberFrom(value);
        return pattern.count.has_value();
    }
    if (name == u"UNTIL") { // with a time of day it says more than a pattern can
        const QDate date = QDate::fromString(value.toString(), u"yyyyMMdd"_s);
        pattern.until = date;
        return date.isValid();
    }
    if (name == u"BYDAY" && pattern.kind == RepeatKind::Weekly) {
        const auto mask = maskFrom(value);
        pattern.dayMask = mask.value_or(0);
        return mask.has_value();
    }
    if (name == u"BYDAY" && pattern.kind == RepeatKind::MonthlyByWeekday)
        return readNth(value, pattern);
    return name == u"FREQ" || (name == u"WKST" && value == u"MO");
}

std::optional<RepeatKind> kindFrom(const QStringList &parts)
{
    if (parts.contains("FREQ=DAILY"_L1))
        return RepeatKind::Daily;
    if (parts.contains("FREQ=WEEKLY"_L1))
        return RepeatKind::Weekly;
    const bool isByDay = std::any_of(parts.begin(), parts.end(),
                                     [](const QString &part) { return part.startsWith("BYDAY="_L1); });
    return isByDay && parts.contains("FREQ=MONTHLY"_L1) ? std::optional(RepeatKind::MonthlyByWeekday)
                                                        : std::nullopt;
}

std::int32_t weekdayOf(LocalTime t)
{
    const auto days = std::chrono::floor<std::chrono::days>(t);
    return static_cast<std::int32_t>(std::chrono::weekday(days).iso_encoding()) - 1;
}

QString daysText(std::int32_t mask)
{
    QStringList days;
    for (std::size_t day = 0; day < dayNames.size(); ++day) {
        if ((mask >> day & 1) != 0)
            days << dayNames[day];
    }
    return days.join(u',');
}

} // namespace

QString rruleOf(const RepeatPattern &pattern)
{
    QStringList parts;
    switch (pattern.kind) {
    case RepeatKind::Other:
        return pattern.other;
    case RepeatKind::Daily:
        parts << u"FREQ=DAILY"_s;
        break;
    case RepeatKind::Weekly:
        parts << u"FREQ=WEEKLY"_s;
        break;
    case RepeatKind::MonthlyByWeekday:
        parts << u"FREQ=MONTHLY"_s;
        break;
    }
    if (pattern.interval > 1)
        parts << u"INTERVAL=%1"_s.arg(pattern.interval);
    if (pattern.kind == RepeatKind::Weekly && pattern.dayMask != 0)
        parts << u"BYDAY="_s + daysText(pattern.dayMask);
    if (pattern.kind == RepeatKind::MonthlyByWeekday)
        parts << u"BYDAY=%1%2"_s.arg(pattern.nth).arg(dayNames[static_cast<std::size_t>(pattern.weekday)]);
    if (pattern.count)
        parts << u"COUNT=%1"_s.arg(*pattern.count);
    else if (pattern.until)
        parts << u"UNTIL="_s + pattern.until->toString(u"yyyyMMdd"_s);
    return parts.join(u';');
}

RepeatPattern patternOf(const QString &rrule, LocalTime start)
{
    RepeatPattern other;
    other.kind = RepeatKind::Other;
    other.other = rrule;
    const QStringList parts = rrule.simplified().remove(u' ').toUpper().split(u';', Qt::SkipEmptyParts);
    const auto kind = kindFrom(parts);
    if (!kind)
        return other;
    RepeatPattern pattern;
    pattern.kind = *kind;
    QStringList names;
    for (const QString &part : parts) {
        const auto equals = part.indexOf(u'=');
        const QString name = part.left(equals);
        if (equals < 0 || names.contains(name) ||
            !readPart(name, QStringView(part).sliced(equals + 1), pattern))
            return other;
        names << name;
    }
    if (pattern.count && pattern.until)
        return other;
    if (pattern.kind == RepeatKind::Weekly && pattern.dayMask == 0)
        pattern.dayMask = 1 << weekdayOf(start);
    return pattern;
}

} // namespace sf
