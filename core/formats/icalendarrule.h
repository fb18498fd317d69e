// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/time/timerange.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace sf {

/// How much work a rule may be: one that never fires makes libical search for centuries.
enum class RuleCost : std::uint8_t {
    Plain,
    Search,  ///< may search long: few of them are taken
    Refused, ///< more often than hourly, or not understood
};
RuleCost icalRuleCost(const QByteArray &rule);

/// The wall times at which a rule fires, from `start` on, `start` included where the rule holds it, before `until`; at
/// most `most`. `zone` is an IANA name: UNTIL of the rule is in UTC.
std::vector<LocalTime> expandIcalRule(const QByteArray &rule, LocalTime start, const QString &zone,
                                      LocalTime until, std::size_t most, const Job &job);

} // namespace sf
