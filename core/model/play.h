// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/ids.h"
#include "core/time/timerange.h"

#include <QString>

namespace sf {

enum class PlayResult : std::uint8_t { Aired, Partial, Failed };

/// What really aired (as-run).
struct Play
{
    PlayId id;
    ChannelId channel;
    QString content; ///< the house number, else the asset's id; empty where unknown
    EventId event;   ///< the planned one, where it was matched
    QString title;
    TimeRange range;
    PlayResult result = PlayResult::Aired;

    bool operator==(const Play &) const = default;
};

} // namespace sf
