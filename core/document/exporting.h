// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/roundtrip.h"
#include "core/schedule/station.h"

#include <QDate>

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

/// What becomes of a plan in one file or many. Its events are entries of files: what reaches over the end of a day
/// is one in each of two.
struct ExportReport : WriteReport
{
    std::int64_t continued = 0;   ///< of the entries: those that go on from the file before
    std::vector<QDate> emptyDays; ///< of which a file is written though nothing is planned

    std::int64_t planEvents() const { return events - continued; }
};

struct ExportOutcome
{
    ExportReport report; ///< of all files
    RoundTrip roundTrip;
    QStringList files;
};

/// Writes the events of a plan that share time with the range; a format that writes folders, whole broadcast days.
/// Files are replaced only when all of them are on disk; a failure leaves the old ones. Such a format writes a
/// single day into a file where the path has one of its extensions. Errors: UnknownObject for the plan,
/// FormatNotExportable, BadArgument, FileNotWritable, DiskFull, Cancelled.
Result<ExportOutcome> exportTo(const ExportRequest &request, const Station &station, const Job &job);

/// The same without writing anything: what would be lost. For telling beforehand.
Result<ExportReport> previewExport(const ExportRequest &request, const Station &station, const Job &job);

} // namespace sf
