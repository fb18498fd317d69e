// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/base/utf8text.h"

#include <QByteArray>

namespace sf {

namespace {

/// Whether these bytes are one character that QChar::isSpace() tells a blank.
bool isBlank(QByteArrayView character)
{
    const auto byte = [character](qsizetype at) { return static_cast<unsigned char>(character[at]); };
    switch (character.size()) {
    case 1:
        return byte(0) == ' ' || (byte(0) >= '\t' && byte(0) <= '\r');
    case 2:
        return byte(0) == 0xC2 && (byte(1) == 0x85 || byte(1) == 0xA0);
    default:
        break;
    }
    const int rest = byte(1) << 8 | byte(2);
    if (byte(0) == 0xE2) { // U+2000 to 200A, 2028, 2029, 202F, 205F
        return (rest >= 0x8080 && rest <= 0x808A) || rest == 0x80A8 || rest == 0x80A9 || rest == 0x80AF ||
               rest == 0x819F;
    }
    return (byte(0) == 0xE1 && rest == 0x9A80) || (byte(0) == 0xE3 && rest == 0x8080); // U+1680, 3000
}

/// Of the blank that stands where `part` takes so many bytes from; 0: none stands there.
template <class Part>
qsizetype blankLength(QByteArrayView text, Part &&part)
{
    for (const qsizetype length : {1, 2, 3}) {
        if (text.size() >= length && isBlank(part(length)))
            return length;
    }
    return 0;
}

} // namespace

void appendUtf8(std::string &to, QStringView text)
{
    const std::size_t before = to.size();
    to.resize(before + static_cast<std::size_t>(text.size()));
    char *at = to.data() + before;
    char16_t all = 0;
    for (const QChar c : text) {
        all = static_cast<char16_t>(all | c.unicode());
        *at++ = static_cast<char>(c.unicode());
    }
    if (all < 0x80)
        return;
    const QByteArray utf8 = text.toUtf8();
    to.replace(before, std::string::npos, utf8.constData(), static_cast<std::size_t>(utf8.size()));
}

QString fromUtf8(QByteArrayView utf8)
{
    constexpr QByteArrayView mark("\xEF\xBB\xBF");
    qsizetype marks = 0;
    while (utf8.sliced(marks * mark.size()).startsWith(mark))
        ++marks;
    const QString rest = QString::fromUtf8(utf8.sliced(marks * mark.size()));
    return marks > 0 ? QString(marks, QChar::ByteOrderMark) + rest : rest;
}

QByteArrayView trimmedUtf8(QByteArrayView utf8)
{
    const auto isPlain = [](char c) { return c > ' ' && static_cast<unsigned char>(c) < 0x80; };
    if (!utf8.isEmpty() && isPlain(utf8.front()) && isPlain(utf8.back()))
        return utf8; // as nearly all are
    while (const qsizetype length = blankLength(utf8, [&](qsizetype n) { return utf8.first(n); }))
        utf8 = utf8.sliced(length);
    while (const qsizetype length = blankLength(utf8, [&](qsizetype n) { return utf8.last(n); }))
        utf8.chop(length);
    return utf8;
}

qsizetype utf16Length(QByteArrayView utf8)
{
    qsizetype length = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        length += (byte & 0xC0) == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1;
    }
    return length;
}

} // namespace sf
