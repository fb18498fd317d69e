// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/invocation.h"

namespace CLI {
class App;
}

namespace sf::cli {

/// rule, template and recurrence: list, set (JSON on standard input), remove.
void addPlanCommands(CLI::App &app, Command &command);

} // namespace sf::cli
