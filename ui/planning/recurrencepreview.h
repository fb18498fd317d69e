// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/occurrences.h"

#include <optional>
#include <vector>

namespace sf {

/// What a preview of a recurrence shows one below the other.
struct PreviewLine
{
    enum class Kind : std::uint8_t {
        Occurrence,
        ClockChange, ///< between here the offset from UTC is another one
        Pause,       ///< some are left out of the preview
    };
    Kind kind = Kind::Occurrence;
    Occurrence occurrence;
    bool isLeftOut = false;         ///< an exception, shown so that it can be taken back
    std::chrono::minutes offset{0}; ///< east of UTC; of a change: the new one
    std::chrono::minutes offsetBefore{0};

    bool operator==(const PreviewLine &) const = default;
};

/// The next `count` from an instant on, exceptions included, and those around the next change of the clock,
/// where it lies within 13 months. For a job. Errors: those of occurrencesOf().
Result<std::vector<PreviewLine>> previewOf(const Recurrence &recurrence, const ChannelClock &clock,
                                           TimePoint from, std::size_t count);

/// When it is due next, from an instant on; none where it never is again. For a job.
std::optional<Occurrence> nextAfter(const Recurrence &recurrence, const ChannelClock &clock, TimePoint from);

/// The times of exceptions and changes that the rule does not give, or not any more; sorted. For a job. Errors: those
/// of occurrencesOf().
Result<std::vector<LocalTime>> staleDifferences(const Recurrence &recurrence, const ChannelClock &clock);

} // namespace sf
