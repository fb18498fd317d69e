// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/mappingpreview.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTreeWidget;

namespace sf {

class FixedFields;
class JobList;
class MappingLayouts;
class MappingTable;

/// Says what the columns of a table or a fixed-column log mean, with the file's first lines and what is made of them in
/// view. A mapping is saved under a name for the next file, and shared as a JSON file that the command line takes too.
class MappingDialog : public QDialog
{
    Q_OBJECT

public:
    MappingDialog(JobList &jobs, const QString &path, const ReadOptions &reading, QWidget *parent = nullptr);
    ~MappingDialog() override;

    bool isReady() const { return !m_job && !m_delay.isActive(); }
    const ColumnMapping &mapping() const { return m_mapping; }
    MappingLayouts &layouts() { return *m_layouts; }
    MappingTable &table() { return *m_table; }
    FixedFields &fields() { return *m_fields; }
    QTreeWidget &events() { return *m_events; }
    QPushButton &useButton() { return *m_use; }
    QString note() const;
    void accept() override;

Q_SIGNALS:
    void chosen(const std::optional<sf::ColumnMapping> &mapping);

private:
    void build();
    QWidget *makeSettings();
    void connectFields();
    void readHead();
    void takeLayout(const std::optional<ColumnMapping> &layout);
    void takeSettings();
    void showSettings();
    void tryOut();
    void show(const MappingPreview &preview);
    void showEvents(const MappingPreview &preview);

    JobList &m_jobs;
    QString m_path;
    ReadOptions m_reading;
    ColumnMapping m_mapping;
    bool m_isGiven = false; ///< m_mapping says something; else the file's own header does
    bool m_isShowing = false;
    bool m_isTableShown = false;
    QByteArray m_head;
    std::shared_ptr<Job> m_job;
    QTimer m_delay;
    MappingLayouts *m_layouts;
    QComboBox *m_kind;
    QSpinBox *m_skip;
    QCheckBox *m_header;
    QComboBox *m_order;
    QLineEdit *m_recordStart;
    QLabel *m_recordLabel;
    QStackedWidget *m_pages;
    MappingTable *m_table;
    FixedFields *m_fields;
    QLabel *m_note;
    QTreeWidget *m_events;
    QPushButton *m_use;
};

} // namespace sf
