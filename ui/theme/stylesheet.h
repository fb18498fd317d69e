// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace sf {

struct Tokens;

/// The style sheet of the program's chrome; what a widget paints itself takes the tokens directly.
QString styleSheet(const Tokens &tokens);

} // namespace sf
