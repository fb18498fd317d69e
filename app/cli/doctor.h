// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/invocation.h"

namespace sf::cli {

/// doctor: the database's health, free disk, memory, and the versions of the libraries.
Result<Outcome> runDoctor(Invocation &invocation);

} // namespace sf::cli
