// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/ids.h"
#include "core/time/timerange.h"

#include <QLatin1StringView>
#include <QString>
#include <QStringList>

#include <vector>

namespace sf {

enum class IssueCode : std::uint8_t {
    Overlap,       ///< events: the two; range: the shared part
    Gap,           ///< range: the gap
    CooldownBreak, ///< events: the play, the play before; args: by how many ms too soon
    Duplicate,     ///< events: the copy, the first
    MediaMissing,  ///< events; args: the address
    MediaUnprobed,
    MediaUnreadable,
    DurationMismatch, ///< the event is longer than its media
    RuleBreak,        ///< events: the one, what it stands too close to; args: why, the rule's name
    QuotaShort,       ///< range: what was looked at; args: the category, its percentage, the least one
};

enum class Severity : std::uint8_t { Info, Warning, Error };

/// Something in a plan that a person should look at.
struct Issue
{
    IssueCode code = IssueCode::Gap;
    Severity severity = Severity::Warning;
    PlanId plan;
    TimeRange range;
    std::vector<EventId> events;
    QStringList args;

    bool operator==(const Issue &) const = default;
};

} // namespace sf
