// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/fill.h"

#include <vector>

namespace sf {

/// The steps in which candidates drop out, in this order.
enum class FunnelStep : std::uint8_t {
    Library,  ///< all assets
    Daypart,  ///< of a kind and category that is drawn from here, with a weight
    Playable, ///< with a known length and a file
    Rights,   ///< whose rights cover the whole airing
    Hours,    ///< allowed at this hour, by their mask and the watershed
    Fits,     ///< no longer than what is free
    Cooldown, ///< out of their cooldown, towards past and future
    Limits,   ///< within their play limits and those of rules
    Rules,    ///< that no other never rule shuts out
};

struct FunnelCount
{
    FunnelStep step = FunnelStep::Library;
    std::int64_t left = 0;

    bool operator==(const FunnelCount &) const = default;
};

/// Something in the way of an asset, or a preference that it falls short of.
struct Objection
{
    FunnelStep step = FunnelStep::Library;
    Obstacle obstacle = Obstacle::None; ///< None: it is not drawn from here, not playable or too long
    RuleId rule;                        ///< where a station rule is the reason
    QString ruleName;
    std::optional<TimePoint> until; ///< when it may start again, as far as this goes

    bool operator==(const Objection &) const = default;
};

struct ScoreLine
{
    RuleId rule;
    QString ruleName;
    double cost = 0; ///< the rule's weight times how far the preference is missed, 0 to 1

    bool operator==(const ScoreLine &) const = default;
};

/// Why something that might have been chosen was not.
enum class LossReason : std::uint8_t {
    Preference, ///< it breaks preferences that cost more
    Length,     ///< the end would be met less well
    Order,      ///< it comes later in the order of the daypart
};

struct RunnerUp
{
    AssetId asset;
    QString title;
    LossReason why = LossReason::Order;
    double cost = 0;
    Millis leaves{0}; ///< of the free time after it

    bool operator==(const RunnerUp &) const = default;
};

struct ShutOut
{
    AssetId asset;
    QString title;
    Objection first; ///< the first in the order of the funnel

    bool operator==(const ShutOut &) const = default;
};

/// "14 would fit with a cooldown of 41 h; the first is free on Tue 03:12."
struct Counterfactual
{
    Millis cooldown{0};
    std::int64_t count = 0;
    AssetId first;
    std::optional<TimePoint> firstFree; ///< under the cooldown as it is

    bool operator==(const Counterfactual &) const = default;
};

/// Why something is where it is, or nothing is. As things stand: what was planned around it since is counted
/// in, with the event itself away.
struct Explanation
{
    TimeRange where; ///< the event, or the gap
    TimeRange room;  ///< from its start to what stands fast after it
    QString daypart; ///< empty: none covers it
    EventId event;   ///< none for a gap
    AssetId chosen;
    QString title;
    AssetStatus status = AssetStatus::Unprobed; ///< of what it plays, now
    QString url;                                ///< of the same
    EventOrigin origin = EventOrigin::Manual;
    RelaxationTier tier = RelaxationTier::AllRules;
    std::vector<FunnelCount> funnel;
    std::vector<ScoreLine> score; ///< of the chosen one; empty where it keeps every preference
    std::vector<Objection>
        objections;                  ///< to the chosen one, where an operator or a relaxation overruled them
    std::vector<RunnerUp> runnersUp; ///< at most three; for a gap, what would fit now
    std::vector<ShutOut> shutOut;    ///< for a gap: who else, the first to be free first; at most 200
    std::vector<Counterfactual> whatIf; ///< for a gap
};

/// What an explanation goes by: plan, cooldown, order, seed and now count; the range does not.
/// Errors: UnknownObject for event, plan or asset; EmptyRange for an instant with neither; Cancelled.
Result<Explanation> explainEvent(const Station &station, EventId event, const FillRequest &request, Job &job);
/// The event that plays at an instant, or the gap around it.
Result<Explanation> explainAt(const Station &station, TimePoint t, const FillRequest &request, Job &job);
/// All that is in the way of one asset at an instant; empty where it may start there.
Result<std::vector<Objection>> explainAsset(const Station &station, AssetId asset, TimePoint t,
                                            const FillRequest &request, Job &job);

template <>
std::span<const QLatin1StringView> namesOf<FunnelStep>();
template <>
std::span<const QLatin1StringView> namesOf<LossReason>();

} // namespace sf
