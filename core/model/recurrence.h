// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/ids.h"
#include "core/time/timerange.h"

#include <QString>

#include <optional>
#include <vector>

namespace sf {

/// One occurrence that differs from its rule.
struct OccurrenceChange
{
    LocalTime original{};
    std::optional<LocalTime> movedTo;
    AssetId asset; ///< none: as the recurrence says
    bool operator==(const OccurrenceChange &) const = default;
};

/// A programme that comes again: an RFC 5545 RRULE with exceptions, in channel wall time.
struct Recurrence
{
    RecurrenceId id;
    ChannelId channel;
    QString name;
    LocalTime start{}; ///< DTSTART in the channel's zone
    QString rrule;     ///< without "RRULE:"
    std::vector<LocalTime> exceptions;
    std::vector<OccurrenceChange> changes;
    Millis duration{0};
    AssetId asset;  ///< this one each time, or
    QString series; ///< the next episode of this
    bool isRerun = false;
    bool isLocked = false;

    bool operator==(const Recurrence &) const = default;
};

} // namespace sf
