// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/recurrence.h"

#include <QDialog>

namespace sf {

class AssetField;
class FieldForm;
class StationEditor;
class WallTimeEdit;

/// Moves one occurrence of a recurring event, or gives it another asset.
class OccurrenceDialog : public QDialog
{
    Q_OBJECT

public:
    OccurrenceDialog(StationEditor &editor, const OccurrenceChange &change, QWidget *parent = nullptr);

    WallTimeEdit &time() { return *m_time; }
    AssetField &asset() { return *m_asset; }
    void accept() override;

Q_SIGNALS:
    /// With neither a time nor an asset: as the rule says.
    void chosen(const sf::OccurrenceChange &change);

private:
    StationEditor &m_editor;
    OccurrenceChange m_original;
    FieldForm *m_form;
    WallTimeEdit *m_time;
    AssetField *m_asset;
};

} // namespace sf
