// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/probe/facts.h"
#include "app/probe/mediainput.h"

namespace sf::probe {

/// Reads what the file's header says, and of the media itself only as much as it takes to learn the
/// duration where the header keeps it back.
Reason inspectFile(const char *path, Deadline deadline, MediaFacts &facts);

} // namespace sf::probe
