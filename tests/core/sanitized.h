// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

namespace sf::test {

/// The sanitizers slow all down and keep memory of their own: what takes long looks for other faults under them, in less.
#if defined(__has_feature)
constexpr bool isSanitized = __has_feature(address_sanitizer);
#elif defined(__SANITIZE_ADDRESS__)
constexpr bool isSanitized = true;
#else
constexpr bool isSanitized = false;
#endif

} // namespace sf::test
