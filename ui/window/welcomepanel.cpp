// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/window/welcomepanel.h"

#include <QPushButton>

namespace sf {

WelcomePanel::WelcomePanel(QWidget *parent)
    : StartPage(tr("This station is empty"),
                tr("Put media into the library, then let auto-fill plan the days. Nothing repeats "
                   "within 48 hours unless you say so."),
                parent)
{
    connect(addChoice(Sign::Import, tr("Import playlist…"),
                      tr("A list of what you have: M3U, PLS, XSPF and others.")),
            &QPushButton::clicked, this, &WelcomePanel::importPlaylistRequested);
    connect(addChoice(Sign::Folder, tr("Scan folder…"),
                      tr("Reads the length of every film and clip below a folder.")),
            &QPushButton::clicked, this, &WelcomePanel::scanFolderRequested);
    connect(addChoice(Sign::Clock, tr("Import schedule…"),
                      tr("A plan with times: XML, JSON, XMLTV, CSV, CasparCG, ffplayout and others.")),
            &QPushButton::clicked, this, &WelcomePanel::importScheduleRequested);
    connect(
        addChoice(
            Sign::Film, tr("Try it with the sample library"),
            tr("About 250 hours of public-domain films, by title and length, to see how planning works.")),
        &QPushButton::clicked, this, &WelcomePanel::sampleRequested);
}

NoStationPanel::NoStationPanel(QWidget *parent)
    : StartPage(tr("No station is open"),
                tr("A station is a file that holds the library, the channels and their plans."), parent)
{
    connect(addChoice(Sign::Station, tr("Open station…"), tr("One that you have worked with, or a backup.")),
            &QPushButton::clicked, this, &NoStationPanel::openRequested);
    connect(addChoice(Sign::Add, tr("New station…"), tr("An empty one, with a first channel.")),
            &QPushButton::clicked, this, &NoStationPanel::newRequested);
}

} // namespace sf
