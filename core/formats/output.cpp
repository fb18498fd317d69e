// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/output.h"

#include "core/formats/utf8.h"

#include <array>
#include <charconv>

namespace sf {

namespace {

constexpr qsizetype blockBytes = 64 * 1024;

bool isForbidden(QStringView text, qsizetype i)
{
    const QChar c = text[i];
    if (c.unicode() < 0x20)
        return c != u'\t' && c != u'\n' && c != u'\r';
    if (c.isHighSurrogate())
        return i + 1 >= text.size() || !text[i + 1].isLowSurrogate();
    if (c.isLowSurrogate())
        return i == 0 || !text[i - 1].isHighSurrogate();
    return c.unicode() == 0xFFFE || c.unicode() == 0xFFFF;
}

/// What stands for a character in XML; null where it stands for itself.
const char *xmlEntity(char16_t c)
{
    switch (c) {
    case u'&':
        return "&amp;";
    case u'<':
        return "&lt;";
    case u'>':
        return "&gt;";
    case u'"':
        return "&quot;";
    case u'\t':
        return "&#9;";
    case u'\n':
        return "&#10;";
    case u'\r':
        return "&#13;";
    default:
        return nullptr;
    }
}

} // namespace

Output::Output(QIODevice &device)
    : m_device(device)
{
    m_block.reserve(blockBytes * 2);
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

void Output::put(QByteArrayView text)
{
    m_block.append(text.data(), text.size());
    if (m_block.size() >= blockBytes)
        flushBlock();
}

template <bool isXml>
bool Output::putClean(QStringView text)
{
    bool isClean = true;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (isForbidden(text, i)) {
            isClean = false;
        } else if (const char *entity = isXml ? xmlEntity(c) : nullptr) {
            m_block.append(entity);
        } else if (c < 0x80) {
            m_block.append(static_cast<char>(c));
        } else if (QChar::isHighSurrogate(c)) {
            appendUtf8(m_block, QChar::surrogateToUcs4(c, text[++i].unicode()));
        } else {
            appendUtf8(m_block, c);
        }
    }
    if (m_block.size() >= blockBytes)
        flushBlock();
    return isClean;
}

bool Output::putText(QStringView text) { return putClean<false>(text); }
bool Output::putXml(QStringView text) { return putClean<true>(text); }

void Output::putNumber(std::int64_t value)
{
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    put(QByteArrayView(digits.data(), end.ptr - digits.data()));
}

void Output::flushBlock()
{
    if (!m_hasFailed && !m_block.isEmpty()) {
        if (m_device.write(m_block) == m_block.size()) {
            m_bytes += m_block.size();
        } else {
            m_hasFailed = true;
            m_reason = m_device.errorString();
        }
    }
    m_block.resize(0);
}

qint64 Output::writeData(const char *data, qint64 size)
{
    put(QByteArrayView(data, size));
    return m_hasFailed ? -1 : size;
}

Status Output::finish()
{
    flushBlock();
    if (m_hasFailed)
        return fail(ErrorCode::FileNotWritable, {QString(), m_reason});
    return {};
}

QString cleanText(const QString &text, bool *wasClean)
{
    qsizetype i = 0;
    while (i < text.size() && !isForbidden(text, i))
        ++i;
    if (i == text.size())
        return text;
    if (wasClean)
        *wasClean = false;
    QString clean = text.first(i);
    for (; i < text.size(); ++i) {
        if (!isForbidden(text, i))
            clean += text[i];
    }
    return clean;
}

} // namespace sf
