// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/timeline/timelinelayout.h"

#include <cmath>

namespace sf {

namespace {

/// Far enough for any clipping, near enough for int arithmetic on it.
constexpr double farAway = 1.0e8;
/// Of a millisecond: covers what multiplying and dividing lose.
constexpr double slack = 1.0 / 128;

} // namespace

int TimelineLayout::xAt(TimePoint t) const
{
    const double pixels = (static_cast<double>((t - origin).count()) + slack) / msPerPixel;
    return headerWidth + static_cast<int>(std::floor(std::clamp(pixels, -farAway, farAway)));
}

TimePoint TimelineLayout::timeAt(int x) const { return origin + lengthOf(x - headerWidth); }

Millis TimelineLayout::lengthOf(int pixels) const
{
    return Millis(std::llround(std::ceil(static_cast<double>(pixels) * msPerPixel - slack)));
}

double TimelineLayout::pixelsOf(Millis length) const
{
    return static_cast<double>(std::max<std::int64_t>(0, length.count())) / msPerPixel;
}

QRect TimelineLayout::laneArea() const
{
    return QRect(QPoint(headerWidth, rulerHeight), QPoint(size.width() - 1, size.height() - 1));
}

QRect TimelineLayout::laneRect(int lane) const
{
    const int y = rulerHeight + laneGap + lane * (laneHeight + laneGap) - scrollY;
    return QRect(headerWidth, y, size.width() - headerWidth, laneHeight);
}

int TimelineLayout::laneAt(int y) const
{
    const int lane = nearestLane(y);
    if (lane < 0 || y < rulerHeight)
        return -1;
    const QRect rect = laneRect(lane);
    return y >= rect.top() && y <= rect.bottom() ? lane : -1;
}

int TimelineLayout::nearestLane(int y) const
{
    if (laneCount == 0)
        return -1;
    const int inLanes = y - rulerHeight - laneGap + scrollY;
    return std::clamp(inLanes / (laneHeight + laneGap), 0, laneCount - 1);
}

int TimelineLayout::lanesHeight() const { return laneGap + laneCount * (laneHeight + laneGap); }

void TimelineLayout::fitLanes()
{
    const int share = (size.height() - rulerHeight - laneGap) / std::max(1, laneCount) - laneGap;
    laneHeight = std::clamp(share, lowestLane, tallestLane);
}

QRect TimelineLayout::boxRect(int lane, TimeRange range) const
{
    const QRect row = laneRect(lane);
    const int left = xAt(range.start);
    const int width = xAt(range.end()) - left;
    return QRect(left, row.top() + boxInset, width >= 4 ? width - 1 : std::max(1, width),
                 row.height() - 2 * boxInset);
}

TimeRange TimelineLayout::visibleRange() const
{
    return TimeRange::between(origin, timeAt(std::max(size.width(), headerWidth + 1)));
}

void TimelineLayout::zoomAround(int x, double factor)
{
    const int pixels = x - headerWidth;
    const double offset = static_cast<double>(pixels) * msPerPixel;
    msPerPixel = std::clamp(msPerPixel * factor, closest, farthest);
    origin += Millis(std::llround(offset - static_cast<double>(pixels) * msPerPixel));
}

void TimelineLayout::scrollBy(int pixels)
{
    origin += Millis(std::llround(static_cast<double>(pixels) * msPerPixel));
}

void TimelineLayout::show(TimeRange range, double margin)
{
    const int width = std::max(1, size.width() - headerWidth);
    const double wanted = static_cast<double>(range.duration.count()) * (1.0 + 2.0 * margin);
    msPerPixel = std::clamp(wanted / width, closest, farthest);
    const double shown = msPerPixel * width;
    origin = range.start + Millis(std::llround((static_cast<double>(range.duration.count()) - shown) / 2));
}

void TimelineLayout::ensureVisible(TimeRange range)
{
    const TimeRange visible = visibleRange();
    const Millis margin = visible.duration / 20;
    if (range.start < visible.start || range.duration > visible.duration - 2 * margin)
        origin = range.start >= visible.start && range.start < visible.end() - margin ? origin
                                                                                      : range.start - margin;
    else if (range.end() > visible.end())
        origin = range.end() + margin - visible.duration;
}

} // namespace sf
