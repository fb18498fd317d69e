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
/// means that the format does not do that. Its own options come in ScheduleExport::options, checked against
/// `options`.
struct Format
{
    QLatin1StringView id{};
    QLatin1StringView name{};
    std::span<const QLatin1StringView> extensions{};
    Likeness (*likeness)(QByteArrayView head) = nullptr;
    Result<ImportedSchedule> (*readSchedule)(QIODevice &, const ReadOptions &, IdSource &,
                                             const Job &) = nullptr;
    Result<ImportedPlaylist> (*readPlaylist)(QIODevice &, const ReadOptions &, const Job &) = nullptr;
    Result<WriteReport> (*writeSchedule)(QIODevice &, const ScheduleExport &, const Job &) = nullptr;
    const char *cannotCarry = nullptr;
    std::span<const FormatOption> options{};
    std::vector<ExportPart> (*parts)(const Channel &, TimeRange) = nullptr;
    bool isExperimental = false;
    bool takesMapping = false;
    TimePrecision precision = TimePrecision::Millisecond;
};

extern const Format m3uFormat;
extern const Format plsFormat;
extern const Format xspfFormat;
extern const Format asxFormat;
extern const Format wplFormat;
extern const Format scheduleXmlFormat;
extern const Format scheduleJsonFormat;
extern const Format xmltvFormat;
extern const Format casparFormat;
extern const Format ffplayoutFormat;
extern const Format obsFormat;
extern const Format mltFormat;
extern const Format ffconcatFormat;
extern const Format icalendarFormat;
extern const Format csvFormat;
extern const Format fixedFormat;
extern const Format bxfFormat;
extern const Format vmixFormat;

} // namespace sf
