// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

namespace sf {

/// How a save treats what others wrote since the station was loaded.
enum class SaveCheck {
    Rows,    ///< refuse only where they changed the very objects of the edit (EditConflict): the window
    Station, ///< refuse when they changed anything (StationChanged), so that the work is computed anew: the
             ///< command line
};

} // namespace sf
