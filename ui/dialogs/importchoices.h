// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/dialogs/importpreview.h"

#include <QWidget>

#include <array>
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
/// where there are no dates, a start where there are no times. A row is made when it is first shown.
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
    enum class Row : std::uint8_t { Reading, Place, NewChannel, NewClock, Range, Source, Zone, Day, First };
    static constexpr std::size_t rowCount = 9;

    void build();
    void fillFormats();
    void fillTargets();
    void connectFields();
    void addRow(Row row, const QString &label, QWidget *field, QWidget *buddy);
    void orderTabs();
    void showRow(Row row, bool isShown);
    void make(Row row);
    void makeMapping();
    void makeNewChannel();
    void makeRange();
    void makeSource();
    void makeZone();
    void makeDay();
    void makeStart();
    void showExtent();
    void showTarget();
    void takeTarget();
    void takeRange();
    void takeNewChannel();
    void readNewChannel(ImportRequest &request);
    void showRows();
    void followFormat(const QString &id);
    QString newName() const;
    void take(const std::function<void(ImportRequest &)> &change);

    StationEditor &m_editor;
    ImportRequest m_request;
    QString m_fault;
    bool m_isFollowing = false; ///< the fields are being set, by nobody's hand
    bool m_hasNaiveTimes = false;
    bool m_isDayAsked = false;
    bool m_isStartAsked = false;
    bool m_takesMapping = false;
    std::optional<TimeRange> m_extent; ///< of what the file holds
    QStringList m_sources;             ///< the channels in it
    QString m_source;                  ///< the one of them that is read
    QString m_assumedZone;             ///< of its times without offset
    QFormLayout *m_form;
    std::array<QWidget *, rowCount> m_rows{}; ///< null: not made yet
    QWidget *m_reading;
    QComboBox *m_format;
    QWidget *m_place;
    QComboBox *m_target;
    QComboBox *m_mode;
    // Of rows that may not be made yet:
    MappingLayouts *m_layouts = nullptr;
    QPushButton *m_columns = nullptr;
    ChannelFields *m_made = nullptr;
    WallTimeEdit *m_from = nullptr;
    WallTimeEdit *m_to = nullptr;
    ZoneCombo *m_zone = nullptr;
    QDateEdit *m_date = nullptr;
    WallTimeEdit *m_start = nullptr;
};

} // namespace sf
