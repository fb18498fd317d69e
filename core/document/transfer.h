// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/asrunlog.h"
#include "core/formats/registry.h"
#include "core/schedule/station.h"

#include <QFile>
#include <QString>

#include <memory>

namespace sf {

/// Files in and out. Blocking, so for jobs and commands; "-" is the standard input or output. Only regular
/// files are opened, so that a pipe that nobody writes to holds up nothing.

/// What a path that somebody hands over is good for.
enum class FileNature : std::uint8_t {
    List,  ///< a playlist, schedule or playout log, or a folder of day files: to be imported
    Media, ///< all else, folders too: to be scanned
};

/// Opens what a person named; "-" is the standard input. Never a station that this process has open, whose locks would
/// go with the file. Errors: FileNotFound, FileNotReadable, FileEmpty.
Status openForReading(QFile &file, const QString &path);

/// Why a file that is written must not take the place of what is there; empty where it may. A station is never replaced,
/// nor the files that SQLite keeps beside it.
QString whyNotReplaced(const QString &path);

/// By content; by name only where the content says nothing, as of an empty file. For a job.
FileNature natureOf(const QString &path);

/// Reads a schedule. `options.label` is set to the path where it is empty. A folder is read as the day files that
/// stand in it (2026/03/2026-03-29.json), in order; an event that the end of a day cut in two is whole again.
/// Errors: FileNotFound, FileNotReadable, FileEmpty, and those of readSchedule.
Result<ImportedSchedule> readScheduleFile(const QString &path, ReadOptions options, IdSource &ids,
                                          const Job &job);

/// Reads a playlist; relative paths in it start from its folder. Errors: as readScheduleFile.
Result<ImportedPlaylist> readPlaylistFile(const QString &path, ReadOptions options, const Job &job);

/// Reads a playout's log. Errors: as readScheduleFile, and NoUsableEntry.
Result<AsRunLog> readAsRunFile(const QString &path, ReadOptions options, IdSource &ids, const Job &job);

/// Writes planned against aired as a table (writeAired). Errors: FileNotWritable, DiskFull; the old file is as it was.
Status writeAiredFile(const QString &path, const std::vector<AiredLine> &lines, const Station &station,
                      const ChannelClock &clock);

/// A file that is being written beside the one that it will replace.
class ExportFile
{
public:
    /// "-" is the standard output. Errors: FileNotWritable, DiskFull.
    static Result<std::unique_ptr<ExportFile>> open(const QString &path);
    virtual ~ExportFile() = default;

    /// Errors: those of writeSchedule, DiskFull; the old file is as it was.
    virtual Result<WriteReport> write(const FormatInfo &format, const ScheduleExport &schedule,
                                      const Job &job) = 0;
    /// Puts it in its place. Errors: FileNotWritable, DiskFull.
    virtual Status commit() = 0;
};

/// Writes the events of a plan that share time with `range`. The file is replaced only when all of it is on
/// disk; a failure leaves the old one. Errors: UnknownObject for the plan, FormatNotExportable,
/// FileNotWritable, DiskFull, Cancelled.
Result<WriteReport> exportFile(const QString &path, const FormatInfo &format, const Station &station,
                               PlanId plan, TimeRange range, TimePoint generated, const Job &job);
/// The same for events that are already chosen.
Result<WriteReport> exportFile(const QString &path, const FormatInfo &format, const ScheduleExport &schedule,
                               const Job &job);

} // namespace sf
