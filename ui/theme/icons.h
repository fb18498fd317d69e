// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/issue.h"

#include <QIcon>

#include <cstdint>

namespace sf {

/// The signs that the program draws itself, so that a machine without an icon theme shows them too.
enum class Sign : std::uint8_t {
    Undo,
    Redo,
    Fill,
    Check,
    Export,
    Import,
    Folder,
    Station,
    Add,
    Remove,
    Previous,
    Next,
    ZoomIn,
    ZoomOut,
    Search,
    Close,
    Lock,
    Clock,
    Film,
    Error,   ///< a filled octagon with a bar: shape first, colour second
    Warning, ///< a triangle
    Info,    ///< a circle
    Good,    ///< a tick in a circle
    Missing, ///< a page with a torn edge
    Unprobed,
    Changed,
    Unreadable,
    Unpublished, ///< a diamond: other than the playout knows it
    Count,
};

/// What a sign's colour means; it follows the theme, also when that changes later.
enum class Tone : std::uint8_t { Text, Dim, Accent, OnAccent, Warning, Good, Error };

/// Sharp at every size and device pixel ratio; greyed where disabled.
QIcon icon(Sign sign, Tone tone = Tone::Text);
/// How bad something is; what is only told has the tone that suits its place.
QIcon severityIcon(Severity severity, Tone told);
/// The colour of a category, with an edge, since some are near the ground they stand on.
QIcon swatch(const QColor &fill);

} // namespace sf
