// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QColor>
#include <QFont>

class QApplication;

namespace sf {

/// All of applyTheme() but the style sheet. A window is built in half the time before there is one, since each
/// widget that finds its parent is styled anew; applyTheme() then follows before the window is shown.
void prepareTheme(Theme theme);
/// Sets the style, palette, fonts and style sheet of the whole program; may be called again at any time.
void applyTheme(QApplication &application, Theme theme);
/// What was applied last; dark before that.
Theme currentTheme();
/// The tokens of the current theme.
const Tokens &tokens();

/// In the current theme.
QColor toneColour(Tone tone);

/// For times, lengths and counts: a font whose digits are all of one width, so that they align in columns and
/// a running clock does not wobble.
QFont figureFont();

} // namespace sf
