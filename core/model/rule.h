// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/asset.h"
#include "core/model/ids.h"
#include "core/time/timerange.h"

#include <QString>

#include <optional>
#include <variant>

namespace sf {

/// What a rule applies to; an empty field means "any". All given fields must match.
struct RuleScope
{
    ChannelId channel;
    QString daypart;
    QString category;
    std::optional<AssetKind> kind;
    QString tag;

    bool operator==(const RuleScope &) const = default;
};

/// Start to start, per content.
struct Cooldown
{
    std::optional<Millis> never; ///< closer than this is never planned
    std::optional<Millis> preferred;
    bool operator==(const Cooldown &) const = default;
};

/// Start to start between two episodes of one series.
struct Separation
{
    std::optional<Millis> never;
    std::optional<Millis> preferred;
    bool operator==(const Separation &) const = default;
};

/// Whether `next` may follow `category` directly.
struct Adjacency
{
    QString category;
    QString next;
    bool isNever = false;
    bool operator==(const Adjacency &) const = default;
};

struct MaxPerHour
{
    std::optional<std::int32_t> never; ///< more than this many starts in a clock hour
    std::optional<std::int32_t> preferred;
    bool operator==(const MaxPerHour &) const = default;
};

/// Plays of one content within a window.
struct MaxPlays
{
    Millis window{0};
    std::optional<std::int32_t> never;
    std::optional<std::int32_t> preferred;
    bool operator==(const MaxPlays &) const = default;
};

/// Not at the clock hour it was shown at on the broadcast day before.
struct NoSameHour
{
    bool isNever = false;
    bool operator==(const NoSameHour &) const = default;
};

/// Items of this rating only between two wall times (from may be later than until: over midnight).
struct Watershed
{
    QString rating;
    Millis from{0};
    Millis until{0};
    bool isNever = true;
    bool operator==(const Watershed &) const = default;
};

/// Share of airtime of the scope's category, 0 to 1.
struct Quota
{
    std::optional<double> never; ///< at least this much
    double preferred = 0;
    bool operator==(const Quota &) const = default;
};

/// Items of the scope one after the other.
struct MaxInARow
{
    std::optional<std::int32_t> never;
    std::optional<std::int32_t> preferred;
    bool operator==(const MaxInARow &) const = default;
};

/// Every airing of this series is an intended rerun, as an event can be marked one: what is about repeats
/// (cooldown, separation, plays, the hour of the day before) neither binds it nor counts it.
struct Exemption
{
    QString series;
    bool operator==(const Exemption &) const = default;
};

using RuleBody = std::variant<Cooldown, Separation, Adjacency, MaxPerHour, MaxPlays, NoSameHour, Watershed,
                              Quota, MaxInARow, Exemption>;

/// A station rule: a *never* value that is not broken silently, and a *preferred* one with a weight.
struct Rule
{
    RuleId id;
    QString name;
    RuleScope scope;
    RuleBody body;
    double weight = 1.0; ///< of the preferred value
    bool isEnabled = true;

    bool operator==(const Rule &) const = default;
};

} // namespace sf
