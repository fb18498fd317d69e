// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/csvrows.h"

#include "core/formats/limits.h"

#include <QCoreApplication>

namespace sf {

namespace {

constexpr qsizetype blockBytes = 64 * 1024;
constexpr qsizetype mostCells = 1000;
constexpr int endOfInput = -1;

} // namespace

CsvRows::CsvRows(QIODevice &device, const QString &label, const Job &job, char separator)
    : m_label(label)
    , m_input(device, label, job)
    , m_block(static_cast<std::size_t>(blockBytes))
    , m_separator(separator)
{
}

int CsvRows::peek()
{
    if (m_at == m_end) {
        m_at = 0;
        m_end = m_input.read(m_block.data(), blockBytes);
        if (m_end <= 0) {
            m_end = 0;
            m_error = m_input.error() ? m_input.error() : m_error;
            return endOfInput;
        }
    }
    return static_cast<unsigned char>(m_block[static_cast<std::size_t>(m_at)]);
}

int CsvRows::get()
{
    const int c = peek();
    m_at += c == endOfInput ? 0 : 1;
    return c;
}

void CsvRows::endLine(int c)
{
    if (c == '\r' && peek() == '\n')
        get();
    ++m_line;
}

/// Up to the quote that ends the cell; the one that begins it is gone already.
bool CsvRows::readQuoted()
{
    for (;;) {
        const int c = get();
        if (c == '"') {
            if (peek() != '"')
                return true;
            get();
        } else if (c == endOfInput || m_cell.size() > limits::textLength) {
            if (!m_error) {
                const QString why = QCoreApplication::translate("Import", "a quote is never closed");
                m_error = Error{ErrorCode::NotWellFormed,
                                {m_label, QString::number(m_rowLine), QString::number(1), why, QString()},
                                {}};
            }
            return false;
        } else if (c == '\n' || c == '\r') {
            endLine(c);
            m_cell += '\n';
            continue;
        }
        m_cell += static_cast<char>(c);
    }
}

bool CsvRows::readCell(int first, QStringList &cells, bool &isLast)
{
    m_cell.resize(0);
    int c = first;
    if (c == '"') {
        if (!readQuoted())
            return false;
        c = get();
    }
    while (c != m_separator && c != '\n' && c != '\r' && c != endOfInput) {
        m_cell += static_cast<char>(c);
        if (m_cell.size() > limits::lineBytes) {
            const QString what = QCoreApplication::translate("Import", "the line is longer than a mebibyte");
            m_error = Error{ErrorCode::LimitExceeded, {m_label, QString::number(m_line), what}, {}};
            return false;
        }
        c = get();
    }
    isLast = c != m_separator;
    if (c == '\n' || c == '\r')
        endLine(c);
    if (cells.size() >= mostCells)
        return true; // nobody has so many columns
    bool isUtf8 = true;
    cells += decodeText(m_cell, isUtf8);
    m_isUtf8 = m_isUtf8 && isUtf8;
    return true;
}

bool CsvRows::next(QStringList &cells)
{
    while (!m_error) {
        cells.clear();
        m_rowLine = m_line;
        int first = get();
        if (m_line == 1 && first == 0xEF && peek() == 0xBB) { // a byte order mark
            get();
            get();
            first = get();
        }
        if (first == endOfInput)
            return false;
        bool isLast = false;
        if (!readCell(first, cells, isLast))
            return false;
        while (!isLast) {
            if (!readCell(get(), cells, isLast))
                return false;
        }
        if (cells.size() > 1 || !cells.first().trimmed().isEmpty())
            return true;
    }
    return false;
}

char sniffSeparator(QByteArrayView head)
{
    constexpr QByteArrayView candidates(",;\t|");
    qsizetype counts[4] = {0, 0, 0, 0};
    bool isQuoted = false;
    for (const char c : head) {
        if (c == '"')
            isQuoted = !isQuoted;
        if ((c == '\n' || c == '\r') && !isQuoted && (counts[0] + counts[1] + counts[2] + counts[3]) > 0)
            break; // the first line that has any
        if (const qsizetype at = isQuoted ? -1 : candidates.indexOf(c); at >= 0)
            ++counts[at];
    }
    qsizetype best = 0;
    for (qsizetype i = 1; i < 4; ++i) {
        if (counts[i] > counts[best])
            best = i;
    }
    return candidates[best];
}

} // namespace sf
