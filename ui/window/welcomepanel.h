// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace sf {

/// What an empty station shows in place of the timeline: what to do first, with the buttons for it.
class WelcomePanel : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePanel(QWidget *parent = nullptr);

Q_SIGNALS:
    void sampleRequested();
    void importPlaylistRequested();
    void scanFolderRequested();
    void importScheduleRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace sf
