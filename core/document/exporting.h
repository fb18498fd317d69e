// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/roundtrip.h"
#include "core/schedule/station.h"

namespace sf {

/// What is to be written where. Blocking, so for jobs and commands.
struct ExportRequest
{
    const FormatInfo *format = nullptr;
    QString path; ///< a file; a folder for a format that writes folders; "-" is the standard output
    PlanId plan;
    TimeRange range;
    TimePoint generated{};
    OptionValues options;
    bool isProved = true; ///< read what was written again, and compare
};

struct ExportOutcome
{
    WriteReport report; ///< of all files
    RoundTrip roundTrip;
    QStringList files;
};

/// Writes the events of a plan that share time with the range; a format that writes folders, whole broadcast days.
/// Files are replaced only when all of them are on disk; a failure leaves the old ones. Such a format writes a
/// single day into a file where the path has one of its extensions. Errors: UnknownObject for the plan,
/// FormatNotExportable, BadArgument, FileNotWritable, DiskFull, Cancelled.
Result<ExportOutcome> exportTo(const ExportRequest &request, const Station &station, const Job &job);

/// The same without writing anything: what would be lost. For telling beforehand.
Result<WriteReport> previewExport(const ExportRequest &request, const Station &station, const Job &job);

} // namespace sf
