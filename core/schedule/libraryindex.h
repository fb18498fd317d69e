// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/assettable.h"

#include <QHash>

#include <functional>

namespace sf {

/// Finds in the library what other programs name without an address: by house number, or by the name below a media
/// folder, with or without extension and in any case ("FILMS/HEAT" is /media/films/Heat.mp4).
class LibraryIndex
{
public:
    explicit LibraryIndex(const AssetTable &assets)
        : m_assets(assets)
    {
    }

    /// None where nothing fits, or more than one.
    AssetId find(const Asset &imported);

private:
    void build();
    AssetId byName(const QString &name) const;

    struct Named
    {
        QString path; ///< upper case, without extension
        AssetId asset;
    };

    const AssetTable &m_assets;
    bool m_isBuilt = false;
    QHash<QString, AssetId> m_byHouseNumber; ///< null where two have it
    QMultiHash<QString, Named> m_byName;     ///< by the last part of the path
};

/// How long media of an address are, from the start of the file to the end of what is played, where the library knows;
/// else zero. Addresses are looked up as imports do.
std::function<Micros(const QString &)> knownLengths(AssetTable assets);

} // namespace sf
