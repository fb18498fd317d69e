// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/importpreview.h"

#include "core/document/transfer.h"
#include "core/schedule/merge.h"

#include <QFileInfo>
#include <QUrl>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString formatName(const QString &id)
{
    const FormatInfo *format = findFormat(id);
    return format ? QString(format->name) : id;
}

void takeLinks(ImportedPlaylist &playlist)
{
    for (const QString &link : std::exchange(playlist.links, {})) {
        PlaylistEntry entry;
        entry.url = link;
        entry.title = QUrl(link).fileName();
        if (entry.title.isEmpty())
            entry.title = link;
        playlist.entries.push_back(entry);
    }
}

Result<ImportPreview> preparePlaylist(const Station &station, const ImportRequest &request,
                                      const EditStamp &stamp, IdSource &ids, StationEdit &edit,
                                      const Job &job)
{
    Result<ImportedPlaylist> playlist = readPlaylistFile(request.path, {}, job);
    if (!playlist)
        return fail(playlist.error());
    if (request.takesLinks)
        takeLinks(*playlist);
    Result<PlaylistMerge> merge = mergePlaylist(station, *playlist, ids, stamp, job);
    if (!merge)
        return fail(merge.error());
    ImportPreview preview;
    preview.kind = ImportKind::Playlist;
    preview.format = formatName(playlist->format);
    edit = std::move(merge->edit);
    preview.total = merge->entries;
    preview.added = merge->added;
    preview.duplicates = merge->duplicates;
    preview.knownDuration = merge->knownDuration;
    preview.rejected = std::move(playlist->rejected);
    preview.warnings = std::move(playlist->warnings);
    preview.links = playlist->links;
    return preview;
}

Result<ImportPreview> prepareSchedule(const Station &station, const ImportRequest &request,
                                      const EditStamp &stamp, IdSource &ids, StationEdit &edit,
                                      const Job &job)
{
    ReadOptions options;
    options.zone = request.zone;
    options.isPartial = request.isPartial;
    Result<ImportedSchedule> schedule = readScheduleFile(request.path, options, ids, job);
    if (!schedule)
        return fail(schedule.error());
    ImportPreview preview;
    preview.kind = ImportKind::Schedule;
    preview.format = formatName(schedule->format);
    preview.total = schedule->total;
    preview.rejected = std::move(schedule->rejected);
    preview.warnings = std::move(schedule->warnings);
    Result<ScheduleMerge> merge = mergeSchedule(station, request.plan, std::move(*schedule), ids, stamp, job);
    if (!merge)
        return fail(merge.error());
    edit = std::move(merge->edit);
    preview.added = merge->imported;
    preview.duplicates = merge->duplicates;
    preview.newAssets = static_cast<std::int64_t>(edit.assets.after.size());
    preview.conflicts = std::move(merge->conflicts);
    return preview;
}

} // namespace

Result<ImportPreview> prepareImport(const Snapshot &snapshot, const ImportRequest &request,
                                    const EditStamp &stamp, std::uint64_t seed, const Job &job)
{
    IdSource ids(toMs(stamp.now), seed);
    StationEdit edit;
    Result<ImportPreview> preview = request.kind == ImportKind::Playlist
                                        ? preparePlaylist(snapshot.station, request, stamp, ids, edit, job)
                                        : prepareSchedule(snapshot.station, request, stamp, ids, edit, job);
    if (!preview)
        return preview;
    Result<PreparedEdit> prepared = prepare(snapshot, std::move(edit));
    if (!prepared)
        return fail(prepared.error());
    preview->edit = std::move(*prepared);
    return preview;
}

std::optional<ImportKind> importKindOf(const QString &path)
{
    const QString extension = QFileInfo(path).suffix().toLower();
    for (const FormatInfo &format : formats()) {
        const bool isNamedSo = std::find(format.extensions.begin(), format.extensions.end(), extension) !=
                               format.extensions.end();
        if (isNamedSo && format.importsPlaylist)
            return ImportKind::Playlist;
        if (isNamedSo && format.importsSchedule)
            return ImportKind::Schedule;
    }
    return std::nullopt;
}

} // namespace sf
