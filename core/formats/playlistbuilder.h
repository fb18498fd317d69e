// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/registry.h"

namespace sf {

/// Takes the entries that the readers of players' lists find: addresses that are allowed, relative ones from the
/// list's folder, titles where there are none. What it can't take is rejected.
class PlaylistBuilder
{
public:
    explicit PlaylistBuilder(const ReadOptions &options)
        : m_options(options)
    {
    }

    void add(PlaylistEntry entry, QString address);
    void warn(std::int64_t line, QString text)
    {
        m_playlist.warnings.push_back({0, line, {}, std::move(text)});
    }
    /// UTF-8, else Windows-1252 with one warning for the file.
    QString decode(QByteArrayView bytes, std::int64_t line);

    std::int64_t total() const { return std::ssize(m_playlist.entries) + std::ssize(m_playlist.rejected); }
    ImportedPlaylist &playlist() { return m_playlist; }
    ImportedPlaylist take() { return std::move(m_playlist); }

private:
    const ReadOptions &m_options;
    ImportedPlaylist m_playlist;
    bool m_hasWarnedOfText = false;
};

/// Seconds with a fraction; zero for what is no number or not more than zero.
Micros secondsFrom(QByteArrayView text);

} // namespace sf
