// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/assettable.h"
#include "ui/theme/tokens.h"

#include <QHash>
#include <QStringList>

namespace sf {

/// The categories of a library, that of the oldest asset first. Ids are made in the order of time: a category that comes
/// later takes its fill after those that were there, and has the same one when the station is opened again.
class CategoryOrder
{
public:
    explicit CategoryOrder(const AssetTable &assets = {});

    /// By categoryName(), folded.
    QStringList names() const;
    CategoryFills fills() const;
    /// Takes a change that led to `assets`; whether the order is another.
    bool follow(const AssetTable &assets, const Changes<Asset> &changes);

private:
    QHash<QString, AssetId> m_oldest;
};

} // namespace sf
