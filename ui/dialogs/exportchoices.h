// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/exporttasks.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;

namespace sf {

class ExportOptions;
class RangeChoice;
class StationEditor;

/// What is exported, from when to when, as what and whither. What was chosen last for the channel comes back.
class ExportChoices : public QWidget
{
    Q_OBJECT

public:
    ExportChoices(StationEditor &editor, TimeRange range, QWidget *parent = nullptr);

    /// One a channel. Errors: TimeDoesNotExist, EmptyRange, NoChannel, FormatNotExportable; BadArgument without a place.
    Result<std::vector<ExportTask>> tasks() const;
    /// The crontab lines that export the same every night, one a channel. Errors: as tasks().
    Result<QString> cronLines() const;
    const FormatInfo *format() const;
    void setFormat(const QString &id);
    void setPath(const QString &path);
    QString path() const;
    /// That the files go to.
    QString folder() const;
    RangeChoice &range() { return *m_range; }
    void setPublished(bool isPublished);
    /// For the next time.
    void remember() const;

Q_SIGNALS:
    void changed();

private:
    void build();
    void fillChannels();
    void fillFormats();
    void connectFields();
    void recall();
    void followFormat();
    void showOptions();
    void showNote();
    void choosePath();
    std::vector<ChannelId> channels() const;
    bool writesFolder() const;
    QString suggestedName() const;
    QString pathFor(const Channel &channel, const QString &date) const;
    QString settingsGroup() const;
    OptionValues keptOptions() const;

    StationEditor &m_editor;
    bool m_isOwnName = false; ///< the operator has named the file
    bool m_isFolder = true;   ///< the place is a folder
    QFormLayout *m_form;
    RangeChoice *m_range;
    QListWidget *m_channels;
    QComboBox *m_format;
    QLabel *m_note;
    ExportOptions *m_options;
    QLineEdit *m_path;
    QCheckBox *m_published;
};

} // namespace sf
