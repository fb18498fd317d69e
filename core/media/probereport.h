// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/model/asset.h"

#include <QString>

#include <optional>

namespace sf {

/// What became of one file.
struct ProbeReport
{
    QString path;                                 ///< as it was asked
    AssetStatus status = AssetStatus::Unreadable; ///< Ready, Missing or Unreadable
    std::optional<Error> reason;                  ///< where it is not Ready
    Micros duration{0};                           ///< exact; positive where it is Ready
    Micros mediaStart{0};                         ///< the first timestamp in the file
    TechnicalInfo technical;
    QString title; ///< of its metadata; mostly empty

    bool operator==(const ProbeReport &) const = default;
};

} // namespace sf
