// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/fields.h"

#include "core/model/names.h"
#include "core/time/channelclock.h"
#include "core/time/iso8601.h"

#include <span>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> bad(const QString &value, QLatin1StringView field, const QString &hint)
{
    return fail(ErrorCode::BadFieldValue, {value, QString(field), hint});
}

/// How a field of one type is read; the hint says what would have been right.
struct Reader
{
    QLatin1StringView field;
    const QString &value;

    Status operator()(QString &target) const
    {
        target = value;
        return {};
    }
    Status operator()(QStringList &target) const
    {
        target.clear();
        for (const QString &part : value.split(u',', Qt::SkipEmptyParts))
            target.append(part.trimmed());
        return {};
    }
    Status operator()(bool &target) const
    {
        static const QStringList yes{u"yes"_s, u"true"_s, u"1"_s, u"on"_s};
        static const QStringList no{u"no"_s, u"false"_s, u"0"_s, u"off"_s, QString()};
        target = yes.contains(value.toLower());
        if (!target && !no.contains(value.toLower()))
            return bad(value, field, u"Use yes or no."_s);
        return {};
    }
    Status operator()(std::int32_t &target) const
    {
        bool ok = false;
        const int number = value.isEmpty() ? 0 : value.toInt(&ok);
        if ((!ok && !value.isEmpty()) || number < 0)
            return bad(value, field, u"Use a whole number, 0 for none."_s);
        target = number;
        return {};
    }
    Status operator()(double &target) const
    {
        bool ok = false;
        const double number = value.toDouble(&ok);
        if (!ok || !(number >= 0) || number > 1000)
            return bad(value, field, u"Use a number from 0 to 1000."_s);
        target = number;
        return {};
    }
    Status operator()(Micros &target) const
    {
        const auto length = value.isEmpty() ? Result<Millis>(Millis::zero()) : parseDuration(value);
        if (!length || *length < Millis::zero())
            return bad(value, field, u"Use a length such as 1:30:00, 90m or 5400."_s);
        target = *length;
        return {};
    }
    Status operator()(Millis &target) const
    {
        Micros exact{0};
        const Status status = (*this)(exact);
        target = std::chrono::duration_cast<Millis>(exact);
        return status;
    }
    Status operator()(TimePoint &target) const
    {
        const auto time = parseIso8601(value);
        if (!time)
            return bad(value, field, u"Use ISO 8601 with an offset, such as 2026-03-28T20:00:00Z."_s);
        target = time->asUtc();
        return {};
    }
    Status operator()(std::uint32_t &colour) const
    {
        bool ok = false;
        const QString digits = value.startsWith(u'#') ? value.sliced(1) : value;
        const std::uint32_t rgb = digits.toUInt(&ok, 16);
        if (!ok || digits.size() != 6)
            return bad(value, field, u"Use six hexadecimal digits, such as #3f6ea8."_s);
        colour = rgb;
        return {};
    }
    template <class T>
    Status operator()(std::optional<T> &target) const
    {
        if (value.isEmpty()) {
            target.reset();
            return {};
        }
        T read{};
        const Status status = (*this)(read);
        if (status)
            target = read;
        return status;
    }
    Status operator()(std::vector<Micros> &target) const
    {
        std::vector<Micros> points;
        for (const QString &part : value.split(u',', Qt::SkipEmptyParts)) {
            Micros point{0};
            if (const Status status = Reader{field, part}(point); !status)
                return status;
            points.push_back(point);
        }
        std::sort(points.begin(), points.end());
        target = std::move(points);
        return {};
    }
    template <class E>
    requires std::is_enum_v<E> Status operator()(E &target) const
    {
        const auto found = fromName<E>(value);
        if (!found) {
            QStringList names;
            for (const QLatin1StringView name : namesOf<E>())
                names.append(name);
            return bad(value, field, u"Use one of: %1."_s.arg(names.join(u", "_s)));
        }
        target = *found;
        return {};
    }
    /// "mon-fri 06-09, sat 20-24" would be friendlier; the 168 bits are what the format has.
    Status operator()(HoursMask &target) const
    {
        if (value.size() != 168 || value.count(u'0') + value.count(u'1') != 168)
            return bad(value, field, u"Use 168 digits 0 or 1, Monday 00:00 first."_s);
        for (qsizetype hour = 0; hour < 168; ++hour)
            target[static_cast<std::size_t>(hour)] = value[hour] == u'1';
        return {};
    }
};

template <class T>
struct FieldEntry
{
    QLatin1StringView name;
    Status (*set)(T &object, const Reader &reader);
};

template <auto member, class T>
constexpr FieldEntry<T> entry(QLatin1StringView name)
{
    return {name, [](T &object, const Reader &reader) { return reader(object.*member); }};
}

Status setAssetDuration(Asset &asset, const Reader &reader)
{
    if (const Status status = reader(asset.duration); !status)
        return status;
    asset.durationSource =
        asset.duration > Micros::zero() ? DurationSource::Declared : DurationSource::Unknown;
    return {};
}

