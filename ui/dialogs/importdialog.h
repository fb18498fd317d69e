// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/dialogs/importpreview.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace sf {

class StationEditor;

/// Reads a file in a job and shows what taking it would do: how much is new, what is there already, what
/// overlaps, and each line that was refused with its reason. Nothing changes before the button is pressed.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(StationEditor &editor, ImportKind kind, const QString &path, QWidget *parent = nullptr);
    ~ImportDialog() override;

    /// The reading is over, with or without success.
    bool isReady() const { return !m_job; }
    QString summary() const;
    QPushButton &importButton() { return *m_import; }
    QPushButton &partialButton() { return *m_partial; }
    QTreeWidget &remarks() { return *m_remarks; }

    void accept() override;

Q_SIGNALS:
    /// The file was taken; how it went is a sentence.
    void imported(const QString &outcome);

private:
    void build();
    QWidget *makeOptions();
    void read();
    void forgetPreview();
    void show(Result<ImportPreview> preview);
    void showPreview();
    void showError(const Error &error);
    void addRemarks(const QString &title, const std::vector<ImportRemark> &remarks);
    void addConflicts();
    QStringList summaryLines() const;

    StationEditor &m_editor;
    ImportRequest m_request;
    std::optional<ImportPreview> m_preview;
    std::shared_ptr<Job> m_job;
    bool m_isApplying = false;
    QLabel *m_heading;
    QLabel *m_summary;
    QProgressBar *m_busy;
    QTreeWidget *m_remarks;
    QComboBox *m_zone;
    QPushButton *m_links;
    QPushButton *m_partial;
    QPushButton *m_import;
};

} // namespace sf
