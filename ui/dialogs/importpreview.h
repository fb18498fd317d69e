// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/formats/registry.h"
#include "core/schedule/importmodes.h"
#include "ui/session/prepared.h"

#include <QStringList>

#include <map>
#include <optional>

namespace sf {

/// What a file is taken for.
enum class ImportUse : std::uint8_t {
    Library, ///< its media, and nothing is planned
    Plan,    ///< what a channel plays
    AsRun,   ///< what a channel has played
};

/// What is to be imported, and how.
struct ImportRequest
{
    QString path;                 ///< a file, or a folder of day files
    std::optional<ImportUse> use; ///< none: by content
    ImportMode mode = ImportMode::Merge;
    ChannelId channel;              ///< whose plan or log it is; none where a new one is made
    Channel made;                   ///< the new channel; its id is made here
    std::optional<TimeRange> range; ///< that is replaced; none: as far as the file goes
    ReadOptions reading;            ///< channel and rate follow the channel
    bool takesLinks = false;        ///< of a playlist that is none, take the addresses found in it
};

/// What an import will do, before it is done.
struct ImportPreview
{
    ImportUse use = ImportUse::Library;
    bool isList = false; ///< of media, without times
    QString formatId;
    QString format; ///< for people: "M3U playlist"
    PreparedEdit edit;
    std::int64_t total = 0;      ///< entries, events or plays in the file
    std::int64_t added = 0;      ///< new in the library, events placed, plays taken
    std::int64_t duplicates = 0; ///< there already, or earlier in the file
    std::int64_t repeated = 0;   ///< those of a playlist that are there only earlier in the file
    std::int64_t knownDuration = 0;
    std::int64_t removed = 0; ///< events that make room
    std::int64_t kept = 0;    ///< locked ones that do not
    std::int64_t matched = 0; ///< plays of planned events
    std::vector<LeftOutEvent> duplicateEvents;
    std::vector<AssetId> knownMedia;
    std::vector<std::size_t> placeholders; ///< events without media: places among those the edit adds
    std::vector<AssetId> missingMedia;     ///< known or new, without a file where one should be
    Overlaps conflicts;
    std::vector<ImportRemark> rejected;
    std::map<ErrorCode, std::vector<std::size_t>> rejectedBy; ///< places in `rejected`
    std::vector<ImportRemark> warnings;
    QStringList links;               ///< found where nothing else was, and not taken
    QStringList channels;            ///< of a file with several
    QString channelName;             ///< as the file says it
    QString assumedZone;             ///< of times without offset; empty where there were none
    std::optional<TimeRange> extent; ///< of the file's events
    PlanId plan;                     ///< where its events go
};

/// Reads the file and compares it with the station; for a job. `seed` makes the ids. Errors: those of
/// readPlaylistFile, readScheduleFile, readAsRunFile and the merges; NoChannel.
Result<ImportPreview> prepareImport(const Snapshot &snapshot, const ImportRequest &request,
                                    const EditStamp &stamp, std::uint64_t seed, const Job &job);

} // namespace sf
