// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/registry.h"

namespace sf {

/// Writes a schedule message of BXF (SMPTE ST 2021, 2008 namespace): primary events with start, length, modes, content
/// and media. Not held against the standard's own schema.
Result<WriteReport> writeBxf(QIODevice &device, const ScheduleExport &schedule, const Job &job);

} // namespace sf
