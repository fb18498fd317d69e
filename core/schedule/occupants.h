// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/ids.h"

#include <QHash>
#include <QString>

#include <cstdint>
#include <utility>

namespace sf {

/// Numbers titles so that those that differ in case or outer blanks alone get the same number. Files repeat their
/// titles, so few are folded.
class Titles
{
public:
    std::uint32_t numberOf(const QString &title)
    {
        if (const auto known = m_asWritten.constFind(title); known != m_asWritten.constEnd())
            return *known;
        const QString folded = title.trimmed().toCaseFolded();
        const auto at = m_folded.constFind(folded);
        const std::uint32_t number =
            at != m_folded.constEnd() ? *at : static_cast<std::uint32_t>(m_folded.size());
        if (at == m_folded.constEnd())
            m_folded.insert(folded, number);
        m_asWritten.insert(title, number);
        return number;
    }

private:
    QHash<QString, std::uint32_t> m_asWritten;
    QHash<QString, std::uint32_t> m_folded;
};

/// The events that start at one instant, found by title and media, and by title alone, so that a thousand different
/// media there cost no search among them.
class Occupants
{
public:
    void clear() { m_events.clear(); }

    /// The event that this one duplicates; null where there is none, and then it is added. An event without media
    /// has no different ones.
    EventId addUnlessThere(const QString &title, std::int32_t layer, AssetId asset, EventId event)
    {
        const Name number{m_titles.numberOf(title), layer};
        const Key any{number, anyAsset};
        const auto find = [this](const Key &key) { return m_events.value(key, EventId()); };
        if (const EventId there = find(asset ? Key{number, asset} : any))
            return there;
        if (const EventId there = asset ? find({number, AssetId()}) : EventId())
            return there;
        if (!m_events.contains(any))
            m_events.insert(any, event);
        m_events.insert({number, asset}, event);
        return {};
    }

private:
    static constexpr AssetId anyAsset{IdBits{~0ULL, ~0ULL}};
    using Name = std::pair<std::uint32_t, std::int32_t>; ///< a title on a layer
    using Key = std::pair<Name, AssetId>;

    Titles m_titles;
    QHash<Key, EventId> m_events;
};

} // namespace sf
