// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"

#include <QStringList>

#include <vector>

namespace sf {

/// Something that a scan could not look at.
struct ScanRejection
{
    QString path;
    Error reason;

    bool operator==(const ScanRejection &) const = default;
};

/// What lies under the paths that were asked for.
struct ScannedFiles
{
    QStringList files;                   ///< absolute, each once, in natural order
    QStringList roots;                   ///< the folders among the paths, absolute
    std::vector<ScanRejection> rejected; ///< folders without rights, names that are no text
    std::int64_t remote = 0;             ///< addresses, which are never opened
};

/// Finds media files. Of folders, at any depth, it takes what is named like media; a file that is named
/// itself is taken whatever its name, also when it is not there (the probe says so). Hidden files and folders
/// inside a folder are passed over; links are followed, each folder is entered once. file: addresses are
/// paths. Errors: Cancelled.
Result<ScannedFiles> scanForMedia(const QStringList &paths, const Job &job);

/// Whether a file's name ends like those of films, clips and sound.
bool isMediaName(QStringView fileName);

/// The media reader beside the running program, else the one in $PATH; empty where there is none.
QString defaultProbeProgram(const QString &applicationDirPath);

} // namespace sf
