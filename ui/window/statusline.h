// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timerange.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QStatusBar;

namespace sf {

class StationChecker;
class StationEditor;

/// The numbers that matter, always in view: saved or not, how full the shown day is, when the next problem
/// comes, and what the library holds.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    StatusLine(StationEditor &editor, StationChecker &checker, QStatusBar &bar);

    /// The day of this is told about.
    void setShownTime(TimePoint t);
    void setLibrary(std::int64_t assets, Micros playable);
    /// How many events the playout knows otherwise than they are; 0 hides it.
    void setUnpublished(std::int64_t events);
    void refresh();
    /// All of them, in order; empty ones left out.
    QStringList texts() const;

Q_SIGNALS:
    void exportAgainRequested();

private:
    QString savedText();
    QString dayText() const;
    QString problemText() const;
    void showSaved();

    StationEditor &m_editor;
    StationChecker &m_checker;
    std::optional<TimePoint> m_shown;
    std::optional<TimePoint> m_savedAt;
    bool m_hasFailed = false;
    QLabel *m_saved;
    QLabel *m_day;
    QLabel *m_problem;
    QLabel *m_library;
    QPushButton *m_unpublished;
};

} // namespace sf
