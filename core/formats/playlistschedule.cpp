// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/playlistschedule.h"

#include "core/formats/schedulebuilder.h"

namespace sf {

namespace {

Micros lengthOf(const PlaylistEntry &entry, const ReadOptions &options)
{
    if (entry.mediaOut > entry.mediaIn)
        return entry.mediaOut - entry.mediaIn;
    if (entry.duration > Micros::zero() || !options.knownLength)
        return entry.duration;
    return options.knownLength(entry.url) - entry.mediaIn;
}

} // namespace

Result<ImportedSchedule> scheduleFromPlaylist(const ImportedPlaylist &playlist, const FormatInfo &format,
                                              const ReadOptions &options, IdSource &ids, const Job &job)
{
    if (!options.start)
        return fail(ErrorCode::StartNeeded, {options.label, format.name});
    const FrameGrid grid(options.rate);
    ScheduleBuilder builder(options, ids);
    std::int64_t at = grid.indexOf(*options.start);
    for (const PlaylistEntry &entry : playlist.entries) {
        if (job.isCancelled())
            return fail(ErrorCode::Cancelled);
        ImportedItem item;
        item.line = entry.line;
        item.title = entry.title;
        item.url = entry.url;
        item.category = entry.group;
        item.mediaIn = entry.mediaIn;
        const Micros length = lengthOf(entry, options);
        const std::int64_t frames =
            length > Micros::zero() ? std::max<std::int64_t>(1, grid.framesFor(length)) : 0;
        item.start = grid.timeOf(at);
        at += frames;
        if (frames > 0)
            item.end = grid.timeOf(at);
        else
            item.fault = Error{ErrorCode::MissingEnd, {entry.title}, {}};
        if (const Status added = builder.add(std::move(item)); !added)
            return fail(added.error());
    }
    ImportedSchedule schedule = builder.take();
    schedule.rejected.insert(schedule.rejected.end(), playlist.rejected.begin(), playlist.rejected.end());
    schedule.warnings = playlist.warnings;
    return schedule;
}

ImportedPlaylist playlistFromSchedule(ImportedSchedule schedule)
{
    ImportedPlaylist playlist;
    playlist.format = schedule.format;
    playlist.name = schedule.channelName;
    playlist.rejected = std::move(schedule.rejected);
    playlist.warnings = std::move(schedule.warnings);
    for (const Asset &asset : schedule.assets) {
        if (asset.url.isEmpty())
            continue;
        PlaylistEntry entry;
        entry.title = asset.title;
        entry.url = asset.url;
        entry.duration = asset.duration;
        entry.group = asset.category;
        entry.logo = asset.logo;
        playlist.entries.push_back(entry);
    }
    return playlist;
}

} // namespace sf
