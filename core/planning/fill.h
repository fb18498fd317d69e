// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/model/names.h"
#include "core/planning/eligibility.h"
#include "core/planning/feasibility.h"
#include "core/planning/quotashare.h"
#include "core/schedule/station.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sf {

struct FillRequest
{
    PlanId plan;
    TimeRange range;
    Millis cooldown = std::chrono::hours(48); ///< start to start, of what has none of its own and no rule
    PickOrder order = PickOrder::Shuffle;     ///< where no daypart says
    std::uint64_t seed = 0;
    bool replaceAuto = false; ///< take out what was auto-filled in the range first, unless it is frozen, or
                              ///< reaches over its end
    std::vector<EventId> replaced; ///< and these, where they are auto-filled and not frozen
    TemplateId week;               ///< this template on all days of the range; none: the calendar says which
    bool goesOnFromOld =
        false; ///< what makes way and is still right is the start, and changes only for the better
    std::optional<Millis> allowedCooldown; ///< where nothing else fits, one as short as this will do
    std::int32_t improvements = 2000;      ///< so many neighbourhoods of gaps are cleared and filled anew
    TimePoint now{};
    std::int64_t limit = 1'000'000; ///< no more events than this in one fill
};

/// Why nothing may play from the start of a gap on.
enum class GapReason : std::uint8_t {
    LibraryEmpty,       ///< there is nothing of a kind that fills
    NoKnownDurations,   ///< there is, but nothing with a known length that can be played
    AllCooling,         ///< the cooldown of everything runs; `freeAgain` is the first end of it
    NotAllowed,         ///< rights, hours or play limits keep out what the cooldown does not
    NothingShortEnough, ///< something may play, but is longer than what is left
    TooManyEvents,      ///< the limit on events was reached
    RulesForbid,        ///< the station's rules keep out what the others do not
    NothingInDaypart,   ///< the library has nothing that the daypart draws from
    RunsShort,          ///< the daypart may end early by so much
    TakenBack,          ///< what was planned here would have broken a rule with what follows
};

/// A stretch that stays empty. It ends where something can start and fits, or where the free part ends.
struct FillGap
{
    TimeRange range;
    GapReason reason = GapReason::LibraryEmpty;
    std::optional<TimePoint> freeAgain; ///< when something may play again, after AllCooling and NotAllowed

    bool operator==(const FillGap &) const = default;
};

/// Why an occurrence of a recurring event was not placed.
enum class OccurrenceFailure : std::uint8_t {
    Occupied,     ///< something frozen stands there: `blockedBy`
    NoEpisode,    ///< the series, or the asset, has nothing that can be played
    RuleBroken,   ///< it would break a never rule: `obstacle`
    OutsideRange, ///< it ends after the range that is filled
};

/// An occurrence of a recurring event that found no place.
struct UnplacedOccurrence
{
    RecurrenceId recurrence;
    QString name;
    TimePoint start{};
    OccurrenceFailure failure = OccurrenceFailure::Occupied;
    EventId blockedBy;
    Obstacle obstacle = Obstacle::None;

    bool operator==(const UnplacedOccurrence &) const = default;
};

struct FillOutcome
{
    StationEdit edit;
    std::int64_t placed = 0;
    std::int64_t added = 0;   ///< of the placed ones: those that were not there before
    std::int64_t moved = 0;   ///< of the placed ones: those that made way and came back otherwise
    std::int64_t removed = 0; ///< those that made way and did not come back
    Millis filled{0};
    Millis gap{0};
    std::vector<FillGap> gaps;
    Feasibility feasibility;
    std::int64_t violations = 0;      ///< placed events in a cooldown break, counted anew by the check
    std::int64_t unknownDuration = 0; ///< assets left out because nobody knows their length
    std::int64_t unavailable = 0;     ///< assets left out because their file is missing or no media
    std::int64_t declaredOnly = 0;    ///< assets that took part with a length nobody measured
    std::int64_t recurring = 0;       ///< of the placed ones: occurrences of recurring events
    std::int64_t joins = 0;           ///< ends that had to be met: of hard dayparts, of free time
    std::int64_t exactJoins = 0;      ///< those that were met to the frame
    std::vector<UnplacedOccurrence> unplaced;
    std::vector<QuotaShare> shares;
};

/// Fills the free parts of the range on the main layer, back to back and to the frame: first the recurring
/// events of the channel, then under its rules and week templates, each daypart from its own part of the
/// library. What no daypart covers draws from programmes; from all kinds but Live where the library has no
/// programme at all. Ends are met exactly where one to three programmes and any of the fillers and promos
/// make it possible. Never an overlap, nothing past the range, and no never rule broken against past or
/// future: where nothing fits, a gap stays and says why. Each event says how far the rules gave way for it.
/// The same station, range, order and seed give the same events, ids included; nothing is drawn from a
/// running generator, so a small change elsewhere stays one: a shuffle has an order for each broadcast day,
/// and an id belongs to seed, broadcast day and asset, so that an event that only shifts keeps it. Errors:
/// UnknownObject for the plan or the template, EmptyRange, BadArgument for a negative cooldown or limit, Cancelled; those of
/// occurrencesOf().
Result<FillOutcome> fill(const Station &station, const FillRequest &request, const EditStamp &stamp,
                         Job &job);

/// The bound alone: what fill() could reach at best. Errors: as fill().
Result<Feasibility> feasibility(const Station &station, const FillRequest &request, Job &job);

template <>
std::span<const QLatin1StringView> namesOf<GapReason>();
template <>
std::span<const QLatin1StringView> namesOf<OccurrenceFailure>();

} // namespace sf
