// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/base/id.h"

namespace sf {

namespace {

/// Of ASCII; 0xFF for what is no hexadecimal digit.
constexpr auto hexValues = [] {
    std::array<std::uint8_t, 128> values{};
    values.fill(0xFF);
    for (std::uint8_t i = 0; i < 10; ++i)
        values[std::size_t('0') + i] = i;
    for (std::uint8_t i = 10; i < 16; ++i)
        values[std::size_t('a') + i - 10] = values[std::size_t('A') + i - 10] = i;
    return values;
}();

constexpr bool isHyphenPlace(int i) { return i == 8 || i == 13 || i == 18 || i == 23; }

char16_t characterAt(QByteArrayView text, qsizetype at) { return static_cast<unsigned char>(text[at]); }
char16_t characterAt(QStringView text, qsizetype at) { return text[at].unicode(); }

/// The value of so many digits from `at` on; what is no digit sets high bits in `bad`.
template <class View>
std::uint64_t digits(View text, qsizetype at, int count, unsigned &bad)
{
    std::uint64_t value = 0;
    for (const qsizetype end = at + count; at < end; ++at) {
        const char16_t c = characterAt(text, at);
        const unsigned digit = c < 0x80 ? hexValues[c] : 0xFFU;
        bad |= digit;
        value = value << 4 | (digit & 0xF);
    }
    return value;
}

template <class View>
std::optional<IdBits> parse(View text)
{
    if (text.size() == 38 && characterAt(text, 0) == u'{' && characterAt(text, 37) == u'}')
        text = text.sliced(1, 36);
    if (text.size() != 36)
        return std::nullopt;
    for (const qsizetype at : {8, 13, 18, 23}) {
        if (characterAt(text, at) != u'-')
            return std::nullopt;
    }
    unsigned bad = 0;
    const std::uint64_t high =
        digits(text, 0, 8, bad) << 32 | digits(text, 9, 4, bad) << 16 | digits(text, 14, 4, bad);
    const std::uint64_t low = digits(text, 19, 4, bad) << 48 | digits(text, 24, 12, bad);
    return bad > 0xF ? std::nullopt : std::optional(IdBits{high, low});
}

} // namespace

std::array<char, 36> idToText(IdBits bits)
{
    constexpr char digits[] = "0123456789abcdef";
    std::array<char, 36> text{};
    int shift = 128;
    for (int i = 0; i < 36; ++i) {
        if (isHyphenPlace(i)) {
            text[static_cast<std::size_t>(i)] = '-';
            continue;
        }
        shift -= 4;
        const std::uint64_t word = shift >= 64 ? bits.high : bits.low;
        text[static_cast<std::size_t>(i)] = digits[word >> (shift % 64) & 0xF];
    }
    return text;
}

std::optional<IdBits> idFromText(QByteArrayView text)
{
    return parse(QLatin1StringView(text.data(), text.size()));
}

std::optional<IdBits> idFromText(QStringView text) { return parse(text); }

IdSource::IdSource(std::int64_t nowMs, std::uint64_t seed)
    : m_nowMs(nowMs)
    , m_state(seed)
{
}

IdBits IdSource::nextBits()
{
    // RFC 9562, 6.2 method 1: 48 bits of milliseconds, a counter in rand_a, the rest mixed from the seed.
    if (m_counter > 0xFFF) {
        m_counter = 0;
        ++m_nowMs;
    }
    const auto time = static_cast<std::uint64_t>(m_nowMs) & 0xFFFF'FFFF'FFFFULL;
    m_state += 0x9E3779B97F4A7C15ULL;
    IdBits bits;
    bits.high = time << 16 | 0x7000ULL | m_counter++;
    bits.low = (mix64(m_state) & 0x3FFF'FFFF'FFFF'FFFFULL) | 0x8000'0000'0000'0000ULL;
    return bits;
}

} // namespace sf
