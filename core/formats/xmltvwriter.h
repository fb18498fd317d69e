// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/registry.h"

namespace sf {

/// Writes XMLTV in the order that its DTD wants. Options: "channel-id", "media".
Result<WriteReport> writeXmltv(QIODevice &device, const ScheduleExport &schedule, const Job &job);

} // namespace sf
