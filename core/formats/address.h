// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace sf {

class Output;

/// What a text is that stands where media should.
enum class AddressKind {
    Url,           ///< of a scheme that is allowed
    AbsolutePath,  ///< "/a/b", "C:\a\b", "\\server\share\b"
    RelativePath,  ///< begins with a dot, or ends in a file name extension
    RefusedScheme, ///< "javascript:", "data:" and whatever else is not on the list
    None,
};

AddressKind addressKind(QStringView text);

/// What nearly all addresses are, told at a glance: an http or https address, or an absolute path.
inline bool isPlainAddress(QByteArrayView utf8)
{
    return utf8.startsWith("https://") || utf8.startsWith("http://") || utf8.startsWith('/');
}

/// "https" of "https://…"; empty where there is none. A single letter is a drive, not a scheme.
QStringView schemeOf(QStringView text);

/// A title for media that has none: its file name, percent-decoded, without extension.
QString titleFromAddress(const QString &address);

/// Adds the http and https addresses that stand in `text`, such as those of a markdown list.
void collectLinks(QStringView text, QStringList &links);

/// As it is written to a file: an absolute path as a percent-encoded file: address, which players agree on;
/// all else as it is, without what would end the line.
QString writtenAddress(const QString &address);
/// The same, cleaned as Output::putText() does.
void putAddress(Output &out, const QString &address);

} // namespace sf
