// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/address.h"

#include "core/formats/output.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array allowedSchemes{"http"_L1,  "https"_L1, "file"_L1,  "rtmp"_L1, "rtmps"_L1,
                                    "rtmpe"_L1, "rtsp"_L1,  "rtsps"_L1, "rtp"_L1,  "udp"_L1,
                                    "srt"_L1,   "rist"_L1,  "mms"_L1,   "mmsh"_L1, "ftp"_L1,
                                    "ftps"_L1,  "sftp"_L1,  "smb"_L1,   "nfs"_L1,  "dvb"_L1};

bool isAsciiLetter(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }
bool isAsciiDigit(QChar c) { return c >= u'0' && c <= u'9'; }

/// Two to five letters and digits after the last dot of the last segment, one of them a letter: "mp4", "ts".
qsizetype extensionAt(QStringView path)
{
    qsizetype at = path.size();
    bool hasLetter = false;
    while (at > 0 && (isAsciiLetter(path[at - 1]) || isAsciiDigit(path[at - 1])))
        hasLetter |= isAsciiLetter(path[--at]);
    const qsizetype length = path.size() - at;
    const bool isExtension = at > 1 && path[at - 1] == u'.' && hasLetter && length >= 2 && length <= 5;
    return isExtension ? at - 1 : -1;
}

bool isDrivePath(QStringView text)
{
    return text.size() >= 3 && isAsciiLetter(text[0]) && text[1] == u':' &&
           (text[2] == u'\\' || text[2] == u'/');
}

bool looksRelative(QStringView text)
{
    if (text.startsWith("./"_L1) || text.startsWith("../"_L1) || text.startsWith(".\\"_L1) ||
        text.startsWith("..\\"_L1))
        return true;
    return extensionAt(text) > 0 && !text.contains("://"_L1) && !text.contains(u'<') && !text.contains(u'"');
}

void appendEncoded(QString &text, unsigned char byte)
{
    constexpr auto digits = "0123456789ABCDEF"_L1;
    text += u'%';
    text += digits[byte >> 4];
    text += digits[byte & 0xF];
}

/// What RFC 3986 lets stand in a path.
constexpr AsciiSet pathCharacters("-._~!$&'()*+,;=:@/");

} // namespace

QStringView schemeOf(QStringView text)
{
    if (text.isEmpty() || !isAsciiLetter(text[0]))
        return {};
    qsizetype at = 1;
    while (at < text.size() && (isAsciiLetter(text[at]) || isAsciiDigit(text[at]) || text[at] == u'+' ||
                                text[at] == u'-' || text[at] == u'.'))
        ++at;
    return at > 1 && at < text.size() && text[at] == u':' ? text.first(at) : QStringView();
}

AddressKind addressKind(QStringView text)
{
    if (const QStringView scheme = schemeOf(text); !scheme.isEmpty()) {
        const bool isAllowed =
            std::any_of(allowedSchemes.begin(), allowedSchemes.end(), [scheme](QLatin1StringView allowed) {
                return scheme.compare(allowed, Qt::CaseInsensitive) == 0;
            });
        return isAllowed ? AddressKind::Url : AddressKind::RefusedScheme;
    }
    if (text.startsWith(u'/') || text.startsWith("\\\\"_L1) || isDrivePath(text))
        return AddressKind::AbsolutePath;
    return looksRelative(text) ? AddressKind::RelativePath : AddressKind::None;
}

QString titleFromAddress(const QString &address)
{
    QStringView path = address;
    const bool isUrl = !schemeOf(address).isEmpty();
    if (isUrl) {
        path = path.first(std::min(path.indexOf(u'?') < 0 ? path.size() : path.indexOf(u'?'),
                                   path.indexOf(u'#') < 0 ? path.size() : path.indexOf(u'#')));
    }
    while (path.endsWith(u'/') || path.endsWith(u'\\'))
        path.chop(1);
    const qsizetype slash = std::max(path.lastIndexOf(u'/'), path.lastIndexOf(u'\\'));
    QString name = path.sliced(slash + 1).toString();
    if (isUrl && name.contains(u'%'))
        name = QUrl::fromPercentEncoding(name.toUtf8());
    if (const qsizetype dot = extensionAt(name); dot > 0 && slash >= 0)
        name.truncate(dot);
    else if (dot > 0 && !isUrl)
        name.truncate(dot);
    name = name.simplified();
    return name.isEmpty() ? address : name;
}

void collectLinks(QStringView text, QStringList &links)
{
    qsizetype at = 0;
    while ((at = text.indexOf("http"_L1, at, Qt::CaseInsensitive)) >= 0) {
        const QStringView rest = text.sliced(at);
        if (!rest.startsWith("http://"_L1, Qt::CaseInsensitive) &&
            !rest.startsWith("https://"_L1, Qt::CaseInsensitive)) {
            at += 4;
            continue;
        }
        qsizetype end = 0;
        int open = 0; // a parenthesis closes the link only if the link did not open it
        for (; end < rest.size(); ++end) {
            const QChar c = rest[end];
            open += c == u'(' ? 1 : 0;
            if (c.isSpace() || c == u'"' || c == u'\'' || c == u'<' || c == u'>' || c == u']' ||
                (c == u')' && open-- == 0))
                break;
        }
        links += rest.first(end).toString();
        at += std::max(end, qsizetype(4));
    }
}

QString writtenAddress(const QString &address)
{
    if (address.startsWith(u'/'))
        return "file://"_L1 + percentEncoded(address, pathCharacters);
    const auto isPlain = [](QChar c) { return c.unicode() >= 0x20 && c.unicode() != 0x7F; };
    if (std::all_of(address.begin(), address.end(), isPlain))
        return address;
    QString written;
    written.reserve(address.size() + 16);
    for (const QChar c : address) {
        if (isPlain(c))
            written += c;
        else
            appendEncoded(written, static_cast<unsigned char>(c.unicode()));
    }
    return written;
}

void putAddress(Output &out, const QString &address)
{
    if (!address.startsWith(u'/')) {
        out.putText(writtenAddress(address));
        return;
    }
    out.put("file://");
    out.putPercentEncoded(address, pathCharacters);
}

} // namespace sf
