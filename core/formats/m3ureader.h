// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/address.h"
#include "core/formats/registry.h"
#include "core/formats/textinput.h"

#include <QByteArrayView>

#include <optional>
#include <string>

namespace sf {

/// Reads M3U as users have it: https://en.wikipedia.org/wiki/M3U with the attributes of IPTV lists and VLC's
/// options, and whatever editors, version control and other programs have done to it. Line by line; a line
/// that is not UTF-8 is taken as Windows-1252, since merged files hold both.
class M3uReader
{
public:
    M3uReader(QIODevice &device, const ReadOptions &options, const Job &job);

    Result<ImportedPlaylist> read();

private:
    void readLine(QByteArrayView line);
    void readDirective(QByteArrayView line);
    bool repairDirective(QByteArrayView line);
    void readInfo(QByteArrayView rest);
    qsizetype readAttributes(QByteArrayView rest, qsizetype from);
    void dropInfo();
    void readAttribute(QByteArrayView key, QByteArrayView value);
    void readPlayerOption(QByteArrayView option);
    void readAddress(QByteArrayView line);
    void addEntry();
    void forgetPending();
    void reject(ErrorCode code, const QString &arg, QStringView line);
    void warn(std::int64_t line, const QString &text);
    QByteArrayView decode(QByteArrayView bytes, std::string &converted);
    bool isBeyondLimits() const;
    Error limitError() const;

    const ReadOptions &m_options;
    LineReader m_lines;
    ImportedPlaylist m_playlist;
    Utf8PlaylistEntry m_pending; ///< what stands before the next address; its texts are in these two:
    std::string m_info;          ///< what follows #EXTINF:
    BasicPlaylistEntry<std::string> m_own; ///< what was converted or made
    std::int64_t m_infoLine = 0;           ///< of the pending EXTINF; 0: none
    bool m_isAscii = false;                ///< the line that is being read
    bool m_hasWarnedOfText = false;
    bool m_hasWarnedOfStream = false;
};

} // namespace sf
