// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/extension.h"

#include "core/model/names.h"
#include "core/time/iso8601.h"

#include <array>
#include <cmath>
#include <type_traits>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

// Each type of field has a pair write(value) and read(text, value).

QString write(const QString &value) { return value; }
bool read(const QString &text, QString &value)
{
    value = text;
    return true;
}

QString write(bool value) { return value ? u"true"_s : u"false"_s; }
bool read(const QString &text, bool &value)
{
    value = text == "true"_L1;
    return value || text == "false"_L1;
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

QString write(double value) { return QString::number(value, 'g', 17); }
bool read(const QString &text, double &value)
{
    bool ok = false;
    const double parsed = text.toDouble(&ok);
    if (!ok || !std::isfinite(parsed) || parsed < 0)
        return false;
    value = parsed;
    return true;
}

/// No length or offset of a schedule is longer than this; sums of a few of them do not overflow.
constexpr std::int64_t longestMs = std::int64_t(100) * 366 * 24 * 3'600'000;

QString write(Millis value) { return QString::number(value.count()); }
bool read(const QString &text, Millis &value)
{
    qint64 ms = 0;
    if (!read(text, ms) || std::abs(ms) > longestMs)
        return false;
    value = Millis(ms);
    return true;
}

/// Milliseconds, with three decimals where needed.
QString write(Micros value)
{
    const auto us = value.count();
    QString text = QString::number(us / 1000);
    if (us % 1000 == 0)
        return text;
    if (us < 0 && us / 1000 == 0)
        text.prepend(u'-');
    return text + u'.' + QString::number(std::abs(us % 1000)).rightJustified(3, u'0');
}
bool read(const QString &text, Micros &value)
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

QString write(TimePoint value) { return toIso8601(value); }
bool read(const QString &text, TimePoint &value)
{
    const auto parsed = parseIso8601(text);
    value = parsed ? parsed->asUtc() : value;
    return parsed.has_value();
}

QString write(LocalTime value) { return toIso8601(value); }
bool read(const QString &text, LocalTime &value)
{
    const auto parsed = parseIso8601(text);
    value = parsed ? parsed->local : value;
    return parsed.has_value();
}

/// Each item ends with a line feed; a backslash stands before one that belongs to the item, and before itself.
QString write(const QStringList &value)
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
bool read(const QString &text, QStringList &value)
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

QString write(const std::vector<Micros> &value)
{
    QStringList parts;
    for (const Micros part : value)
        parts += write(part);
    return parts.join(u' ');
}
bool read(const QString &text, std::vector<Micros> &value)
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
QString write(const HoursMask &value)
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
bool read(const QString &text, HoursMask &value)
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

template <class T>
struct Unwrapped
{
    using type = T;
};
template <class T>
struct Unwrapped<std::optional<T>>
{
    using type = T;
};

template <class Value>
constexpr ExtensionType typeOf()
{
    using T = typename Unwrapped<Value>::type;
    if constexpr (std::is_same_v<T, bool>)
        return ExtensionType::Flag;
    else if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, Millis> || std::is_same_v<T, Micros>)
        return ExtensionType::Number;
    else
        return ExtensionType::Text;
}

template <class T, auto Member>
constexpr ExtensionField<T> field(QLatin1StringView name)
{
    using Value = std::remove_cvref_t<decltype(std::declval<T>().*Member)>;
    return {name, typeOf<Value>(), [](const T &a, const T &b) { return a.*Member == b.*Member; },
            [](const T &object) { return write(object.*Member); },
            [](T &object, const QString &text) { return read(text, object.*Member); }};
}

/// Of a length, or a count of plays: what is below 0 is no value.
template <class T, auto Member>
constexpr ExtensionField<T> positive(QLatin1StringView name)
{
    using Value = std::remove_cvref_t<decltype(std::declval<T>().*Member)>;
    ExtensionField<T> plain = field<T, Member>(name);
    plain.set = [](T &object, const QString &text) {
        Value value{};
        if (text.startsWith(u'-') || !read(text, value))
            return false;
        object.*Member = value;
        return true;
    };
    return plain;
}

template <auto Member>
constexpr auto ofEvent(QLatin1StringView name)
{
    return field<ScheduledEvent, Member>(name);
}

template <auto Member>
constexpr auto ofAsset(QLatin1StringView name)
{
    return field<Asset, Member>(name);
}

template <auto Member>
constexpr ExtensionField<Asset> ofMedia(QLatin1StringView name)
{
    using Value = std::remove_cvref_t<decltype(std::declval<TechnicalInfo>().*Member)>;
    return {name, typeOf<Value>(),
            [](const Asset &a, const Asset &b) { return a.technical.*Member == b.technical.*Member; },
            [](const Asset &asset) { return write(asset.technical.*Member); },
            [](Asset &asset, const QString &text) { return read(text, asset.technical.*Member); }};
}

// "fixed" is what files of version 1 know; only the third mode needs a field of its own.
bool isFixed(const ScheduledEvent &event) { return event.startMode == StartMode::Fixed; }
bool isManual(const ScheduledEvent &event) { return event.startMode == StartMode::Manual; }
constexpr ExtensionField<ScheduledEvent> fixedField{
    "fixed"_L1, ExtensionType::Flag,
    [](const ScheduledEvent &a, const ScheduledEvent &b) { return isFixed(a) == isFixed(b); },
    [](const ScheduledEvent &event) { return write(isFixed(event)); },
    [](ScheduledEvent &event, const QString &text) {
        bool fixed = false;
        const bool ok = read(text, fixed);
        event.startMode = !ok ? event.startMode : (fixed ? StartMode::Fixed : StartMode::Follow);
        return ok;
    }};
