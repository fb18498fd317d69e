// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/jsoninput.h"

#include <cstring>

namespace sf {

void JsonInput::fill()
{
    if (m_at)
        countLines();
    m_before += static_cast<std::size_t>(m_end);
    m_isTooLarge = m_isTooLarge || m_before > m_lastToken + static_cast<std::size_t>(limits::tokenBytes);
    m_end = m_isTooLarge ? 0 : m_input.read(m_buffer.data(), blockBytes);
    m_buffer[static_cast<std::size_t>(m_end)] = '\0';
    m_at = m_buffer.data();
    m_counted = m_at;
    // At the end there is nothing to fill, so that the zero stays where it is.
    m_last = m_end > 0 ? m_at + m_end : nullptr;
}

void JsonInput::countLines()
{
    while (m_counted < m_at) {
        const auto *found = static_cast<const char *>(
            std::memchr(m_counted, '\n', static_cast<std::size_t>(m_at - m_counted)));
        if (!found) {
            m_counted = m_at;
            return;
        }
        ++m_line;
        m_counted = found + 1;
        m_lineStart = m_before + static_cast<std::size_t>(m_counted - m_buffer.data());
    }
}

} // namespace sf
