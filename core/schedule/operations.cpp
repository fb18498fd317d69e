// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/operations.h"

#include "core/time/iso8601.h"

#include <QHash>

#include <algorithm>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// A title as it stands in the name of an edit.
QString quoted(const Station &station, const ScheduledEvent &event)
{
    constexpr qsizetype longest = 40;
    QString title = station.titleOf(event).simplified();
    if (title.size() > longest)
        title = title.first(longest - 1) + u'…';
    return title.isEmpty() ? u"event"_s : u"“%1”"_s.arg(title);
}

/// "Move “News”", "Move 3 events".
QString editName(const QString &verb, const Station &station,
                 const std::vector<const ScheduledEvent *> &events)
{
    return events.size() == 1 ? u"%1 %2"_s.arg(verb, quoted(station, *events.front()))
                              : u"%1 %2 events"_s.arg(verb).arg(events.size());
}

QString wallTimeOf(const Station &station, const ScheduledEvent &event)
{
    const Channel *channel = station.channelOf(event.plan);
    return channel ? channel->clock().format(event.range.start) : toIso8601(event.range.start);
}

Status checkRange(const TimeRange &range)
{
    if (range.isEmpty())
        return fail(ErrorCode::EndNotAfterStart, {toIso8601(range.start), toIso8601(range.end())});
    // Not by range.end(), which may overflow.
    if (!knownTimes.contains(range.start) || range.duration > knownTimes.end() - range.start)
        return fail(ErrorCode::TimeOutOfRange, {toIso8601(range.start)});
    return {};
}

/// Whether all of them may move by so much. Errors: TimeOutOfRange.
Status checkMove(const std::vector<const ScheduledEvent *> &events, Millis by)
{
    if (std::chrono::abs(by) > knownTimes.duration) // a start plus this may overflow
        return fail(ErrorCode::TimeOutOfRange, {toClockText(by)});
    for (const ScheduledEvent *event : events) {
        if (const Status checked = checkRange({event->range.start + by, event->range.duration}); !checked)
            return checked;
    }
    return {};
}

enum class Locked { Refused, Allowed };

/// The events with these ids, each once.
Result<std::vector<const ScheduledEvent *>> resolve(const Station &station, std::span<const EventId> ids,
                                                    Locked locked)
{
    std::vector<EventId> unique(ids.begin(), ids.end());
    std::sort(unique.begin(), unique.end());
    unique.erase(std::unique(unique.begin(), unique.end()), unique.end());
    std::vector<const ScheduledEvent *> events;
    for (const EventId id : unique) {
        const ScheduledEvent *event = station.schedule().find(id);
        if (!event)
            return fail(ErrorCode::UnknownObject, {u"event"_s, id.toString()});
        if (event->isLocked && locked == Locked::Refused)
            return fail(ErrorCode::EventLocked, {station.titleOf(*event), wallTimeOf(station, *event)});
        events.push_back(event);
    }
    if (events.empty())
        return fail(ErrorCode::UnknownObject, {u"event"_s, QString()});
    return events;
}

/// One edit that runs `change` over the events.
template <class F>
Result<StationEdit> editEvents(const std::vector<const ScheduledEvent *> &events, QString name,
                               const EditStamp &stamp, F &&change)
{
    StationEdit edit = makeEdit(stamp, std::move(name));
    for (const ScheduledEvent *event : events) {
        ScheduledEvent changed = *event;
        change(changed);
        if (changed == *event)
            continue;
        edit.events.before.push_back(*event);
        edit.events.after.push_back(std::move(changed));
    }
    return edit;
}

/// How many events, recurring events and their exceptions use each of these.
QHash<AssetId, int> usesOf(const Station &station, std::span<const AssetId> ids)
{
    QHash<AssetId, int> uses;
    for (const AssetId id : ids)
        uses.insert(id, 0);
    const auto count = [&uses](AssetId id) {
        if (const auto use = uses.find(id); use != uses.end())
            ++*use;
    };
    for (const Plan &plan : station.plans())
        station.schedule().forEach(plan.id, [&](const ScheduledEvent &event) { count(event.asset); });
    for (const Recurrence &recurrence : station.recurrences()) {
        count(recurrence.asset);
        for (const OccurrenceChange &change : recurrence.changes)
            count(change.asset);
    }
    return uses;
}

} // namespace

