// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/timelinescene.h"

class QPainter;

namespace sf::repeatmarks {

/// Frames the airings of what is picked, each with a wedge above its start, or marks them with bars where they are narrow, and shades above and below the lane how far
/// their cooldown reaches. Costs what can be seen, however often it airs.
void paintLane(QPainter &painter, const TimelineScene &scene, int lane, const QRect &clip);
/// The same in the row of a day; `row` is its strip.
void paintDay(QPainter &painter, const TimelineScene &scene, TimeRange day, const QRect &row);

} // namespace sf::repeatmarks
