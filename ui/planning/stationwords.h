// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/station.h"

#include <QStringList>

namespace sf {

/// The names that a station uses, each once, sorted: what the fields of a rule, daypart or recurrence offer.
struct StationWords
{
    QStringList categories;
    QStringList tags;
    QStringList series;
    QStringList ratings;
    QStringList dayparts;

    bool operator==(const StationWords &) const = default;
};

/// Looks at every asset: for a job.
StationWords wordsOf(const Station &station);

} // namespace sf
