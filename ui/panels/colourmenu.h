// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>
#include <QMenu>

#include <cstdint>
#include <optional>

namespace sf {

/// Picks an event's colour: that of its category, one of the theme's fills, or any other.
class ColourMenu : public QMenu
{
    Q_OBJECT

public:
    explicit ColourMenu(QWidget *parent = nullptr);

    void setCurrent(std::optional<std::uint32_t> colour) { m_current = colour; }
    /// A square of the colour 0xRRGGBB; an empty frame for none.
    static QIcon swatch(std::optional<std::uint32_t> colour);

Q_SIGNALS:
    void picked(std::optional<std::uint32_t> colour);

private:
    void fill();
    void askForAnother();

    std::optional<std::uint32_t> m_current;
};

} // namespace sf
