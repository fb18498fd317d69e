// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QHash>
#include <QLatin1StringView>
#include <QString>

#include <cstdint>
#include <span>

namespace sf {

/// Something that a format lets the operator choose when it writes.
struct FormatOption
{
    enum class Kind : std::uint8_t {
        Text,
        Flag,   ///< "true" or "false"
        Number, ///< a whole one, from 0
        Choice, ///< one of `choices`
        Folder, ///< an absolute path
        Filler, ///< media that fill gaps: an asset's id, or an address
    };

    QLatin1StringView id{};      ///< on the command line: --option media-folder=/srv/media
    const char *label = nullptr; ///< what it chooses, for people; translated in the context "Export"
    Kind kind = Kind::Text;
    QLatin1StringView usual{}; ///< where nothing is chosen
    std::span<const QLatin1StringView> choices{};

    QString labelText() const { return QCoreApplication::translate("Export", label); }
};

/// Chosen values by option id; what is missing is as usual.
using OptionValues = QHash<QString, QString>;

} // namespace sf
