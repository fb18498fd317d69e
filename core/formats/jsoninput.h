// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/limits.h"
#include "core/formats/textinput.h"

#include <algorithm>
#include <vector>

namespace sf {

/// A device as RapidJSON wants to read it, with a count of lines. It ends early, and says why, when the job is
/// cancelled or a single string or number grows beyond all reason: RapidJSON would take them all into memory.
class JsonInput
{
public:
    using Ch = char;

    JsonInput(QIODevice &device, const QString &label, const Job &job)
        : m_input(device, label, job)
        , m_buffer(static_cast<std::size_t>(blockBytes) + 1)
    {
        fill();
        if (m_end >= 3 && QByteArrayView(m_at, 3) == QByteArrayView("\xEF\xBB\xBF"))
            m_at += 3;
        m_counted = m_at;
    }

    // The stream concept of RapidJSON. The block ends with a zero, which is also what the end of a text is.
    Ch Peek() const { return *m_at; }
    Ch Take()
    {
        const Ch c = *m_at++;
        if (m_at == m_last)
            fill();
        return c;
    }
    std::size_t Tell() const { return m_before + static_cast<std::size_t>(m_at - m_buffer.data()); }
    Ch *PutBegin() { return nullptr; }
    void Put(Ch) {}
    void Flush() {}
    std::size_t PutEnd(Ch *) { return 0; }

    void tokenEnded() { m_lastToken = Tell(); }
    /// Of what is read next, from 1.
    std::int64_t line()
    {
        countLines();
        return m_line;
    }
    /// In bytes, from 1.
    std::int64_t column()
    {
        countLines();
        return static_cast<std::int64_t>(Tell() - m_lineStart) + 1;
    }
    bool isTooLarge() const { return m_isTooLarge; }
    const std::optional<Error> &error() const { return m_input.error(); }

private:
    static constexpr qsizetype blockBytes = 64 * 1024;

    void fill();
    void countLines();

    TextInput m_input;
    std::vector<char> m_buffer;
    const char *m_at = nullptr;
    const char *m_last = nullptr; ///< behind the block; null once the input has ended
    const char *m_counted = nullptr;
    std::size_t m_before = 0; ///< bytes in the blocks before this one
    std::size_t m_lineStart = 0;
    std::size_t m_lastToken = 0;
    std::int64_t m_line = 1;
    qsizetype m_end = 0;
    bool m_isTooLarge = false;
};

} // namespace sf
