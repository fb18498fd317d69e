// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <cstdint>
#include <cstring>
#include <string>

namespace sf {

/// Whether no byte is above 0x7F.
inline bool isAscii(QByteArrayView bytes)
{
    const char *at = bytes.data();
    const char *end = at + bytes.size();
    std::uint64_t all = 0;
    for (; end - at >= 8; at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, at, 8);
        all |= eight;
    }
    unsigned char rest = 0;
    for (; at < end; ++at)
        rest = static_cast<unsigned char>(rest | static_cast<unsigned char>(*at));
    return (all & 0x8080808080808080ULL) == 0 && rest < 0x80;
}

/// Copies ASCII to as many characters at `to`; false where it is not ASCII, and then what stands there is of no use.
inline bool widenAscii(QByteArrayView bytes, char16_t *to)
{
    unsigned char all = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) { // one loop that the compiler makes vectors of
        const auto c = static_cast<unsigned char>(bytes.data()[i]);
        all = static_cast<unsigned char>(all | c);
        to[i] = c;
    }
    return all < 0x80;
}

/// Half of a surrogate pair, which stands for nothing, becomes a question mark.
void appendUtf8(std::string &to, QStringView text);

/// As QString::fromUtf8(), which however would take a mark U+FEFF that begins the text for one of a file and drop it.
QString fromUtf8(QByteArrayView utf8);

/// Without the blanks at both ends that QString::trimmed() takes away.
QByteArrayView trimmedUtf8(QByteArrayView utf8);

/// As the size() of fromUtf8(), for UTF-8 that is valid.
qsizetype utf16Length(QByteArrayView utf8);

/// The bytes of a text; valid as long as they are.
inline QByteArrayView viewOf(const std::string &bytes)
{
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

} // namespace sf
