// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/ids.h"

#include <QByteArray>
#include <QMimeData>
#include <QString>

#include <vector>

namespace sf {

/// What the library puts into a drag: the ids of assets as text, one a line.
inline QString assetMimeType() { return QStringLiteral("application/x-scheduleflow-assets"); }

inline QByteArray toAssetMime(const std::vector<AssetId> &assets)
{
    QByteArray out;
    for (const AssetId id : assets)
        out += id.toString().toLatin1() + '\n';
    return out;
}

/// In the order in which they were dragged; lines that are no id are left out.
inline std::vector<AssetId> fromAssetMime(const QMimeData &mime)
{
    std::vector<AssetId> assets;
    for (const QByteArray &line : mime.data(assetMimeType()).split('\n')) {
        if (const auto id = AssetId::fromString(QString::fromLatin1(line.trimmed())))
            assets.push_back(*id);
    }
    return assets;
}

} // namespace sf
