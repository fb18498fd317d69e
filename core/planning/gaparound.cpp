// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/gapmender.h"

#include <algorithm>

namespace sf {

namespace {

constexpr std::size_t mostCleared = 64; ///< no more events are cleared at once

}

bool GapMender::mayClear(const Placement &placement, const Block &block) const
{
    return placement.airing == 0 && !placement.isSlate &&
           block.range.contains(m_grid.timeOf(placement.frame));
}

GapMender::Neighbourhood GapMender::around(const FillGap &gap, const Block &block, std::size_t reach) const
{
    Neighbourhood near;
    near.first = m_grid.indexOf(gap.range.start);
    near.end = m_grid.indexOf(gap.range.end());
    near.empty = near.frames();
    const auto slot =
        std::upper_bound(m_input.free.begin(), m_input.free.end(), near.first,
                         [](std::int64_t frame, const FreeSlot &one) { return frame < one.first; });
    if (slot != m_input.free.begin())
        near.slot = *(slot - 1);
    const auto next =
        std::lower_bound(m_run.placements.begin(), m_run.placements.end(), near.first,
                         [](const Placement &one, std::int64_t frame) { return one.frame < frame; });
    near.from = near.until = static_cast<std::size_t>(next - m_run.placements.begin());
    extendBack(near, block, reach);
    extendAhead(near, block, reach - 1);
    return near;
}

void GapMender::extendBack(Neighbourhood &near, const Block &block, std::size_t reach) const
{
    std::size_t programmes = 0;
    while (programmes < reach && near.from > 0 && near.until - near.from < mostCleared) {
        const Placement &before = m_run.placements[near.from - 1];
        if (before.frame + before.frames != near.first || before.frame < near.slot.first ||
            !mayClear(before, block))
            return;
        near.first = before.frame;
        --near.from;
        programmes += isProgramme(*before.candidate.asset) ? 1 : 0;
        near.hadProgrammes = near.hadProgrammes || programmes > 0;
    }
}

void GapMender::extendAhead(Neighbourhood &near, const Block &block, std::size_t reach) const
{
    std::size_t programmes = 0;
    const TimePoint end = m_grid.timeOf(near.end);
    auto gap = std::lower_bound(m_run.gaps.begin(), m_run.gaps.end(), end,
                                [](const FillGap &one, TimePoint t) { return one.range.start < t; });
    while (near.until - near.from < mostCleared && near.end < near.slot.end) {
        const bool isGap = gap != m_run.gaps.end() && gap->range.start == m_grid.timeOf(near.end) &&
                           block.range.contains(gap->range.start) && isMendable(*gap);
        if (isGap) {
            const std::int64_t gapEnd = m_grid.indexOf(gap->range.end());
            near.empty += gapEnd - near.end;
            near.end = gapEnd;
            ++gap;
            continue;
        }
        if (programmes >= reach || near.until == m_run.placements.size())
            return;
        const Placement &after = m_run.placements[near.until];
        if (after.frame != near.end || !mayClear(after, block))
            return;
        near.end = after.frame + after.frames;
        ++near.until;
        programmes += isProgramme(*after.candidate.asset) ? 1 : 0;
        near.hadProgrammes = near.hadProgrammes || programmes > 0;
    }
}

} // namespace sf
