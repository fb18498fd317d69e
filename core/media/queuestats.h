// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace sf {

/// How a run of the media reader is doing, or did.
struct QueueStats
{
    std::int64_t totalProcessed = 0; ///< files reported, with a reason or without
    std::int64_t totalQueued = 0;
    std::int64_t totalErrors = 0; ///< of the processed ones, those reported with a reason
    std::int32_t peakActive = 0;
    std::int64_t peakQueueSize = 0;
    std::int32_t active = 0; ///< workers that are reading a file
    std::int64_t queued = 0; ///< files that no worker has been given
    std::int32_t maxConcurrency = 0;
    double utilizationPercent = 0; ///< of the time that maxConcurrency workers could have read, so far

    bool operator==(const QueueStats &) const = default;
};

} // namespace sf
