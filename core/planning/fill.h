// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/model/names.h"
#include "core/planning/feasibility.h"
#include "core/schedule/station.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sf {

/// In which order auto-fill takes from the library.
enum class FillOrder : std::uint8_t {
    Shuffle,     ///< a shuffle bag: everything once (as its weight says) before anything again
    LeastRecent, ///< what has not aired for longest
    Sequential,  ///< by series, season, episode and title, going on after what aired last
};

struct FillRequest
{
    PlanId plan;
    TimeRange range;
    Millis cooldown = std::chrono::hours(48); ///< start to start; an asset's own takes its place
    FillOrder order = FillOrder::Shuffle;
    std::uint64_t seed = 0;
    bool replaceAuto = false; ///< take out what was auto-filled in the range first, unless it is frozen
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
};

/// A stretch that stays empty. It ends where something can start and fits, or where the free part ends.
struct FillGap
{
    TimeRange range;
    GapReason reason = GapReason::LibraryEmpty;
    std::optional<TimePoint> freeAgain; ///< when something may play again, after AllCooling and NotAllowed

    bool operator==(const FillGap &) const = default;
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
};

/// Fills the free parts of the range on the main layer, back to back and to the frame, without a repeat
/// inside the cooldown against past or future, and never into an existing event or past the range. Draws from
/// programmes; from all kinds but Live where the library has no programme at all. Rights, hours, play limits
/// and weight 0 are kept. The same station, range, order and seed give the same events, ids included; nothing
/// is drawn from a running generator, so a small change elsewhere stays one: a shuffle has an order for each
/// broadcast day, and an id belongs to seed, broadcast day and asset, so that an event that only shifts keeps
/// it. Errors: UnknownObject for the
/// plan, EmptyRange, BadArgument for a negative cooldown or limit, Cancelled.
Result<FillOutcome> fill(const Station &station, const FillRequest &request, const EditStamp &stamp,
                         Job &job);

/// The bound alone: what fill() could reach at best. Errors: as fill().
Result<Feasibility> feasibility(const Station &station, const FillRequest &request, Job &job);

template <>
std::span<const QLatin1StringView> namesOf<FillOrder>();
template <>
std::span<const QLatin1StringView> namesOf<GapReason>();

} // namespace sf
