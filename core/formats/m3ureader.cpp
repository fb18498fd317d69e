// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/m3ureader.h"

#include "core/base/utf8text.h"
#include "core/formats/limits.h"

#include <QCoreApplication>
#include <QDir>

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <string_view>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

QString tr(const char *text) { return QCoreApplication::translate("Import", text); }

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\0'; }

QByteArrayView trimmed(QByteArrayView text)
{
    const char *from = text.data();
    const char *to = from + text.size();
    while (from < to && isBlank(*from))
        ++from;
    while (from < to && isBlank(to[-1]))
        --to;
    return {from, to - from};
}

/// Where a character stands from `from` on; -1 where it does not. Several a line are looked for.
qsizetype find(QByteArrayView text, char c, qsizetype from)
{
    const void *found = std::memchr(text.data() + from, c, static_cast<std::size_t>(text.size() - from));
    return found ? static_cast<const char *>(found) - text.data() : -1;
}

bool startsWith(QByteArrayView text, QByteArrayView upperCase)
{
    if (text.size() < upperCase.size() || (text[0] | 0x20) != (upperCase[0] | 0x20))
        return false;
    return std::memcmp(text.data(), upperCase.data(), static_cast<std::size_t>(upperCase.size())) == 0 ||
           qstrnicmp(text.data(), upperCase.size(), upperCase.data(), upperCase.size()) == 0;
}

/// For texts of one length.
bool isNamed(QByteArrayView key, const char *lowerCase)
{
    const auto size = static_cast<std::size_t>(key.size());
    return std::memcmp(key.data(), lowerCase, size) == 0 || qstrnicmp(key.data(), lowerCase, size) == 0;
}

bool isConflictMarker(QByteArrayView line)
{
    if (line.size() < 7)
        return false;
    const char c = line.front();
    if (c != '<' && c != '>' && c != '=' && c != '|')
        return false;
    for (qsizetype i = 1; i < 7; ++i) {
        if (line[i] != c)
            return false;
    }
    return line.size() == 7 || line[7] == ' ';
}

constexpr auto keyCharacters = [] {
    std::array<bool, 256> are{};
    for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"))
        are[static_cast<unsigned char>(c)] = true;
    return are;
}();

bool isKeyCharacter(char c) { return keyCharacters[static_cast<unsigned char>(c)]; }

/// Where =" stands, from `from` on; -1 where it does not. `hasStray` is set where a quote without = stands before.
qsizetype findAssignment(QByteArrayView text, qsizetype from, bool &hasStray)
{
    while ((from = find(text, '"', from)) >= 0) {
        if (from > 0 && text[from - 1] == '=')
            return from - 1;
        hasStray = true;
        ++from;
    }
    return -1;
}

/// Clementine and its kin write "artist - title", with nothing for what they do not know.
QByteArrayView titleOf(QByteArrayView text)
{
    if (!text.startsWith('-') || (text.size() > 1 && !isBlank(text[1])))
        return text;
    return trimmed(text.sliced(1));
}

/// Seconds with a fraction; nothing for what is no number, zero for what is not more than zero.
std::optional<Micros> secondsOf(QByteArrayView text)
{
    const char *end = text.data() + text.size();
    std::int32_t whole = 0; // as nearly all are
    if (const auto parsed = std::from_chars(text.data(), end, whole);
        parsed.ec == std::errc() && parsed.ptr == end)
        return std::chrono::seconds(std::max(whole, 0));
    double seconds = 0;
    const auto parsed = std::from_chars(text.data(), end, seconds, std::chars_format::fixed);
    constexpr double longest = 100.0 * 366 * 24 * 3600;
    if (parsed.ec != std::errc() || parsed.ptr != end || !(seconds <= longest))
        return std::nullopt;
    return Micros(seconds > 0 ? std::llround(seconds * 1e6) : 0);
}

} // namespace

M3uReader::M3uReader(QIODevice &device, const ReadOptions &options, const Job &job)
    : m_options(options)
    , m_lines(device, options.label, job)
{
}

Result<ImportedPlaylist> M3uReader::read()
{
    QByteArrayView line;
    while (m_lines.next(line)) {
        while (!line.isEmpty() && line.front() == byteOrderMark.front() && line.startsWith(byteOrderMark))
            line = line.sliced(byteOrderMark.size());
        line = trimmed(line);
        if (line.isEmpty())
            continue;
        readLine(line);
        if (isBeyondLimits())
            return fail(limitError());
    }
    if (m_lines.error())
        return fail(*m_lines.error());
    if (m_infoLine > 0)
        dropInfo();
    return std::move(m_playlist);
}

