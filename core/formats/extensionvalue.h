// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/asset.h"
#include "core/model/names.h"
#include "core/time/iso8601.h"

#include <cmath>
#include <limits>
#include <optional>
#include <type_traits>
#include <vector>

/// How a field of the extension stands in a file: each type has a pair write(value) and read(text, value), which is false for
/// what is none.
namespace sf::extensionvalue {

inline QString write(const QString &value) { return value; }
inline bool read(const QString &text, QString &value)
{
    value = text;
    return true;
}

inline QString write(bool value) { return value ? QStringLiteral("true") : QStringLiteral("false"); }
inline bool read(const QString &text, bool &value)
{
    value = text == QLatin1StringView("true");
    return value || text == QLatin1StringView("false");
}

template <class Number>
requires std::is_integral_v<Number> QString write(Number value) { return QString::number(value); }
template <class Number>
requires std::is_integral_v<Number>
bool read(const QString &text, Number &value)
{
    bool ok = false;
    const qint64 wide = text.toLongLong(&ok);
    if (!ok || wide < std::numeric_limits<Number>::min() || wide > std::numeric_limits<Number>::max())
        return false;
    value = static_cast<Number>(wide);
    return true;
}

inline QString write(double value) { return QString::number(value, 'g', 17); }
inline bool read(const QString &text, double &value)
{
    bool ok = false;
    const double parsed = text.toDouble(&ok);
    if (!ok || !std::isfinite(parsed) || parsed < 0)
        return false;
    value = parsed;
    return true;
}

/// No length or offset of a schedule is longer than this; sums of a few of them do not overflow.
inline constexpr std::int64_t longestMs = std::int64_t(100) * 366 * 24 * 3'600'000;

inline QString write(Millis value) { return QString::number(value.count()); }
inline bool read(const QString &text, Millis &value)
{
    qint64 ms = 0;
    if (!read(text, ms) || std::abs(ms) > longestMs)
        return false;
    value = Millis(ms);
    return true;
}

/// Milliseconds, with three decimals where needed.
inline QString write(Micros value)
{
    const auto us = value.count();
    QString text = QString::number(us / 1000);
    if (us % 1000 == 0)
        return text;
    if (us < 0 && us / 1000 == 0)
        text.prepend(u'-');
    return text + u'.' + QString::number(std::abs(us % 1000)).rightJustified(3, u'0');
}
inline bool read(const QString &text, Micros &value)
{
    const qsizetype dot = text.indexOf(u'.');
    qint64 ms = 0;
    qint64 us = 0;
    if (!read(dot < 0 ? text : text.first(dot), ms) || ms < 0 || ms > longestMs)
        return false;
    if (dot >= 0 && !read(text.sliced(dot + 1).leftJustified(3, u'0', true), us))
        return false;
    if (us < 0)
        return false;
    value = Micros(ms * 1000 + us);
    return true;
}

template <class Tag>
QString write(const Id<Tag> &value)
{
    return value ? value.toString() : QString();
}
template <class Tag>
bool read(const QString &text, Id<Tag> &value)
{
    const auto parsed = text.isEmpty() ? Id<Tag>() : Id<Tag>::fromString(text);
    value = parsed.value_or(value);
    return parsed.has_value();
}

template <class E>
requires std::is_enum_v<E> QString write(E value) { return nameOf(value); }
template <class E>
requires std::is_enum_v<E>
bool read(const QString &text, E &value)
{
    const auto parsed = fromName<E>(text);
    value = parsed.value_or(value);
    return parsed.has_value();
}

inline QString write(TimePoint value) { return toIso8601(value); }
inline bool read(const QString &text, TimePoint &value)
{
    const auto parsed = parseIso8601(text);
    value = parsed ? parsed->asUtc() : value;
    return parsed.has_value();
}

inline QString write(LocalTime value) { return toIso8601(value); }
inline bool read(const QString &text, LocalTime &value)
{
    const auto parsed = parseIso8601(text);
    value = parsed ? parsed->local : value;
    return parsed.has_value();
}

/// Each item ends with a line feed; a backslash stands before one that belongs to the item, and before itself.
inline QString write(const QStringList &value)
{
    QString text;
    for (const QString &item : value) {
        for (const QChar c : item) {
            if (c == u'\\' || c == u'\n')
                text += u'\\';
            text += c;
        }
        text += u'\n';
    }
    return text;
}
inline bool read(const QString &text, QStringList &value)
{
    value.clear();
    QString item;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'\n') {
            value += item;
            item.clear();
        } else {
            i += text[i] == u'\\' && i + 1 < text.size() ? 1 : 0;
            item += text[i];
        }
    }
    return true;
}

inline QString write(const std::vector<Micros> &value)
{
    QStringList parts;
    for (const Micros part : value)
        parts += write(part);
    return parts.join(u' ');
}
inline bool read(const QString &text, std::vector<Micros> &value)
{
    std::vector<Micros> parsed;
    for (const QString &part : text.split(u' ', Qt::SkipEmptyParts)) {
        if (!read(part, parsed.emplace_back()))
            return false;
    }
    value = std::move(parsed);
    return true;
}

/// 42 hexadecimal digits, Monday 00:00 to 03:00 first, each with its first hour as its lowest bit.
inline QString write(const HoursMask &value)
{
    QString text;
    for (std::size_t hour = 0; hour < value.size(); hour += 4) {
        int digit = 0;
        for (std::size_t bit = 0; bit < 4; ++bit)
            digit |= value[hour + bit] ? 1 << bit : 0;
        text += QString::number(digit, 16);
    }
    return text;
}
inline bool read(const QString &text, HoursMask &value)
{
    HoursMask parsed;
    if (static_cast<std::size_t>(text.size()) * 4 != parsed.size())
        return false;
    for (std::size_t hour = 0; hour < parsed.size(); ++hour) {
        bool ok = false;
        const int digit = text.sliced(static_cast<qsizetype>(hour / 4), 1).toInt(&ok, 16);
        if (!ok)
            return false;
        parsed[hour] = (digit >> (hour % 4) & 1) != 0;
    }
    value = parsed;
    return true;
}

/// Nothing is an empty text.
template <class T>
QString write(const std::optional<T> &value)
{
    return value ? write(*value) : QString();
}
template <class T>
bool read(const QString &text, std::optional<T> &value)
{
    T parsed{};
    if (!text.isEmpty() && !read(text, parsed))
        return false;
    value = text.isEmpty() ? std::nullopt : std::optional<T>(parsed);
    return true;
}

} // namespace sf::extensionvalue
