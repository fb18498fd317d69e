// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/fillinput.h"

#include <vector>

namespace sf {

/// The recurring events of a range, those placed and those for which there was no place.
struct RecurrencePlan
{
    std::vector<ScheduledEvent> events;
    std::vector<UnplacedOccurrence> unplaced;
};

/// Places what is due in the range and not yet planned: first what is one certain asset, then series, each by
/// start. The episode of a series is the one after the last that aired or is planned before it, of a rerun
/// that last one. Nothing that stands is moved, and no never rule broken: what finds no place is listed with
/// the reason. Errors: Cancelled; those of occurrencesOf().
Result<RecurrencePlan> planRecurrences(const Station &station, const FillRequest &request,
                                       const MakesWay &isLeftOut, const Job &job);

/// The episodes of a series in order: season, episode, title, id.
std::vector<const Asset *> episodesOf(const AssetTable &assets, const QString &series);

} // namespace sf
