// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/contents.h"
#include "core/time/framegrid.h"

#include <vector>

namespace sf {

/// An asset that auto-fill may place.
struct Candidate
{
    const Asset *asset = nullptr;
    std::uint32_t content = 0;
    std::int64_t frames = 0; ///< its length on the channel's grid, rounded up
    Millis cooldown{0};      ///< its own, else the request's
    std::uint64_t hash = 0;  ///< of its id, for breaking ties
};

/// What a library offers to auto-fill, and what was left out and why.
struct Candidates
{
    std::vector<Candidate> items; ///< by length, then id
    std::int64_t ofKind = 0;      ///< assets of a kind that fills
    std::int64_t unknownDuration = 0;
    std::int64_t unavailable = 0;
    std::int64_t declaredOnly = 0;
};

Candidates findCandidates(const AssetTable &assets, const FrameGrid &grid, Millis cooldown,
                          ContentIndex &contents);

/// Whether the length of an asset is known: probed, declared, or given by its som and eom.
bool isDurationKnown(const Asset &asset);

} // namespace sf
