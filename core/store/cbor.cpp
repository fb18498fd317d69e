// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/store/cbor.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

namespace sf {

namespace {

constexpr unsigned majorUnsigned = 0;
constexpr unsigned majorNegative = 1;
constexpr unsigned majorBytes = 2;
constexpr unsigned majorText = 3;
constexpr std::uint8_t simpleFalse = 0xF4;
constexpr std::uint8_t simpleTrue = 0xF5;
constexpr std::uint8_t doubleFloat = 0xFB;

} // namespace

void CborWriter::head(unsigned major, std::uint64_t value)
{
    std::array<char, 9> bytes{};
    qsizetype length = 1;
    unsigned info = static_cast<unsigned>(value);
    if (value >= 24) {
        const int width = value <= 0xFF ? 0 : value <= 0xFFFF ? 1 : value <= 0xFFFF'FFFF ? 2 : 3;
        info = 24U + static_cast<unsigned>(width);
        const int payload = 1 << width;
        for (int i = 0; i < payload; ++i)
            bytes[static_cast<std::size_t>(1 + i)] = static_cast<char>(value >> (8 * (payload - 1 - i)));
        length += payload;
    }
    bytes[0] = static_cast<char>(major << 5 | info);
    m_out.append(bytes.data(), length);
}

void CborWriter::integer(std::int64_t value)
{
    if (value >= 0)
        head(majorUnsigned, static_cast<std::uint64_t>(value));
    else
        head(majorNegative, ~static_cast<std::uint64_t>(value));
}

void CborWriter::real(double value)
{
    std::array<char, 9> bytes{static_cast<char>(doubleFloat)};
    qToBigEndian(std::bit_cast<std::uint64_t>(value), bytes.data() + 1);
    m_out.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

void CborWriter::bytes(QByteArrayView value)
{
    head(majorBytes, static_cast<std::uint64_t>(value.size()));
    m_out.append(value);
}

void CborWriter::text(QStringView value)
{
    const bool isAscii = std::all_of(value.begin(), value.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (!isAscii) {
        const QByteArray utf8 = value.toUtf8();
        head(majorText, static_cast<std::uint64_t>(utf8.size()));
        m_out.append(utf8);
        return;
    }
    head(majorText, static_cast<std::uint64_t>(value.size()));
    const qsizetype from = m_out.size();
    m_out.resize(from + value.size());
    std::transform(value.begin(), value.end(), m_out.begin() + from,
                   [](QChar c) { return static_cast<char>(c.unicode()); });
}

CborReader::Head CborReader::head()
{
    if (m_at == m_end) {
        setFailed();
        return {};
    }
    const std::uint8_t first = *m_at++;
    const unsigned info = first & 0x1F;
    Head head{static_cast<unsigned>(first >> 5), info};
    if (info < 24)
        return head;
    const std::size_t payload = info <= 27 ? std::size_t(1) << (info - 24) : 0;
    if (payload == 0 || bytesLeft() < payload) {
        setFailed();
        return {};
    }
    head.value = 0;
    for (std::size_t i = 0; i < payload; ++i)
        head.value = head.value << 8 | *m_at++;
    return head;
}

std::int64_t CborReader::integer()
{
    const Head item = head();
    const bool fits = item.value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (m_failed || item.major > majorNegative || !fits) {
        setFailed();
        return 0;
    }
    return static_cast<std::int64_t>(item.major == majorUnsigned ? item.value : ~item.value);
}

bool CborReader::boolean()
{
    if (m_at == m_end || (*m_at != simpleFalse && *m_at != simpleTrue)) {
        setFailed();
        return false;
    }
    return *m_at++ == simpleTrue;
}

double CborReader::real()
{
    if (bytesLeft() < 9 || *m_at != doubleFloat) {
        setFailed();
        return 0;
    }
    const auto value = std::bit_cast<double>(qFromBigEndian<std::uint64_t>(m_at + 1));
    m_at += 9;
    return value;
}

QByteArrayView CborReader::string(unsigned major)
{
    const Head item = head();
    if (m_failed || item.major != major || item.value > bytesLeft()) {
        setFailed();
        return {};
    }
    const QByteArrayView value(m_at, static_cast<qsizetype>(item.value));
    m_at += item.value;
    return value;
}

QByteArrayView CborReader::bytes() { return string(majorBytes); }

QString CborReader::text()
{
    // SQLite gives these two back as U+FFFD. The history says what the row says, or else undo meets a change that
    // nobody made.
    QString text = QString::fromUtf8(string(majorText));
    return text.replace(QChar(0xFFFE), QChar::ReplacementCharacter)
        .replace(QChar(0xFFFF), QChar::ReplacementCharacter);
}

std::size_t CborReader::count(unsigned major)
{
    const Head item = head();
    if (m_failed || item.major != major || item.value > bytesLeft()) {
        setFailed();
        return 0;
    }
    return static_cast<std::size_t>(item.value);
}

} // namespace sf
