// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/base/id.h"

namespace sf {

namespace {

int hexValue(char16_t c)
{
    if (c >= u'0' && c <= u'9')
        return c - u'0';
    if (c >= u'a' && c <= u'f')
        return c - u'a' + 10;
    if (c >= u'A' && c <= u'F')
        return c - u'A' + 10;
    return -1;
}

constexpr bool isHyphenPlace(int i) { return i == 8 || i == 13 || i == 18 || i == 23; }

template <class View>
std::optional<IdBits> parse(View text)
{
    if (text.size() == 38 && char16_t(text[0].unicode()) == u'{' && char16_t(text[37].unicode()) == u'}')
        text = text.sliced(1, 36);
    if (text.size() != 36)
        return std::nullopt;
    IdBits bits;
    int digits = 0;
    for (int i = 0; i < 36; ++i) {
        const char16_t c = text[i].unicode();
        if (isHyphenPlace(i)) {
            if (c != u'-')
                return std::nullopt;
            continue;
        }
        const int value = hexValue(c);
        if (value < 0)
            return std::nullopt;
        auto &word = digits++ < 16 ? bits.high : bits.low;
        word = word << 4 | static_cast<std::uint64_t>(value);
    }
    return bits;
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
