// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

namespace sf {

/// Appends a character to a text of bytes (std::string, QByteArray).
template <class Bytes>
void appendUtf8(Bytes &to, char32_t c)
{
    const auto add = [&to](char32_t byte) { to.push_back(static_cast<char>(byte)); };
    if (c < 0x80)
        return add(c);
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
}

} // namespace sf
