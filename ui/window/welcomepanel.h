// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/window/startpage.h"

namespace sf {

/// What an empty station shows in place of the timeline.
class WelcomePanel : public StartPage
{
    Q_OBJECT

public:
    explicit WelcomePanel(QWidget *parent = nullptr);

Q_SIGNALS:
    void sampleRequested();
    void importPlaylistRequested();
    void scanFolderRequested();
    void importScheduleRequested();
};

/// What stands there while no station is open.
class NoStationPanel : public StartPage
{
    Q_OBJECT

public:
    explicit NoStationPanel(QWidget *parent = nullptr);

Q_SIGNALS:
    void openRequested();
    void newRequested();
};

} // namespace sf
