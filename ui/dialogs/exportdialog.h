// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/registry.h"

#include <QDateTime>
#include <QDialog>
#include <QTimer>

#include <memory>

#include <utility>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace sf {

class StationEditor;
class WallTimeEdit;

/// Writes a stretch of the plan to a file. Before that it says what the format can't carry.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(StationEditor &editor, TimeRange range, QWidget *parent = nullptr);
    ~ExportDialog() override;

    bool isReady() const { return !m_job && !m_delay.isActive(); }
    QString summary() const;
    void setPath(const QString &path);
    void setFormat(const QString &id);
    QPushButton &exportButton() { return *m_export; }
    void accept() override;

Q_SIGNALS:
    void exported(const QString &outcome);

private:
    void build();
    void fillFormats();
    const FormatInfo *format() const;
    Result<TimeRange> range() const;
    void followRange();
    void tryOut();
    void showTrial(const Result<WriteReport> &report);
    void finish(const Result<WriteReport> &report);
    void choosePath();
    void followFormat();

    StationEditor &m_editor;
    std::shared_ptr<Job> m_job;
    QTimer m_delay;
    std::pair<QDateTime, QDateTime> m_tried; ///< the range that the summary speaks of
    WallTimeEdit *m_from;
    WallTimeEdit *m_to;
    QComboBox *m_format;
    QLineEdit *m_path;
    QLabel *m_summary;
    QTreeWidget *m_losses;
    QPushButton *m_export;
};

} // namespace sf
