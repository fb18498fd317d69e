// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/columnmapping.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Import", text); }

constexpr std::array fieldNames{
    "date"_L1,     "start"_L1,       "end"_L1,          "duration"_L1, "title"_L1, "episode"_L1, "series"_L1,
    "category"_L1, "kind"_L1,        "house-number"_L1, "file"_L1,     "in"_L1,    "out"_L1,     "fixed"_L1,
    "note"_L1,     "description"_L1, "channel"_L1,      "offset"_L1,   "id"_L1,    "result"_L1};
static_assert(fieldNames.size() == static_cast<std::size_t>(ColumnField::Count));

constexpr int longestLine = 1 << 20;

std::optional<ColumnPlace> placeFrom(const QJsonValue &value)
{
    ColumnPlace place;
    if (value.isString()) {
        place.header = value.toString().trimmed();
        return place.header.isEmpty() ? std::nullopt : std::optional(place);
    }
    if (value.isDouble()) {
        place.at = value.toInt(-1);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        place.at = object.value("at"_L1).toInt(-1);
        place.length = object.value("length"_L1).toInt(0);
    }
    const bool isUsable =
        place.at >= 1 && place.at <= longestLine && place.length >= 0 && place.length <= longestLine;
    return isUsable ? std::optional(place) : std::nullopt;
}

QJsonValue toValue(const ColumnPlace &place, bool isFixed)
{
    if (!place.header.isEmpty())
        return place.header;
    if (!isFixed)
        return place.at;
    return QJsonObject{{u"at"_s, place.at}, {u"length"_s, place.length}};
}

struct FixedColumn
{
    ColumnField field;
    int at;
    int length;
};

ColumnMapping fixedPreset(const QString &name, std::initializer_list<FixedColumn> columns)
{
    ColumnMapping mapping;
    mapping.name = name;
    mapping.isFixed = true;
    mapping.hasHeader = false;
    for (const FixedColumn &column : columns)
        mapping.places.insert(column.field, ColumnPlace{{}, column.at, column.length});
    return mapping;
}

using enum ColumnField;

/// "traffic" is what this program writes. The others are layouts that traffic systems are set up for: a date in the
/// first columns or none, times as time code or as HHMMSS, lengths as MM:SS.
std::vector<ColumnMapping> makePresets()
{
    std::vector<ColumnMapping> presets;
    presets.push_back(fixedPreset(u"traffic"_s, {{Date, 1, 10},
                                                 {Start, 12, 11},
                                                 {Duration, 24, 11},
                                                 {Fixed, 36, 1},
                                                 {Kind, 38, 3},
                                                 {HouseNumber, 42, 16},
                                                 {Title, 59, 40},
                                                 {MediaIn, 100, 11},
                                                 {Offset, 112, 6},
                                                 {File, 119, 0}}));
    presets.push_back(fixedPreset(
        u"traffic-time-only"_s,
        {{Start, 1, 11}, {Duration, 13, 11}, {HouseNumber, 25, 16}, {Title, 42, 40}, {Kind, 83, 3}}));
    presets.push_back(fixedPreset(
        u"traffic-compact"_s,
        {{Date, 1, 8}, {Start, 9, 8}, {Duration, 17, 8}, {HouseNumber, 25, 12}, {Title, 37, 32}}));
    presets.push_back(fixedPreset(
        u"spot-log"_s, {{Start, 1, 8}, {Duration, 10, 5}, {HouseNumber, 16, 12}, {Title, 29, 30}}));
    return presets;
}

} // namespace

QLatin1StringView columnFieldName(ColumnField field) { return fieldNames[static_cast<std::size_t>(field)]; }

std::optional<ColumnField> columnFieldFrom(QStringView name)
{
    for (std::size_t i = 0; i < fieldNames.size(); ++i) {
        if (name.compare(fieldNames[i], Qt::CaseInsensitive) == 0)
            return static_cast<ColumnField>(i);
    }
    return std::nullopt;
}

Result<ColumnMapping> columnMappingFromJson(const QByteArray &json, const QString &label)
{
    const auto bad = [&](const QString &why) { return fail(ErrorCode::BadMapping, {label, why}); };
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return bad(tr("the mapping is no JSON object (%1)").arg(error.errorString()));
    const QJsonObject object = document.object();
    ColumnMapping mapping;
    mapping.name = object.value("name"_L1).toString();
    mapping.isFixed = object.value("fixed"_L1).toBool(false);
    mapping.separator = object.value("separator"_L1).toString();
    mapping.hasHeader = object.value("header"_L1).toBool(!mapping.isFixed);
    mapping.skipLines = object.value("skipLines"_L1).toInt(0);
    mapping.recordStart = object.value("recordStart"_L1).toString();
    mapping.dateOrder = object.value("dateOrder"_L1).toString();
    if (mapping.separator.size() > 1)
        return bad(tr("the separator “%1” is more than one character").arg(mapping.separator));
    if (!mapping.dateOrder.isEmpty() && mapping.dateOrder != "ymd"_L1 && mapping.dateOrder != "dmy"_L1 &&
        mapping.dateOrder != "mdy"_L1)
        return bad(tr("the date order is “%1”, not ymd, dmy or mdy").arg(mapping.dateOrder));
    const QJsonObject columns = object.value("columns"_L1).toObject();
    for (auto column = columns.begin(); column != columns.end(); ++column) {
        const auto field = columnFieldFrom(column.key());
        if (!field)
            return bad(tr("there is no field “%1”").arg(column.key()));
        const auto place = placeFrom(column.value());
        if (!place || (mapping.isFixed && place->at < 1))
            return bad(tr("the place of “%1” is no column").arg(column.key()));
        mapping.places.insert(*field, *place);
    }
    if (!mapping.has(Start))
        return bad(tr("no column is the start"));
    return mapping;
}

QByteArray toJson(const ColumnMapping &mapping)
{
    QJsonObject columns;
    for (auto place = mapping.places.begin(); place != mapping.places.end(); ++place)
        columns.insert(columnFieldName(place.key()), toValue(place.value(), mapping.isFixed));
    QJsonObject object{{u"name"_s, mapping.name},
                       {u"fixed"_s, mapping.isFixed},
                       {u"header"_s, mapping.hasHeader},
                       {u"columns"_s, columns}};
    if (!mapping.separator.isEmpty())
        object.insert("separator"_L1, mapping.separator);
    if (mapping.skipLines > 0)
        object.insert("skipLines"_L1, mapping.skipLines);
    if (!mapping.recordStart.isEmpty())
        object.insert("recordStart"_L1, mapping.recordStart);
    if (!mapping.dateOrder.isEmpty())
        object.insert("dateOrder"_L1, mapping.dateOrder);
    return QJsonDocument(object).toJson();
}

std::span<const ColumnMapping> columnPresets()
{
    static const std::vector<ColumnMapping> presets = makePresets();
    return presets;
}

const ColumnMapping *columnPreset(QStringView name)
{
    for (const ColumnMapping &preset : columnPresets()) {
        if (name.compare(preset.name, Qt::CaseInsensitive) == 0)
            return &preset;
    }
    return nullptr;
}

} // namespace sf
