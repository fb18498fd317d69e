// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <cstdint>

namespace sf {

/// Appends CBOR (RFC 8949) of definite lengths to a byte array. QCborStreamWriter goes through a QIODevice
/// for every item, which costs as much again as inserting the rows that an edit describes.
class CborWriter
{
public:
    void integer(std::int64_t value);
    void boolean(bool value) { m_out.append(value ? '\xF5' : '\xF4'); }
    void real(double value);
    void bytes(QByteArrayView value);
    /// UTF-8; a half surrogate pair becomes U+FFFD.
    void text(QStringView value);
    /// So many items follow, or so many pairs of key and value.
    void array(std::size_t items) { head(4, items); }
    void map(std::size_t pairs) { head(5, pairs); }

    void reserve(qsizetype bytes) { m_out.reserve(bytes); }
    QByteArray take() { return std::move(m_out); }

private:
    void head(unsigned major, std::uint64_t value);

    QByteArray m_out;
};

/// Reads what CborWriter writes. The first item that is not as expected makes everything after it fail too:
/// the caller asks once, at the end. Never reads past the end, whatever the bytes say.
class CborReader
{
public:
    explicit CborReader(QByteArrayView bytes)
        : m_at(reinterpret_cast<const std::uint8_t *>(bytes.data()))
        , m_end(m_at + bytes.size())
    {
    }

    bool hasFailed() const { return m_failed; }
    void setFailed()
    {
        m_failed = true;
        m_at = m_end;
    }
    bool isAtEnd() const { return m_at == m_end; }
    std::size_t bytesLeft() const { return static_cast<std::size_t>(m_end - m_at); }

    std::int64_t integer();
    bool boolean();
    double real();
    QByteArrayView bytes();
    QString text();
    /// No more than the bytes that are left, so that it is safe to reserve for.
    std::size_t array() { return count(4); }
    std::size_t map() { return count(5); }

private:
    struct Head
    {
        unsigned major = 0;
        std::uint64_t value = 0;
    };
    Head head();
    std::size_t count(unsigned major);
    QByteArrayView string(unsigned major);

    const std::uint8_t *m_at;
    const std::uint8_t *m_end;
    bool m_failed = false;
};

} // namespace sf
