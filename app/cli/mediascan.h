// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/invocation.h"

#include <string>
#include <vector>

namespace sf::cli {

/// media scan: finds the media under the paths, reads them in worker programs, and takes them into the library.
Result<Outcome> runScan(Invocation &invocation, const std::vector<std::string> &paths, int jobs);

/// media probe: reads what the library knows and has not read yet, or all of it again.
Result<Outcome> runProbe(Invocation &invocation, bool isAll, int jobs);

} // namespace sf::cli
