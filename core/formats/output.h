// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/time/timerange.h"

#include <QByteArrayView>
#include <QIODevice>
#include <QString>
#include <QStringView>

#include <array>
#include <cstring>
#include <vector>

namespace sf {

/// Which of the ASCII characters.
struct AsciiSet
{
    std::array<bool, 128> has{};

    /// Letters, digits, and these.
    explicit constexpr AsciiSet(const char *others)
    {
        for (int c = 0; c < 128; ++c) {
            has[static_cast<std::size_t>(c)] =
                (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        }
        for (; *others != '\0'; ++others)
            has[static_cast<std::size_t>(*others)] = true;
    }
};

/// What the writers write to: gathers blocks, counts bytes, and remembers that the device below failed, so
/// that nobody has to ask at every word. It is a device itself for QXmlStreamWriter.
class Output : public QIODevice
{
    Q_OBJECT

public:
    explicit Output(QIODevice &device);

    bool isSequential() const override { return true; }
    void put(QByteArrayView text)
    {
        if (text.isEmpty()) // then there may be no bytes to point at
            return;
        std::memcpy(room(text.size()), text.data(), static_cast<std::size_t>(text.size()));
        m_used += text.size();
    }
    /// Several, and the end of the line.
    template <class... Parts>
    void putLine(const Parts &...parts)
    {
        (put(QByteArrayView(parts)), ...);
        put("\n");
    }

    /// As UTF-8, without what cleanText() takes away; false where something went.
    bool putText(QStringView text);
    /// The same for XML, in an element or between double quotes.
    bool putXml(QStringView text);
    /// As a JSON string, in its quotes; control characters are escaped.
    bool putJson(QStringView text);
    /// The same percent-encoded, but for what `asIs` has.
    void putPercentEncoded(QStringView text, const AsciiSet &asIs);
    void putNumber(std::int64_t value);
    /// The last `digits` of a number, with zeros before it where it has fewer. From 0.
    void putPadded(std::int64_t value, int digits);
    /// "20", "20.48": seconds without digits that say nothing.
    void putSeconds(Micros length);
    /// "2026-03-28T20:00:00Z", as toIso8601().
    void putIso8601(TimePoint time);

    /// Writes what is left. Errors: FileNotWritable.
    Status finish();
    std::int64_t bytes() const { return m_bytes; }
    bool hasFailed() const { return m_hasFailed; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override;

private:
    /// Where the next bytes go, so many of them.
    char *room(qsizetype size)
    {
        if (m_used + size > std::ssize(m_block))
            makeRoom(size);
        return m_block.data() + m_used;
    }
    void makeRoom(qsizetype size);
    void flushBlock();
    template <class Target>
    bool putClean(QStringView text);

    QIODevice &m_device;
    std::vector<char> m_block;
    qsizetype m_used = 0;
    std::int64_t m_bytes = 0;
    bool m_hasFailed = false;
    QString m_reason;
};

/// As Output::putPercentEncoded().
QString percentEncoded(QStringView text, const AsciiSet &asIs);

/// Without control characters (but tabs and line ends), without halves of surrogate pairs, and without the
/// two non-characters that XML has no place for. `wasClean` is set to false where something went.
QString cleanText(const QString &text, bool *wasClean = nullptr);

} // namespace sf
