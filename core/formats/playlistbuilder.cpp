// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/playlistbuilder.h"

#include "core/formats/address.h"
#include "core/formats/limits.h"
#include "core/formats/textinput.h"

#include <QCoreApplication>
#include <QDir>

#include <charconv>
#include <cmath>

namespace sf {

using namespace Qt::StringLiterals;

void PlaylistBuilder::add(PlaylistEntry entry, QString address)
{
    address = address.trimmed();
    const auto reject = [&](ErrorCode code, const QString &arg) {
        m_playlist.rejected.push_back({total() + 1, entry.line, Error{code, {arg}, {}}, {}});
        collectLinks(address, m_playlist.links);
    };
    if (address.size() > limits::textLength)
        return reject(ErrorCode::LineNotUnderstood, address.left(80));
    switch (addressKind(address)) {
    case AddressKind::RefusedScheme:
        return reject(ErrorCode::UrlNotAllowed, schemeOf(address).toString());
    case AddressKind::None:
        if (address.isEmpty() || address.contains(u'\n') || address.contains(u'<'))
            return reject(ErrorCode::LineNotUnderstood, address.left(80));
        [[fallthrough]]; // the format says that it is an address: a name without extension
    case AddressKind::RelativePath:
        if (!address.contains(u'/'))
            address.replace(u'\\', u'/');
        if (!m_options.baseDir.isEmpty())
            address = QDir::cleanPath(m_options.baseDir + u'/' + address);
        break;
    default:
        break;
    }
    entry.title = entry.title.left(limits::textLength).simplified();
    if (entry.title.isEmpty())
        entry.title = titleFromAddress(address);
    entry.url = std::move(address);
    m_playlist.entries.push_back(entry);
}

QString PlaylistBuilder::decode(QByteArrayView bytes, std::int64_t line)
{
    bool isUtf8 = true;
    QString text = decodeText(bytes, isUtf8);
    if (!isUtf8 && !m_hasWarnedOfText) {
        m_hasWarnedOfText = true;
        warn(line, QCoreApplication::translate(
                       "Import", "This line is not UTF-8; such lines were read as Windows-1252."));
    }
    return text;
}

Micros secondsFrom(QByteArrayView text)
{
    double seconds = 0;
    const char *end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, seconds, std::chars_format::fixed);
    constexpr double longest = 100.0 * 366 * 24 * 3600;
    if (parsed.ec != std::errc() || parsed.ptr != end || !(seconds > 0) || seconds > longest)
        return Micros::zero();
    return Micros(std::llround(seconds * 1e6));
}

} // namespace sf
