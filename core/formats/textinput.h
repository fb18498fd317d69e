// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"

#include <QByteArrayView>
#include <QIODevice>
#include <QString>
#include <QStringDecoder>

#include <optional>
#include <vector>

namespace sf {

/// Whether the beginning of a file is text: no zero bytes, except those of UTF-16.
bool isText(QByteArrayView head);

/// The beginning of a file as UTF-8, without byte order marks and leading blanks.
QByteArray headAsUtf8(QByteArrayView head);

/// UTF-8, and where it is not, Windows-1252, which any sequence of bytes is. `isUtf8` tells which.
QString decodeText(QByteArrayView bytes, bool &isUtf8);

/// A device's bytes as UTF-8, whether it holds that or UTF-16. It asks the job whether to go on, and tells it
/// how far it is.
class TextInput
{
public:
    TextInput(QIODevice &device, QString label, const Job &job);

    /// Up to `size` bytes; 0 at the end and after an error.
    qsizetype read(char *to, qsizetype size);
    /// Why reading stopped early. Cancelled, FileNotReadable, LimitExceeded.
    const std::optional<Error> &error() const { return m_error; }

private:
    qsizetype readDevice(char *to, qsizetype size);

    QIODevice &m_device;
    QString m_label;
    const Job &m_job;
    qint64 m_bytes = 0;
    qint64 m_total = 0;
    std::optional<QStringDecoder> m_utf16;
    QByteArray m_converted;
    qsizetype m_convertedAt = 0;
    std::optional<Error> m_error;
};

/// The lines of a text, ended by CR, LF or both, without their ends.
class LineReader
{
public:
    LineReader(QIODevice &device, QString label, const Job &job);

    /// False at the end, or after an error. The line is valid until the next call.
    bool next(QByteArrayView &line);
    /// Of the line that next() gave last, from 1.
    std::int64_t number() const { return m_number; }
    const std::optional<Error> &error() const { return m_error; }

private:
    bool fill();
    qsizetype find(char end, qsizetype known) const;
    void take(QByteArrayView &line, qsizetype length, qsizetype endLength);

    TextInput m_input;
    QString m_label;
    std::vector<char> m_buffer;
    qsizetype m_at = 0;
    qsizetype m_end = 0;
    /// The next ones at or after m_at, m_end where there are none; -1: not looked for.
    qsizetype m_nextCr = -1;
    qsizetype m_nextLf = -1;
    bool m_isAtEnd = false;
    std::int64_t m_number = 0;
    std::optional<Error> m_error;
};

} // namespace sf
