// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/dialogs/importpreview.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace sf {

class ImportChoices;
class OutlineView;
class StationEditor;

/// Takes a file of any known format: it says what it is, and shows what taking it would do: how much is new, what is there
/// already, what overlaps, and each line that was refused with its reason. Everything is worked out in a job, anew
/// after each choice. Nothing changes before the button is pressed; then it is one step of undo.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    /// Without a use, the content says what the file is taken for.
    ImportDialog(StationEditor &editor, const QString &path, std::optional<ImportUse> use = std::nullopt,
                 QWidget *parent = nullptr);
    ~ImportDialog() override;

    /// The reading is over, with or without success.
    bool isReady() const { return !m_job; }
    QString summary() const;
    QPushButton &importButton() { return *m_import; }
    QPushButton &partialButton() { return *m_partial; }
    const OutlineView &outline() const { return *m_outline; }
    ImportChoices &choices() { return *m_choices; }

    void accept() override;

Q_SIGNALS:
    /// The file was taken; how it went is a sentence.
    void imported(const QString &outcome);

private:
    void build();
    void read();
    void forgetPreview();
    void show(Result<ImportPreview> preview);
    void showPreview();
    void showError(const Error &error);
    void chooseColumns();
    QStringList summaryLines() const;
    QStringList libraryLines() const;
    QStringList planLines() const;
    QString importText() const;
    QString outcome() const;

    StationEditor &m_editor;
    QString m_path;
    std::shared_ptr<const ImportPreview> m_preview;
    std::shared_ptr<Job> m_job;
    bool m_isApplying = false;
    QLabel *m_heading;
    ImportChoices *m_choices;
    QLabel *m_summary;
    QProgressBar *m_busy;
    OutlineView *m_outline;
    QDialogButtonBox *m_buttons;
    QPushButton *m_links;
    QPushButton *m_partial;
    QPushButton *m_import;
};

} // namespace sf
