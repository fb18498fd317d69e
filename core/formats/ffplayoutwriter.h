// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/registry.h"

namespace sf {

constexpr auto ffplayoutFillerOption = QLatin1StringView("filler");
/// The category of what fills a gap, by which it is told from an event again.
constexpr auto ffplayoutGapCategory = QLatin1StringView("scheduleflow-gap");

/// Writes one day of ffplayout's playlists (https://github.com/ffplayout/ffplayout, docs/playlist_gen.md): items run
/// back to back from the day's start to its end, which a filler makes up where nothing is planned. The range of
/// `schedule` is the day.
Result<WriteReport> writeFfplayout(QIODevice &device, const ScheduleExport &schedule, const Job &job);

} // namespace sf
