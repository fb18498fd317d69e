// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/jsonview.h"
#include "app/cli/planjson.h"
#include "core/model/names.h"
#include "core/time/iso8601.h"
#include "core/time/timeofday.h"

#include <array>

namespace sf::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array dayNames{"mon"_L1, "tue"_L1, "wed"_L1, "thu"_L1, "fri"_L1, "sat"_L1, "sun"_L1};

double inMs(Millis duration) { return static_cast<double>(duration.count()); }

QJsonArray daysOf(std::int32_t mask)
{
    QJsonArray days;
    for (std::size_t day = 0; day < dayNames.size(); ++day) {
        if ((mask >> day & 1) != 0)
            days.append(dayNames[day]);
    }
    return days;
}

void readDays(JsonFields &fields, std::int32_t &mask)
{
    const QJsonValue value = fields.take("days"_L1);
    if (value.isUndefined())
        return;
    if (!value.isArray())
        fields.refuse(value, "days"_L1, u"An array is wanted, such as [\"mon\",\"tue\"]."_s);
    mask = 0;
    const QJsonArray days = value.toArray();
    for (const QJsonValue &one : days) {
        const QString name = one.toString().left(3).toLower();
        const auto found = std::find(dayNames.begin(), dayNames.end(), name);
        if (found == dayNames.end())
            fields.refuse(one, "days"_L1, u"Days are mon, tue, wed, thu, fri, sat, sun."_s);
        else
            mask |= 1 << (found - dayNames.begin());
    }
}

template <class E>
void readName(JsonFields &fields, QLatin1StringView name, E &value, const QString &should)
{
    const QJsonValue found = fields.take(name);
    if (found.isUndefined())
        return;
    if (const auto read = fromName<E>(found.toString()))
        value = *read;
    else
        fields.refuse(found, name, should);
}

QJsonObject toJson(const AssetFilter &filter)
{
    QJsonObject json;
    if (!filter.categories.isEmpty())
        json["categories"_L1] = QJsonArray::fromStringList(filter.categories);
    if (!filter.tags.isEmpty())
        json["tags"_L1] = QJsonArray::fromStringList(filter.tags);
    if (!filter.series.isEmpty())
        json["series"_L1] = filter.series;
    if (filter.kind)
        json["kind"_L1] = nameOf(*filter.kind);
    return json;
}

Result<AssetFilter> filterFromJson(const QJsonObject &json)
{
    AssetFilter filter;
    JsonFields fields(json);
    fields.texts("categories"_L1, filter.categories);
    fields.texts("tags"_L1, filter.tags);
    fields.text("series"_L1, filter.series);
    QString kind;
    fields.text("kind"_L1, kind);
    filter.kind = fromName<AssetKind>(kind);
    if (!kind.isEmpty() && !filter.kind)
        fields.refuse(kind, "kind"_L1, u"It is program, commercial, promo, ident, filler or live."_s);
    if (const Status status = fields.finish(); !status)
        return fail(status.error());
    return filter;
}

QJsonObject toJson(const Daypart &daypart)
{
    return {{u"name"_s, daypart.name},
            {u"days"_s, daysOf(daypart.dayMask)},
            {u"from"_s, timeOfDayText(daypart.from)},
            {u"until"_s, timeOfDayText(daypart.until)},
            {u"filter"_s, toJson(daypart.filter)},
            {u"order"_s, nameOf(daypart.order)},
            {u"hardStart"_s, daypart.isHardStart},
            {u"startToleranceMs"_s, inMs(daypart.startTolerance)},
            {u"mayRunShortMs"_s, inMs(daypart.mayRunShort)},
            {u"mayRunOverMs"_s, inMs(daypart.mayRunOver)},
            {u"identAfterEach"_s, daypart.identAfterEach},
            {u"promoEveryMs"_s, inMs(daypart.promoEvery)},
            {u"breakLengthMs"_s, inMs(daypart.breakLength)},
            {u"padToMs"_s, inMs(daypart.padTo)},
            {u"fallbackCategories"_s, QJsonArray::fromStringList(daypart.fallbackCategories)}};
}

Result<Daypart> daypartFromJson(const QJsonObject &json)
{
    Daypart daypart;
    JsonFields fields(json);
    fields.text("name"_L1, daypart.name);
    readDays(fields, daypart.dayMask);
    fields.timeOfDay("from"_L1, daypart.from);
    fields.timeOfDay("until"_L1, daypart.until);
    if (daypart.until <= daypart.from && daypart.until > Millis::zero())
        daypart.until += std::chrono::hours(24); // over midnight, as people write it
    const auto filter = filterFromJson(fields.object("filter"_L1).value_or(QJsonObject()));
    if (!filter)
        return fail(filter.error());
    daypart.filter = *filter;
    readName(fields, "order"_L1, daypart.order, u"It is shuffle, least-recent, weighted or sequential."_s);
    fields.yes("hardStart"_L1, daypart.isHardStart);
    fields.length("startToleranceMs"_L1, daypart.startTolerance);
    fields.length("mayRunShortMs"_L1, daypart.mayRunShort);
    fields.length("mayRunOverMs"_L1, daypart.mayRunOver);
    fields.yes("identAfterEach"_L1, daypart.identAfterEach);
    fields.length("promoEveryMs"_L1, daypart.promoEvery);
    fields.length("breakLengthMs"_L1, daypart.breakLength);
    fields.length("padToMs"_L1, daypart.padTo);
    fields.texts("fallbackCategories"_L1, daypart.fallbackCategories);
    if (const Status status = fields.finish(); !status)
        return fail(status.error());
    return daypart;
}

