// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/ids.h"

#include <QString>

namespace sf {

/// One version of what a channel plays. Every channel has exactly one plan on air; drafts stand beside it.
struct Plan
{
    PlanId id;
    ChannelId channel;
    QString name;
    bool isOnAir = true;

    bool operator==(const Plan &) const = default;
};

} // namespace sf
