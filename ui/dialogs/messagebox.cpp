// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/messagebox.h"

#include "ui/theme/tokens.h"

#include <QGridLayout>
#include <QLabel>
#include <QMessageBox>

namespace sf {

using namespace Qt::StringLiterals;

void setHouseLook(QMessageBox &box)
{
    box.setIcon(QMessageBox::NoIcon);
    for (const QString &name : {u"qt_msgbox_label"_s, u"qt_msgbox_informativelabel"_s}) {
        if (auto *label = box.findChild<QLabel *>(name)) { // they begin where the buttons do
            label->setIndent(0);
            label->setContentsMargins(0, 0, 0, 0);
        }
    }
    if (auto *grid = qobject_cast<QGridLayout *>(box.layout())) {
        grid->setContentsMargins(space::large, space::large, space::large, space::large);
        grid->setVerticalSpacing(space::large);
        grid->setHorizontalSpacing(0);
        grid->setColumnStretch(grid->columnCount() - 1, 1); // that of the texts
        for (int i = 0; i < grid->count(); ++i) {
            if (QSpacerItem *indent = grid->itemAt(i)->spacerItem())
                indent->changeSize(0, 0, QSizePolicy::Fixed, QSizePolicy::Fixed);
        }
    }
}

} // namespace sf
