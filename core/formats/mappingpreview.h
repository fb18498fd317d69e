// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/csvreader.h"

namespace sf {

/// The beginning of a table, and what a mapping makes of it: for choosing what the columns mean.
struct MappingPreview
{
    ColumnMapping mapping;      ///< that was used: the one given, else what was found by looking
    QStringList lines;          ///< the first ones as they stand
    TablePreview table;         ///< of separated ones
    ImportedSchedule read;      ///< what the mapping makes of the beginning
    std::optional<Error> fault; ///< why it makes nothing of it
};

/// How much of a file is enough to look at.
constexpr qint64 mappingHeadBytes = 64 * 1024;

/// `head` is the beginning of a file, up to mappingHeadBytes; where it is cut off, the last line is left out. Columns are
/// fixed where the mapping or, without one, the format says so. Errors: Cancelled, and those of reading a table at all.
Result<MappingPreview> previewMapping(QByteArray head, const ReadOptions &options, const Job &job);

} // namespace sf
