// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/weekshape.h"

#include <QPoint>
#include <QRect>
#include <QSize>

#include <optional>
#include <span>
#include <vector>

namespace sf {

/// Where things are on the week grid: days across, wall time down, each column one broadcast day from its
/// start. A value without a widget.
class WeekGridLayout
{
public:
    static constexpr int headerHeight = 32;
    static constexpr int gutterWidth = 52;
    static constexpr int boxInset = 4;
    static constexpr int lowestHour = 20;
    static constexpr int tallestHour = 240; ///< a minute is four pixels

    QSize size;
    std::vector<int> days{0, 1, 2, 3, 4, 5, 6}; ///< broadcast days shown; 0 is Monday
    int hourHeight = 24;
    int scrollY = 0;

    QRect gridArea() const;
    QRect columnRect(int column) const;
    /// Of a time from the day's start.
    int yAt(Millis time) const;
    /// From the day's start; may lie outside the day.
    Millis timeAt(int y) const;
    Millis lengthOf(int pixels) const;
    /// The nearest one.
    int columnAt(int x) const;
    /// -1 for a day that is not shown.
    int columnOf(int day) const;
    QRect boxRect(const WeekPiece &piece) const;
    int contentHeight() const { return hourHeight * 24; }
    void clampScroll();
};

enum class WeekPart : std::uint8_t { None, Empty, Body, StartEdge, EndEdge };

struct WeekHit
{
    WeekPart part = WeekPart::None;
    int column = 0;
    Millis time{0};                   ///< from the day's start
    std::optional<std::size_t> piece; ///< among those given
};

/// What lies under a point; the selected daypart before others, then what starts later.
WeekHit hitAt(const WeekGridLayout &layout, std::span<const WeekPiece> pieces, QPoint pos,
              std::optional<std::size_t> selected);

} // namespace sf
