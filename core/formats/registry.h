// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/id.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/formats/columnmapping.h"
#include "core/formats/formatoption.h"
#include "core/model/channel.h"
#include "core/model/plan.h"
#include "core/schedule/assettable.h"
#include "core/schedule/imported.h"
#include "core/time/channelclock.h"

#include <QIODevice>
#include <QLatin1StringView>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace sf {

/// To what a format rounds times.
enum class TimePrecision : std::uint8_t { Millisecond, Frame, Second };

/// A file format that the program reads or writes.
struct FormatInfo
{
    QLatin1StringView id;                          ///< on the command line: "m3u"
    QLatin1StringView name;                        ///< for people: "M3U playlist"
    std::span<const QLatin1StringView> extensions; ///< lower case, without dot; the first is the usual one
    bool importsSchedule = false;                  ///< it says itself when its events start
    bool importsPlaylist = false;                  ///< a list of media, one after the other
    bool exports = false;
    bool isExperimental = false; ///< written by the book, but held against no real program
    bool writesFolder = false;   ///< a file a broadcast day, in folders
    bool takesMapping = false;   ///< columns mean what a ColumnMapping says
    const char *cannotCarry =
        nullptr; ///< a sentence; null: nothing is lost. Translated in the context "Export"
    std::span<const FormatOption> options;
    TimePrecision precision = TimePrecision::Millisecond;

    QString cannotCarryText() const
    {
        return cannotCarry ? QCoreApplication::translate("Export", cannotCarry) : QString();
    }
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
    std::optional<ChannelClock> zone;   ///< of times without offset; none: as the format has it
    bool isForMedia = false; ///< the media are wanted alone: what has no length is taken all the same
    bool isPartial = false;  ///< of a schedule that is not well formed, take what stands before the fault
    QString baseDir;         ///< that relative paths of a playlist start from; empty: leave them
    std::optional<ChannelClock> channel; ///< of the channel it is for: formats in wall time mean its own
    FrameRate rate;                      ///< of the channel: what frames in time codes mean
    std::optional<QDate> date;           ///< of a list that has times but no dates: its broadcast day
    std::optional<TimePoint> start;      ///< of a list without times: where its first entry begins
    std::function<Micros(const QString &)>
        knownLength; ///< of media by address; zero: not known. For lists that tell none
    std::optional<TimeRange>
        window;            ///< that endless recurrences are expanded for; none: a year from their start
    QString sourceChannel; ///< of a file with several channels: the id or name of the one to take
    std::optional<ColumnMapping> mapping; ///< none: found by the header or a preset
};

/// Reads a schedule from where `device` stands. Ids come from `ids` for media; events have the ids of the
/// file or none, and the origin Import unless the file says otherwise. An event that is wrong is rejected
/// alone. Media are one Asset an address; where the file does not tell an asset's own length, it is taken as
/// declared by the longest event that plays it. Errors: FileEmpty, NotText, UnknownFormat,
/// FormatNotImportable, FileNotReadable, NotWellFormed (args: label, line, column, reason, complete events
/// before it), ForbiddenEntities, LimitExceeded, Cancelled. A format that is a list of media alone is laid out
/// back to back from `options.start` (StartNeeded without it); one with times but no dates needs `options.date`
/// (DateNeeded).
Result<ImportedSchedule> readSchedule(QIODevice &device, const ReadOptions &options, IdSource &ids,
                                      const Job &job);

/// Reads a playlist; of a format with times, the media that it names. A file without one usable entry is no error
/// here: `rejected` and `links` say what it held. Errors: as readSchedule.
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
    OptionValues options{};
};

enum class LossKind : std::uint8_t {
    Other,
    Event, ///< it is not in the file at all
    Time,
    Start, ///< the clock shows it twice: a reader may take it for the other
    Gap,
    Overlap,
    Trim,
    StartMode,
    Name, ///< cleaned of what the target refuses
    Details,
};

/// What a format could not carry.
struct WriteLoss
{
    EventId event; ///< none: it concerns the whole file
    QString title;
    QString what;
    LossKind kind = LossKind::Other;
    std::int64_t count = 1; ///< events that it concerns
};

struct WriteReport
{
    std::int64_t events = 0;
    std::int64_t bytes = 0;
    std::vector<WriteLoss> lost;
};

/// Writes events to `device`, a block at a time. Errors: FormatNotExportable, FileNotWritable (args: empty,
/// the device's words), Cancelled; then what stands on the device is of no use.
/// BadArgument for an option that the format has not or a value that it does not take.
Result<WriteReport> writeSchedule(QIODevice &device, const FormatInfo &format, const ScheduleExport &schedule,
                                  const Job &job);

/// One file of an export into a folder.
struct ExportPart
{
    QString path; ///< relative, with "/": "2026/03/2026-03-29.json"
    TimeRange range;
};

/// The files that an export of `range` becomes, by time. Only for formats that write folders.
std::vector<ExportPart> exportParts(const FormatInfo &format, const Channel &channel, TimeRange range);

} // namespace sf
