// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/weektemplate.h"

#include <span>
#include <vector>

namespace sf {

/// Where one daypart lies on one broadcast day of a week. One that runs past the day's end has a piece on the
/// next day, too.
struct WeekPiece
{
    std::size_t daypart = 0; ///< its place in the template
    int day = 0;             ///< broadcast day; 0 is Monday
    int firstDay = 0;        ///< broadcast day on which it starts
    Millis from{0};          ///< from the day's start, 0 to 24 h; so is until
    Millis until{0};
    bool hasStart = true; ///< the daypart starts with this piece; so with the end
    bool hasEnd = true;

    bool operator==(const WeekPiece &) const = default;
};

/// Two dayparts at one time. The one that starts later counts, see blocksOf().
struct DaypartOverlap
{
    std::size_t first = 0; ///< places in the template; the same where a daypart meets itself
    std::size_t second = 0;
    int day = 0;
    Millis from{0};
    Millis until{0};

    bool operator==(const DaypartOverlap &) const = default;
};

/// All pieces by day, then start, what goes on from the day before first. A daypart without days or length has none.
std::vector<WeekPiece> piecesOf(std::span<const Daypart> dayparts, Millis dayStart);

/// By day, then time.
std::vector<DaypartOverlap> overlapsOf(std::span<const WeekPiece> pieces);

/// The daypart some days and some time later (or earlier), on the wall clock; round the week. It begins
/// between one day start and the next, so that it belongs to the broadcast day that shows it, wherever
/// checkTemplate() allows that.
Daypart shifted(Daypart daypart, int days, Millis by, Millis dayStart);

} // namespace sf
