// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/contents.h"
#include "core/schedule/station.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace sf {

/// One showing of a content. The parts of a split programme (same airing id) are one, at their first start.
struct Airing
{
    TimePoint start{};
    std::uint32_t content = ContentIndex::none;
    Millis cooldown{0};    ///< to keep from the airing before it: its asset's own, else the request's
    EventId event;         ///< none where it aired without being planned
    bool isExempt = false; ///< an intended rerun by a rule: it counts to the limits of its asset alone

    bool operator==(const Airing &) const = default;
};

/// Which airings of a plan to collect.
struct AiringQuery
{
    PlanId plan;
    std::optional<TimeRange> window; ///< by start; none: all there are
    TimePoint now{};
    Millis cooldown{0}; ///< where an asset has none of its own
    /// Where it is given: the cooldown of an asset that airs then, in place of both. Null for an asset that
    /// the library does not have.
    std::function<Millis(const Asset *, TimePoint)> cooldownOf;
    /// Events to leave out, as a refill does with what it replaces; may be empty.
    std::function<bool(const ScheduledEvent &)> isLeftOut;
    /// Where it is given: whether what airs then is exempt by a rule. Null as above.
    std::function<bool(const Asset *, TimePoint)> isExempt;
};

/// The airings of a plan by start, as AiredEvents has them. Events without an asset, on layers above 0 and exempt
/// ones (intended reruns, which neither have a cooldown to keep nor make others keep one) do not count.
std::vector<Airing> collectAirings(const Station &station, const AiringQuery &query, ContentIndex &contents);

/// Airings by content.
class History
{
public:
    History() = default;
    /// `airings` by start; `contents` is the number of contents.
    History(std::vector<Airing> airings, std::size_t contents);

    /// Of one content, by start.
    std::span<const Airing> of(std::uint32_t content) const;
    /// Of all contents, by start.
    const std::vector<Airing> &all() const { return m_byStart; }

private:
    std::vector<Airing> m_byStart;
    std::vector<Airing> m_byContent;
    std::vector<std::size_t> m_firsts; ///< in m_byContent, one more than there are contents
};

/// An airing too soon after the one before it of the same content.
struct CooldownBreak
{
    EventId event;
    EventId previous; ///< none where that aired without being planned
    TimePoint start{};
    TimePoint previousStart{};
    Millis shortBy{0};

    bool operator==(const CooldownBreak &) const = default;
};

/// Compares each airing with the previous one of its content, start to start, intended reruns apart. Exactly the cooldown is enough.
class CooldownSweep
{
public:
    explicit CooldownSweep(std::size_t contents)
        : m_last(contents)
    {
    }
    /// Takes the next airing in order of start.
    std::optional<CooldownBreak> add(const Airing &airing);

private:
    struct Last
    {
        TimePoint start = TimePoint::min();
        EventId event;
    };
    std::vector<Last> m_last;
};

/// The longest cooldown any asset has to keep.
Millis longestCooldown(const AssetTable &assets, Millis usual);

} // namespace sf
