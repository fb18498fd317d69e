// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/output.h"

#include "core/formats/textblock.h"
#include "core/formats/utf8.h"
#include "core/time/iso8601.h"

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

char *put(char *to, QByteArrayView text)
{
    std::memcpy(to, text.data(), static_cast<std::size_t>(text.size()));
    return to + text.size();
}

// What a text is written to: which units do not stand for themselves there, and what stands for them. `widest` is the
// most bytes that one UTF-16 unit becomes.

struct PlainTarget
{
    static constexpr qsizetype widest = 3;
    static constexpr bool takesControls = false;
    template <class Units>
    static constexpr auto isSpecial(Units c)
    {
        return (c < 0x20) | (c >= 0x80);
    }
    static char *escape(char *to, char16_t c)
    {
        *to = static_cast<char>(c);
        return to + 1;
    }
};

struct XmlTarget
{
    static constexpr qsizetype widest = 6;
    static constexpr bool takesControls = false;
    template <class Units>
    static constexpr auto isSpecial(Units c)
    {
        return PlainTarget::isSpecial(c) | (c == '&') | (c == '<') | (c == '>') | (c == '"');
    }
    static char *escape(char *to, char16_t c)
    {
        switch (c) {
        case u'&':
            return put(to, "&amp;");
        case u'<':
            return put(to, "&lt;");
        case u'>':
            return put(to, "&gt;");
        case u'"':
            return put(to, "&quot;");
        case u'\t':
            return put(to, "&#9;");
        case u'\n':
            return put(to, "&#10;");
        default:
            return put(to, "&#13;");
        }
    }
};

struct JsonTarget
{
    static constexpr qsizetype widest = 6;
    static constexpr bool takesControls = true;
    template <class Units>
    static constexpr auto isSpecial(Units c)
    {
        return PlainTarget::isSpecial(c) | (c == '"') | (c == '\\');
    }
    static char *escape(char *to, char16_t c)
    {
        constexpr QByteArrayView letters("btnufr"); // of 8 to 13
        const char *digits = "0123456789ABCDEF";
        *to++ = '\\';
        const char letter = c >= 8 && c <= 13 ? letters[c - 8] : 'u';
        *to++ = c >= 0x20 ? static_cast<char>(c) : letter;
        if (c >= 0x20 || letter != 'u')
            return to;
        to = put(to, "00");
        *to++ = digits[c >> 4];
        *to++ = digits[c & 0xF];
        return to;
    }
};

/// Copies what stands for itself; how many units. Up to a block more may be written.
template <class Target>
qsizetype copyPlain(const char16_t *from, qsizetype size, char *to)
{
    using Bytes = std::uint8_t __attribute__((vector_size(blockUnits)));
    qsizetype done = 0;
    for (; done + blockUnits <= size; done += blockUnits) {
        const TextBlock block = textBlock(from + done);
        const auto bytes = __builtin_convertvector(block, Bytes);
        std::memcpy(to + done, &bytes, sizeof bytes);
        if (isAny(Target::isSpecial(block)))
            break;
    }
    for (; done < size && !Target::isSpecial(std::uint16_t(from[done])); ++done)
        to[done] = static_cast<char>(from[done]);
    return done;
}

void putTwo(char *to, std::int64_t value)
{
    to[0] = static_cast<char>('0' + value / 10);
    to[1] = static_cast<char>('0' + value % 10);
}

char *percentEncode(char *to, unsigned char byte)
{
    constexpr auto &digits = "0123456789ABCDEF";
    to[0] = '%';
    to[1] = digits[byte >> 4];
    to[2] = digits[byte & 0xF];
    return to + 3;
}

/// Nine bytes for each character at most.
char *percentEncode(char *to, QStringView text, const AsciiSet &asIs)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c >= 0x80) {
            for (const char byte : text.sliced(i).toUtf8()) {
                const auto code = static_cast<unsigned char>(byte);
                if (code < 0x80 && asIs.has[code])
                    *to++ = byte;
                else
                    to = percentEncode(to, code);
            }
            break;
        }
        if (asIs.has[c])
            *to++ = static_cast<char>(c);
        else
            to = percentEncode(to, static_cast<unsigned char>(c));
    }
    return to;
}

} // namespace

