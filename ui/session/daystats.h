// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/station.h"

namespace sf {

/// How full a range of a plan's main layer is.
struct DayStats
{
    Millis length{0};
    Millis filled{0}; ///< overlapping time counts once
    std::int64_t events = 0;
    std::int64_t gaps = 0;      ///< of a frame or more, between events of the plan
    std::int64_t conflicts = 0; ///< pairs of events that share time, the later of which begins in the range

    /// Whole percent, rounded down so that 100 means full.
    int percent() const
    {
        return length > Millis::zero() ? static_cast<int>(filled.count() * 100 / length.count()) : 0;
    }
    bool operator==(const DayStats &) const = default;
};

/// One sweep; for a day it takes far under a millisecond.
DayStats statsOf(const Station &station, PlanId plan, TimeRange range);

} // namespace sf
