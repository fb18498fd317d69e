// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

namespace sf {

class MainWindow;

/// Waits until a window has loaded and checked everything, writes what it shows to a file, and quits the
/// program: with 0, or with 4 where the file can't be written.
class Screenshot : public QObject
{
    Q_OBJECT

public:
    /// `at` is a time as an operator types it; empty: where the window opens.
    Screenshot(MainWindow &window, QString path, QString at);

private:
    void look();
    bool goWhereAsked();
    void take();

    MainWindow &m_window;
    QString m_path;
    QString m_at;
    QTimer m_timer;
    int m_quietLooks = 0;
};

} // namespace sf
