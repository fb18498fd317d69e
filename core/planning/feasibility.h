// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timerange.h"

#include <cstdint>

namespace sf {

/// Whether a library can fill a range at all.
struct Feasibility
{
    Millis library{0};  ///< the most airtime that the library can give, never more than is needed
    Millis needed{0};   ///< the free time of the range
    Millis shortage{0}; ///< needed less library
    /// The most airtime there is, however much is needed, without what is looped or trimmed: what there is to spare.
    Millis available{0};

    bool operator==(const Feasibility &) const = default;
};

/// How often something of this length can air at most in a horizon, whole, with `cooldown` from start to
/// start: 0 if it is longer than the horizon, else floor((horizon - length) / max(cooldown, length)) + 1.
/// `length` is positive.
std::int64_t mostPlays(Millis horizon, Millis length, Millis cooldown);

} // namespace sf
