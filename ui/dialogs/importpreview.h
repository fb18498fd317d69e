// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/schedule/imported.h"
#include "core/schedule/overlaps.h"
#include "core/schedule/station.h"
#include "core/time/channelclock.h"
#include "ui/session/prepared.h"

#include <QStringList>

#include <optional>

namespace sf {

enum class ImportKind : std::uint8_t { Playlist, Schedule };

/// What is to be imported, and how.
struct ImportRequest
{
    ImportKind kind = ImportKind::Playlist;
    QString path;
    PlanId plan;                      ///< of a schedule
    std::optional<ChannelClock> zone; ///< of times without offset in a schedule; none: UTC
    bool isPartial = false;           ///< of a file that breaks off, take what is whole
    bool takesLinks = false;          ///< of a playlist that is none, take the addresses found in it
};

/// What an import will do, before it is done.
struct ImportPreview
{
    ImportKind kind = ImportKind::Playlist;
    QString format; ///< for people: "M3U playlist"
    PreparedEdit edit;
    std::int64_t total = 0;      ///< entries or events in the file
    std::int64_t added = 0;      ///< new in the library, or events placed
    std::int64_t duplicates = 0; ///< there already
    std::int64_t knownDuration = 0;
    std::int64_t newAssets = 0; ///< of a schedule: media the library did not have
    Overlaps conflicts;
    std::vector<ImportRemark> rejected;
    std::vector<ImportRemark> warnings;
    QStringList links; ///< found where nothing else was, and not taken
};

/// Reads the file and compares it with the station; for a job. `seed` makes the ids. Errors: those of
/// readPlaylistFile, readScheduleFile and the merges.
Result<ImportPreview> prepareImport(const Snapshot &snapshot, const ImportRequest &request,
                                    const EditStamp &stamp, std::uint64_t seed, const Job &job);

/// What a file probably is, by its name: playlists are known by few extensions, and all else that can be
/// imported is a schedule. None for media and what is not known.
std::optional<ImportKind> importKindOf(const QString &path);

} // namespace sf
