// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/panels/historymodel.h"

#include <QWidget>

namespace sf {

class StationEditor;

/// What was done to the station, by whom and when.
class HistoryPanel : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPanel(StationEditor &editor, QWidget *parent = nullptr);
    HistoryModel &model() { return m_model; }

private:
    HistoryModel m_model;
};

} // namespace sf
