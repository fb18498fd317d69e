// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/asrun.h"
#include "ui/dialogs/airedmodel.h"

#include <QDialog>

#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableView;

namespace sf {

class AiredFilter;
class RangeChoice;
class StationEditor;

/// What was planned against what has aired.
class AiredDialog : public QDialog
{
    Q_OBJECT

public:
    AiredDialog(StationEditor &editor, TimeRange range, QWidget *parent = nullptr);
    ~AiredDialog() override;

    bool isReady() const { return !m_job; }
    QString summary() const;
    QTableView &table() { return *m_table; }
    QComboBox &filter() { return *m_filter; }
    RangeChoice &range() { return *m_range; }
    /// Writes the report as CSV.
    void writeTo(const QString &path);

Q_SIGNALS:
    void importRequested();

private:
    void build();
    void compare();
    void show(std::vector<AiredModel::Row> rows);
    void showCounts();
    void chooseFile();

    StationEditor &m_editor;
    std::shared_ptr<Job> m_job;
    AiredModel *m_model;
    AiredFilter *m_shown;
    RangeChoice *m_range;
    QSpinBox *m_tolerance;
    QComboBox *m_filter;
    QLabel *m_summary;
    QTableView *m_table;
    QPushButton *m_import;
    QPushButton *m_write;
};

} // namespace sf
