// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/fillcheck.h"
#include "core/planning/oldplan.h"

#include <algorithm>

namespace sf {

namespace {

/// What is left of the free slots. Why is that of a known gap there.
std::vector<FillGap> gapsBetween(const std::vector<Placement> &placements, const FillInput &input,
                                 const std::vector<FillGap> &known)
{
    const FrameGrid grid = input.channel.grid();
    std::vector<FillGap> gaps;
    const auto add = [&](std::int64_t from, std::int64_t until) {
        if (from >= until)
            return;
        FillGap gap{TimeRange::between(grid.timeOf(from), grid.timeOf(until)), GapReason::NothingShortEnough,
                    std::nullopt};
        const auto there = std::find_if(known.begin(), known.end(),
                                        [&](const FillGap &one) { return one.range.overlaps(gap.range); });
        if (there != known.end()) {
            gap.reason = there->reason;
            gap.freeAgain = there->freeAgain;
        }
        gaps.push_back(gap);
    };
    auto next = placements.begin();
    for (const FreeSlot &slot : input.free) {
        std::int64_t frame = slot.first;
        for (; next != placements.end() && next->frame < slot.end; ++next) {
            add(frame, next->frame);
            frame = next->frame + next->frames;
        }
        add(frame, slot.end);
    }
    return gaps;
}

} // namespace

void keepOldIfBetter(FillInput &input, const FillRequest &request, const MakesWay &isLeftOut, FillRun &run,
                     const Job &job)
{
    if (!run.asItWas || std::ssize(*run.asItWas) > request.limit)
        return;
    FillRun old;
    old.placements = *run.asItWas;
    old.gaps = gapsBetween(old.placements, input, run.gaps);
    old.joins = run.joins;
    if (old.open() < run.open() && takeBackBreaks(input, request, isLeftOut, old, job) == 0)
        run = std::move(old);
}

} // namespace sf
