// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/registry.h"

namespace sf {

/// How sure a format is that a file is its own.
enum class Likeness {
    None,
    Possible, ///< it could be, if the file's name says so
    Likely,
    Certain,
};

/// What a format brings with it. A new one is a file that defines such a constant, and a line in
/// registry.cpp. `likeness` sees the head as UTF-8 without byte order mark or leading blanks; a null function
/// means that the format does not do that.
struct Format
{
    QLatin1StringView id;
    QLatin1StringView name;
    std::span<const QLatin1StringView> extensions;
    Likeness (*likeness)(QByteArrayView head);
    Result<ImportedSchedule> (*readSchedule)(QIODevice &, const ReadOptions &, IdSource &, const Job &);
    Result<ImportedPlaylist> (*readPlaylist)(QIODevice &, const ReadOptions &, const Job &);
    Result<WriteReport> (*writeSchedule)(QIODevice &, const ScheduleExport &, const Job &);
};

extern const Format m3uFormat;
extern const Format scheduleXmlFormat;
extern const Format scheduleJsonFormat;

} // namespace sf
