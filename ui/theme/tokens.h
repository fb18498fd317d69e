// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/asset.h"

#include <QColor>
#include <QFont>
#include <QHash>
#include <QString>

#include <array>

namespace sf {

enum class Theme : std::uint8_t { Dark, Light };

constexpr int categoryFillCount = 12;

/// Every colour of the window, by what it means. All are opaque: a translucent pen costs the timeline 20 ms a
/// frame, so that dimmed and mixed colours are computed once, with mixed().
struct Tokens
{
    Theme theme = Theme::Dark;
    QColor background; ///< behind everything
    QColor panel;      ///< docks, ruler, headers
    QColor lane;       ///< where events lie; rows of a table
    QColor line;       ///< separators
    QColor text;       ///< at least 12:1 on background, panel and lane
    QColor dimText;    ///< at least 5:1 there
    QColor accent;     ///< selection, focus, links
    QColor accentText; ///< on accent
    QColor nowLine;
    QColor warning;
    QColor good;
    QColor error;
    QColor neutral;      ///< fill of what has no category
    QColor categoryText; ///< on every fill, at least 5:1
    std::array<QColor, categoryFillCount> categories;
};

/// Sizes in device-independent pixels, all on the 4 px grid except hairlines and corners.
namespace space {
constexpr int unit = 4;
constexpr int half = 2;
constexpr int small = 8;
constexpr int medium = 12;
constexpr int large = 16;
constexpr int rowCompact = 20;
constexpr int row = 24;
constexpr int rowComfortable = 32;
constexpr int corner = 3;
constexpr int outline = 2; ///< selection and focus
} // namespace space

const Tokens &tokens(Theme theme);

/// The family of the window, Inter or the system's; 13 px unless told.
QFont uiFont(int pixels = 13);

/// `share` of `over` on `under`, 0 to 1, opaque.
QColor mixed(const QColor &under, const QColor &over, double share);

/// WCAG 2.2 contrast ratio, 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);

/// The name by which an asset is coloured and grouped: its category, else its kind ("program").
QString categoryName(const Asset &asset);

/// Which fill a category has. A name prefers the fill that its hash gives, so that it keeps its colour from
/// one day to the next; where that one is taken, the next free one; with more than twelve they share. Case
/// and blanks around a name do not matter. Register a station's categories sorted, then others as they come.
class CategoryFills
{
public:
    /// Index in Tokens::categories; the first call with a name settles it.
    int indexOf(const QString &category);

private:
    QHash<QString, int> m_known; ///< by folded name
    std::array<bool, categoryFillCount> m_isTaken{};
};

} // namespace sf
