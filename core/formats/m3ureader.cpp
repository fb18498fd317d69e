// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/m3ureader.h"

#include "core/formats/limits.h"

#include <QCoreApplication>
#include <QDir>

#include <charconv>
#include <cmath>
#include <cstring>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");
constexpr std::size_t entriesBeforeEstimate = 4096;

QString tr(const char *text) { return QCoreApplication::translate("Import", text); }

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\0'; }

QByteArrayView trimmed(QByteArrayView text)
{
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

bool startsWith(QByteArrayView text, QByteArrayView upperCase)
{
    if (text.size() < upperCase.size())
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

bool isKeyCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// Where =" stands, from `from` on; -1 where it does not.
qsizetype findAssignment(QByteArrayView text, qsizetype from)
{
    while ((from = text.indexOf('"', from)) >= 0) {
        if (from > 0 && text[from - 1] == '=')
            return from - 1;
        ++from;
    }
    return -1;
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
    , m_size(device.isSequential() ? 0 : device.size() - device.pos())
    , m_lines(device, options.label, job)
{
}

Result<ImportedPlaylist> M3uReader::read()
{
    QByteArrayView line;
    while (m_lines.next(line)) {
        m_bytes += line.size() + 1;
        while (line.startsWith(byteOrderMark))
            line = line.sliced(byteOrderMark.size());
        line = trimmed(line);
        if (line.isEmpty())
            continue;
        readLine(line);
        if (const Status within = checkLimits(); !within)
            return fail(within.error());
    }
    if (m_lines.error())
        return fail(*m_lines.error());
    if (m_infoLine > 0)
        dropInfo();
    return std::move(m_playlist);
}

Status M3uReader::checkLimits() const
{
    const bool tooMany = m_playlist.entries.size() > limits::items;
    if (!tooMany && m_playlist.rejected.size() + m_playlist.warnings.size() <= limits::remarks)
        return {};
    return fail(ErrorCode::LimitExceeded, {m_options.label, QString::number(m_lines.number()),
                                           tooMany ? tr("it has more than 5,000,000 entries")
                                                   : tr("too much of it is not understood")});
}

void M3uReader::readLine(QByteArrayView line)
{
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
    if (!startsWith(line, "EXT") && !startsWith(line, "PLAYLIST:"))
        return; // a comment
    if (startsWith(line, "EXTINF:")) {
        readInfo(line.sliced(7));
    } else if (startsWith(line, "EXTGRP:")) {
        m_pending.group = decodeShared(trimmed(line.sliced(7)));
    } else if (startsWith(line, "EXTVLCOPT:")) {
        readPlayerOption(line.sliced(10));
    } else if (startsWith(line, "PLAYLIST:")) {
        m_playlist.name = decode(trimmed(line.sliced(9)));
    } else if (startsWith(line, "EXT-X-") && !m_hasWarnedOfStream) {
        m_hasWarnedOfStream = true;
        warn(m_lines.number(), tr("This looks like the index of one stream, not like a list of media."));
    }
}

/// Some editor took the # away.
bool M3uReader::repairDirective(QByteArrayView line)
{
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
    qsizetype at = 0;
    while (at < rest.size() && rest[at] != ',' && !isBlank(rest[at]))
        ++at;
    if (const auto duration = secondsOf(rest.first(at)))
        m_pending.duration = *duration;
    else if (at > 0)
        warn(m_infoLine, tr("The duration is not a number; it is taken as unknown."));
    qsizetype comma = rest.indexOf(',', readAttributes(rest, at));
    if (comma < 0)
        comma = rest.indexOf(',', at);
    if (comma >= 0)
        m_pending.title = decode(trimmed(rest.sliced(comma + 1)));
}

/// Returns where the last attribute ends, `from` if there is none.
qsizetype M3uReader::readAttributes(QByteArrayView rest, qsizetype from)
{
    qsizetype end = from;
    for (;;) {
        const qsizetype sign = findAssignment(rest, end);
        if (sign < 0)
            return end;
        qsizetype key = sign;
        while (key > end && isKeyCharacter(rest[key - 1]))
            --key;
        const qsizetype value = sign + 2;
        const qsizetype close = rest.indexOf('"', value);
        const bool isStray = rest.sliced(end, key - end).contains('"');
        if (close < 0 || isStray)
            warn(m_infoLine, tr("The quotes of the attributes do not match; what could be read was taken."));
        if (close < 0) { // then the value goes up to the comma before the title
            const qsizetype comma = rest.indexOf(',', value);
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
    m_pending = PlaylistEntry();
    m_infoLine = 0;
}

void M3uReader::readAttribute(QByteArrayView key, QByteArrayView value)
{
    const QByteArrayView text = trimmed(value);
    switch (key.size()) {
    case 6:
        if (isNamed(key, "tvg-id"))
            m_pending.guideId = decode(text);
        return;
    case 8:
        if (isNamed(key, "tvg-logo"))
            m_pending.logo = decode(text);
        else if (isNamed(key, "tvg-name"))
            m_pending.guideName = decode(text);
        return;
    case 11:
        if (isNamed(key, "group-title"))
            m_pending.group = decodeShared(text);
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
    QString address = decode(line);
    switch (addressKind(address)) {
    case AddressKind::Url:
    case AddressKind::AbsolutePath:
        return addEntry(std::move(address));
    case AddressKind::RelativePath:
        if (!m_options.baseDir.isEmpty()) {
            if (!address.contains(u'/'))
                address.replace(u'\\', u'/');
            address = QDir::cleanPath(m_options.baseDir + u'/' + address);
        }
        return addEntry(std::move(address));
    case AddressKind::RefusedScheme:
        return reject(ErrorCode::UrlNotAllowed, schemeOf(address).toString(), address);
    case AddressKind::None:
        return reject(ErrorCode::LineNotUnderstood, address.left(80), address);
    }
}

void M3uReader::addEntry(QString address)
{
    if (m_pending.title.isEmpty())
        m_pending.title = m_pending.guideName.isEmpty() ? titleFromAddress(address) : m_pending.guideName;
    m_pending.url = std::move(address);
    m_pending.line = m_lines.number();
    if (m_playlist.entries.size() == entriesBeforeEstimate)
        reserveForRest();
    m_playlist.entries.push_back(std::move(m_pending));
    m_pending = PlaylistEntry();
    m_infoLine = 0;
}

/// Doubling a vector of a million entries would move them all and need three times their memory.
void M3uReader::reserveForRest()
{
    if (m_size <= m_bytes || m_bytes <= 0)
        return;
    const double ratio = static_cast<double>(m_size) / static_cast<double>(m_bytes);
    const double estimate = static_cast<double>(m_playlist.entries.size()) * ratio * 1.05;
    m_playlist.entries.reserve(static_cast<std::size_t>(std::min(estimate, double(limits::items))));
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

QString M3uReader::decode(QByteArrayView bytes)
{
    bool isUtf8 = true;
    QString text = decodeText(bytes, isUtf8);
    if (!isUtf8 && !m_hasWarnedOfText) {
        m_hasWarnedOfText = true;
        warn(m_lines.number(), tr("This line is not UTF-8; such lines were read as Windows-1252."));
    }
    return text;
}

} // namespace sf
