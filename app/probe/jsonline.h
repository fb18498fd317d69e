// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace sf::probe {

/// Writes one flat JSON object on one line. Fields that are empty or 0 are left out.
class JsonLine
{
public:
    /// Bytes that are not valid UTF-8 become U+FFFD; at most 1,000 bytes are kept.
    void add(std::string_view key, std::string_view text);
    void add(std::string_view key, std::int64_t number);

    /// The object with its line feed.
    std::string finish();

private:
    void startField(std::string_view key);

    std::string m_text = "{";
};

} // namespace sf::probe
