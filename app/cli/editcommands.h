// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/invocation.h"

namespace CLI {
class App;
}

namespace sf::cli {

/// schedule move, remove, insert, set, undo and redo: what changes single events by hand.
void addEditCommands(CLI::App &schedule, Command &command);

} // namespace sf::cli