#define SF_FIELD(Type, member) entry<&Type::member, Type>(#member##_L1)

constexpr FieldEntry<Asset> assetFields[] = {SF_FIELD(Asset, title),
                                             SF_FIELD(Asset, houseNumber),
                                             SF_FIELD(Asset, kind),
                                             SF_FIELD(Asset, url),
                                             {"duration"_L1, setAssetDuration},
                                             SF_FIELD(Asset, som),
                                             SF_FIELD(Asset, eom),
                                             SF_FIELD(Asset, breaks),
                                             SF_FIELD(Asset, series),
                                             SF_FIELD(Asset, season),
                                             SF_FIELD(Asset, episode),
                                             SF_FIELD(Asset, category),
                                             SF_FIELD(Asset, tags),
                                             SF_FIELD(Asset, description),
                                             SF_FIELD(Asset, year),
                                             SF_FIELD(Asset, language),
                                             SF_FIELD(Asset, rating),
                                             SF_FIELD(Asset, rightsFrom),
                                             SF_FIELD(Asset, rightsUntil),
                                             SF_FIELD(Asset, hours),
                                             SF_FIELD(Asset, maxPlaysPerDay),
                                             SF_FIELD(Asset, maxPlaysPerWeek),
                                             SF_FIELD(Asset, maxPlays),
                                             SF_FIELD(Asset, cooldown),
                                             SF_FIELD(Asset, weight),
                                             entry<&Asset::isElastic, Asset>("elastic"_L1),
                                             SF_FIELD(Asset, logo)};

constexpr FieldEntry<ScheduledEvent> eventFields[] = {
    SF_FIELD(ScheduledEvent, title),
    SF_FIELD(ScheduledEvent, note),
    SF_FIELD(ScheduledEvent, colour),
    SF_FIELD(ScheduledEvent, startMode),
    SF_FIELD(ScheduledEvent, mediaIn),
    entry<&ScheduledEvent::isLocked, ScheduledEvent>("locked"_L1),
    entry<&ScheduledEvent::isExempt, ScheduledEvent>("exempt"_L1)};

#undef SF_FIELD

template <class T>
QStringList namesIn(std::span<const FieldEntry<T>> entries)
{
    QStringList names;
    for (const FieldEntry<T> &entry : entries)
        names.append(entry.name);
    return names;
}

template <class T>
Status setIn(std::span<const FieldEntry<T>> entries, T &object, const QString &field, const QString &value)
{
    for (const FieldEntry<T> &entry : entries) {
        if (field.compare(entry.name, Qt::CaseInsensitive) == 0)
            return entry.set(object, Reader{entry.name, value});
    }
    return fail(ErrorCode::UnknownField, {field, namesIn(entries).join(u", "_s)});
}

} // namespace

QStringList assetFieldNames() { return namesIn(std::span<const FieldEntry<Asset>>(assetFields)); }

QStringList eventFieldNames() { return namesIn(std::span<const FieldEntry<ScheduledEvent>>(eventFields)); }

Status setField(Asset &asset, const QString &field, const QString &value)
{
    return setIn(std::span<const FieldEntry<Asset>>(assetFields), asset, field, value);
}

Status setField(ScheduledEvent &event, const QString &field, const QString &value)
{
    return setIn(std::span<const FieldEntry<ScheduledEvent>>(eventFields), event, field, value);
}

Status setClock(Channel &channel, const QString &dayStart, const QString &rate)
{
    const auto start = parseDayStart(dayStart.trimmed());
    if (!start)
        return fail(start.error());
    const auto frames = FrameRate::fromString(rate.trimmed());
    if (!frames)
        return fail(frames.error());
    channel.dayStart = *start;
    channel.rate = *frames;
    return {};
}

Status checkAsset(const Asset &asset)
{
    if (asset.title.trimmed().isEmpty())
        return bad(asset.title, "title"_L1, u"Give it a title."_s);
    if (asset.rightsFrom && asset.rightsUntil && *asset.rightsUntil <= *asset.rightsFrom)
        return bad(toIso8601(*asset.rightsUntil), "rightsUntil"_L1, u"The rights end before they begin."_s);
    if (asset.hours && asset.hours->none())
        return bad({}, "hours"_L1, u"Allow at least one hour; a weight of 0 keeps it out of auto-fill."_s);
    const auto text = [](Micros point) { return toClockText(std::chrono::round<Millis>(point)); };
    if (asset.eom && *asset.eom <= asset.som)
        return bad(text(*asset.eom), "eom"_L1, u"It ends before it starts."_s);
    if (asset.duration <= Micros::zero())
        return {};
    if (asset.som >= asset.duration)
        return bad(text(asset.som), "som"_L1, u"It starts after the end of the file."_s);
    for (const Micros point : asset.breaks) {
        if (point <= Micros::zero() || point >= asset.duration)
            return bad(text(point), "breaks"_L1, u"A split point lies outside of the file."_s);
    }
    return {};
}

} // namespace sf
