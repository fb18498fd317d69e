// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/registry.h"

namespace sf {

/// Lays the entries of a playlist out back to back from `options.start`, each a whole number of the channel's
/// frames. Entries whose length is not known are rejected. Errors: StartNeeded (args: label, format name),
/// LimitExceeded, Cancelled.
Result<ImportedSchedule> scheduleFromPlaylist(const ImportedPlaylist &playlist, const FormatInfo &format,
                                              const ReadOptions &options, IdSource &ids, const Job &job);

/// The media that a schedule names, in the order in which they are first played; those without an address are left
/// out.
ImportedPlaylist playlistFromSchedule(ImportedSchedule schedule);

} // namespace sf
