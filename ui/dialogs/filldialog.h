// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/dialogs/fillform.h"
#include "ui/session/latestjob.h"

#include <QDialog>
#include <QTimer>

#include <optional>

class QDialogButtonBox;
class QPushButton;

namespace sf {

class FillResult;
class StationEditor;

/// Asks what to fill, or what to plan anew, and how; tries it out in a job at once, and shows what it would do. The
/// button then applies just that, as one edit. Where the station is edited meanwhile, the trial is kept if nothing
/// that it relied on has changed; else it is made anew, and the dialog says why.
class FillDialog : public QDialog
{
    Q_OBJECT

public:
    FillDialog(StationEditor &editor, PlanAsk ask, QWidget *parent = nullptr);
    ~FillDialog() override;

    /// The trial is over, with or without success, and still counts.
    bool isReady() const
    {
        return !m_job && !m_outlook.isRunning() && !m_recheck.isRunning() && !m_delay.isActive();
    }
    QString summary() const;
    QPushButton &fillButton() { return *m_fill; }
    FillForm &form() { return *m_form; }
    FillResult &result() { return *m_result; }
    void accept() override;

Q_SIGNALS:
    void filled(const QString &outcome);

private:
    void build();
    void followEdits();
    void tryOut();
    void showUnclear(const Error &error);
    void startOutlook(const PlanOrder &order);
    void startTrial(const PlanOrder &order);
    void take(Result<PlanTrial> trial);
    void stop();
    /// The station is another than the trial was made for: may it stay?
    void recheck();
    void takeRechecked(Result<PreparedEdit> edit);
    void cancelJobs();
    void forgetTrial();
    /// What the result shows lives on until it shows something else, and then ends on another thread.
    void keepShown(std::shared_ptr<const PlanTrial> trial);
    void showButton();

    StationEditor &m_editor;
    std::shared_ptr<const PlanTrial> m_trial;
    std::shared_ptr<const PlanTrial> m_shown;
    std::optional<PreparedEdit> m_edit; ///< of the trial, for the station as it is
    std::shared_ptr<Job> m_job;
    LatestJob m_outlook;
    LatestJob m_recheck;
    QTimer m_delay;
    QTimer m_ticker;
    bool m_isApplying = false;
    bool m_isWanted = false; ///< the operator pressed the button while the trial was looked at again
    FillForm *m_form;
    FillResult *m_result;
    QDialogButtonBox *m_buttons;
    QPushButton *m_fill;
};

} // namespace sf
