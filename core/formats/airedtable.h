// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/asrun.h"
#include "core/time/channelclock.h"

#include <QIODevice>

namespace sf {

/// Writes planned against aired as CSV (RFC 4180, UTF-8, a header): verdict, title, planned start and length, aired start and
/// length, seconds late. Times are the clock's wall time. Errors: FileNotWritable (args: empty, the device's words).
Status writeAired(QIODevice &device, const std::vector<AiredLine> &lines, const Station &station,
                  const ChannelClock &clock);

} // namespace sf
