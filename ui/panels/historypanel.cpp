// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/panels/historypanel.h"

#include "ui/session/stationeditor.h"
#include "ui/theme/tokens.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace sf {

HistoryPanel::HistoryPanel(StationEditor &editor, QWidget *parent)
    : QWidget(parent)
{
    auto *view = new QTableView(this);
    view->setModel(&m_model);
    view->setAccessibleName(tr("History"));
    view->setShowGrid(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setDefaultSectionSize(space::row);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    view->setColumnWidth(0, 170);
    view->setColumnWidth(2, 130);
    view->setColumnWidth(3, 90);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(view);

    connect(&editor, &StationEditor::edited, &m_model, &HistoryModel::add);
    connect(&editor, &StationEditor::documentChanged, &m_model, &HistoryModel::clear);
    connect(&editor, &StationEditor::channelChanged, &m_model,
            [this, &editor] { m_model.setClock(editor.clock()); });
}

} // namespace sf
