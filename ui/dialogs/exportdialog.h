// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/exporttasks.h"
#include "ui/session/joblist.h"

#include <QDialog>
#include <QTimer>

#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace sf {

class ExportChoices;
class OutlineView;
class StationEditor;

/// Writes a stretch of plans to files. Before that it says what the format can't carry; after it, whether what was written
/// comes back the same when it is read again.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(StationEditor &editor, TimeRange range, QWidget *parent = nullptr);
    ~ExportDialog() override;

    bool isReady() const { return !m_job && !m_delay.isActive(); }
    /// What is written has been written, and the dialog says how that went.
    bool isDone() const;
    QString summary() const;
    void setPath(const QString &path);
    void setFormat(const QString &id);
    ExportChoices &choices() { return *m_choices; }
    const OutlineView &losses() const { return *m_losses; }
    const OutlineView &results() const { return *m_results; }
    QPushButton &exportButton() { return *m_export; }
    void accept() override;

Q_SIGNALS:
    /// Files were written; how it went is a sentence.
    void exported(const QString &outcome);

private:
    void build();
    void buildChoicePage();
    void buildResultPage();
    void followChoices();
    void tryOut();
    void showTrial(const Result<std::vector<ExportReport>> &reports, const QStringList &channels);
    void showWritten(const Result<std::vector<ExportTaskOutcome>> &outcomes);
    JobOutcome finish(const Result<std::vector<ExportTaskOutcome>> &outcomes);
    void showCron();
    void openFolder();

    StationEditor &m_editor;
    std::shared_ptr<Job> m_job;
    QTimer m_delay;
    bool m_hasWritten = false;
    QString m_folder; ///< of what was written
    QStackedWidget *m_pages;
    QWidget *m_choicePage;
    ExportChoices *m_choices;
    QLabel *m_summary;
    OutlineView *m_losses;
    QWidget *m_resultPage;
    QLabel *m_resultSign;
    QLabel *m_resultHeading;
    QLabel *m_result;
    OutlineView *m_results;
    QPushButton *m_cron;
    QPushButton *m_open;
    QPushButton *m_export;
    QPushButton *m_close;
};

} // namespace sf
