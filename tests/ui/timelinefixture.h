// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/operations.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <memory>

namespace sf::test {

using namespace std::chrono;
using namespace Qt::StringLiterals;

inline EventId idOf(std::uint64_t number) { return EventId::fromBits(0, number); }
inline AssetId assetOf(std::uint64_t number) { return AssetId::fromBits(1, number); }
inline PlanId planOf(std::uint64_t number) { return PlanId::fromBits(2, number); }
using Ids = std::vector<EventId>;

/// A timeline of two channels, 120 pixels an hour, and hands for mouse and wheel.
class TimelineFixture
{
public:
    TimePoint day;
    Station station;
    std::unique_ptr<TimelineView> view;

    void addEvent(StationEdit &edit, std::uint64_t id, std::uint64_t plan, TimePoint start, Millis length)
    {
        ScheduledEvent event;
        event.id = idOf(id);
        event.plan = planOf(plan);
        event.asset = assetOf(1);
        event.title = u"Event %1"_s.arg(id);
        event.range = {start, length};
        edit.events.after.push_back(event);
    }

    /// Two channels. On the first, hours 0 to 1, 1 to 2 (locked: id 2), 4 to 5; on the second 0 to 3.
    Station makeStation()
    {
        StationEdit edit;
        for (std::uint64_t i = 1; i <= 2; ++i) {
            Channel channel;
            channel.id = ChannelId::fromBits(3, i);
            channel.name = u"Channel %1"_s.arg(i);
            channel.zone = u"Europe/Rome"_s;
            channel.dayStart = hours(6);
            edit.channels.after.push_back(channel);
            edit.plans.after.push_back({planOf(i), channel.id, u"On air"_s, true});
        }
        Asset asset;
        asset.id = assetOf(1);
        asset.title = u"A programme"_s;
        asset.duration = minutes(30);
        asset.durationSource = DurationSource::Probed;
        edit.assets.after.push_back(asset);
        asset.id = assetOf(2);
        asset.duration = Micros(0);
        edit.assets.after.push_back(asset);
        addEvent(edit, 1, 1, day, hours(1));
        addEvent(edit, 2, 1, day + hours(1), hours(1));
        edit.events.after.back().isLocked = true;
        addEvent(edit, 3, 1, day + hours(4), hours(1));
        addEvent(edit, 4, 2, day, hours(3));
        Station made;
        const bool isApplied = made.apply(edit).has_value();
        if (!isApplied)
            qFatal("The fixture contradicts itself.");
        return made;
    }

    QPoint pointAt(double hour, int lane) const
    {
        const TimePoint t = day + Millis(static_cast<std::int64_t>(hour * Millis(hours(1)).count()));
        return {view->layout().xAt(t), view->layout().laneRect(lane).center().y()};
    }
    QWidget *port() const { return view->viewport(); }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(port(), Qt::LeftButton, modifiers, from);
        const auto send = [&](QPoint at) {
            QMouseEvent move(QEvent::MouseMove, QPointF(at), port()->mapToGlobal(QPointF(at)), Qt::NoButton,
                             Qt::LeftButton, modifiers);
            QApplication::sendEvent(port(), &move);
        };
        for (int step = 1; step <= 8; ++step)
            send(from + (to - from) * step / 8);
    }
    void drop(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        drag(from, to, modifiers);
        QTest::mouseRelease(port(), Qt::LeftButton, modifiers, to);
    }
    void wheel(QPoint at, int angle, Qt::KeyboardModifiers modifiers)
    {
        QWheelEvent event(QPointF(at), port()->mapToGlobal(QPointF(at)), {}, {0, angle}, Qt::NoButton,
                          modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(port(), &event);
    }
    static std::vector<EventId> idsOf(const QSignalSpy &spy)
    {
        return spy.last().first().value<std::vector<EventId>>();
    }

    void open()
    {
        const ChannelClock clock = *ChannelClock::create(u"Europe/Rome"_s, hours(6));
        day = clock.broadcastDay(QDate(2026, 6, 15)).start;
        station = makeStation();
        view = std::make_unique<TimelineView>();
        view->resize(1328, 400);
        view->setNow(day - hours(30));
        view->setStation(station);
        view->show();
        view->activateWindow();
        view->setFocus();
        if (!QTest::qWaitForWindowActive(view.get()))
            qFatal("The window does not open.");
        view->showRange({day, hours(10)}); // 120 pixels an hour
        QApplication::processEvents();
    }
};

} // namespace sf::test
