// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/contents.h"
#include "core/planning/rulebook.h"
#include "core/time/framegrid.h"

#include <vector>

namespace sf {

/// An asset that auto-fill may place.
struct Candidate
{
    const Asset *asset = nullptr;
    std::uint32_t content = 0;
    std::uint32_t series = ContentIndex::none; ///< dense, where it has one and a rule asks for it
    std::uint32_t ruleClass = 0;
    std::int64_t frames = 0; ///< its length on the channel's grid, rounded up
    Millis cooldown{0};      ///< its own, else its rule's, else the request's
    std::uint64_t hash = 0;  ///< of its id, for breaking ties
    bool isExempt = false;   ///< its airings are intended reruns
};

/// Dense numbers for series, whatever the case of their names.
class SeriesIndex
{
public:
    std::uint32_t of(const Asset &asset);
    std::size_t size() const { return static_cast<std::size_t>(m_numbers.size()); }

private:
    QHash<QString, std::uint32_t> m_numbers;
};

/// What a library offers to auto-fill, and what was left out and why. The counts are of the kinds that fill
/// where nothing else is asked for: programmes, or all kinds but Live where there is no programme at all.
struct Candidates
{
    std::vector<Candidate> usable; ///< of every kind, by length, then id
    bool hasPrograms = false;
    std::int64_t ofKind = 0;
    std::int64_t unknownDuration = 0;
    std::int64_t unavailable = 0;
    std::int64_t declaredOnly = 0;

    /// Whether an asset is of a kind that fills where nothing else is asked for.
    bool isOfKind(const Asset &asset) const
    {
        return hasPrograms ? asset.kind == AssetKind::Program : asset.kind != AssetKind::Live;
    }
};

/// `asPlayable`: counts as if its file were there, which it was when it was planned.
Candidates findCandidates(const AssetTable &assets, const FrameGrid &grid, RuleBook &rules,
                          ContentIndex &contents, SeriesIndex &series, AssetId asPlayable = {});

/// Whether its file is known to be missing, or to be no media.
inline bool cannotBePlayed(const Asset &asset)
{
    return asset.status == AssetStatus::Missing || asset.status == AssetStatus::Unreadable;
}

/// Whether the length of an asset is known: probed, declared, or given by its som and eom.
bool isDurationKnown(const Asset &asset);

} // namespace sf
