// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/station.h"

#include <cstdint>
#include <optional>

namespace sf {

/// What a job made of a big edit, so that the thread of the window need not.
struct PreparedEdit
{
    std::shared_ptr<const StationEdit> edit; ///< with id and author
    Station after;                           ///< the snapshot with the edit applied
    std::int64_t state = 0;                  ///< Document::state() when the snapshot was taken
    std::optional<TimeRange> extent;         ///< eventExtent() of the edit
};

/// Applies `edit` to a snapshot that was taken at `state`; for a job. Errors: EditConflict.
Result<PreparedEdit> prepareEdit(const Station &snapshot, std::int64_t state, StationEdit edit);

/// From the first start to the last end of the events as they stand after the edit, or stood before it where
/// it only removes; none where it touches no event.
std::optional<TimeRange> eventExtent(const StationEdit &edit);

} // namespace sf
