// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/invocation.h"

namespace CLI {
class App;
}

namespace sf::cli {

/// Each declares a family of commands; parsing one of them sets `command` to what is to be run.
void addChannelCommands(CLI::App &app, Command &command);
void addMediaCommands(CLI::App &app, Command &command);
void addScheduleCommands(CLI::App &app, Command &command);
void addStationCommands(CLI::App &app, Command &command);
void addPublishCommands(CLI::App &app, Command &command);
void addAsRunCommands(CLI::App &app, Command &command);

} // namespace sf::cli
