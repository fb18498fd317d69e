// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QLatin1StringView>
#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace sf {

/// What a column of a table says.
enum class ColumnField : std::uint8_t {
    Date,
    Start, ///< a time of day, or date and time together
    End,
    Duration,
    Title,
    Episode, ///< "S02E05"
    Series,
    Category,
    Kind,
    HouseNumber,
    File,
    MediaIn,
    MediaOut,
    Fixed,
    Note,
    Description,
    Channel,
    Offset, ///< from UTC: "+02:00"
    Id,
    Outcome, ///< of an as-run log: aired, partial or failed
    Count,
};

/// How a field is called in mappings: "start", "house-number".
QLatin1StringView columnFieldName(ColumnField field);
std::optional<ColumnField> columnFieldFrom(QStringView name);

/// Where a field stands in a line.
struct ColumnPlace
{
    QString header;          ///< a name in the header line, case ignored; empty: by number
    std::int32_t at = -1;    ///< a column's number from 1, or for fixed columns the first character from 1
    std::int32_t length = 0; ///< fixed columns: characters; 0: up to the line's end

    bool operator==(const ColumnPlace &) const = default;
};

/// What the columns of a CSV file or a fixed-column log mean. Saved and shared as JSON.
struct ColumnMapping
{
    QString name;
    bool isFixed = false; ///< columns by character, else by separator
    QString separator;    ///< one character; empty: found by looking
    bool hasHeader = true;
    std::int32_t skipLines = 0; ///< before the header
    QString recordStart;        ///< of fixed columns: lines that begin otherwise are no events
    QString dateOrder;          ///< "ymd", "dmy", "mdy"; empty: found by looking
    QHash<ColumnField, ColumnPlace> places;

    bool has(ColumnField field) const { return places.contains(field); }
    bool operator==(const ColumnMapping &) const = default;
};

inline size_t qHash(ColumnField field, size_t seed = 0) noexcept
{
    return ::qHash(static_cast<int>(field), seed);
}

/// {"name":…,"fixed":false,"separator":";","header":true,"skipLines":0,"dateOrder":"dmy",
///  "columns":{"start":"Air time","title":3,"house-number":{"at":25,"length":8}}}. Errors: BadMapping (args: `label`,
/// what is wrong).
Result<ColumnMapping> columnMappingFromJson(const QByteArray &json, const QString &label);
QByteArray toJson(const ColumnMapping &mapping);

/// Mappings that come with the program, by name: traffic systems' fixed columns, common CSV layouts.
std::span<const ColumnMapping> columnPresets();
/// Null where there is none of that name.
const ColumnMapping *columnPreset(QStringView name);

/// The built-in fixed layout that all whole lines of a file's beginning fit; null where there is none.
const ColumnMapping *fixedPresetFor(QByteArrayView head);

} // namespace sf
