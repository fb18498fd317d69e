// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/registry.h"

namespace sf {

/// Writes ScheduleFlow JSON that programs of version 1 read too; an extension holds all that their fields have no place for, so
/// that a schedule read back is the one that was written.
Result<WriteReport> writeScheduleJson(QIODevice &device, const ScheduleExport &schedule, const Job &job);

} // namespace sf
