// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/probe/facts.h"

#include <chrono>

struct AVIOContext;

namespace sf::probe {

using Deadline = std::chrono::steady_clock::time_point;

/// A regular file, opened for libavformat by us: no protocol of the library takes part, so that nothing in a
/// file's name or content can make it open something else, and every read asks for the time.
class MediaInput
{
public:
    explicit MediaInput(Deadline deadline)
        : m_deadline(deadline)
    {
    }
    ~MediaInput();
    MediaInput(const MediaInput &) = delete;
    MediaInput &operator=(const MediaInput &) = delete;

    /// Opens `path` after making sure that it is a regular file with something in it; sets the size and the
    /// time of change in `facts`.
    Reason open(const char *path, MediaFacts &facts);

    /// Null before open() has succeeded.
    AVIOContext *io() const { return m_io; }
    std::int64_t bytes() const { return m_bytes; }
    bool isLate() const { return std::chrono::steady_clock::now() >= m_deadline; }

private:
    static int read(void *self, std::uint8_t *buffer, int size);
    static std::int64_t seek(void *self, std::int64_t offset, int whence);

    Deadline m_deadline;
    int m_file = -1;
    std::int64_t m_bytes = 0;
    AVIOContext *m_io = nullptr;
};

} // namespace sf::probe
