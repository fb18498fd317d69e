// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/asset.h"
#include "core/model/ids.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sf {

/// In which order a daypart takes from its library.
enum class PickOrder : std::uint8_t { Shuffle, LeastRecent, Weighted, Sequential };

/// Which assets a daypart draws from; an empty field means "any".
struct AssetFilter
{
    QStringList categories;
    QStringList tags;
    QString series;
    std::optional<AssetKind> kind;
    bool operator==(const AssetFilter &) const = default;
};

/// A named block of the week in channel wall time.
struct Daypart
{
    QString name;
    std::int32_t dayMask = 0x7F; ///< bit 0 is Monday
    Millis from{0};              ///< from midnight
    Millis until{0};             ///< up to 48 h: past 24 h it runs into the next day
    AssetFilter filter;
    PickOrder order = PickOrder::Shuffle;
    bool isHardStart = true;
    Millis startTolerance{0};
    Millis mayRunShort{0};
    Millis mayRunOver{0};
    bool identAfterEach = false;
    Millis promoEvery{0}; ///< 0: none
    Millis breakLength{0};
    Millis padTo{0}; ///< to the next multiple of this, e.g. 30 min; 0: not
    QStringList fallbackCategories;
    bool operator==(const Daypart &) const = default;
};

/// Dayparts painted on a week, for a season or for single days.
struct WeekTemplate
{
    TemplateId id;
    ChannelId channel;
    QString name;
    std::optional<QDate> validFrom;
    std::optional<QDate> validUntil; ///< inclusive
    std::vector<Daypart> dayparts;

    bool operator==(const WeekTemplate &) const = default;
};

} // namespace sf
