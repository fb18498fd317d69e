// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/registry.h"

namespace sf {

/// Reads XMLTV (https://github.com/XMLTV/xmltv, xmltv.dtd), one channel of it. A programme without a stop ends where
/// the channel's next begins. Times without offset are UTC, as its documentation says.
Result<ImportedSchedule> readXmltv(QIODevice &device, const ReadOptions &options, IdSource &ids,
                                   const Job &job);

} // namespace sf
