// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/fill.h"
#include "ui/session/prepared.h"

#include <QDialog>
#include <QTimer>

#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QTreeWidget;

namespace sf {

class StationEditor;
class WallTimeEdit;

/// Asks what to fill and how, tries it out in a job at once, and shows what it would do; the button then
/// applies just that, as one edit.
class FillDialog : public QDialog
{
    Q_OBJECT

public:
    /// `range` is what the operator looks at or has picked.
    FillDialog(StationEditor &editor, TimeRange range, Millis cooldown, QWidget *parent = nullptr);
    ~FillDialog() override;

    /// The trial is over, with or without success.
    bool isReady() const { return !m_job && !m_delay.isActive(); }
    QString summary() const;
    QPushButton &fillButton() { return *m_fill; }
    void setRange(TimeRange range);
    void accept() override;

Q_SIGNALS:
    void filled(const QString &outcome);
    /// The operator chose another cooldown.
    void cooldownChanged(sf::Millis cooldown);

private:
    /// What a fill came to, and its edit made ready.
    struct Trial
    {
        FillOutcome outcome;
        PreparedEdit edit;
    };

    void build();
    void addRangeRows(QFormLayout &form);
    void addRuleRows(QFormLayout &form);
    void choosePreset(int index);
    std::optional<FillRequest> request();
    void tryOut();
    void forgetTrial();
    void show(Result<Trial> trial);
    void showOutcome();
    void addGaps();
    QString gapText(const FillGap &gap) const;

    StationEditor &m_editor;
    std::optional<Trial> m_trial;
    std::shared_ptr<Job> m_job;
    QTimer m_delay;
    bool m_isApplying = false;
    WallTimeEdit *m_from;
    WallTimeEdit *m_to;
    QComboBox *m_preset;
    QSpinBox *m_cooldown;
    QComboBox *m_order;
    QSpinBox *m_seed;
    QCheckBox *m_replace;
    QLabel *m_light;
    QLabel *m_feasibility;
    QLabel *m_summary;
    QTreeWidget *m_gaps;
    QPushButton *m_fill;
};

} // namespace sf
