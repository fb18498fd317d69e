// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>

namespace sf::probe {

/// Gives up rights and resources that reading media never needs: `memoryBytes` more address space than is in
/// use now, no core dump, no new privileges, and no life after the parent's. Returns false where the system
/// refuses.
bool confineProcess(std::int64_t memoryBytes);

/// Ends the process (SIGALRM) unless it is set again or disarmed within that time: for system calls and
/// loops that ask no interrupt callback.
void armWatchdog(std::chrono::milliseconds limit);
void disarmWatchdog();

} // namespace sf::probe
