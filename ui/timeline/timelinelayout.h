// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timerange.h"

#include <QPoint>
#include <QRect>
#include <QSize>

namespace sf {

/// Where things are: time <-> x, lane <-> y, in pixels of the viewport. A value without a widget. Lanes lie
/// below the ruler and right of the header, each with a hairline of background between.
class TimelineLayout
{
public:
    static constexpr int headerWidth = 128;
    static constexpr int rulerHeight = 48;
    static constexpr int laneGap = 4;
    static constexpr int lowestLane = 56;
    static constexpr int tallestLane = 144;   ///< four lines of title and the times; more would be air
    static constexpr int boxInset = 4;        ///< from the lane's edge to an event's
    static constexpr double closest = 10.0;   ///< ms a pixel: a frame at 25/s is four pixels
    static constexpr double farthest = 5.0e7; ///< ms a pixel: three years on a screen

    TimePoint origin{};         ///< at the left edge of the lanes
    double msPerPixel = 60'000; ///< between closest and farthest
    QSize size;                 ///< of the viewport
    int laneCount = 0;
    int laneHeight = lowestLane;
    int scrollY = 0;

    /// Pixel that holds `t`; may lie outside the viewport, at most 10^8 pixels away.
    int xAt(TimePoint t) const;
    /// The first millisecond of pixel x: xAt(timeAt(x)) == x.
    TimePoint timeAt(int x) const;
    Millis lengthOf(int pixels) const;
    /// At least 0, rounded.
    double pixelsOf(Millis length) const;

    QRect laneArea() const; ///< all lanes' part of the viewport
    QRect laneRect(int lane) const;
    /// -1 where there is none.
    int laneAt(int y) const;
    /// The nearest lane; -1 only without lanes.
    int nearestLane(int y) const;
    int lanesHeight() const;
    /// Few lanes share the height that there is; many keep the least and scroll.
    void fitLanes();

    /// Of an event or gap. One pixel at least; one less than its time from four pixels on, so that neighbours
    /// are told apart.
    QRect boxRect(int lane, TimeRange range) const;
    TimeRange visibleRange() const;

    /// Changes the zoom so that the time at pixel x stays there. A factor over 1 shows more time.
    void zoomAround(int x, double factor);
    void scrollBy(int pixels);
    /// The range fills the width, with `margin` of its length on both sides.
    void show(TimeRange range, double margin = 0.0);
    /// Scrolls as little as needed to have `range` in view; its start where it is longer than the view.
    void ensureVisible(TimeRange range);
};

} // namespace sf
