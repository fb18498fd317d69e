// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/invocation.h"

namespace CLI {
class App;
}

namespace sf::cli {

/// schedule import and export.
void addTransferCommands(CLI::App &schedule, Command &command);
/// schedule import.
void addImportCommand(CLI::App &schedule, Command &command);

} // namespace sf::cli
