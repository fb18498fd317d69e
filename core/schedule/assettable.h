// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/shardedmap.h"
#include "core/model/asset.h"
#include "core/schedule/stationedit.h"

#include <memory>

namespace sf {

/// The library. A value: a copy is a snapshot.
class AssetTable
{
public:
    /// No id may stand twice in `assets`.
    static AssetTable fromAssets(std::vector<Asset> assets);

    std::int64_t size() const { return static_cast<std::int64_t>(m_assets.size()); }
    /// Null where there is none.
    const Asset *find(AssetId id) const
    {
        const auto *found = m_assets.find(id);
        return found ? found->get() : nullptr;
    }
    /// In no order that means anything, but always the same.
    template <class F>
    void forEach(F &&visit) const
    {
        m_assets.forEach([&](AssetId, const std::shared_ptr<const Asset> &asset) { visit(*asset); });
    }
    /// By id, that is, oldest first.
    std::vector<const Asset *> sorted() const;

    /// Errors: EditConflict (args: the title), and nothing is changed.
    Status apply(const Changes<Asset> &changes);

private:
    ShardedMap<AssetId, std::shared_ptr<const Asset>> m_assets;
};

/// What makes two airings "the same": the house number, else the asset itself. Folded to 64 bits for fast
/// maps.
QString contentKey(const Asset &asset);

} // namespace sf
