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

std::uint32_t SeriesIndex::of(const Asset &asset)
{
    if (asset.series.isEmpty())
        return ContentIndex::none;
    const QString name = asset.series.toCaseFolded();
    const auto known = m_numbers.constFind(name);
    if (known != m_numbers.constEnd())
        return *known;
    const auto number = static_cast<std::uint32_t>(m_numbers.size());
    m_numbers.insert(name, number);
    return number;
}

Candidates findCandidates(const AssetTable &assets, const FrameGrid &grid, RuleBook &rules,
                          ContentIndex &contents, SeriesIndex &series, AssetId asPlayable)
{
    Candidates found;
    assets.forEach([&](const Asset &asset) {
        found.hasPrograms = found.hasPrograms || asset.kind == AssetKind::Program;
    });
    found.usable.reserve(static_cast<std::size_t>(assets.size()));
    contents.reserve(static_cast<qsizetype>(assets.size()));
    assets.forEach([&](const Asset &asset) {
        if (!(asset.weight > 0)) // not a number counts as never, too
            return;
        const bool isOfKind = found.isOfKind(asset);
        found.ofKind += isOfKind ? 1 : 0;
        if (cannotBePlayed(asset) && !(asPlayable && asset.id == asPlayable)) {
            found.unavailable += isOfKind ? 1 : 0;
            return;
        }
        if (!isDurationKnown(asset)) {
            found.unknownDuration += isOfKind ? 1 : 0;
            return;
        }
        found.declaredOnly += isOfKind && asset.durationSource != DurationSource::Probed ? 1 : 0;
        const std::uint32_t ruleClass = rules.classOf(asset, {});
        found.usable.push_back({&asset, contents.of(asset.id).content,
                                rules.hasSeparations() ? series.of(asset) : ContentIndex::none, ruleClass,
                                grid.framesFor(asset.playable()), rules.cooldownOf(&asset, ruleClass),
                                mix64(asset.id.bits.high, asset.id.bits.low), rules.at(ruleClass).isExempt});
    });
    std::sort(found.usable.begin(), found.usable.end(), [](const Candidate &a, const Candidate &b) {
        return a.frames != b.frames ? a.frames < b.frames : a.asset->id < b.asset->id;
    });
    return found;
}

} // namespace sf
