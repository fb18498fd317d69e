// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/textinput.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sf {

/// The rows of a table whose cells a character separates, RFC 4180: cells in double quotes may hold separators, line
/// ends and doubled quotes.
class CsvRows
{
public:
    CsvRows(QIODevice &device, const QString &label, const Job &job, char separator);

    /// False at the end, or after an error. Empty rows are left out.
    bool next(QStringList &cells);
    /// At which the row that next() gave last begins, from 1.
    std::int64_t line() const { return m_rowLine; }
    /// Whether all that was read was UTF-8; else what was not was taken as Windows-1252.
    bool isUtf8() const { return m_isUtf8; }
    /// Cancelled, FileNotReadable, LimitExceeded, NotWellFormed for a quote that never ends.
    const std::optional<Error> &error() const { return m_error; }

private:
    int get();
    int peek();
    bool readCell(int first, QStringList &cells, bool &isLast);
    bool readQuoted();
    void endLine(int c);

    QString m_label;
    TextInput m_input;
    std::vector<char> m_block;
    qsizetype m_at = 0;
    qsizetype m_end = 0;
    char m_separator;
    QByteArray m_cell;
    std::int64_t m_line = 1;
    std::int64_t m_rowLine = 0;
    bool m_isUtf8 = true;
    std::optional<Error> m_error;
};

/// Which of , ; tab and | separates the cells of a table that begins with `head`; a comma where none does.
char sniffSeparator(QByteArrayView head);

} // namespace sf
