// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"

#include <QByteArrayView>
#include <QIODevice>
#include <QString>
#include <QStringView>

namespace sf {

/// What the writers write to: gathers blocks, counts bytes, and remembers that the device below failed, so
/// that nobody has to ask at every word. It is a device itself for QXmlStreamWriter.
class Output : public QIODevice
{
    Q_OBJECT

public:
    explicit Output(QIODevice &device);

    bool isSequential() const override { return true; }
    void put(QByteArrayView text);
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
    void putNumber(std::int64_t value);

    /// Writes what is left. Errors: FileNotWritable.
    Status finish();
    std::int64_t bytes() const { return m_bytes; }
    bool hasFailed() const { return m_hasFailed; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override;

private:
    void flushBlock();
    template <bool isXml>
    bool putClean(QStringView text);

    QIODevice &m_device;
    QByteArray m_block;
    std::int64_t m_bytes = 0;
    bool m_hasFailed = false;
    QString m_reason;
};

/// Without control characters (but tabs and line ends), without halves of surrogate pairs, and without the
/// two non-characters that XML has no place for. `wasClean` is set to false where something went.
QString cleanText(const QString &text, bool *wasClean = nullptr);

} // namespace sf
