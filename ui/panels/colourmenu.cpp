// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/panels/colourmenu.h"

#include "ui/theme/theme.h"

#include <QColorDialog>
#include <QPainter>
#include <QPixmap>

namespace sf {

namespace {

std::uint32_t rgbOf(const QColor &colour) { return colour.rgb() & 0xffffffU; }

} // namespace

ColourMenu::ColourMenu(QWidget *parent)
    : QMenu(parent)
{
    connect(this, &QMenu::aboutToShow, this, &ColourMenu::fill);
}

QIcon ColourMenu::swatch(std::optional<std::uint32_t> colour)
{
    QPixmap pixmap(28, 28);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens().dimText);
    if (colour)
        painter.setBrush(QColor::fromRgb(*colour));
    painter.drawRoundedRect(QRectF(1.5, 1.5, 11, 11), 2, 2);
    return pixmap;
}

void ColourMenu::fill()
{
    clear();
    connect(addAction(swatch({}), tr("As its category")), &QAction::triggered, this,
            [this] { Q_EMIT picked(std::nullopt); });
    addSeparator();
    int number = 0;
    for (const QColor &colour : tokens().categories) {
        const std::uint32_t rgb = rgbOf(colour);
        connect(addAction(swatch(rgb), tr("Colour %1").arg(++number)), &QAction::triggered, this,
                [this, rgb] { Q_EMIT picked(rgb); });
    }
    addSeparator();
    connect(addAction(tr("Another…")), &QAction::triggered, this, &ColourMenu::askForAnother);
}

void ColourMenu::askForAnother()
{
    auto *dialog =
        new QColorDialog(QColor::fromRgb(m_current.value_or(rgbOf(tokens().accent))), parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QColorDialog::colorSelected, this,
            [this](const QColor &colour) { Q_EMIT picked(rgbOf(colour)); });
    dialog->open();
}

} // namespace sf
