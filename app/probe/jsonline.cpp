// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/probe/jsonline.h"

#include <algorithm>
#include <cstdio>

namespace sf::probe {

namespace {

constexpr std::size_t longestText = 1000;

/// The length of the UTF-8 sequence that begins `text`, 0 where there is no valid one (RFC 3629, table 3-7
/// of the Unicode standard).
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80)
        return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length)
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
    }
    const bool isBad = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xED && byte(1) > 0x9F) ||
                       (first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) > 0x8F);
    return isBad ? 0 : length;
}

void appendEscaped(std::string &out, char c)
{
    if (c == '"' || c == '\\') {
        out += '\\';
        out += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
        char escape[8];
        std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(static_cast<unsigned char>(c)));
        out += escape;
    } else {
        out += c;
    }
}

} // namespace

void JsonLine::startField(std::string_view key)
{
    if (m_text.size() > 1)
        m_text += ',';
    m_text += '"';
    m_text += key;
    m_text += "\":";
}

void JsonLine::add(std::string_view key, std::string_view text)
{
    if (text.empty())
        return;
    startField(key);
    m_text += '"';
    for (std::size_t at = 0; at < std::min(text.size(), longestText);) {
        const std::size_t length = sequenceLength(text.substr(at));
        if (length == 1)
            appendEscaped(m_text, text[at]);
        else if (length == 0)
            m_text += "\xEF\xBF\xBD";
        else
            m_text += text.substr(at, length);
        at += std::max<std::size_t>(length, 1);
    }
    m_text += '"';
}

void JsonLine::add(std::string_view key, std::int64_t number)
{
    if (number == 0)
        return;
    startField(key);
    m_text += std::to_string(number);
}

std::string JsonLine::finish() { return m_text + "}\n"; }

} // namespace sf::probe
