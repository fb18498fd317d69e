// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/schedule/stationedit.h"
#include "ui/planning/stationwords.h"

#include <QDialog>

#include <functional>

class QPushButton;
class QVBoxLayout;

namespace sf {

class FieldForm;
class StationEditor;

/// A dialog that changes one rule, week template or recurring event: saving is one edit, and leaving asks
/// where something was changed.
class PlanDialog : public QDialog
{
    Q_OBJECT

public:
    QPushButton &saveButton() { return *m_save; }
    void accept() override;
    void reject() override;

protected:
    PlanDialog(StationEditor &editor, const QString &title, const QString &save, QWidget *parent);

    /// Puts the buttons below `content`; the last thing that a constructor of a dialog does.
    void finishLayout(QLayout *content);
    /// Collects the station's names in a job, and hands them over.
    void askForWords(std::function<void(StationWords)> answered);

    virtual bool isChanged() const = 0;
    /// The edit to apply; none where something is wrong, which is then said.
    virtual std::optional<Result<StationEdit>> edit() = 0;
    /// Says what the station refused.
    virtual void showRefused(const QString &sentence) = 0;

    StationEditor &m_editor;

private:
    QPushButton *m_save;
    bool m_isAsking = false;
};

/// Whether what a dialog was opened for is still what the station holds.
template <class T>
bool isStillThere(const std::vector<T> &objects, const T &original)
{
    for (const T &object : objects) {
        if (object.id == original.id)
            return object == original;
    }
    return false;
}

} // namespace sf
