// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/registry.h"

namespace sf {

/// Reads the scheduled primary events of a BXF message (SMPTE ST 2021) of any year: names are compared without their
/// namespace. Time codes are wall time of the channel on the broadcast date that stands with them.
Result<ImportedSchedule> readBxf(QIODevice &device, const ReadOptions &options, IdSource &ids,
                                 const Job &job);

} // namespace sf
