// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace sf::limits {

/// What a file may ask of us. Far above what a station writes, far below what hurts: a year of 30-second
/// items is a million events. Exceeding one fails the file with LimitExceeded.
constexpr qint64 fileBytes = qint64(4) << 30;
constexpr qint64 items = 5'000'000;      ///< events or entries
constexpr qint64 remarks = 1'000'000;    ///< rejections or warnings
constexpr int depth = 64;                ///< nested elements, objects and lists
constexpr qsizetype textLength = 32'768; ///< characters of one text
constexpr qsizetype lineBytes = 1 << 20; ///< of a playlist
/// Between two tokens of XML: one tag with all its attributes, one text. QXmlStreamReader compares every
/// attribute of a tag with every other, so that 100,000 of them would take minutes.
constexpr qint64 tokenBytes = 128 * 1024;
constexpr int entityExpansion = 4096; ///< characters

} // namespace sf::limits
