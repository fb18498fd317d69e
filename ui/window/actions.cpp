// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/window/actions.h"

#include "ui/theme/icons.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QWidget>

#include <optional>

namespace sf {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Actions", text); }

QAction *make(QWidget &owner, const QString &text, QKeySequence shortcut, std::optional<Sign> sign = {})
{
    auto *action = new QAction(text, &owner);
    if (sign)
        action->setIcon(icon(*sign));
    if (shortcut.isEmpty())
        return action;
    action->setShortcut(shortcut);
    action->setToolTip(QAction(text).toolTip() + QLatin1String(" (") +
                       shortcut.toString(QKeySequence::NativeText) + QLatin1Char(')'));
    return action;
}

QKeySequence key(QKeyCombination combination) { return QKeySequence(combination); }

} // namespace

Actions::Actions(QWidget &owner)
    : newStation(make(owner, tr("&New station…"), QKeySequence::New))
    , openStation(make(owner, tr("&Open station…"), QKeySequence::Open, Sign::Station))
    , importFile(make(owner, tr("&Import…"), key(Qt::CTRL | Qt::Key_I), Sign::Import))
    , importDayFiles(make(owner, tr("Import a folder of &day files…"), {}))
    , importAsRun(make(owner, tr("Import as-run &log…"), {}))
    , scanFolder(make(owner, tr("Scan &folder…"), key(Qt::CTRL | Qt::Key_M), Sign::Folder))
    , exportPlan(make(owner, tr("&Export…"), key(Qt::CTRL | Qt::Key_E), Sign::Export))
    , quit(make(owner, tr("&Quit"), key(Qt::CTRL | Qt::Key_Q)))
    , undo(make(owner, tr("&Undo"), QKeySequence::Undo, Sign::Undo))
    , redo(make(owner, tr("&Redo"), key(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), Sign::Redo))
    , remove(make(owner, tr("&Delete"), {}, Sign::Remove))
    , selectAll(make(owner, tr("Select &all that is shown"), {}))
    , lock(make(owner, tr("&Lock"), key(Qt::CTRL | Qt::Key_L), Sign::Lock))
    , editAssets(make(owner, tr("Edit a&sset…"), key(Qt::Key_F2), Sign::Film))
    , addAsset(make(owner, tr("Add asset &by hand…"), {}, Sign::Add))
    , find(make(owner, tr("&Find in library"), QKeySequence::Find, Sign::Search))
    , fill(make(owner, tr("&Auto-fill…"), key(Qt::CTRL | Qt::SHIFT | Qt::Key_F), Sign::Fill))
    , replanDay(make(owner, tr("This &day…"), key(Qt::CTRL | Qt::SHIFT | Qt::Key_R)))
    , replanSelection(make(owner, tr("The &selection…"), {}))
    , replanBroken(make(owner, tr("Only what is &broken…"), {}))
    , check(make(owner, tr("&Check"), key(Qt::Key_F5), Sign::Check))
    , rules(make(owner, tr("&Rules…"), {}))
    , templates(make(owner, tr("&Week templates…"), {}))
    , recurrences(make(owner, tr("R&ecurring events…"), {}))
    , addChannel(make(owner, tr("Add c&hannel…"), {}, Sign::Add))
    , channelSettings(make(owner, tr("Channel &settings…"), {}))
    , airedReport(make(owner, tr("P&lanned against aired…"), {}))
    , nextProblem(make(owner, tr("Go to the &next problem"), key(Qt::Key_F8), Sign::Warning))
    , probeAll(make(owner, tr("Pr&obe what is not probed"), {}, Sign::Film))
    , zoomIn(make(owner, tr("Zoom &in"), QKeySequence::ZoomIn, Sign::ZoomIn))
    , zoomOut(make(owner, tr("Zoom &out"), QKeySequence::ZoomOut, Sign::ZoomOut))
    , zoomFit(make(owner, tr("Show &everything planned"), key(Qt::CTRL | Qt::Key_0)))
    , goToNow(make(owner, tr("&Today"), key(Qt::CTRL | Qt::Key_T)))
    , goTo(make(owner, tr("&Go to…"), key(Qt::CTRL | Qt::Key_G), Sign::Clock))
    , previousDay(make(owner, tr("&Previous day"), key(Qt::CTRL | Qt::Key_PageUp), Sign::Previous))
    , nextDay(make(owner, tr("Ne&xt day"), key(Qt::CTRL | Qt::Key_PageDown), Sign::Next))
    , showRepeats(make(owner, tr("Light up &repeats of what is picked"), {}))
    , darkTheme(make(owner, tr("&Dark"), {}))
    , lightTheme(make(owner, tr("&Light"), {}))
    , manual(make(owner, tr("&Manual"), QKeySequence::HelpContents))
    , about(make(owner, tr("&About ScheduleFlow"), {}))
{
    showRepeats->setCheckable(true);
    showRepeats->setChecked(true);
    auto *themes = new QActionGroup(&owner);
    for (QAction *theme : {darkTheme, lightTheme}) {
        theme->setCheckable(true);
        themes->addAction(theme);
    }
    zoomIn->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
}

} // namespace sf
