// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace sf {

using Millis = std::chrono::milliseconds;
using Micros = std::chrono::microseconds;

/// An instant, UTC, to the millisecond.
using TimePoint = std::chrono::sys_time<Millis>;

/// What a wall clock shows, without saying where. Only ChannelClock turns it into an instant.
using LocalTime = std::chrono::local_time<Millis>;

inline TimePoint timePointFromMs(std::int64_t ms) { return TimePoint(Millis(ms)); }
inline std::int64_t toMs(TimePoint t) { return t.time_since_epoch().count(); }

/// Half-open [start, end): back-to-back events never overlap. Milliseconds, UTC.
struct TimeRange
{
    TimePoint start{};
    Millis duration{0};

    static TimeRange between(TimePoint from, TimePoint to) { return {from, to - from}; }

    TimePoint end() const { return start + duration; }
    bool isEmpty() const { return duration <= Millis::zero(); }
    bool contains(TimePoint t) const { return start <= t && t < end(); }
    bool contains(const TimeRange &other) const { return start <= other.start && other.end() <= end(); }
    bool overlaps(const TimeRange &other) const { return start < other.end() && other.start < end(); }
    /// The shared part; empty (duration 0) where there is none.
    TimeRange intersected(const TimeRange &other) const
    {
        const TimePoint from = std::max(start, other.start);
        return {from, std::max(Millis::zero(), std::min(end(), other.end()) - from)};
    }
    bool operator==(const TimeRange &) const = default;
};

} // namespace sf
