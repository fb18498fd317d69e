// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtEndian>

#include <bit>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace sf {

/// Which of eight characters end a run of plain text, by their high bits: a quote, a backslash or a control character.
/// Known from "Bit Twiddling Hacks": a byte less than n borrows from its high bit. Above the first that ends one, others
/// may seem to.
inline std::uint64_t jsonRunEnds(std::uint64_t bytes)
{
    constexpr std::uint64_t ones = 0x0101010101010101ULL;
    constexpr std::uint64_t highs = 0x8080808080808080ULL;
    const auto less = [&](std::uint64_t x, std::uint64_t n) { return (x - ones * n) & ~x & highs; };
    return less(bytes, 0x20) | less(bytes ^ (ones * '"'), 1) | less(bytes ^ (ones * '\\'), 1);
}

/// The first character at or after `at` that ends a run of plain text inside a JSON string, or `end`.
inline char *jsonRunEnd(char *at, char *end)
{
#ifdef __SSE2__
    const __m128i quote = _mm_set1_epi8('"');
    const __m128i backslash = _mm_set1_epi8('\\');
    const __m128i lastControl = _mm_set1_epi8(0x1F);
    for (; end - at >= 16; at += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const __m128i marks = _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, backslash));
        const __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(bytes, lastControl), bytes);
        const int ends = _mm_movemask_epi8(_mm_or_si128(marks, controls));
        if (ends != 0)
            return at + std::countr_zero(static_cast<unsigned>(ends));
    }
#endif
    while (end - at >= 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, at, 8);
        if (const std::uint64_t ends = jsonRunEnds(qFromLittleEndian(bytes)))
            return at + std::countr_zero(ends) / 8;
        at += 8;
    }
    while (at < end && *at != '"' && *at != '\\' && static_cast<unsigned char>(*at) >= 0x20)
        ++at;
    return at;
}

} // namespace sf
