// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
// What the main window does with the planner beside filling.
#include "ui/window/mainwindow.h"

#include "core/planning/replan.h"
#include "core/schedule/operations.h"
#include "ui/dialogs/filldialog.h"
#include "ui/dialogs/noticestack.h"
#include "ui/library/librarypanel.h"
#include "ui/panels/eventsummary.h"
#include "ui/panels/inspectorpanel.h"
#include "ui/panels/sharespanel.h"
#include "ui/planning/assetdialog.h"
#include "ui/session/repeatfinder.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/flows.h"

#include <QApplication>
#include <QMenu>

#include <algorithm>

namespace sf {

void MainWindow::connectPlanning()
{
    connect(m_actions.replanDay, &QAction::triggered, this, [this] { replanDay(freeToFill()); });
    connect(m_actions.replanSelection, &QAction::triggered, this, [this] {
        const std::vector<EventId> &events = m_editor.selection().events();
        if (const auto range = extentOf(events))
            m_flows->replan(*range, ReplanScope::Selection, events);
    });
    connect(m_actions.replanBroken, &QAction::triggered, this,
            [this] { m_flows->replan(brokenDays(), ReplanScope::Broken); });
    connect(m_actions.editAssets, &QAction::triggered, this, [this] { editAssets(pickedAssets()); });
    connect(m_actions.addAsset, &QAction::triggered, this, &MainWindow::addAsset);
    connect(m_inspector, &InspectorPanel::editAssetsRequested, this, &MainWindow::editAssets);
    connect(m_library, &LibraryPanel::menuRequested, this, &MainWindow::showLibraryMenu);
    connectPicks();
}

void MainWindow::connectPicks()
{
    Selection &selection = m_editor.selection();
    connect(m_timeline, &TimelineView::spotPicked, this, [this, &selection](const TimelineSpot &spot) {
        selection.setSpot(spot.plan
                              ? std::optional(PickedSpot{spot.plan, spot.gap ? spot.gap->start : spot.time})
                              : std::nullopt);
    });
    connect(m_library, &LibraryPanel::picked, this, [this, &selection](const std::vector<AssetId> &assets) {
        selection.setAsset(assets.size() == 1 ? assets.front() : AssetId());
        showPicked();
    });
    m_repeats = new RepeatFinder(m_editor, this);
    connect(m_repeats, &RepeatFinder::changed, this, [this] { m_timeline->setRepeats(m_repeats->latest()); });
    connect(m_actions.showRepeats, &QAction::toggled, m_repeats, &RepeatFinder::setActive);
    m_shares->setCategoryFills([this](const QString &category) { return m_timeline->fillOf(category); });
}

void MainWindow::replanDay(TimeRange day) { m_flows->replan(day, ReplanScope::Range); }

std::optional<TimeRange> MainWindow::extentOf(const std::vector<EventId> &events) const
{
    std::optional<TimeRange> extent;
    for (const EventId id : events) {
        const ScheduledEvent *event = m_editor.station().schedule().find(id);
        if (event && event->plan == m_editor.plan())
            extent = extent ? TimeRange::between(std::min(extent->start, event->range.start),
                                                 std::max(extent->end(), event->range.end()))
                            : event->range;
    }
    return extent;
}

std::vector<AssetId> MainWindow::pickedAssets()
{
    const std::vector<EventId> &events = m_editor.selection().events();
    if (events.empty() || m_library->isAncestorOf(QApplication::focusWidget()))
        return m_library->selectedAssets();
    return assetIdsOf(m_editor.station(), events);
}

void MainWindow::editAssets(const std::vector<AssetId> &assets)
{
    std::vector<AssetId> known = assets;
    std::erase_if(known, [this](AssetId id) { return !m_editor.station().assets().find(id); });
    if (!known.empty())
        (new AssetDialog(m_editor, known, this))->open();
}

void MainWindow::addAsset()
{
    Asset fresh;
    fresh.id = m_editor.document()->ids().next<AssetId>();
    fresh.kind = AssetKind::Live;
    fresh.status = AssetStatus::Ready; // there is no file to look at
    (new AssetDialog(m_editor, std::move(fresh), this))->open();
}

void MainWindow::showLibraryMenu(QPoint globalPos)
{
    const std::vector<AssetId> assets = m_library->selectedAssets();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *insert =
        menu->addAction(tr("Insert %n asset(s) into the plan", nullptr, static_cast<int>(assets.size())));
    insert->setEnabled(m_editor.canEdit() && m_editor.channel() && !assets.empty());
    connect(insert, &QAction::triggered, this, [this, assets] { insertFromLibrary(assets); });
    menu->addActions({m_actions.editAssets, m_actions.addAsset});
    menu->addSeparator();
    QAction *remove = menu->addAction(m_actions.remove->icon(), tr("&Remove from the library"));
    remove->setEnabled(m_editor.canEdit() && !assets.empty());
    connect(remove, &QAction::triggered, this, [this, assets] { removeFromLibrary(assets); });
    menu->popup(globalPos);
}

void MainWindow::removeFromLibrary(const std::vector<AssetId> &assets)
{
    // What uses them takes a look at every plan as a whole.
    m_editor.jobs().runQuietly<StationEdit>(
        this,
        [station = m_editor.station(), stamp = m_editor.stamp(), assets](Job &) {
            return removeAssets(station, assets, stamp);
        },
        [this, count = assets.size()](Result<StationEdit> edit) {
            const std::size_t kept = edit ? count - edit->assets.before.size() : 0;
            if (m_editor.apply(std::move(edit)) && kept > 0)
                m_notices->add({u"done"_s,
                                Severity::Info,
                                tr("%n asset(s) stay in the library, because events use them.", nullptr,
                                   static_cast<int>(kept)),
                                {}});
        });
}

TimeRange MainWindow::brokenDays() const
{
    const TimePoint now = std::chrono::ceil<std::chrono::minutes>(m_editor.now());
    std::optional<TimeRange> all;
    for (const auto &[plan, range] : m_checker.latest().problems) {
        if (plan != m_editor.plan() || range.end() <= now)
            continue;
        all = all ? TimeRange::between(std::min(all->start, range.start), std::max(all->end(), range.end()))
                  : range;
    }
    if (!all)
        return freeToFill();
    const ChannelClock clock = m_editor.clock();
    const auto dayOf = [&clock](TimePoint t) { return clock.broadcastDay(clock.broadcastDate(t)); };
    const TimePoint from = std::max(now, dayOf(all->start).start);
    return TimeRange::between(from,
                              std::max(from + std::chrono::minutes(1), dayOf(all->end() - Millis(1)).end()));
}

void MainWindow::addPlanningTo(QMenu &menu, const TimelineSpot &spot)
{
    if (!spot.plan || !m_actions.fill->isEnabled())
        return;
    QMenu *replan = menu.addMenu(tr("Plan &anew"));
    const ChannelClock clock = m_editor.clock();
    const TimeRange day = clock.broadcastDay(clock.broadcastDate(spot.time));
    const TimePoint now = std::chrono::ceil<std::chrono::minutes>(m_editor.now());
    QAction *thisDay = replan->addAction(tr("This &day…"));
    thisDay->setEnabled(day.end() > now);
    connect(thisDay, &QAction::triggered, this,
            [this, day, now] { replanDay(TimeRange::between(std::max(day.start, now), day.end())); });
    replan->addActions({m_actions.replanSelection, m_actions.replanBroken});
}

} // namespace sf
