// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timerange.h"
#include "ui/theme/tokens.h"

#include <QString>

#include <vector>

class QPainter;
class QPointF;

namespace sf {

/// A broadcast day that the playout was given, and how many of its events have changed since.
struct PublishMark
{
    TimeRange day;
    std::int64_t changes = 0;

    bool operator==(const PublishMark &) const = default;
};

/// Null where the day that begins at `start` was not published.
const PublishMark *markAt(const std::vector<PublishMark> &marks, TimePoint start);

/// "Changed since published: 3 events"; "As published".
QString describe(const PublishMark &mark);

constexpr int publishMarkSize = 9;

/// A tick where the day is as published, a solid diamond where it is not; `left` is the middle of its left side.
void paintMark(QPainter &painter, const QPointF &left, const PublishMark &mark, const Tokens &tokens);

} // namespace sf
