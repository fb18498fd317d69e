// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/exportrun.h"

namespace sf {

/// One thing to play of the main layer.
struct SequenceItem
{
    const ScheduledEvent *event = nullptr;
    const Asset *asset = nullptr;
    TimeRange range;   ///< what is played of it here
    Micros mediaIn{0}; ///< where in the file that begins
    Millis gap{0};     ///< nothing is played so long before it

    Micros mediaOut() const { return mediaIn + range.duration; }
    /// Whether a player that starts the file at its beginning and plays it to its end would be wrong.
    bool isTrimmed() const
    {
        return mediaIn > Micros::zero() ||
               (asset->duration > mediaOut() && asset->duration - mediaOut() >= Millis(1));
    }
};

enum class SequenceTiming : std::uint8_t {
    BackToBack, ///< entries follow each other: gaps and overlaps vanish, whole events are written
    Exact,      ///< every item begins in its time: events are cut by the range and by those that begin next
};

/// What the formats write that know no layers, overlaps and placeholders: the events of the main layer that have media.
/// Accounts for all that goes in `run`; `refused` are what addresses may not contain.
std::vector<SequenceItem> playSequence(ExportRun &run, SequenceTiming timing, QStringView refused = {});

/// "20", "20.48": seconds without digits that say nothing.
QByteArray secondsText(Micros length);

} // namespace sf