bool M3uReader::isBeyondLimits() const
{
    return std::ssize(m_playlist.entries) > limits::items ||
           std::ssize(m_playlist.rejected) + std::ssize(m_playlist.warnings) > limits::remarks;
}

Error M3uReader::limitError() const
{
    const bool tooMany = std::ssize(m_playlist.entries) > limits::items;
    return {ErrorCode::LimitExceeded,
            {m_options.label, QString::number(m_lines.number()),
             tooMany ? tr("it has more than 5,000,000 entries") : tr("too much of it is not understood")},
            {}};
}

void M3uReader::readLine(QByteArrayView line)
{
    m_isAscii = isAscii(line);
    if (line.front() == '#') {
        readDirective(line.sliced(1));
    } else if (isConflictMarker(line)) {
        warn(m_lines.number(), tr("A merge conflict marker was dropped; both sides were kept."));
    } else if (!repairDirective(line)) {
        readAddress(line);
    }
}

/// `line` begins after the #.
void M3uReader::readDirective(QByteArrayView line)
{
    if (startsWith(line, "EXTINF:")) {
        readInfo(line.sliced(7));
    } else if (startsWith(line, "EXTGRP:")) {
        const QByteArrayView group = trimmed(line.sliced(7));
        m_own.group.assign(group.data(), static_cast<std::size_t>(group.size()));
        m_pending.group = decode(viewOf(m_own.group), m_own.group);
    } else if (startsWith(line, "EXTVLCOPT:")) {
        readPlayerOption(line.sliced(10));
    } else if (startsWith(line, "PLAYLIST:")) {
        std::string converted;
        m_playlist.name = fromUtf8(decode(trimmed(line.sliced(9)), converted));
    } else if (startsWith(line, "EXT-X-") && !m_hasWarnedOfStream) {
        m_hasWarnedOfStream = true;
        warn(m_lines.number(), tr("This looks like the index of one stream, not like a list of media."));
    }
}

/// Some editor took the # away.
bool M3uReader::repairDirective(QByteArrayView line)
{
    if ((line.front() | 0x20) != 'e')
        return false;
    if (!startsWith(line, "EXTINF:") && !startsWith(line, "EXTGRP:") && !startsWith(line, "EXTVLCOPT:") &&
        !startsWith(line, "EXTM3U"))
        return false;
    warn(m_lines.number(),
         tr("The # that should begin this line was missing; it was taken as if it were there."));
    readDirective(line);
    return true;
}

/// "5940,tvg-name="a, b",c, d": attributes may follow a comma, the title is what follows the first comma
/// after the last attribute.
void M3uReader::readInfo(QByteArrayView rest)
{
    if (m_infoLine > 0)
        dropInfo();
    m_infoLine = m_lines.number();
    rest = trimmed(rest);
    m_info.assign(rest.data(),
                  static_cast<std::size_t>(rest.size())); // the line goes when the next one comes
    rest = viewOf(m_info);
    qsizetype at = 0;
    while (at < rest.size() && rest[at] != ',' && !isBlank(rest[at]))
        ++at;
    if (const auto duration = secondsOf(rest.first(at)))
        m_pending.duration = *duration;
    else if (at > 0)
        warn(m_infoLine, tr("The duration is not a number; it is taken as unknown."));
    qsizetype comma = find(rest, ',', readAttributes(rest, at));
    if (comma < 0)
        comma = find(rest, ',', at);
    if (comma >= 0)
        m_pending.title = decode(titleOf(trimmed(rest.sliced(comma + 1))), m_own.title);
}

/// Returns where the last attribute ends, `from` if there is none.
qsizetype M3uReader::readAttributes(QByteArrayView rest, qsizetype from)
{
    qsizetype end = from;
    for (;;) {
        bool hasStray = false;
        const qsizetype sign = findAssignment(rest, end, hasStray);
        if (sign < 0)
            return end;
        qsizetype key = sign;
        while (key > end && isKeyCharacter(rest[key - 1]))
            --key;
        const qsizetype value = sign + 2;
        const qsizetype close = find(rest, '"', value);
        if (close < 0 || hasStray)
            warn(m_infoLine, tr("The quotes of the attributes do not match; what could be read was taken."));
        if (close < 0) { // then the value goes up to the comma before the title
            const qsizetype comma = find(rest, ',', value);
            end = comma < 0 ? rest.size() : comma;
            readAttribute(rest.sliced(key, sign - key), rest.sliced(value, end - value));
            return end;
        }
        readAttribute(rest.sliced(key, sign - key), rest.sliced(value, close - value));
        end = close + 1;
    }
}

