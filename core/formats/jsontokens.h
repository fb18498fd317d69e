// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/limits.h"
#include "core/formats/textinput.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace sf {

/// JSON (RFC 8259) from outside, a token at a time, in memory that does not grow with the file. Not RapidJSON's reader:
/// that takes a number beyond the range of a double, which is good JSON, for the end of the file, and copies
/// every text once more. Bytes that are no UTF-8 are passed on as they are.
class JsonTokens
{
public:
    enum class Token : std::uint8_t {
        StartObject,
        EndObject,
        StartArray,
        EndArray,
        Key,
        String,
        Number, ///< as written: its size is the caller's to judge
        True,
        False,
        Null,
        End,
        Failed, ///< see failure()
    };

    JsonTokens(QIODevice &device, const QString &label, const Job &job);

    Token next();
    /// Of a key, string or number; valid until the next call.
    QByteArrayView text() const { return m_text; }
    /// Objects and lists that are open, one that has just started included.
    int depth() const { return m_depth; }
    /// Of the token that was read last, from 1.
    std::int64_t line();

    /// Cancelled, FileNotReadable, LimitExceeded, NotWellFormed (label, line, column, reason, `complete`).
    Error failure(std::int64_t complete);
    bool isNotWellFormed() const { return m_reason && !m_isTooLarge && !m_input.error(); }

private:
    enum class Expect : std::uint8_t { Value, ValueOrEnd, KeyOrEnd, Key, CommaOrEnd, Nothing };

    Token failed(const char *reason);
    Token valueEnded(Token token);
    Token value(char c);
    Token open(bool isObject);
    Token close(bool isObject);
    Token word(QByteArrayView rest, Token token);
    Token number();
    bool string();
    bool longString();
    bool colon();
    bool escape(qsizetype &at);
    bool hexCode(qsizetype at, char32_t &code);
    bool skipBlanks();
    bool fill();
    void countLines(const char *until);

    QString m_label;
    TextInput m_input;
    std::vector<char> m_buffer;
    char *m_at = nullptr;
    char *m_end = nullptr;
    const char *m_counted = nullptr; ///< lines up to here are counted
    std::int64_t m_before = 0;       ///< bytes of the file before the buffer
    std::int64_t m_lineStart = 0;    ///< where in the file the line begins
    std::int64_t m_line = 1;
    std::int64_t m_tokenEnd = 0; ///< where in the file the last token ended
    QByteArrayView m_text;
    std::string m_unescaped;
    std::array<bool, limits::depth> m_isObject{};
    int m_depth = 0;
    Expect m_expect = Expect::Value;
    const char *m_reason = nullptr;
    bool m_isTooLarge = false;
    bool m_isTooDeep = false;
    bool m_isAtEnd = false;
};

} // namespace sf
