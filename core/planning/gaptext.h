// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/fill.h"
#include "core/time/channelclock.h"

#include <QString>

namespace sf {

/// Why a gap stays, as a sentence with the channel's wall time: "Everything has aired within the cooldown; the first is
/// free again at 2026-03-28 03:12." Translated where a translator is installed.
QString sentence(const FillGap &gap, const ChannelClock &clock);

} // namespace sf
