// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QPoint>

class QPainter;

namespace sf {

/// A padlock, 8 x 10.
void drawLock(QPainter &painter, QPoint at, const QColor &colour);
/// A struck-through frame, 10 x 10: no picture.
void drawMissingSign(QPainter &painter, QPoint at, const QColor &colour);

} // namespace sf
