// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/station.h"

#include <cstdint>
#include <memory>

namespace sf {

/// What a job made of a big edit, so that the thread of the window need not.
struct PreparedEdit
{
    std::shared_ptr<const StationEdit> edit; ///< with id and author
    Station after;                           ///< the snapshot with the edit applied
    std::int64_t state = 0;                  ///< Document::state() when the snapshot was taken
};

} // namespace sf