namespace {

/// What is wrong with a channel that is to stand beside the others of a station.
Status checkChannel(const Station &station, Channel &channel)
{
    channel.name = channel.name.trimmed();
    if (channel.name.isEmpty())
        return fail(ErrorCode::BadArgument,
                    {channel.name, u"the channel's name"_s, u"It must not be empty."_s});
    constexpr qsizetype longestName = 200;
    if (channel.name.size() > longestName ||
        std::any_of(channel.name.begin(), channel.name.end(),
                    [](QChar c) { return c.category() == QChar::Other_Control; }))
        return fail(ErrorCode::BadArgument,
                    {channel.name.left(longestName).simplified(), u"the channel's name"_s,
                     u"Use one line of at most 200 characters."_s});
    for (const Channel &other : station.channels()) {
        if (other.id != channel.id && other.name.compare(channel.name, Qt::CaseInsensitive) == 0)
            return fail(ErrorCode::ChannelExists, {other.name});
    }
    const auto clock = ChannelClock::create(channel.zone, channel.dayStart);
    if (!clock)
        return fail(clock.error());
    return {};
}

} // namespace

Result<StationEdit> addChannel(const Station &station, Channel channel, PlanId plan, const EditStamp &stamp)
{
    if (const Status checked = checkChannel(station, channel); !checked)
        return fail(checked.error());
    StationEdit edit = makeEdit(stamp, u"Add channel %1"_s.arg(channel.name));
    edit.plans.after.push_back(Plan{plan, channel.id, u"On air"_s, true});
    edit.channels.after.push_back(std::move(channel));
    return edit;
}

Result<StationEdit> changeChannel(const Station &station, Channel channel, const EditStamp &stamp)
{
    const Channel *old = station.findChannel(channel.id);
    if (!old)
        return fail(ErrorCode::UnknownObject, {u"channel"_s, channel.id.toString()});
    if (const Status checked = checkChannel(station, channel); !checked)
        return fail(checked.error());
    StationEdit edit = makeEdit(stamp, u"Change channel %1"_s.arg(old->name));
    if (channel == *old)
        return edit;
    edit.channels.before.push_back(*old);
    edit.channels.after.push_back(std::move(channel));
    return edit;
}

Result<StationEdit> insertEvents(const Station &station, std::vector<ScheduledEvent> events,
                                 const EditStamp &stamp)
{
    for (const ScheduledEvent &event : events) {
        if (!station.findPlan(event.plan))
            return fail(ErrorCode::UnknownObject, {u"plan"_s, event.plan.toString()});
        if (event.asset && !station.assets().find(event.asset))
            return fail(ErrorCode::UnknownObject, {u"asset"_s, event.asset.toString()});
        if (const Status checked = checkRange(event.range); !checked)
            return fail(checked.error());
    }
    StationEdit edit =
        makeEdit(stamp, events.size() == 1 ? u"Insert %1"_s.arg(quoted(station, events.front()))
                                           : u"Insert %1 events"_s.arg(events.size()));
    edit.events.after = std::move(events);
    return edit;
}

Result<StationEdit> moveEvents(const Station &station, std::span<const EventId> ids, Millis by,
                               const EditStamp &stamp)
{
    const auto events = resolve(station, ids, Locked::Refused);
    if (!events)
        return fail(events.error());
    const QString name = editName(u"Move"_s, station, *events);
    if (by == Millis::zero())
        return makeEdit(stamp, name);
    if (const Status checked = checkMove(*events, by); !checked)
        return fail(checked.error());
    return editEvents(*events, name, stamp, [&](ScheduledEvent &event) {
        event.range.start += by;
        event.origin = EventOrigin::Manual;
    });
}

