// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/invocation.h"
#include "core/planning/explain.h"
#include "core/planning/feasibilityreport.h"

namespace sf::cli {

/// What a fill or a re-plan did, for the command line.
Outcome describeFill(const Station &station, const FillOutcome &filled, const ChannelClock &clock,
                     bool isDryRun, qint64 elapsedMs);
Outcome describeFeasibility(const FeasibilityReport &report, qint64 elapsedMs);
Outcome describeExplanation(const Station &station, const Explanation &explanation,
                            const ChannelClock &clock);
/// Of a fill or a check.
QJsonObject toJson(const QuotaShare &share);
/// Why one asset may not start at an instant.
Outcome describeObjections(const Asset &asset, const std::vector<Objection> &objections,
                           const ChannelClock &clock);

} // namespace sf::cli
