// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/timeline/repeatmarks.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace sf::repeatmarks {

namespace {

constexpr int narrow = 12; ///< a box under this is a bar
constexpr int barWidth = 3;
constexpr int frameWidth = 2;
constexpr int wedge = 4;
constexpr int dayShade = 2; ///< rows

/// The first that ends after `t`. Overlaps may hide a longer one before it, which does not matter for a mark.
std::vector<TimeRange>::const_iterator firstAfter(const std::vector<TimeRange> &ranges, TimePoint t)
{
    return std::partition_point(ranges.begin(), ranges.end(),
                                [t](const TimeRange &range) { return range.end() <= t; });
}

/// Calls `fill(left, right)` for each stretch of pixels that ranges between two times cover; those that touch in
/// pixels are one.
template <class XAt, class Fill>
void eachStretch(const std::vector<TimeRange> &ranges, TimeRange shown, XAt &&xAt, Fill &&fill)
{
    auto at = firstAfter(ranges, shown.start);
    while (at != ranges.end() && at->start < shown.end()) {
        const int left = xAt(at->start);
        int right = xAt(at->end());
        for (++at; at != ranges.end() && at->start < shown.end() && xAt(at->start) <= right; ++at)
            right = xAt(at->end());
        fill(left, right);
    }
}

void fillFrame(QPainter &painter, const QRect &box, int width, const QColor &colour)
{
    painter.fillRect(box.left(), box.top(), box.width(), width, colour);
    painter.fillRect(box.left(), box.bottom() - width + 1, box.width(), width, colour);
    painter.fillRect(box.left(), box.top(), width, box.height(), colour);
    painter.fillRect(box.right() - width + 1, box.top(), width, box.height(), colour);
}

/// A bar that stands out on every fill.
void fillBar(QPainter &painter, int x, const QRect &box, const Tokens &t)
{
    painter.fillRect(x - 1, box.top(), barWidth + 2, box.height(), t.background);
    painter.fillRect(x, box.top(), barWidth, box.height(), t.text);
}

/// Bars of a lane from afar, a thousand of them: set in a row of pixels that is then drawn as a texture, where each by
/// itself would touch as many lines of memory as the lane is high.
class BarRow
{
public:
    BarRow(int left, int width)
        : m_left(left)
        , m_pixels(static_cast<std::size_t>(width), 0)
    {
    }

    void add(int x, const Tokens &t)
    {
        m_isUsed = true;
        set(x - 1, barWidth + 2, t.background.rgb());
        set(x, barWidth, t.text.rgb());
    }
    void paint(QPainter &painter, int top, int height)
    {
        if (!m_isUsed)
            return;
        const auto width = static_cast<int>(m_pixels.size());
        const QImage image(reinterpret_cast<const uchar *>(m_pixels.data()), width, 1,
                           QImage::Format_ARGB32_Premultiplied);
        painter.setBrushOrigin(m_left, top);
        painter.fillRect(QRect(m_left, top, width, height), QBrush(image));
        painter.setBrushOrigin(0, 0);
    }

private:
    void set(int x, int width, QRgb colour)
    {
        const int from = std::max(0, x - m_left);
        const int to = std::min(static_cast<int>(m_pixels.size()), x - m_left + width);
        for (int i = from; i < to; ++i)
            m_pixels[static_cast<std::size_t>(i)] = colour;
    }

    int m_left;
    std::vector<QRgb> m_pixels;
    bool m_isUsed = false;
};

void fillWedge(QPainter &painter, int x, int top, const QColor &colour)
{
    for (int y = 0; y < wedge; ++y) // without a path: there may be a thousand
        painter.fillRect(x - wedge + y, top + y, 2 * (wedge - y) - 1, 1, colour);
}

/// Not the accent: that marks what is picked, and what of a day is in view.
QColor shadeOf(const Tokens &t) { return mixed(t.background, t.text, 0.4); }

} // namespace

void paintLane(QPainter &painter, const TimelineScene &scene, int lane, const QRect &clip)
{
    const RepeatLane *repeats =
        scene.repeats ? scene.repeats->laneOf(scene.lanes[static_cast<std::size_t>(lane)].plan) : nullptr;
    if (!repeats)
        return;
    const TimelineLayout &layout = scene.layout;
    const Tokens &t = *scene.colours;
    const QRect row = layout.laneRect(lane);
    constexpr int inset = TimelineLayout::boxInset;
    const TimePoint from = layout.timeAt(clip.left() - narrow);
    const TimePoint to = layout.timeAt(clip.right() + 1 + narrow);
    const QColor shade = shadeOf(t);
    eachStretch(
        repeats->cooling, TimeRange::between(from, to), [&](TimePoint time) { return layout.xAt(time); },
        [&](int start, int end) {
            const int left = std::max(start, clip.left());
            const int width = std::min(end, clip.right() + 1) - left;
            painter.fillRect(left, row.top(), width, inset, shade);
            painter.fillRect(left, row.bottom() + 1 - inset, width, inset, shade);
        });
    BarRow bars(clip.left(), clip.width());
    auto at = firstAfter(repeats->airings, from);
    while (at != repeats->airings.end() && at->start < to) {
        const QRect box = layout.boxRect(lane, *at);
        if (box.width() >= narrow) {
            fillWedge(painter, box.left() + wedge, row.top(), t.text);
            // Inside the outline of what is picked, which is one of the airings.
            fillFrame(painter, box.adjusted(frameWidth, frameWidth, -frameWidth, -frameWidth), frameWidth,
                      t.text);
            ++at;
            continue;
        }
        bars.add(box.left(), t);
        const TimePoint next = layout.timeAt(box.left() + barWidth + 1); // those between would lie below it
        at = std::partition_point(at + 1, repeats->airings.end(),
                                  [next](const TimeRange &range) { return range.start < next; });
    }
    bars.paint(painter, row.top() + inset, row.height() - 2 * inset);
}

void paintDay(QPainter &painter, const TimelineScene &scene, TimeRange day, const QRect &row)
{
    const RepeatLane *repeats =
        scene.repeats ? scene.repeats->laneOf(scene.lanes[static_cast<std::size_t>(scene.focusedLane)].plan)
                      : nullptr;
    if (!repeats)
        return;
    const Tokens &t = *scene.colours;
    const auto xAt = [&](TimePoint time) {
        const auto share =
            static_cast<double>((time - day.start).count()) / static_cast<double>(day.duration.count());
        return row.left() + static_cast<int>(std::clamp(share, 0.0, 1.0) * row.width());
    };
    const QColor shade = shadeOf(t);
    eachStretch(repeats->cooling, day, xAt, [&](int left, int right) {
        painter.fillRect(left, row.top() - dayShade, right - left, dayShade, shade);
        painter.fillRect(left, row.bottom() + 1, right - left, dayShade, shade);
    });
    int painted = row.left() - barWidth;
    for (auto at = firstAfter(repeats->airings, day.start);
         at != repeats->airings.end() && at->start < day.end(); ++at) {
        const int left = xAt(at->start);
        if (left < painted)
            continue;
        const int right = xAt(at->end()) - 1;
        if (right - left >= narrow)
            fillFrame(painter, QRect(QPoint(left, row.top()), QPoint(right, row.bottom())), frameWidth,
                      t.text);
        else
            fillBar(painter, left, row, t);
        painted = left + barWidth + 1;
    }
}

} // namespace sf::repeatmarks
