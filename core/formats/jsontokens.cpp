// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/jsontokens.h"

#include "core/formats/jsonrun.h"
#include "core/formats/utf8.h"

#include <QCoreApplication>

#include <cstring>

namespace sf {

namespace {

constexpr qsizetype blockBytes = 64 * 1024;

QString tr(const char *text) { return QCoreApplication::translate("Import", text); }

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isBlank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

} // namespace

JsonTokens::JsonTokens(QIODevice &device, const QString &label, const Job &job)
    : m_label(label)
    , m_input(device, label, job)
    , m_buffer(static_cast<std::size_t>(blockBytes))
{
    m_at = m_end = m_buffer.data();
    m_counted = m_at;
    fill();
    if (m_end - m_at >= 3 && QByteArrayView(m_at, 3) == QByteArrayView("\xEF\xBB\xBF"))
        m_at += 3;
}

/// Moves what begins at m_at to the front and reads on behind it. False where nothing came.
bool JsonTokens::fill()
{
    if (m_isAtEnd)
        return false;
    countLines(m_at);
    const qsizetype left = m_end - m_at;
    m_before += m_at - m_buffer.data();
    if (left > limits::tokenBytes || m_before > m_tokenEnd + limits::tokenBytes) {
        m_isTooLarge = true;
        m_isAtEnd = true;
        return false;
    }
    std::memmove(m_buffer.data(), m_at, static_cast<std::size_t>(left));
    if (static_cast<qsizetype>(m_buffer.size()) < left + blockBytes)
        m_buffer.resize(static_cast<std::size_t>(left + blockBytes));
    m_at = m_buffer.data();
    m_counted = m_at;
    const qsizetype got = m_input.read(m_at + left, blockBytes);
    m_end = m_at + left + got;
    m_isAtEnd = got <= 0;
    return !m_isAtEnd;
}

void JsonTokens::countLines(const char *until)
{
    while (m_counted < until) {
        const auto *found = static_cast<const char *>(
            std::memchr(m_counted, '\n', static_cast<std::size_t>(until - m_counted)));
        if (!found) {
            m_counted = until;
            return;
        }
        ++m_line;
        m_counted = found + 1;
        m_lineStart = m_before + (m_counted - m_buffer.data());
    }
}

std::int64_t JsonTokens::line()
{
    countLines(m_at);
    return m_line;
}

JsonTokens::Token JsonTokens::failed(const char *reason)
{
    m_reason = reason;
    return Token::Failed;
}

Error JsonTokens::failure(std::int64_t complete)
{
    if (m_input.error())
        return *m_input.error();
    const QString where = QString::number(line());
    if (m_isTooLarge)
        return {ErrorCode::LimitExceeded, {m_label, where, tr("one text is longer than 128 KiB")}, {}};
    if (m_isTooDeep) {
        return {ErrorCode::LimitExceeded,
                {m_label, where, tr("objects and lists are nested more than 64 deep")},
                {}};
    }
    const std::int64_t column = m_before + (m_at - m_buffer.data()) - m_lineStart + 1;
    return {
        ErrorCode::NotWellFormed,
        {m_label, where, QString::number(column), QString::fromLatin1(m_reason), QString::number(complete)},
        {}};
}

/// False at the end of the input.
bool JsonTokens::skipBlanks()
{
    for (;;) {
        while (m_at < m_end && isBlank(*m_at))
            ++m_at;
        if (m_at < m_end)
            return true;
        if (!fill())
            return false;
    }
}

JsonTokens::Token JsonTokens::next()
{
    if (m_reason)
        return Token::Failed;
    m_tokenEnd = m_before + (m_at - m_buffer.data());
    if (!skipBlanks()) {
        if (m_expect == Expect::Nothing && !m_input.error() && !m_isTooLarge)
            return Token::End;
        return failed(m_depth == 0 ? "the file has no content" : "the file ends inside an object or list");
    }
    if (m_expect == Expect::CommaOrEnd && *m_at == ',') {
        ++m_at;
        m_expect = m_isObject[static_cast<std::size_t>(m_depth - 1)] ? Expect::Key : Expect::Value;
        if (!skipBlanks())
            return failed("the file ends after a comma");
    }
    const char c = *m_at;
    switch (m_expect) {
    case Expect::Nothing:
        return failed("something follows the end");
    case Expect::CommaOrEnd:
        return c == '}' || c == ']' ? close(c == '}')
                                    : failed("a comma or the end of the object or list is missing");
    case Expect::KeyOrEnd:
        if (c == '}')
            return close(true);
        [[fallthrough]];
    case Expect::Key:
        if (c != '"')
            return failed("the name of a member is missing");
        if (!string())
            return Token::Failed;
        m_expect = Expect::Value;
        return Token::Key;
    case Expect::ValueOrEnd:
        if (c == ']')
            return close(false);
        [[fallthrough]];
    case Expect::Value:
        return value(c);
    }
    return Token::Failed;
}

JsonTokens::Token JsonTokens::valueEnded(Token token)
{
    m_expect = m_depth == 0 ? Expect::Nothing : Expect::CommaOrEnd;
    return token;
}

JsonTokens::Token JsonTokens::value(char c)
{
    switch (c) {
    case '{':
        return open(true);
    case '[':
        return open(false);
    case '"':
        return string() ? valueEnded(Token::String) : Token::Failed;
    case 't':
        return word("true", Token::True);
    case 'f':
        return word("false", Token::False);
    case 'n':
        return word("null", Token::Null);
    default:
        return number();
    }
}

JsonTokens::Token JsonTokens::open(bool isObject)
{
    if (m_depth == limits::depth) {
        m_isTooDeep = true;
        return failed("too deep");
    }
    m_isObject[static_cast<std::size_t>(m_depth++)] = isObject;
    ++m_at;
    m_expect = isObject ? Expect::KeyOrEnd : Expect::ValueOrEnd;
    return isObject ? Token::StartObject : Token::StartArray;
}

JsonTokens::Token JsonTokens::close(bool isObject)
{
    if (m_isObject[static_cast<std::size_t>(m_depth - 1)] != isObject)
        return failed("an object ends as a list, or a list as an object");
    ++m_at;
    --m_depth;
    return valueEnded(isObject ? Token::EndObject : Token::EndArray);
}

JsonTokens::Token JsonTokens::word(QByteArrayView rest, Token token)
{
    while (m_end - m_at < rest.size() && fill())
        continue;
    if (m_end - m_at < rest.size() || QByteArrayView(m_at, rest.size()) != rest)
        return failed("this is no value");
    m_at += rest.size();
    return valueEnded(token);
}

JsonTokens::Token JsonTokens::number()
{
    const auto belongs = [](char c) {
        return isDigit(c) || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    };
    qsizetype size = 0;
    for (;;) {
        while (m_at + size < m_end && belongs(m_at[size]))
            ++size;
        if (m_at + size < m_end || !fill())
            break;
    }
    qsizetype at = 0;
    const auto digits = [&] {
        const qsizetype from = at;
        while (at < size && isDigit(m_at[at]))
            ++at;
        return at > from;
    };
    at += size > 0 && m_at[0] == '-' ? 1 : 0;
    const bool startsWithZero = at < size && m_at[at] == '0';
    const qsizetype whole = at;
    bool isGood = digits() && (!startsWithZero || at == whole + 1);
    if (isGood && at < size && m_at[at] == '.') {
        ++at;
        isGood = digits();
    }
    if (isGood && at < size && (m_at[at] == 'e' || m_at[at] == 'E')) {
        ++at;
        at += at < size && (m_at[at] == '+' || m_at[at] == '-') ? 1 : 0;
        isGood = digits();
    }
    if (!isGood || at != size)
        return m_isTooLarge ? Token::Failed : failed("this is no value");
    m_text = QByteArrayView(m_at, size);
    m_at += size;
    return valueEnded(Token::Number);
}

/// From the quote that begins it. A text without escapes stays where it is.
bool JsonTokens::string()
{
    if (char *end = jsonRunEnd(m_at + 1, m_end); end < m_end && *end == '"') { // as nearly all are
        m_text = QByteArrayView(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        return m_expect != Expect::Key && m_expect != Expect::KeyOrEnd ? true : colon();
    }
    return longString();
}

/// One with escapes, or one that goes on in the next block.
bool JsonTokens::longString()
{
    qsizetype at = 1;
    bool isPlain = true;
    m_unescaped.clear();
    for (;;) {
        const qsizetype from = at;
        char *run = jsonRunEnd(m_at + at, m_end);
        at = run - m_at;
        if (run == m_end) {
            if (!isPlain)
                m_unescaped.append(m_at + from, static_cast<std::size_t>(at - from));
            if (!fill()) {
                failed("the file ends inside a text");
                return false;
            }
            continue;
        }
        if (*run == '"') {
            if (!isPlain)
                m_unescaped.append(m_at + from, static_cast<std::size_t>(at - from));
            m_text = isPlain ? QByteArrayView(m_at + 1, at - 1)
                             : QByteArrayView(m_unescaped.data(), static_cast<qsizetype>(m_unescaped.size()));
            m_at += at + 1;
            break;
        }
        if (*run != '\\') {
            m_at += at;
            failed(*run == '\n' || *run == '\r' ? "a text does not end on its line"
                                                : "a control character stands inside a text");
            return false;
        }
        m_unescaped.append(m_at + (isPlain ? 1 : from), static_cast<std::size_t>(at - (isPlain ? 1 : from)));
        isPlain = false;
        if (!escape(at))
            return false;
    }
    return m_expect != Expect::Key && m_expect != Expect::KeyOrEnd ? true : colon();
}

/// Behind a key.
bool JsonTokens::colon()
{
    if (m_at < m_end && *m_at == ':') {
        ++m_at;
        return true;
    }
    if (m_text.data() != m_unescaped.data()) { // looking for the colon may move the buffer
        m_unescaped.assign(m_text.data(), static_cast<std::size_t>(m_text.size()));
        m_text = QByteArrayView(m_unescaped.data(), static_cast<qsizetype>(m_unescaped.size()));
    }
    if (!skipBlanks() || *m_at != ':') {
        failed("the colon after a name is missing");
        return false;
    }
    ++m_at;
    return true;
}

bool JsonTokens::hexCode(qsizetype at, char32_t &code)
{
    code = 0;
    for (qsizetype i = at; i < at + 4; ++i) {
        const char c = m_at[i];
        const int digit = isDigit(c)               ? c - '0'
                          : (c >= 'a' && c <= 'f') ? c - 'a' + 10
                          : (c >= 'A' && c <= 'F') ? c - 'A' + 10
                                                   : -1;
        if (digit < 0)
            return false;
        code = code * 16 + static_cast<char32_t>(digit);
    }
    return true;
}

/// `at` is where the backslash stands, and then what follows the escape.
bool JsonTokens::escape(qsizetype &at)
{
    constexpr qsizetype longest = 12; // a pair of surrogates
    while (m_end - m_at < at + longest && fill())
        continue;
    const qsizetype left = m_end - m_at - at;
    const auto bad = [&](const char *reason) {
        m_at += std::min(at, static_cast<qsizetype>(m_end - m_at));
        failed(reason);
        return false;
    };
    if (left < 2)
        return bad("the file ends inside a text");
    constexpr QByteArrayView names("\"\\/bfnrt");
    constexpr QByteArrayView meanings("\"\\/\b\f\n\r\t");
    const char name = m_at[at + 1];
    if (const qsizetype known = names.indexOf(name); known >= 0) {
        m_unescaped += meanings[known];
        at += 2;
        return true;
    }
    char32_t code = 0;
    if (name != 'u' || left < 6 || !hexCode(at + 2, code))
        return bad("this is no escape");
    at += 6;
    if (code >= 0xDC00 && code <= 0xDFFF)
        return bad("half a surrogate pair stands alone");
    if (code >= 0xD800 && code <= 0xDBFF) {
        char32_t low = 0;
        if (left < 12 || m_at[at] != '\\' || m_at[at + 1] != 'u' || !hexCode(at + 2, low) || low < 0xDC00 ||
            low > 0xDFFF)
            return bad("half a surrogate pair stands alone");
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        at += 6;
    }
    appendUtf8(m_unescaped, code);
    return true;
}

} // namespace sf
