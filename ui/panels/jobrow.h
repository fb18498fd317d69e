// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;
class QToolButton;

namespace sf {

struct JobEntry;

/// One line of the jobs panel.
class JobRow : public QFrame
{
    Q_OBJECT

public:
    explicit JobRow(const JobEntry &entry, QWidget *parent = nullptr);
    void show(const JobEntry &entry);

Q_SIGNALS:
    void cancelRequested();

private:
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QProgressBar *m_bar;
    QToolButton *m_cancel;
};

} // namespace sf