Result<StationEdit> moveEventsToPlan(const Station &station, std::span<const EventId> ids, PlanId plan,
                                     Millis by, const EditStamp &stamp)
{
    if (!station.findPlan(plan))
        return fail(ErrorCode::UnknownObject, {u"plan"_s, plan.toString()});
    const auto events = resolve(station, ids, Locked::Refused);
    if (!events)
        return fail(events.error());
    if (const Status checked = checkMove(*events, by); !checked)
        return fail(checked.error());
    return editEvents(*events, editName(u"Move"_s, station, *events), stamp, [&](ScheduledEvent &event) {
        event.plan = plan;
        event.range.start += by;
        event.origin = EventOrigin::Manual;
    });
}

Result<StationEdit> trimEvent(const Station &station, EventId id, TimeRange range, const EditStamp &stamp)
{
    const auto events = resolve(station, std::span(&id, 1), Locked::Refused);
    if (!events)
        return fail(events.error());
    if (const Status checked = checkRange(range); !checked)
        return fail(checked.error());
    if (range == events->front()->range)
        return makeEdit(stamp, editName(u"Trim"_s, station, *events));
    const Micros mediaIn = events->front()->mediaIn + Micros(range.start - events->front()->range.start);
    if (mediaIn < Micros::zero() && events->front()->asset)
        return fail(ErrorCode::BadArgument, {toIso8601(range.start), u"the new start"_s,
                                             u"The media has nothing before its beginning."_s});
    return editEvents(*events, editName(u"Trim"_s, station, *events), stamp, [&](ScheduledEvent &event) {
        event.range = range;
        event.mediaIn = event.asset ? mediaIn : Micros::zero();
        event.origin = EventOrigin::Manual;
    });
}

Result<StationEdit> removeEvents(const Station &station, std::span<const EventId> ids, const EditStamp &stamp)
{
    const auto events = resolve(station, ids, Locked::Refused);
    if (!events)
        return fail(events.error());
    StationEdit edit = makeEdit(stamp, editName(u"Remove"_s, station, *events));
    for (const ScheduledEvent *event : *events)
        edit.events.before.push_back(*event);
    return edit;
}

Result<StationEdit> changeEvents(const Station &station, std::span<const EventId> ids, const QString &name,
                                 const std::function<void(ScheduledEvent &)> &change, const EditStamp &stamp)
{
    const auto events = resolve(station, ids, Locked::Allowed);
    if (!events)
        return fail(events.error());
    return editEvents(*events, name, stamp, [&](ScheduledEvent &event) {
        const ScheduledEvent old = event;
        change(event);
        if (event != old)
            event.origin = EventOrigin::Manual;
    });
}

Result<StationEdit> changeAssets(const Station &station, std::vector<Asset> changed, const QString &name,
                                 const EditStamp &stamp)
{
    StationEdit edit = makeEdit(stamp, name);
    for (Asset &asset : changed) {
        const Asset *current = station.assets().find(asset.id);
        if (!current)
            return fail(ErrorCode::UnknownObject, {u"asset"_s, asset.id.toString()});
        if (*current == asset)
            continue;
        edit.assets.before.push_back(*current);
        edit.assets.after.push_back(std::move(asset));
    }
    return edit;
}

Result<StationEdit> removeAssets(const Station &station, std::span<const AssetId> ids, const EditStamp &stamp)
{
    QHash<AssetId, int> uses = usesOf(station, ids);
    StationEdit edit = makeEdit(stamp, {});
    for (const AssetId id : ids) {
        const Asset *asset = station.assets().find(id);
        if (!asset)
            return fail(ErrorCode::UnknownObject, {u"asset"_s, id.toString()});
        if (uses[id]++ == 0) // one that is named twice goes once
            edit.assets.before.push_back(*asset);
    }
    const auto &removed = edit.assets.before;
    if (removed.empty() && !ids.empty())
        return fail(ErrorCode::BadArgument,
                    {station.assets().find(ids.front())->title, u"removing from the library"_s,
                     u"Planned or recurring events use it. Remove them first."_s});
    edit.name = removed.size() == 1 ? u"Remove “%1” from the library"_s.arg(removed.front().title)
                                    : u"Remove %1 assets from the library"_s.arg(removed.size());
    return edit;
}

} // namespace sf
