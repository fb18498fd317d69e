// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/model/recurrence.h"
#include "core/time/channelclock.h"

#include <vector>

namespace sf {

/// One time at which a recurring event is due.
struct Occurrence
{
    LocalTime original{}; ///< as the rule gives it; by this a change and an event know it
    TimePoint start{};    ///< with a change applied; where the clock skips the time, when it jumps
    AssetId asset;        ///< of this one only; none: as the recurrence says
    bool isMoved = false;
    bool isShifted = false;   ///< the wall clock does not show its time on that day
    bool isAmbiguous = false; ///< the wall clock shows it twice; the first counts

    bool operator==(const Occurrence &) const = default;
};

/// The occurrences that start in a range, by start (RFC 5545, 3.8.5, expanded by libical in the channel's
/// wall time). UNTIL may be a date, wall time or UTC; it is compared as an instant, so that it holds on both
/// sides of a change of the clock. Exceptions are left out, moved ones are where they were moved to. Errors:
/// BadFieldValue; args: the rule, "rrule", what it should be.
Result<std::vector<Occurrence>> occurrencesOf(const Recurrence &recurrence, const ChannelClock &clock,
                                              TimeRange range, std::size_t limit = 100'000);

/// Whether a recurrence says what airs, how long, and when. Errors: BadFieldValue.
Status checkRecurrence(const Recurrence &recurrence, const ChannelClock &clock);

} // namespace sf
