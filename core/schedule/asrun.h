// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/schedule/station.h"

#include <optional>
#include <span>
#include <vector>

namespace sf {

/// One line of a playout's log.
struct AsRunEntry
{
    TimePoint start{};
    std::optional<Millis> duration; ///< none: the log does not say; as long as planned, else up to the next
    QString title;
    QString url; ///< or a name below the media folder
    QString houseNumber;
    EventId event; ///< where the log names it
    PlayResult result = PlayResult::Aired;
    std::int64_t line = 0;
};

struct AsRunMatch
{
    StationEdit edit; ///< adds the plays
    std::int64_t plays = 0;
    std::int64_t matched = 0;
    std::int64_t unmatched = 0;
    std::int64_t duplicates = 0; ///< plays that the station has already
};

/// Makes plays of log entries and finds the planned event of each: the one the log names, else the nearest within half
/// an hour that plays the same medium, or has the same title. A play much shorter than planned is Partial. Errors:
/// UnknownObject for the channel, Cancelled.
Result<AsRunMatch> matchAsRun(const Station &station, ChannelId channel, std::vector<AsRunEntry> entries,
                              IdSource &ids, const EditStamp &stamp, const Job &job);

enum class AiringVerdict : std::uint8_t {
    AsPlanned,
    Early,
    Late,
    Short,
    Failed,
    NotAired,
    NotPlanned,
    Awaited, ///< it has not ended, and nothing is known of it yet
};
constexpr std::size_t verdictCount = 8;

/// Stable: "as-planned", "late".
QLatin1StringView verdictName(AiringVerdict verdict);

/// Planned against aired. One of the two is missing where it did not air, or was not planned.
struct AiredLine
{
    AiringVerdict verdict = AiringVerdict::AsPlanned;
    const ScheduledEvent *planned = nullptr;
    const Play *play = nullptr;
    Millis startsLate{0}; ///< negative: early
};

/// The main layer's events and the channel's plays that begin in the range, by start. What is off by no more than
/// `tolerance` is as planned. The lines refer to the station.
std::vector<AiredLine> compareAired(const Station &station, ChannelId channel, TimeRange range,
                                    Millis tolerance, TimePoint now);

} // namespace sf
