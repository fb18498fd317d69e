// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/asset.h"

#include <QString>
#include <QStringList>

namespace sf {

/// What a file's place and name say about its content.
struct NameFacts
{
    QString title;  ///< never empty
    QString series; ///< empty where the name numbers no episode
    std::int32_t season = 0;
    std::int32_t episode = 0;
    std::int32_t year = 0;
    QString category; ///< the first folder below the root it was found under
    AssetKind kind = AssetKind::Program;

    bool operator==(const NameFacts &) const = default;
};

/// Reads "Dr.Who.S02E05.1080p.mkv", "Dr Who 2x05", "Heat (1995).mp4", "My_Promo.mov". The kind is guessed
/// from folders below the innermost of `roots` (and that root's own name) called idents, promos, commercials,
/// fillers and the like. `path` and `roots` are absolute.
NameFacts factsFromName(const QString &path, const QStringList &roots);

/// The same for an entry of a playlist: its title tells first, the file name in its address where the title numbers no
/// episode, its group the kind and category.
NameFacts factsFromEntry(const QString &title, const QString &address, const QString &group);

} // namespace sf
