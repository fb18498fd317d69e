// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/registry.h"

namespace sf {

/// Reads one day of ffplayout's playlists, from the start of the channel's broadcast day on. What
/// writeFfplayout() filled gaps with becomes a gap again.
Result<ImportedSchedule> readFfplayout(QIODevice &device, const ReadOptions &options, IdSource &ids,
                                       const Job &job);

} // namespace sf
