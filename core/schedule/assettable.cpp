// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/assettable.h"

#include <unordered_set>

namespace sf {

AssetTable AssetTable::fromAssets(std::vector<Asset> assets)
{
    std::vector<ShardedMap<AssetId, std::shared_ptr<const Asset>>::Entry> entries;
    entries.reserve(assets.size());
    for (Asset &asset : assets) {
        const AssetId id = asset.id;
        entries.push_back({id, std::make_shared<const Asset>(std::move(asset))});
    }
    AssetTable table;
    table.m_assets.addAll(std::move(entries));
    return table;
}

std::vector<const Asset *> AssetTable::sorted() const
{
    std::vector<const Asset *> all;
    all.reserve(m_assets.size());
    forEach([&](const Asset &asset) { all.push_back(&asset); });
    std::sort(all.begin(), all.end(), [](const Asset *a, const Asset *b) { return a->id < b->id; });
    return all;
}

Status AssetTable::apply(const Changes<Asset> &changes)
{
    const auto conflict = [](const Asset &asset) {
        return fail(ErrorCode::EditConflict, {QStringLiteral("“%1”").arg(asset.title)});
    };
    std::unordered_set<AssetId> removed;
    for (const Asset &asset : changes.before) {
        const Asset *current = find(asset.id);
        if (!current || *current != asset || !removed.insert(asset.id).second)
            return conflict(asset);
    }
    std::unordered_set<AssetId> added;
    for (const Asset &asset : changes.after) {
        if ((find(asset.id) && !removed.contains(asset.id)) || !added.insert(asset.id).second)
            return conflict(asset);
    }
    for (const AssetId id : removed) {
        if (!added.contains(id))
            m_assets.remove(id);
    }
    for (const Asset &asset : changes.after)
        m_assets.set(asset.id, std::make_shared<const Asset>(asset));
    return {};
}

QString contentKey(const Asset &asset)
{
    return asset.houseNumber.isEmpty() ? asset.id.toString() : asset.houseNumber;
}

} // namespace sf
