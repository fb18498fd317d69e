// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timerange.h"

#include <chrono>
#include <functional>

namespace sf {

/// Where the window takes the present from; a test or a picture for the manual gives a fixed one.
using NowSource = std::function<TimePoint()>;

inline TimePoint wallNow() { return std::chrono::floor<Millis>(std::chrono::system_clock::now()); }

} // namespace sf
