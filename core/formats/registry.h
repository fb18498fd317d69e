// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/id.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/model/channel.h"
#include "core/model/plan.h"
#include "core/schedule/assettable.h"
#include "core/schedule/imported.h"
#include "core/time/channelclock.h"

#include <QIODevice>
#include <QLatin1StringView>

#include <optional>
#include <span>
#include <vector>

namespace sf {

/// A file format that the program reads or writes.
struct FormatInfo
{
    QLatin1StringView id;                          ///< on the command line: "m3u"
    QLatin1StringView name;                        ///< for people: "M3U playlist"
    std::span<const QLatin1StringView> extensions; ///< lower case, without dot; the first is the usual one
    bool importsSchedule = false;
    bool importsPlaylist = false;
    bool exports = false;
};

/// All formats, in the order in which they are shown.
std::span<const FormatInfo> formats();

/// By id, case ignored; null where there is none.
const FormatInfo *findFormat(QStringView id);

/// The format of a file that begins with `head` (a few kilobytes, UTF-8 or UTF-16). What stands in the file
/// decides, its name only where several formats are equally likely. Null where it is unknown.
const FormatInfo *detectFormat(QByteArrayView head, QStringView fileName);

struct ReadOptions
{
    QString label;                      ///< the file's name, for sentences and for telling the format
    const FormatInfo *format = nullptr; ///< null: by content
    std::optional<ChannelClock> zone;   ///< of times without offset; none: UTC
    bool isPartial = false; ///< of a schedule that is not well formed, take what stands before the fault
    QString baseDir;        ///< that relative paths of a playlist start from; empty: leave them
};

/// Reads a schedule from where `device` stands. Ids come from `ids` for media; events have the ids of the
/// file or none, and the origin Import unless the file says otherwise. An event that is wrong is rejected
/// alone. Media are one Asset an address; where the file does not tell an asset's own length, it is taken as
/// declared by the longest event that plays it. Errors: FileEmpty, NotText, UnknownFormat,
/// FormatNotImportable, FileNotReadable, NotWellFormed (args: label, line, column, reason, complete events
/// before it), ForbiddenEntities, LimitExceeded, Cancelled.
Result<ImportedSchedule> readSchedule(QIODevice &device, const ReadOptions &options, IdSource &ids,
                                      const Job &job);

/// Reads a playlist. A file without one usable entry is no error here: `rejected` and `links` say what it
/// held. Errors: as readSchedule, without those about well-formedness.
Result<ImportedPlaylist> readPlaylist(QIODevice &device, const ReadOptions &options, const Job &job);

/// What is to be written: it refers to the caller's objects.
struct ScheduleExport
{
    const Channel &channel;
    const Plan &plan;
    TimeRange range;
    std::span<const ScheduledEvent *const> events; ///< by start
    const AssetTable &assets;
    TimePoint generated{}; ///< the time that the file gives as its own
};

/// What a format could not carry.
struct WriteLoss
{
    EventId event; ///< none: it concerns the whole file
    QString title;
    QString what;
};

struct WriteReport
{
    std::int64_t events = 0;
    std::int64_t bytes = 0;
    std::vector<WriteLoss> lost;
};

/// Writes events to `device`, a block at a time. Errors: FormatNotExportable, FileNotWritable (args: empty,
/// the device's words), Cancelled; then what stands on the device is of no use.
Result<WriteReport> writeSchedule(QIODevice &device, const FormatInfo &format, const ScheduleExport &schedule,
                                  const Job &job);

} // namespace sf
