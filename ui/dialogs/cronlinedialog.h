// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QPlainTextEdit;

namespace sf {

/// The crontab lines of an export, to be copied.
class CronLineDialog : public QDialog
{
    Q_OBJECT

public:
    explicit CronLineDialog(const QString &lines, QWidget *parent = nullptr);

    QString text() const;

private:
    QPlainTextEdit *m_text;
};

} // namespace sf
