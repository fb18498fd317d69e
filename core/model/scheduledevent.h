// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/ids.h"
#include "core/time/timerange.h"

#include <QString>

#include <optional>

namespace sf {

enum class StartMode : std::uint8_t {
    Fixed,  ///< at this time, whatever goes before
    Follow, ///< when the one before ends
    Manual, ///< when the operator says
};

enum class EventOrigin : std::uint8_t { Manual, Import, AutoFill, Recurrence };

/// How far the planner had to give way to place an event.
enum class RelaxationTier : std::uint8_t {
    AllRules,
    NoPreferences,
    NeverValues,
    FallbackCategory,
    OperatorAllowed,
    ElasticSlate,
};

/// Something planned on a layer of a plan. The start is always stored resolved.
struct ScheduledEvent
{
    EventId id;
    PlanId plan;
    EventId parent;  ///< for a secondary event: what it belongs to
    AssetId asset;   ///< none for a placeholder
    AiringId airing; ///< the parts of one split programme share it; none for a whole one
    RecurrenceId recurrence;
    RunId run; ///< the planning run that placed it
    TimeRange range;
    Millis parentOffset{0};              ///< from the parent's start, for a secondary event
    Micros mediaIn{0};                   ///< where in the file play begins
    std::optional<LocalTime> occurrence; ///< of its recurrence: the wall start before any change
    QString title;
    QString note;
    std::optional<std::uint32_t> colour; ///< 0xRRGGBB; none: the category's
    std::int32_t layer = 0;              ///< 0 is the main one; logos, bugs and subtitles come above
    StartMode startMode = StartMode::Follow;
    EventOrigin origin = EventOrigin::Manual;
    RelaxationTier tier = RelaxationTier::AllRules;
    bool isLocked = false;
    bool isExempt = false; ///< an intended rerun: the cooldown does not count it

    bool operator==(const ScheduledEvent &) const = default;
};

/// The order of a rundown: by start, then id, so that it is the same everywhere.
inline bool startsBefore(const ScheduledEvent &a, const ScheduledEvent &b)
{
    return a.range.start != b.range.start ? a.range.start < b.range.start : a.id < b.id;
}

} // namespace sf