tl::unexpected<Error> notAnObject(const QJsonValue &value, const QString &field)
{
    return fail(ErrorCode::BadFieldValue,
                {value.toVariant().toString(), field, u"An array of objects is wanted."_s});
}

/// An array, each value read by `read`; what was there is replaced.
template <class T, class F>
Status readArray(JsonFields &fields, QLatin1StringView name, std::vector<T> &values, F &&read)
{
    const QJsonValue found = fields.take(name);
    if (found.isUndefined())
        return {};
    if (!found.isArray())
        fields.refuse(found, name, u"An array is wanted."_s);
    values.clear();
    const QJsonArray array = found.toArray();
    for (const QJsonValue &one : array) {
        auto value = read(one);
        if (!value)
            return fail(value.error());
        values.push_back(std::move(*value));
    }
    return {};
}

Result<LocalTime> wallTimeFrom(const QJsonValue &value)
{
    LocalTime read{};
    JsonFields fields(QJsonObject{{u"exceptions"_s, value}});
    fields.wallTime("exceptions"_L1, read);
    if (const Status status = fields.finish(); !status)
        return fail(status.error());
    return read;
}

Result<OccurrenceChange> changeFrom(const QJsonValue &value)
{
    if (!value.isObject())
        return notAnObject(value, u"changes"_s);
    OccurrenceChange change;
    JsonFields fields(value.toObject());
    fields.wallTime("original"_L1, change.original);
    const QJsonObject json = value.toObject();
    if (!json["movedTo"_L1].isNull() && json.contains("movedTo"_L1)) {
        LocalTime moved{};
        fields.wallTime("movedTo"_L1, moved);
        change.movedTo = moved;
    }
    fields.id("assetId"_L1, change.asset);
    if (const Status status = fields.finish(); !status)
        return fail(status.error());
    return change;
}

} // namespace

QJsonObject toJson(const WeekTemplate &week)
{
    QJsonObject json{{u"id"_s, week.id.toString()},
                     {u"channelId"_s, week.channel.toString()},
                     {u"name"_s, week.name},
                     {u"dayparts"_s, toArray(week.dayparts, [](const Daypart &one) { return toJson(one); })}};
    if (week.validFrom)
        json["validFrom"_L1] = week.validFrom->toString(Qt::ISODate);
    if (week.validUntil)
        json["validUntil"_L1] = week.validUntil->toString(Qt::ISODate);
    return json;
}

Result<WeekTemplate> templateFromJson(const QJsonObject &json, WeekTemplate base)
{
    JsonFields fields(json);
    fields.id("id"_L1, base.id);
    fields.id("channelId"_L1, base.channel);
    fields.text("name"_L1, base.name);
    fields.dateOrNone("validFrom"_L1, base.validFrom);
    fields.dateOrNone("validUntil"_L1, base.validUntil);
    const Status read =
        readArray(fields, "dayparts"_L1, base.dayparts, [](const QJsonValue &one) -> Result<Daypart> {
            if (!one.isObject())
                return notAnObject(one, u"dayparts"_s);
            return daypartFromJson(one.toObject());
        });
    if (!read)
        return fail(read.error());
    if (const Status status = fields.finish(); !status)
        return fail(status.error());
    return base;
}

QJsonObject toJson(const Recurrence &recurrence)
{
    QJsonObject json{
        {u"id"_s, recurrence.id.toString()},
        {u"channelId"_s, recurrence.channel.toString()},
        {u"name"_s, recurrence.name},
        {u"start"_s, toIso8601(recurrence.start)},
        {u"rrule"_s, recurrence.rrule},
        {u"durationMs"_s, inMs(recurrence.duration)},
        {u"rerun"_s, recurrence.isRerun},
        {u"locked"_s, recurrence.isLocked},
        {u"exceptions"_s, toArray(recurrence.exceptions, [](LocalTime t) { return toIso8601(t); })},
        {u"changes"_s, toArray(recurrence.changes, [](const OccurrenceChange &change) {
             QJsonObject one{{u"original"_s, toIso8601(change.original)}};
             if (change.movedTo)
                 one["movedTo"_L1] = toIso8601(*change.movedTo);
             if (change.asset)
                 one["assetId"_L1] = change.asset.toString();
             return one;
         })}};
    if (recurrence.asset)
        json["assetId"_L1] = recurrence.asset.toString();
    if (!recurrence.series.isEmpty())
        json["series"_L1] = recurrence.series;
    return json;
}

Result<Recurrence> recurrenceFromJson(const QJsonObject &json, Recurrence base)
{
    JsonFields fields(json);
    fields.id("id"_L1, base.id);
    fields.id("channelId"_L1, base.channel);
    fields.text("name"_L1, base.name);
    fields.wallTime("start"_L1, base.start);
    fields.text("rrule"_L1, base.rrule);
    fields.length("durationMs"_L1, base.duration);
    fields.id("assetId"_L1, base.asset);
    fields.text("series"_L1, base.series);
    fields.yes("rerun"_L1, base.isRerun);
    fields.yes("locked"_L1, base.isLocked);
    Status read = readArray(fields, "exceptions"_L1, base.exceptions, wallTimeFrom);
    if (read)
        read = readArray(fields, "changes"_L1, base.changes, changeFrom);
    if (!read)
        return fail(read.error());
    if (const Status status = fields.finish(); !status)
        return fail(status.error());
    return base;
}

} // namespace sf::cli
