// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/offers.h"

#include <map>
#include <vector>

namespace sf {

/// The free time of one daypart.
struct Demand
{
    QString name;
    QStringList when;            ///< the dayparts of that name, see whenText()
    std::vector<PoolSpec> pools; ///< its own, then what it falls back on and what goes between
    Millis needed{0};
    std::vector<TimeRange> windows;
    std::map<Millis, std::int64_t> lengths; ///< of the windows, and how many are so long

    bool hasFallback() const;
};

/// In the order of their first block.
std::vector<Demand> demandsOf(const FillInput &input, const FillRequest &request);

/// Contents of which the same dayparts may draw, taken together.
struct Supply
{
    Millis airtime{0};
    std::vector<Millis> byDemand;
};

/// What a library holds for demands. What may be looped or trimmed is no part of it.
struct Stock
{
    std::map<std::vector<bool>, Supply> supplies; ///< by who may draw of them
    std::vector<Millis> own;                      ///< by demand: the most that its own pool gives
    std::vector<Millis> available;                ///< and that all of its pools do
};

/// `most`: more airtime of one content or supply makes no odds.
Stock stockFor(FillInput &input, const std::vector<Demand> &demands, TimeRange range, Millis most);

} // namespace sf