/// Another #EXTINF, or the end, came before an address did. What an #EXTGRP or the player's options said
/// stays for the next entry only if it stood before the #EXTINF, which cannot be told any more: it goes too.
void M3uReader::dropInfo()
{
    warn(m_infoLine, tr("No address follows this #EXTINF; it was dropped."));
    forgetPending();
}

void M3uReader::readAttribute(QByteArrayView key, QByteArrayView value)
{
    const QByteArrayView text = trimmed(value);
    switch (key.size()) {
    case 6:
        if (isNamed(key, "tvg-id"))
            m_pending.guideId = decode(text, m_own.guideId);
        return;
    case 8:
        if (isNamed(key, "tvg-logo"))
            m_pending.logo = decode(text, m_own.logo);
        else if (isNamed(key, "tvg-name"))
            m_pending.guideName = decode(text, m_own.guideName);
        return;
    case 11:
        if (isNamed(key, "group-title"))
            m_pending.group = decode(text, m_own.group);
        return;
    default:
        return;
    }
}

void M3uReader::readPlayerOption(QByteArrayView option)
{
    const auto value = [option](qsizetype from) { return secondsOf(trimmed(option.sliced(from))); };
    if (startsWith(option, "start-time="))
        m_pending.mediaIn = value(11).value_or(Micros::zero());
    else if (startsWith(option, "stop-time="))
        m_pending.mediaOut = value(10).value_or(Micros::zero());
}

void M3uReader::readAddress(QByteArrayView line)
{
    m_pending.url = decode(line, m_own.url);
    if (isPlainAddress(m_pending.url))
        return addEntry();
    QString address = fromUtf8(m_pending.url);
    switch (addressKind(address)) {
    case AddressKind::Url:
    case AddressKind::AbsolutePath:
        return addEntry();
    case AddressKind::RelativePath:
        if (!m_options.baseDir.isEmpty()) {
            if (!address.contains(u'/'))
                address.replace(u'\\', u'/');
            address = QDir::cleanPath(m_options.baseDir + u'/' + address);
            m_own.url.clear();
            appendUtf8(m_own.url, address);
            m_pending.url = viewOf(m_own.url);
        }
        return addEntry();
    case AddressKind::RefusedScheme:
        return reject(ErrorCode::UrlNotAllowed, schemeOf(address).toString(), address);
    case AddressKind::None:
        return reject(ErrorCode::LineNotUnderstood, address.left(80), address);
    }
}

/// Of the address in m_pending.url.
void M3uReader::addEntry()
{
    if (m_pending.title.isEmpty())
        m_pending.title = m_pending.guideName;
    if (m_pending.title.isEmpty()) {
        m_own.title.clear();
        appendUtf8(m_own.title, titleFromAddress(fromUtf8(m_pending.url)));
        m_pending.title = viewOf(m_own.title);
    }
    m_pending.line = m_lines.number();
    m_playlist.entries.push_back(m_pending);
    forgetPending();
}

void M3uReader::forgetPending()
{
    m_pending = Utf8PlaylistEntry();
    m_infoLine = 0;
}

/// A line that is no address takes nothing with it: a pending #EXTINF waits for the next one.
void M3uReader::reject(ErrorCode code, const QString &arg, QStringView line)
{
    m_playlist.rejected.push_back({0, m_lines.number(), Error{code, {arg}, {}}, {}});
    collectLinks(line, m_playlist.links);
}

void M3uReader::warn(std::int64_t line, const QString &text)
{
    m_playlist.warnings.push_back({0, line, {}, text});
}

/// As it is where that is UTF-8, else what becomes of it in `converted`, of which it may be a part.
QByteArrayView M3uReader::decode(QByteArrayView bytes, std::string &converted)
{
    if (m_isAscii || bytes.isValidUtf8())
        return bytes;
    if (!m_hasWarnedOfText) {
        m_hasWarnedOfText = true;
        warn(m_lines.number(), tr("This line is not UTF-8; such lines were read as Windows-1252."));
    }
    bool isUtf8 = false;
    const QString text = decodeText(bytes, isUtf8);
    converted.clear();
    appendUtf8(converted, text);
    return viewOf(converted);
}

} // namespace sf
