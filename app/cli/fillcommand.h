// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/invocation.h"

namespace CLI {
class App;
}

namespace sf::cli {

/// schedule fill, replan, feasibility and explain.
void addFillCommands(CLI::App &schedule, Command &command);

/// "48h", "0"; errors: BadArgument.
Result<Millis> readCooldown(const std::string &text);

} // namespace sf::cli
