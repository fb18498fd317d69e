// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/station.h"
#include "core/time/iso8601.h"

#include <QTest>

/// Small stations for tests.
namespace sf::fixture {

using namespace Qt::StringLiterals;

inline TimePoint at(const QString &text) { return parseIso8601(text)->asUtc(); }

inline EventId eventId(std::uint64_t n) { return EventId::fromBits(1, n); }
inline AssetId assetId(std::uint64_t n) { return AssetId::fromBits(2, n); }
inline PlanId planId(std::uint64_t n) { return PlanId::fromBits(3, n); }
inline ChannelId channelId(std::uint64_t n) { return ChannelId::fromBits(4, n); }

inline const EditStamp stamp{EditId::fromBits(5, 1), u"Ada"_s, timePointFromMs(1774000000000)};

inline ScheduledEvent eventAt(std::uint64_t n, const QString &start, Millis duration,
                              const QString &title = {})
{
    ScheduledEvent made;
    made.id = eventId(n);
    made.plan = planId(1);
    made.range = {at(start), duration};
    made.title = title.isEmpty() ? u"Event %1"_s.arg(n) : title;
    made.origin = EventOrigin::AutoFill;
    return made;
}

inline Asset asset(std::uint64_t n, const QString &url)
{
    Asset made;
    made.id = assetId(n);
    made.title = u"Asset %1"_s.arg(n);
    made.url = url;
    made.duration = std::chrono::hours(1);
    made.durationSource = DurationSource::Probed;
    return made;
}

/// Channel 1 in Rome with plan 1 on air and plan 2 a draft; channel 2 in UTC with plan 3.
inline Station stationWith(std::vector<ScheduledEvent> events = {}, std::vector<Asset> assets = {})
{
    StationEdit edit;
    edit.channels.after = {Channel{channelId(1), u"One"_s, u"Europe/Rome"_s, std::chrono::hours(6), {}},
                           Channel{channelId(2), u"Two"_s, u"UTC"_s, Millis(0), {}}};
    edit.plans.after = {Plan{planId(1), channelId(1), u"On air"_s, true},
                        Plan{planId(2), channelId(1), u"Draft"_s, false},
                        Plan{planId(3), channelId(2), u"On air"_s, true}};
    edit.events.after = std::move(events);
    edit.assets.after = std::move(assets);
    Station station;
    if (!station.apply(edit))
        qFatal("the fixture's edit does not apply");
    return station;
}

inline Play play(std::uint64_t n, const QString &start)
{
    return {PlayId::fromBits(6, n), channelId(1),
            u"H%1"_s.arg(n),        {},
            u"Play %1"_s.arg(n),    {at(start), std::chrono::hours(1)},
            PlayResult::Aired};
}

/// An edit that adds one object of each type.
inline StationEdit oneOfEach()
{
    StationEdit edit;
    edit.channels.after = {Channel{channelId(9), u"Nine"_s, u"UTC"_s, Millis(0), {}}};
    edit.plans.after = {Plan{planId(9), channelId(9), u"On air"_s, true}};
    edit.assets.after = {asset(9, u"/media/nine.mp4"_s)};
    edit.events.after = {eventAt(9, u"2026-03-28T20:00Z"_s, std::chrono::hours(1))};
    edit.rules.after = {
        Rule{RuleId::fromBits(7, 9), u"Rest"_s, {}, Cooldown{std::chrono::hours(48), {}}, 1.0, true}};
    edit.templates.after = {
        WeekTemplate{TemplateId::fromBits(8, 9), channelId(9), u"Summer"_s, {}, {}, {Daypart{}}}};
    edit.recurrences.after = {Recurrence{}};
    edit.recurrences.after[0].id = RecurrenceId::fromBits(9, 9);
    edit.recurrences.after[0].name = u"Weekly"_s;
    edit.plays.after = {play(9, u"2026-03-27T20:00Z"_s)};
    return edit;
}

} // namespace sf::fixture
