// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/format.h"
#include "core/formats/m3ureader.h"
#include "core/formats/m3uwriter.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView extensions[]{"m3u8"_L1, "m3u"_L1};

Likeness likeness(QByteArrayView head)
{
    if (head.startsWith("#EXT") || head.startsWith("#PLAYLIST:"))
        return Likeness::Certain;
    if (head.startsWith('<') && !head.startsWith("<<<<<<<"))
        return Likeness::None; // markup
    const QByteArrayView line = head.first(std::min(head.size(), qsizetype(2000)));
    const qsizetype end = line.indexOf('\n');
    const QString first = QString::fromUtf8(line.first(end < 0 ? line.size() : end)).trimmed();
    const AddressKind kind = addressKind(first);
    return head.startsWith("<<<<<<<") || kind == AddressKind::Url || kind == AddressKind::AbsolutePath
               ? Likeness::Likely
               : Likeness::Possible;
}

Result<ImportedPlaylist> readM3u(QIODevice &device, const ReadOptions &options, const Job &job)
{
    return M3uReader(device, options, job).read();
}

} // namespace

constinit const Format m3uFormat{
    .id = "m3u"_L1,
    .name = "M3U playlist"_L1,
    .extensions = extensions,
    .likeness = likeness,
    .readPlaylist = readM3u,
    .writeSchedule = writeM3u,
    .cannotCarry = QT_TRANSLATE_NOOP("Export", "M3U has no start times, gaps, ids and notes."),
};

} // namespace sf
