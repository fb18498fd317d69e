// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/weekshape.h"

#include "core/time/timeofday.h"

#include <algorithm>

namespace sf {

namespace {

constexpr std::int32_t allDays = 0x7F;

int inWeek(int day) { return ((day % daysInWeek) + daysInWeek) % daysInWeek; }

std::int32_t rotated(std::int32_t mask, int days)
{
    const int by = inWeek(days);
    mask &= allDays;
    return (mask << by | mask >> (daysInWeek - by)) & allDays;
}

bool isEarlier(const WeekPiece &a, const WeekPiece &b)
{
    if (a.day != b.day)
        return a.day < b.day;
    if (a.from != b.from)
        return a.from < b.from;
    return a.hasStart != b.hasStart ? !a.hasStart : a.daypart < b.daypart; // what goes on began before
}

void addPieces(std::vector<WeekPiece> &pieces, std::size_t place, const Daypart &daypart, int day,
               Millis dayStart)
{
    const Millis start = daypart.from - dayStart;
    const auto offset = static_cast<int>(std::chrono::floor<std::chrono::days>(start).count());
    const Millis end = daypart.until - dayStart;
    const int firstDay = inWeek(day + offset);
    for (int later = offset; dayLength * later < end; ++later) {
        WeekPiece piece;
        piece.daypart = place;
        piece.day = inWeek(day + later);
        piece.firstDay = firstDay;
        piece.from = std::max(Millis::zero(), start - dayLength * later);
        piece.until = std::min(dayLength, end - dayLength * later);
        piece.hasStart = later == offset;
        piece.hasEnd = end <= dayLength * (later + 1);
        pieces.push_back(piece);
    }
}

} // namespace

std::vector<WeekPiece> piecesOf(std::span<const Daypart> dayparts, Millis dayStart)
{
    std::vector<WeekPiece> pieces;
    for (std::size_t place = 0; place < dayparts.size(); ++place) {
        const Daypart &daypart = dayparts[place];
        for (int day = 0; day < daysInWeek; ++day) {
            if ((daypart.dayMask >> day & 1) != 0 && daypart.until > daypart.from)
                addPieces(pieces, place, daypart, day, dayStart);
        }
    }
    std::sort(pieces.begin(), pieces.end(), isEarlier);
    return pieces;
}

std::vector<DaypartOverlap> overlapsOf(std::span<const WeekPiece> pieces)
{
    std::vector<DaypartOverlap> overlaps;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const WeekPiece &one = pieces[i];
        for (std::size_t j = i + 1;
             j < pieces.size() && pieces[j].day == one.day && pieces[j].from < one.until; ++j)
            overlaps.push_back({one.daypart, pieces[j].daypart, one.day, pieces[j].from,
                                std::min(one.until, pieces[j].until)});
    }
    return overlaps;
}

Daypart shifted(Daypart daypart, int days, Millis by, Millis dayStart)
{
    const Millis length = daypart.until - daypart.from;
    const Millis from = daypart.from + by;
    const auto later = std::chrono::floor<std::chrono::days>(from - dayStart);
    int turn = days + static_cast<int>(later.count());
    daypart.from = from - later;
    if (daypart.from + length > 2 * dayLength) { // it would end after 48:00: of the next calendar day, then
        daypart.from -= dayLength;
        ++turn;
    }
    daypart.until = daypart.from + length;
    daypart.dayMask = rotated(daypart.dayMask, turn);
    return daypart;
}

} // namespace sf
