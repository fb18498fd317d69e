// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/station.h"

#include <optional>
#include <span>
#include <vector>

namespace sf {

/// What several events have in common: none where they differ.
template <class T>
using Common = std::optional<T>;

/// The fields of a selection as the inspector shows them.
struct EventSummary
{
    std::int64_t count = 0; ///< of those that are there
    TimeRange extent;       ///< from the first start to the latest end
    Millis total{0};        ///< of their lengths
    Common<QString> title;
    Common<TimePoint> start;
    Common<Millis> duration;
    Common<Micros> mediaIn;
    Common<StartMode> startMode;
    Common<bool> isLocked;
    Common<bool> isExempt;
    Common<QString> note;
    Common<std::optional<std::uint32_t>> colour;
    Common<AssetId> asset;

    bool operator==(const EventSummary &) const = default;
};

EventSummary summarise(const Station &station, std::span<const EventId> ids);

/// The assets of the events, each once.
std::vector<AssetId> assetIdsOf(const Station &station, std::span<const EventId> ids);

} // namespace sf
