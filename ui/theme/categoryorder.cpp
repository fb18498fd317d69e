// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/theme/categoryorder.h"

#include <algorithm>

namespace sf {

namespace {

QString keyOf(const Asset &asset) { return categoryName(asset).toCaseFolded(); }

/// Whether it is the oldest of its category now.
bool take(QHash<QString, AssetId> &oldest, const Asset &asset)
{
    AssetId &known = oldest[keyOf(asset)];
    if (known && !(asset.id < known))
        return false;
    known = asset.id;
    return true;
}

} // namespace

CategoryOrder::CategoryOrder(const AssetTable &assets)
{
    QHash<QString, QString> folded; // to fold a name costs more than to look it up
    assets.forEach([&](const Asset &asset) {
        QString &key = folded[categoryName(asset)];
        if (key.isEmpty())
            key = keyOf(asset);
        AssetId &known = m_oldest[key];
        if (!known || asset.id < known)
            known = asset.id;
    });
}

QStringList CategoryOrder::names() const
{
    std::vector<std::pair<AssetId, QString>> byAge;
    for (auto each = m_oldest.cbegin(); each != m_oldest.cend(); ++each)
        byAge.emplace_back(each.value(), each.key());
    std::sort(byAge.begin(), byAge.end());
    QStringList names;
    for (const auto &[id, name] : byAge)
        names << name;
    return names;
}

CategoryFills CategoryOrder::fills() const
{
    CategoryFills fills;
    for (const QString &name : names())
        fills.indexOf(name);
    return fills;
}

bool CategoryOrder::follow(const AssetTable &assets, const Changes<Asset> &changes)
{
    for (const Asset &before : changes.before) {
        const Asset *now = assets.find(before.id);
        const bool stays = now && keyOf(*now) == keyOf(before);
        if (!stays && m_oldest.value(keyOf(before)) == before.id) { // only the whole library tells the next
            *this = CategoryOrder(assets);
            return true;
        }
    }
    bool isOther = false;
    for (const Asset &after : changes.after)
        isOther = take(m_oldest, after) || isOther;
    return isOther;
}

} // namespace sf
