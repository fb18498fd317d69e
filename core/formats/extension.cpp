// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/extension.h"

#include "core/formats/extensionvalue.h"

#include <array>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

using extensionvalue::read;
using extensionvalue::write;

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
