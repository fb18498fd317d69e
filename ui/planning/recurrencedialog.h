// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/recurrence.h"
#include "ui/planning/plandialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace sf {

class AssetField;
class LengthEdit;
class OccurrenceList;
class RepeatFields;
class WallTimeEdit;

/// Makes or changes one recurring event, and shows its next times while it is being written.
class RecurrenceDialog : public PlanDialog
{
    Q_OBJECT

public:
    RecurrenceDialog(StationEditor &editor, Recurrence recurrence, bool isNew, QWidget *parent = nullptr);

    FieldForm &form() { return *m_form; }
    RepeatFields &repeat() { return *m_repeat; }
    OccurrenceList &times() { return *m_times; }
    QLineEdit &name() { return *m_name; }
    WallTimeEdit &start() { return *m_start; }
    QComboBox &what() { return *m_what; }
    AssetField &asset() { return *m_asset; }
    QComboBox &series() { return *m_series; }
    LengthEdit &length() { return *m_length; }

protected:
    bool isChanged() const override;
    std::optional<Result<StationEdit>> edit() override;
    void showRefused(const QString &sentence) override;

private:
    void addFields();
    void showWhat();
    void load(const Recurrence &recurrence);
    void fieldsChanged();
    void showRemark();
    /// Errors: BadFieldValue, whose field is a key of the form.
    Result<Recurrence> read() const;
    ChannelClock clock() const;
    QString nameFor(const Recurrence &recurrence) const;

    Recurrence m_recurrence; ///< as it was
    bool m_isNew;
    std::optional<QStringList> m_known; ///< series of the library, once they are known
    FieldForm *m_form;
    QLineEdit *m_name;
    QComboBox *m_what;
    AssetField *m_asset;
    QComboBox *m_series;
    LengthEdit *m_length;
    WallTimeEdit *m_start;
    RepeatFields *m_repeat;
    QCheckBox *m_rerun;
    QCheckBox *m_locked;
    OccurrenceList *m_times;
};

} // namespace sf
