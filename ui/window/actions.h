// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAction>

class QWidget;

namespace sf {

/// Everything that the window can be told to do, with its text, sign and shortcut. They belong to `owner`.
struct Actions
{
    explicit Actions(QWidget &owner);

    // File
    QAction *newStation;
    QAction *openStation;
    QAction *importFile;
    QAction *importDayFiles;
    QAction *importAsRun;
    QAction *scanFolder;
    QAction *exportPlan;
    QAction *quit;
    // Edit
    QAction *undo;
    QAction *redo;
    QAction *remove;
    QAction *selectAll;
    QAction *lock;
    QAction *editAssets;
    QAction *addAsset;
    QAction *find;
    // Schedule
    QAction *fill;
    QAction *replanDay;
    QAction *replanSelection;
    QAction *replanBroken;
    QAction *check;
    QAction *rules;
    QAction *templates;
    QAction *recurrences;
    QAction *addChannel;
    QAction *channelSettings;
    QAction *airedReport;
    QAction *nextProblem;
    QAction *probeAll;
    // View
    QAction *zoomIn;
    QAction *zoomOut;
    QAction *zoomFit;
    QAction *goToNow;
    QAction *goTo;
    QAction *previousDay;
    QAction *nextDay;
    QAction *showRepeats;
    QAction *darkTheme;
    QAction *lightTheme;
    // Help
    QAction *manual;
    QAction *about;
};

} // namespace sf
