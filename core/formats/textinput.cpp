// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/textinput.h"

#include "core/base/utf8text.h"
#include "core/base/vectorstate.h"
#include "core/formats/limits.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstring>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype blockBytes = 128 * 1024;
constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

/// UTF-16 by its byte order mark, or by the zero byte beside a first character that is ASCII.
std::optional<QStringConverter::Encoding> utf16Of(QByteArrayView head)
{
    if (head.size() < 2)
        return std::nullopt;
    const auto first = static_cast<unsigned char>(head[0]);
    const auto second = static_cast<unsigned char>(head[1]);
    if ((first == 0xFF && second == 0xFE) || (first != 0 && first < 0x80 && second == 0))
        return QStringConverter::Utf16LE;
    if ((first == 0xFE && second == 0xFF) || (first == 0 && second != 0 && second < 0x80))
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

/// Windows-1252, 0x80 to 0x9F; the five codes that it leaves free stay what they are in Latin-1, as the
/// WHATWG encoding standard has it.
constexpr std::array<char16_t, 32> windows1252{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

} // namespace

bool isText(QByteArrayView head) { return utf16Of(head) || head.indexOf('\0') < 0; }

QByteArray headAsUtf8(QByteArrayView head)
{
    QByteArray text;
    if (const auto encoding = utf16Of(head)) {
        QStringDecoder decoder(*encoding);
        const QString decoded = decoder(head);
        text = decoded.toUtf8();
    } else {
        text = head.toByteArray();
    }
    qsizetype at = 0;
    for (;;) {
        if (QByteArrayView(text).sliced(at).startsWith(byteOrderMark))
            at += byteOrderMark.size();
        else if (at < text.size() && std::strchr(" \t\r\n", text[at]) && text[at] != '\0')
            ++at;
        else
            return text.sliced(at);
    }
}

QString decodeText(QByteArrayView bytes, bool &isUtf8)
{
    isUtf8 = true;
    if (bytes.isEmpty())
        return {};
    isUtf8 = isAscii(bytes) || bytes.isValidUtf8();
    if (isUtf8)
        return fromUtf8(bytes);
    QString text(bytes.size(), Qt::Uninitialized);
    std::transform(bytes.begin(), bytes.end(), text.begin(), [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return QChar(code >= 0x80 && code < 0xA0 ? windows1252[code - 0x80] : char16_t(code));
    });
    return text;
}

TextInput::TextInput(QIODevice &device, QString label, const Job &job)
    : m_device(device)
    , m_label(std::move(label))
    , m_job(job)
    , m_total(device.isSequential() ? 0 : device.size())
{
    if (const auto encoding = utf16Of(device.peek(4)))
        m_utf16.emplace(*encoding);
}

qsizetype TextInput::readDevice(char *to, qsizetype size)
{
    if (m_error)
        return 0;
    if (m_job.isCancelled()) {
        m_error = Error{ErrorCode::Cancelled, {}, {}};
        return 0;
    }
    const qint64 got = m_device.read(to, size);
    if (got < 0) {
        m_error = Error{ErrorCode::FileNotReadable, {m_label, m_device.errorString()}, {}};
        return 0;
    }
    m_bytes += got;
    if (m_bytes > limits::fileBytes) {
        const QString what = QCoreApplication::translate("Import", "the file is larger than 4 GiB");
        m_error = Error{ErrorCode::LimitExceeded, {m_label, u"1"_s, what}, {}};
        return 0;
    }
    m_job.setProgress(m_bytes, m_total);
    releaseUpperVectors();
    return static_cast<qsizetype>(got);
}

qsizetype TextInput::read(char *to, qsizetype size)
{
    if (!m_utf16)
        return readDevice(to, size);
    while (m_convertedAt == m_converted.size()) {
        std::array<char, 16 * 1024> raw;
        const qsizetype got = readDevice(raw.data(), raw.size());
        if (got == 0)
            return 0;
        const QString decoded = (*m_utf16)(QByteArrayView(raw.data(), got));
        m_converted = decoded.toUtf8();
        m_convertedAt = 0;
    }
    const qsizetype count = std::min(size, m_converted.size() - m_convertedAt);
    std::memcpy(to, m_converted.constData() + m_convertedAt, static_cast<std::size_t>(count));
    m_convertedAt += count;
    return count;
}

LineReader::LineReader(QIODevice &device, QString label, const Job &job)
    : m_input(device, label, job)
    , m_label(std::move(label))
    , m_buffer(static_cast<std::size_t>(blockBytes))
{
}

/// Moves what is left to the front and reads on behind it. False where nothing came.
bool LineReader::fill()
{
    if (m_isAtEnd)
        return false;
    const qsizetype left = m_end - m_at;
    std::memmove(m_buffer.data(), m_buffer.data() + m_at, static_cast<std::size_t>(left));
    m_at = 0;
    m_end = left;
    m_nextCr = -1;
    m_nextLf = -1;
    if (left >= limits::lineBytes) {
        const QString what = QCoreApplication::translate("Import", "the line is longer than a mebibyte");
        m_error = Error{ErrorCode::LimitExceeded, {m_label, QString::number(m_number + 1), what}, {}};
        return false;
    }
    if (left + blockBytes > static_cast<qsizetype>(m_buffer.size()))
        m_buffer.resize(static_cast<std::size_t>(left + blockBytes));
    const qsizetype got = m_input.read(m_buffer.data() + m_end, blockBytes);
    m_end += got;
    m_isAtEnd = got == 0;
    m_error = m_input.error();
    return !m_isAtEnd;
}

void LineReader::take(QByteArrayView &line, qsizetype length, qsizetype endLength)
{
    line = QByteArrayView(m_buffer.data() + m_at, length);
    m_at += length + endLength;
    ++m_number;
}

/// The next `end` from `known` on, or m_end. Looked for once a block where there is none, not once a line.
qsizetype LineReader::find(char end, qsizetype known) const
{
    if (known >= m_at)
        return known;
    const char *from = m_buffer.data() + m_at;
    const auto *found =
        static_cast<const char *>(std::memchr(from, end, static_cast<std::size_t>(m_end - m_at)));
    return found ? found - m_buffer.data() : m_end;
}

bool LineReader::next(QByteArrayView &line)
{
    for (;;) {
        m_nextCr = find('\r', m_nextCr);
        m_nextLf = find('\n', m_nextLf);
        if (m_nextLf < m_nextCr) {
            take(line, m_nextLf - m_at, 1);
            return true;
        }
        // A CR that ends the block may have its LF in the next one.
        if (m_nextCr < m_end && (m_nextCr + 1 < m_end || m_isAtEnd)) {
            const bool isPair = m_nextLf == m_nextCr + 1 && m_nextLf < m_end;
            take(line, m_nextCr - m_at, isPair ? 2 : 1);
            return true;
        }
        if (fill())
            continue;
        if (m_error || m_at == m_end)
            return false;
        if (m_nextCr < 0)
            continue; // the end came just now
        take(line, m_end - m_at, 0);
        return true;
    }
}

} // namespace sf
