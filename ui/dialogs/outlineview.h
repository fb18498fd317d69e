// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/dialogs/outlinemodel.h"

#include <QTreeView>

namespace sf {

/// Shows an outline; what is to be open at first is open.
class OutlineView : public QTreeView
{
    Q_OBJECT

public:
    explicit OutlineView(const QString &name, QWidget *parent = nullptr);

    void setGroups(std::vector<OutlineGroup> groups);
    const OutlineModel &outline() const { return *m_model; }

private:
    OutlineModel *m_model;
};

} // namespace sf
