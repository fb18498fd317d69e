// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/output.h"

namespace sf {

namespace {

constexpr qsizetype blockBytes = 64 * 1024;

bool isForbidden(const QString &text, qsizetype i)
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