constexpr ExtensionField<ScheduledEvent> modeField{
    "startMode"_L1, ExtensionType::Text,
    [](const ScheduledEvent &a, const ScheduledEvent &b) { return isManual(a) == isManual(b); },
    [](const ScheduledEvent &event) { return write(event.startMode); },
    [](ScheduledEvent &event, const QString &text) { return read(text, event.startMode); }};
constexpr ExtensionField<ScheduledEvent> colourField{
    "colour"_L1, ExtensionType::Text,
    [](const ScheduledEvent &a, const ScheduledEvent &b) { return a.colour == b.colour; },
    [](const ScheduledEvent &event) {
        return event.colour ? u'#' + QString::number(*event.colour, 16).rightJustified(6, u'0') : QString();
    },
    [](ScheduledEvent &event, const QString &text) {
        bool ok = false;
        const uint value = text.mid(1).toUInt(&ok, 16);
        if (!ok || !text.startsWith(u'#'))
            return false;
        event.colour = value;
        return true;
    }};

using SE = ScheduledEvent;
using TI = TechnicalInfo;

constexpr std::array eventFields{
    ofEvent<&SE::title>("title"_L1),
    fixedField,
    modeField,
    positive<SE, &SE::mediaIn>("inMs"_L1),
    ofEvent<&SE::layer>("layer"_L1),
    ofEvent<&SE::parent>("parent"_L1),
    ofEvent<&SE::parentOffset>("parentOffsetMs"_L1),
    ofEvent<&SE::airing>("airing"_L1),
    ofEvent<&SE::recurrence>("recurrence"_L1),
    ofEvent<&SE::occurrence>("occurrence"_L1),
    ofEvent<&SE::run>("run"_L1),
    ofEvent<&SE::tier>("tier"_L1),
    ofEvent<&SE::origin>("origin"_L1),
    ofEvent<&SE::isLocked>("locked"_L1),
    ofEvent<&SE::isExempt>("exempt"_L1),
    colourField,
    ofEvent<&SE::note>("note"_L1),
};

constexpr std::array assetFields{
    ofAsset<&Asset::title>("title"_L1),
    ofAsset<&Asset::url>("url"_L1),
    ofAsset<&Asset::houseNumber>("houseNumber"_L1),
    ofAsset<&Asset::kind>("kind"_L1),
    ofAsset<&Asset::duration>("durationMs"_L1),
    ofAsset<&Asset::durationSource>("durationSource"_L1),
    ofAsset<&Asset::status>("status"_L1),
    ofAsset<&Asset::statusReason>("statusReason"_L1),
    ofAsset<&Asset::som>("somMs"_L1),
    ofAsset<&Asset::eom>("eomMs"_L1),
    ofAsset<&Asset::breaks>("breaksMs"_L1),
    ofAsset<&Asset::series>("series"_L1),
    ofAsset<&Asset::season>("season"_L1),
    ofAsset<&Asset::episode>("episode"_L1),
    ofAsset<&Asset::category>("category"_L1),
    ofAsset<&Asset::tags>("tags"_L1),
    ofAsset<&Asset::description>("description"_L1),
    ofAsset<&Asset::year>("year"_L1),
    ofAsset<&Asset::language>("language"_L1),
    ofAsset<&Asset::rating>("rating"_L1),
    ofAsset<&Asset::rightsFrom>("rightsFrom"_L1),
    ofAsset<&Asset::rightsUntil>("rightsUntil"_L1),
    ofAsset<&Asset::hours>("hours"_L1),
    positive<Asset, &Asset::maxPlaysPerDay>("maxPlaysPerDay"_L1),
    positive<Asset, &Asset::maxPlaysPerWeek>("maxPlaysPerWeek"_L1),
    positive<Asset, &Asset::maxPlays>("maxPlays"_L1),
    positive<Asset, &Asset::cooldown>("cooldownMs"_L1),
    ofAsset<&Asset::weight>("weight"_L1),
    ofAsset<&Asset::isElastic>("elastic"_L1),
    ofAsset<&Asset::logo>("logo"_L1),
    ofMedia<&TI::container>("container"_L1),
    ofMedia<&TI::videoCodec>("videoCodec"_L1),
    ofMedia<&TI::audioCodec>("audioCodec"_L1),
    ofMedia<&TI::width>("width"_L1),
    ofMedia<&TI::height>("height"_L1),
    ofMedia<&TI::frameRateNumerator>("frameRateNumerator"_L1),
    ofMedia<&TI::frameRateDenominator>("frameRateDenominator"_L1),
    ofMedia<&TI::audioChannels>("audioChannels"_L1),
    ofMedia<&TI::sampleRate>("sampleRate"_L1),
    ofMedia<&TI::fileBytes>("fileBytes"_L1),
    ofMedia<&TI::modifiedMs>("modifiedMs"_L1),
};

} // namespace

std::span<const ExtensionField<ScheduledEvent>> eventExtension() { return eventFields; }

std::span<const ExtensionField<Asset>> assetExtension() { return assetFields; }

} // namespace sf
