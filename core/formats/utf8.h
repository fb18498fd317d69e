// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace sf {

/// Writes the bytes of a character, four at most; returns where they end.
inline char *putUtf8(char *to, char32_t c)
{
    const auto add = [&to](char32_t byte) { *to++ = static_cast<char>(byte); };
    if (c < 0x80) {
        add(c);
        return to;
    }
    if (c < 0x800) {
        add(0xC0 | (c >> 6));
    } else if (c < 0x10000) {
        add(0xE0 | (c >> 12));
        add(0x80 | ((c >> 6) & 0x3F));
    } else {
        add(0xF0 | (c >> 18));
        add(0x80 | ((c >> 12) & 0x3F));
        add(0x80 | ((c >> 6) & 0x3F));
    }
    add(0x80 | (c & 0x3F));
    return to;
}

inline void appendUtf8(std::string &to, char32_t c)
{
    char bytes[4];
    to.append(bytes, putUtf8(bytes, c));
}

} // namespace sf