Output::Output(QIODevice &device)
    : m_device(device)
    , m_block(static_cast<std::size_t>(blockBytes))
{
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

void Output::makeRoom(qsizetype size)
{
    flushBlock();
    if (size > std::ssize(m_block))
        m_block.resize(static_cast<std::size_t>(size));
}

template <class Target>
bool Output::putClean(QStringView text)
{
    constexpr qsizetype piece = 4096;
    bool isClean = true;
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype end = std::min(text.size(), i + piece);
        char *const begin = room((end - i + 1) * Target::widest);
        char *to = begin;
        while (i < end) {
            const qsizetype plain = copyPlain<Target>(text.utf16() + i, end - i, to);
            to += plain;
            i += plain;
            if (i >= end)
                break;
            const char16_t c = text[i].unicode();
            if (isForbidden(text, i) && !(Target::takesControls && c < 0x20)) {
                isClean = false;
            } else if (c < 0x80) {
                to = Target::escape(to, c);
            } else if (QChar::isHighSurrogate(c)) {
                to = putUtf8(to, QChar::surrogateToUcs4(c, text[++i].unicode()));
            } else {
                to = putUtf8(to, c);
            }
            ++i;
        }
        m_used += to - begin;
    }
    return isClean;
}

bool Output::putText(QStringView text) { return putClean<PlainTarget>(text); }
bool Output::putXml(QStringView text) { return putClean<XmlTarget>(text); }

bool Output::putJson(QStringView text)
{
    put("\"");
    const bool isClean = putClean<JsonTarget>(text);
    put("\"");
    return isClean;
}

void Output::putPercentEncoded(QStringView text, const AsciiSet &asIs)
{
    char *const to = room(text.size() * 9);
    m_used += percentEncode(to, text, asIs) - to;
}

void Output::putNumber(std::int64_t value)
{
    constexpr qsizetype widest = 24;
    char *const to = room(widest);
    m_used += std::to_chars(to, to + widest, value).ptr - to;
}

void Output::putPadded(std::int64_t value, int digits)
{
    char *const to = room(digits);
    for (int i = digits; i-- > 0; value /= 10)
        to[i] = static_cast<char>('0' + value % 10);
    m_used += digits;
}

void Output::putSeconds(Micros length)
{
    constexpr std::int64_t second = 1'000'000;
    std::int64_t rest = length.count() % second;
    putNumber(length.count() / second);
    if (rest == 0)
        return;
    int digits = 6;
    for (; rest % 10 == 0; rest /= 10)
        --digits;
    put(".");
    putPadded(rest, digits);
}

void Output::putIso8601(TimePoint time)
{
    using namespace std::chrono;
    const auto date = floor<days>(time);
    const year_month_day ymd(date);
    const hh_mm_ss clock(time - date);
    if (int(ymd.year()) < 0 || int(ymd.year()) > 9999)
        return put(toIso8601(time).toLatin1());
    char text[] = "0000-00-00T00:00:00";
    putTwo(text, int(ymd.year()) / 100);
    putTwo(text + 2, int(ymd.year()) % 100);
    putTwo(text + 5, unsigned(ymd.month()));
    putTwo(text + 8, unsigned(ymd.day()));
    putTwo(text + 11, clock.hours().count());
    putTwo(text + 14, clock.minutes().count());
    putTwo(text + 17, clock.seconds().count());
    put(QByteArrayView(text, 19));
    if (clock.subseconds().count() != 0) {
        put(".");
        putPadded(clock.subseconds().count(), 3);
    }
    put("Z");
}

void Output::flushBlock()
{
    if (!m_hasFailed && m_used > 0) {
        if (m_device.write(m_block.data(), m_used) == m_used) {
            m_bytes += m_used;
        } else {
            m_hasFailed = true;
            m_reason = m_device.errorString();
        }
    }
    m_used = 0;
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

QString percentEncoded(QStringView text, const AsciiSet &asIs)
{
    QByteArray encoded(text.size() * 9, Qt::Uninitialized);
    const char *const end = percentEncode(encoded.data(), text, asIs);
    return QString::fromLatin1(encoded.constData(), end - encoded.constData());
}

QString cleanText(const QString &text, bool *wasClean)
{
    qsizetype i = countPlain(text, [](auto c) { return (c < 0x20) | (c >= 0xD800); });
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
