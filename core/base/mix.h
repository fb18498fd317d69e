// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace sf {

/// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): a bijection that spreads every bit of the input. It
/// breaks ties by seed, slot and asset, where a running generator would let one change reshuffle everything
/// after it.
constexpr std::uint64_t mix64(std::uint64_t x)
{
    x ^= x >> 30;
    x *= 0xBF58476D1CE4E5B9ULL;
    x ^= x >> 27;
    x *= 0x94D049BB133111EBULL;
    x ^= x >> 31;
    return x;
}

/// Combines two values, order mattering.
constexpr std::uint64_t mix64(std::uint64_t a, std::uint64_t b)
{
    return mix64(a + 0x9E3779B97F4A7C15ULL * (b + 1));
}

} // namespace sf
