// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/asset.h"
#include "core/model/issue.h"
#include "core/model/play.h"
#include "core/model/scheduledevent.h"
#include "core/model/weektemplate.h"

#include <QLatin1StringView>
#include <QStringView>

#include <optional>
#include <span>

namespace sf {

/// The names of an enumeration's values in order: lower case, hyphenated, the same in the database, in JSON
/// and on the command line.
template <class E>
std::span<const QLatin1StringView> namesOf();

template <class E>
QLatin1StringView nameOf(E value)
{
    return namesOf<E>()[static_cast<std::size_t>(value)];
}

/// Case does not matter; none for an unknown name.
template <class E>
std::optional<E> fromName(QStringView name)
{
    const auto names = namesOf<E>();
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (name.compare(names[i], Qt::CaseInsensitive) == 0)
            return static_cast<E>(i);
    }
    return std::nullopt;
}

template <>
std::span<const QLatin1StringView> namesOf<AssetKind>();
template <>
std::span<const QLatin1StringView> namesOf<AssetStatus>();
template <>
std::span<const QLatin1StringView> namesOf<DurationSource>();
template <>
std::span<const QLatin1StringView> namesOf<StartMode>();
template <>
std::span<const QLatin1StringView> namesOf<EventOrigin>();
template <>
std::span<const QLatin1StringView> namesOf<RelaxationTier>();
template <>
std::span<const QLatin1StringView> namesOf<PlayResult>();
template <>
std::span<const QLatin1StringView> namesOf<PickOrder>();
template <>
std::span<const QLatin1StringView> namesOf<IssueCode>();
template <>
std::span<const QLatin1StringView> namesOf<Severity>();

} // namespace sf
