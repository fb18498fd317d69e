// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/candidates.h"

#include "core/base/mix.h"

#include <algorithm>

namespace sf {

bool isDurationKnown(const Asset &asset)
{
    return asset.playable() > Micros::zero() &&
           (asset.durationSource != DurationSource::Unknown || asset.eom);
}

Candidates findCandidates(const AssetTable &assets, const FrameGrid &grid, Millis cooldown,
                          ContentIndex &contents)
{
    bool hasPrograms = false;
    assets.forEach(
        [&](const Asset &asset) { hasPrograms = hasPrograms || asset.kind == AssetKind::Program; });
    Candidates found;
    assets.forEach([&](const Asset &asset) {
        const bool isOfKind = hasPrograms ? asset.kind == AssetKind::Program : asset.kind != AssetKind::Live;
        if (!isOfKind || !(asset.weight > 0)) // not a number counts as never, too
            return;
        ++found.ofKind;
        if (asset.status == AssetStatus::Missing || asset.status == AssetStatus::Unreadable) {
            ++found.unavailable;
            return;
        }
        if (!isDurationKnown(asset)) {
            ++found.unknownDuration;
            return;
        }
        found.declaredOnly += asset.durationSource == DurationSource::Probed ? 0 : 1;
        found.items.push_back({&asset, contents.of(asset.id).content, grid.framesFor(asset.playable()),
                               asset.cooldown.value_or(cooldown),
                               mix64(asset.id.bits.high, asset.id.bits.low)});
    });
    std::sort(found.items.begin(), found.items.end(), [](const Candidate &a, const Candidate &b) {
        return a.frames != b.frames ? a.frames < b.frames : a.asset->id < b.asset->id;
    });
    return found;
}

} // namespace sf
