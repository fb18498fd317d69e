// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/media/probereport.h"
#include "core/media/scanner.h"
#include "core/schedule/station.h"

#include <span>
#include <vector>

namespace sf {

/// What a scan will do to the library, before it is done.
struct ScanMerge
{
    StationEdit edit;
    std::int64_t found = 0;                ///< files that are there
    std::int64_t added = 0;                ///< assets that are new
    std::int64_t ready = 0;                ///< files that can be played, new or known
    std::int64_t changed = 0;              ///< known assets whose file is another one than was probed
    std::int64_t missing = 0;              ///< known assets whose file is not there
    std::int64_t remote = 0;               ///< addresses, which are never opened
    std::vector<ScanRejection> unreadable; ///< with the missing ones
};

/// Brings the library up to date with what was probed.
/// - A file that the library does not know becomes an asset if it can be played; else it is only reported.
///   `roots` are the folders that were scanned: factsFromName() reads category and kind below them.
/// - A known address takes over duration and technical info; a probed duration replaces a declared one. What
///   an operator may have typed (title, kind, category, series) stays.
/// - Changed is an asset whose probed duration differs from what was probed before; it takes the new
/// duration.
///   The next probe that finds the file unchanged makes it Ready again. A file that only has another size or
///   time (a new tag, a copy) stays Ready.
/// - Missing and Unreadable, which only known assets become, keep their duration: what is planned still
/// holds.
ScanMerge mergeScan(const Station &station, std::span<const ProbeReport> reports, const QStringList &roots,
                    IdSource &ids, const EditStamp &stamp);

/// What the library knows and a probe can read.
struct KnownFiles
{
    QStringList files;       ///< absolute paths, each once, in natural order
    std::int64_t remote = 0; ///< assets at addresses, which are never opened
};

/// With `all` every local file; else those that are not Ready with a probed duration.
KnownFiles knownFiles(const Station &station, bool all);

/// Local files of the library under the scanned folders that the scan did not find; probed with the rest,
/// they become Missing.
QStringList vanishedFiles(const Station &station, const ScannedFiles &scanned);

} // namespace sf
