// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/contents.h"

namespace sf {

ContentIndex::Entry ContentIndex::of(AssetId id)
{
    const auto known = m_byAsset.constFind(id);
    if (known != m_byAsset.constEnd())
        return *known;
    Entry entry;
    entry.asset = m_assets.find(id);
    entry.content = entry.asset && !entry.asset->houseNumber.isEmpty()
                        ? ofHouseNumber(entry.asset->houseNumber)
                        : m_next++;
    m_byAsset.insert(id, entry);
    return entry;
}

std::uint32_t ContentIndex::of(const Play &play)
{
    if (play.content.isEmpty())
        return none;
    // A log written before the asset was given a house number names the asset.
    if (const auto id = AssetId::fromString(play.content))
        return of(*id).content;
    return ofHouseNumber(play.content);
}

std::uint32_t ContentIndex::ofHouseNumber(const QString &number)
{
    const auto known = m_byHouseNumber.constFind(number);
    if (known != m_byHouseNumber.constEnd())
        return *known;
    m_byHouseNumber.insert(number, m_next);
    return m_next++;
}

} // namespace sf
