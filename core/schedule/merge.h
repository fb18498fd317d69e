// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/schedule/imported.h"
#include "core/schedule/overlaps.h"
#include "core/schedule/station.h"

namespace sf {

/// An event of the file that is left out.
struct LeftOutEvent
{
    QString title;
    TimePoint start{};
    EventId first; ///< what it repeats: of the station, or earlier in the file
};

/// What an import will do, before it is done.
struct ScheduleMerge
{
    StationEdit edit;
    std::int64_t imported = 0;
    std::int64_t duplicates = 0;
    std::vector<LeftOutEvent> duplicateEvents; ///< at most the first 1,000
    Overlaps conflicts;                        ///< among the imported events, and with what stood there
};

/// Adds a read schedule to a plan. A duplicate (same title, trimmed and case-folded, same start, no different
/// address) of an event that stands there or came earlier in the file is left out; overlaps are kept and
/// reported. Addresses the library knows become its assets, so do names below a media folder and house
/// numbers where they fit one asset alone; others are new ones. Ids in the file are kept where
/// they are free, so that an export comes back as it was; the origin is the reader's. Errors: UnknownObject for the plan, Cancelled.
Result<ScheduleMerge> mergeSchedule(const Station &station, PlanId plan, ImportedSchedule schedule,
                                    IdSource &ids, const EditStamp &stamp, const Job &job);

struct PlaylistMerge
{
    StationEdit edit;
    std::int64_t entries = 0;
    std::int64_t added = 0;
    std::int64_t duplicates = 0;    ///< entries whose address the library, or an earlier entry, has
    std::int64_t repeated = 0;      ///< those of them whose address the library had not
    std::int64_t knownDuration = 0; ///< entries that declare one
};

/// Adds a read playlist to the library, one asset an address. Errors: Cancelled.
Result<PlaylistMerge> mergePlaylist(const Station &station, const ImportedPlaylist &playlist, IdSource &ids,
                                    const EditStamp &stamp, const Job &job);

/// The form in which addresses are compared: trimmed, a file: address as a path, dots and double slashes
/// gone.
QString comparableUrl(const QString &url);

} // namespace sf
