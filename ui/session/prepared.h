// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/document/document.h"

#include <cstdint>

namespace sf {

/// A station as it stood when a job was started, and which state of the document that was.
struct Snapshot
{
    Station station;
    std::int64_t state = 0;
};

/// Applies an edit to the snapshot that it was made for, so that the window need not; for a job. Errors:
/// EditConflict.
inline Result<PreparedEdit> prepare(const Snapshot &snapshot, StationEdit edit)
{
    return prepareEdit(snapshot.station, snapshot.state, std::move(edit));
}

} // namespace sf
