// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/walltimes.h"

#include <QString>

#include <vector>

namespace sf {

struct RulerTick
{
    TimePoint time{};
    QString label; ///< empty for a minor tick
};

/// A stretch of the upper row: a broadcast day, a month or a year.
struct RulerBand
{
    TimeRange range;
    QString label;
    QString shortLabel; ///< where the long one does not fit
};

struct Ruler
{
    std::vector<RulerTick> ticks;
    std::vector<RulerBand> bands;
};

/// The marks of a channel's wall clock over `wall`'s range. Hours are those that the wall shows: at a DST
/// change one is missing, or comes twice and then carries its offset. Days begin at the channel's day start.
/// Labels stand at least 44 px apart.
Ruler makeRuler(const ChannelClock &clock, const WallTimes &wall, double msPerPixel);

} // namespace sf
