// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/station.h"
#include "ui/session/repeats.h"
#include "ui/theme/tokens.h"
#include "ui/timeline/laneindex.h"
#include "ui/timeline/publishmarks.h"
#include "ui/timeline/timelinedrag.h"
#include "ui/timeline/timelinelayout.h"
#include "ui/timeline/timelineruler.h"

#include <QDate>
#include <QHash>
#include <QSet>

#include <vector>

namespace sf {

/// One channel's plan on air.
struct TimelineLane
{
    ChannelId channel;
    PlanId plan;
    QString name;
    ChannelClock clock;
    FrameGrid grid;
    LaneIndex index;
    WallTimes wall;   ///< over what is visible, and some more
    int revision = 0; ///< changes with the plan
};

/// A row below the lanes.
struct ComingDay
{
    QDate date;
    TimeRange range; ///< the broadcast day
};

/// A stretch that is shown to the operator for a moment (goTo).
struct TimelineHighlight
{
    int lane = -1; ///< -1: all
    TimeRange range;
};

/// All that a paint reads.
struct TimelineScene
{
    Station station;
    const Tokens *colours = &tokens(Theme::Dark);
    TimelineLayout layout;
    std::vector<TimelineLane> lanes;
    int rulerLane = 0; ///< whose wall clock the ruler shows
    Ruler ruler;
    std::vector<ComingDay> days; ///< of the focused lane; as many as there is room for, often none
    QHash<PlanId, std::vector<PublishMark>> published; ///< by time
    TimePoint now{};
    QSet<EventId> selected;

    /// What the playout was given of a lane.
    const std::vector<PublishMark> &marks(int lane) const
    {
        static const std::vector<PublishMark> none;
        const auto found = published.find(lanes[static_cast<std::size_t>(lane)].plan);
        return found == published.end() ? none : *found;
    }

    EventId focused;
    std::optional<TimeRange> focusedGap; ///< of the focused lane; then no event is
    int focusedLane = 0;
    bool hasFocus = false;
    DragGhost ghost;
    DragKind ghostKind = DragKind::None;
    bool isDropGhost = false;
    std::optional<TimelineHighlight> highlight;
    SharedRepeats repeats; ///< may be null
};

} // namespace sf
