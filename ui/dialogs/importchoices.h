// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/dialogs/importpreview.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QDateEdit;
class QFormLayout;
class QPushButton;

namespace sf {

class ChannelFields;
class MappingLayouts;
class StationEditor;
class WallTimeEdit;
class ZoneCombo;

/// How a file is read and where it goes. Only what the file leaves open is asked: a zone where times have none, a day
/// where there are no dates, a start where there are no times.
class ImportChoices : public QWidget
{
    Q_OBJECT

public:
    ImportChoices(StationEditor &editor, ImportRequest request, QWidget *parent = nullptr);

    const ImportRequest &request() const { return m_request; }
    /// What is wrong with the choices, a sentence; empty where nothing is.
    const QString &fault() const { return m_fault; }
    /// Of a file that breaks off, what is whole; of one that is no playlist, the addresses in it.
    void takePart() { m_request.reading.isPartial = true; }
    void takeLinks() { m_request.takesLinks = true; }
    /// Shows what reading the file has found out.
    void follow(const ImportPreview &preview);
    /// Shows the choice that the error is about; whether there is one.
    bool follow(const Error &error);
    /// Another mapping, from the mapping dialog.
    void setMapping(const std::optional<ColumnMapping> &mapping);

Q_SIGNALS:
    void changed();
    void mappingRequested();

private:
    void build();
    void fillFormats();
    void fillTargets();
    void connectFields();
    void showTarget();
    void takeTarget();
    void takeRange();
    void takeNewChannel();
    void readNewChannel(ImportRequest &request);
    void showRows();
    void followFormat(const QString &id);
    QString newName(const QString &wanted) const;
    void take(const std::function<void(ImportRequest &)> &change);

    StationEditor &m_editor;
    ImportRequest m_request;
    QString m_fault;
    bool m_isFollowing = false; ///< the fields are being set, by nobody's hand
    bool m_hasNaiveTimes = false;
    bool m_isDayAsked = false;
    bool m_isStartAsked = false;
    bool m_takesMapping = false;
    QFormLayout *m_form;
    QWidget *m_reading;
    QComboBox *m_format;
    MappingLayouts *m_layouts;
    QPushButton *m_columns;
    QWidget *m_place;
    QComboBox *m_target;
    QComboBox *m_mode;
    QWidget *m_newChannel;
    QWidget *m_newClock;
    ChannelFields *m_made;
    QWidget *m_range;
    WallTimeEdit *m_from;
    WallTimeEdit *m_to;
    QComboBox *m_source;
    ZoneCombo *m_zone;
    QWidget *m_day;
    QDateEdit *m_date;
    QWidget *m_first;
    WallTimeEdit *m_start;
};

} // namespace sf
