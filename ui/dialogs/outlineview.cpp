// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/outlineview.h"

#include "ui/theme/theme.h"

#include <QHeaderView>

namespace sf {

namespace {

constexpr int whereWidth = 232;

} // namespace

OutlineView::OutlineView(const QString &name, QWidget *parent)
    : QTreeView(parent)
    , m_model(new OutlineModel(this))
{
    setModel(m_model);
    setAccessibleName(name);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setTextElideMode(Qt::ElideMiddle);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::Fixed);
    header()->resizeSection(1, whereWidth);
}

void OutlineView::setGroups(std::vector<OutlineGroup> groups)
{
    m_model->setGroups(std::move(groups));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        setFirstColumnSpanned(row, {}, true);
        if (m_model->groups()[static_cast<std::size_t>(row)].isOpen)
            expand(m_model->index(row, 0));
    }
}

} // namespace sf
