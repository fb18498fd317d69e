// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/names.h"
#include "core/model/recurrence.h"
#include "core/schedule/station.h"

#include <vector>

namespace sf {

/// What of an asset a name is to be.
enum class NameField : std::uint8_t { Category, Tag, Series };

/// A name to draw by that no asset of the library has: misspelt, or its assets are yet to come.
struct UnknownName
{
    NameField field = NameField::Category;
    QString name;
    QString daypart; ///< that draws by it; empty for a recurring event

    bool operator==(const UnknownName &) const = default;
};

/// The series of a recurring event without an asset of its own.
std::vector<UnknownName> unknownNames(const Recurrence &recurrence, const AssetTable &assets);
/// What the dayparts draw from and fall back on, each once a daypart, in their order.
std::vector<UnknownName> unknownNames(const WeekTemplate &week, const AssetTable &assets);

/// "No asset of the library is of the series “News” yet."; translated where a translator is installed.
QString sentence(const UnknownName &unknown);

template <>
std::span<const QLatin1StringView> namesOf<NameField>();

} // namespace sf
