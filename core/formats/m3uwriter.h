// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/registry.h"

namespace sf {

/// Writes the main layer as M3U8: UTF-8 without byte order mark, as VLC and mpv take it. Both end the
/// attributes at the first comma, even between quotes, so commas and quotes go from the attributes' values.
Result<WriteReport> writeM3u(QIODevice &device, const ScheduleExport &schedule, const Job &job);

} // namespace sf
