// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/play.h"
#include "core/schedule/assettable.h"

#include <QHash>
#include <QString>

#include <cstdint>
#include <limits>

namespace sf {

/// Dense numbers for contents, so that what is kept for each lies in plain vectors. Content is the house
/// number, else the asset; an asset the library no longer has is a content of its own. Numbers are given as
/// contents are asked for. Keeps a reference to the library.
class ContentIndex
{
public:
    /// What airs as content number `content`; `asset` is null where the library does not have it.
    struct Entry
    {
        std::uint32_t content = none;
        const Asset *asset = nullptr;
    };
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    explicit ContentIndex(const AssetTable &assets)
        : m_assets(assets)
    {
    }

    /// So many assets will be asked for.
    void reserve(qsizetype assets) { m_byAsset.reserve(assets); }
    Entry of(AssetId id);
    /// Of a line of the as-run log; `none` where that does not say what it was.
    std::uint32_t of(const Play &play);
    /// All numbers given are below.
    std::size_t size() const { return m_next; }

private:
    std::uint32_t ofHouseNumber(const QString &number);

    const AssetTable &m_assets;
    QHash<AssetId, Entry> m_byAsset;
    QHash<QString, std::uint32_t> m_byHouseNumber;
    std::uint32_t m_next = 0;
};

} // namespace sf
