// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/registry.h"

namespace sf {

/// Reads the playlists of an MLT file: the one that the file names as its producer, else the longest. It begins
/// at the time that ScheduleFlow wrote, else at options.start (StartNeeded without both).
Result<ImportedSchedule> readMlt(QIODevice &device, const ReadOptions &options, IdSource &ids,
                                 const Job &job);

} // namespace sf
