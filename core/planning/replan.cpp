// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/replan.h"

#include "core/planning/check.h"
#include "core/planning/fillinput.h"
#include "core/planning/rulesweep.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

bool mayGo(const Station &station, const FillRequest &request, EventId id)
{
    const ScheduledEvent *event = id ? station.schedule().find(id) : nullptr;
    return event && event->plan == request.plan && event->layer == 0 && !isFrozen(*event, request.now) &&
           request.range.contains(event->range.start);
}

/// Everything the check finds fault with. A break of two auto-filled events is mended by moving the later one:
/// the earlier stays where it can.
Result<std::vector<EventId>> brokenEvents(const Station &station, const FillRequest &request, Job &job)
{
    CheckRequest wanted;
    wanted.plan = request.plan;
    wanted.range = request.range;
    wanted.cooldown = request.cooldown;
    wanted.now = request.now;
    const auto report = check(station, wanted, job);
    if (!report)
        return fail(report.error());
    std::vector<EventId> broken = report->missing;
    const auto addOne = [&](EventId later, EventId earlier) {
        broken.push_back(mayGo(station, request, later) ? later : earlier);
    };
    for (const Overlap &pair : report->overlaps.pairs) {
        const ScheduledEvent *a = station.schedule().find(pair.a);
        const ScheduledEvent *b = station.schedule().find(pair.b);
        const bool isInOrder = a && b && startsBefore(*a, *b);
        addOne(isInOrder ? pair.b : pair.a, isInOrder ? pair.a : pair.b);
    }
    for (const CooldownBreak &found : report->cooldown)
        addOne(found.event, found.previous);
    for (const RuleBreak &found : report->rules)
        addOne(found.event, found.other);
    for (const Issue &issue : report->issues) {
        if (issue.code == IssueCode::DurationMismatch)
            broken.insert(broken.end(), issue.events.begin(), issue.events.end());
    }
    return broken;
}

/// The split programmes of which a part stands fast: the rest of one that has begun goes on.
std::unordered_set<AiringId> standingAirings(const Station &station, const FillRequest &request)
{
    constexpr Millis around = std::chrono::hours(24);
    std::unordered_set<AiringId> standing;
    station.schedule().forEachIn(
        request.plan, TimeRange::between(request.range.start - around, request.range.end() + around),
        [&](const ScheduledEvent &event) {
            if (event.airing && !mayGo(station, request, event.id))
                standing.insert(event.airing);
        });
    return standing;
}

/// What may go of `wanted`, each once, and with a part the whole of its airing.
std::vector<EventId> goingOf(const Station &station, const FillRequest &request,
                             const std::vector<EventId> &wanted)
{
    const std::unordered_set<AiringId> standing = standingAirings(station, request);
    std::vector<EventId> going;
    std::unordered_set<EventId> known;
    std::unordered_set<AiringId> airings;
    for (const EventId id : wanted) {
        if (!mayGo(station, request, id))
            continue;
        const AiringId airing = station.schedule().find(id)->airing;
        if ((airing && standing.contains(airing)) || !known.insert(id).second)
            continue;
        going.push_back(id);
        if (airing)
            airings.insert(airing);
    }
    if (airings.empty())
        return going;
    station.schedule().forEachIn(request.plan, request.range, [&](const ScheduledEvent &event) {
        if (event.airing && airings.contains(event.airing) && known.insert(event.id).second)
            going.push_back(event.id);
    });
    return going;
}

/// What goes until nothing that may go is broken: one may have hidden another.
Result<std::vector<EventId>> allBroken(Station station, const FillRequest &request, Job &job)
{
    constexpr int rounds = 8;
    std::vector<EventId> all;
    for (int round = 0; round < rounds; ++round) {
        const auto broken = brokenEvents(station, request, job);
        if (!broken)
            return broken;
        const std::vector<EventId> going = goingOf(station, request, *broken);
        if (going.empty())
            break;
        StationEdit gone;
        for (const EventId id : going)
            gone.events.before.push_back(*station.schedule().find(id));
        if (const Status applied = station.apply(gone); !applied)
            return fail(applied.error());
        all.insert(all.end(), going.begin(), going.end());
    }
    return all;
}

bool holdsSameAssets(const Station &a, const Station &b)
{
    if (a.assets().size() != b.assets().size())
        return false;
    bool isSame = true;
    a.assets().forEach([&](const Asset &asset) {
        const Asset *other = isSame ? b.assets().find(asset.id) : nullptr;
        isSame = isSame && other && (other == &asset || *other == asset); // mostly one and the same
    });
    return isSame;
}

} // namespace

Result<std::vector<EventId>> eventsToReplan(const Station &station, const ReplanRequest &request, Job &job)
{
    if (const Status status = checkRequest(station, request.fill); !status)
        return fail(status.error());
    if (request.scope == ReplanScope::Broken)
        return allBroken(station, request.fill, job);
    std::vector<EventId> wanted = request.selection;
    if (request.scope == ReplanScope::Range) {
        wanted.clear();
        const TimeRange range = request.fill.range;
        station.schedule().forEachIn(request.fill.plan, range, [&](const ScheduledEvent &event) {
            if (event.range.end() <= range.end()) // else nothing would be planned where it ends
                wanted.push_back(event.id);
        });
    }
    return goingOf(station, request.fill, wanted);
}

Result<FillOutcome> replan(const Station &station, const ReplanRequest &request, const EditStamp &stamp,
                           Job &job)
{
    auto going = eventsToReplan(station, request, job);
    if (!going)
        return fail(going.error());
    FillRequest fillRequest = request.fill;
    fillRequest.replaceAuto = false;
    fillRequest.replaced = std::move(*going);
    fillRequest.goesOnFromOld = request.scope == ReplanScope::Range && !request.isAfresh;
    auto outcome = fill(station, fillRequest, stamp, job);
    if (outcome)
        outcome->edit.name = u"Re-plan"_s;
    return outcome;
}

Status stillHolds(const Station &planned, const Station &current, const FillRequest &request)
{
    const auto changed = [](const QString &what) { return fail(ErrorCode::StationChanged, {}, what); };
    const Channel *channel = planned.channelOf(request.plan);
    const Channel *other = current.channelOf(request.plan);
    if (!channel || !other || *channel != *other)
        return changed(u"channel"_s);
    if (planned.rules() != current.rules())
        return changed(u"rules"_s);
    if (planned.templates() != current.templates() || planned.recurrences() != current.recurrences())
        return changed(u"templates"_s);
    if (!holdsSameAssets(planned, current))
        return changed(u"assets"_s);
    const RuleBook rules(planned.rules(), channel->id, request.cooldown);
    const Millis reach = reachOf(rules, planned.assets());
    const TimeRange around = TimeRange::between(request.range.start - reach, request.range.end() + reach);
    const auto before = planned.schedule().eventsIn(request.plan, around);
    const auto after = current.schedule().eventsIn(request.plan, around);
    const bool isSame =
        std::equal(before.begin(), before.end(), after.begin(), after.end(),
                   [](const ScheduledEvent *a, const ScheduledEvent *b) { return a == b || *a == *b; });
    return isSame ? Status() : changed(u"events"_s);
}

template <>
std::span<const QLatin1StringView> namesOf<ReplanScope>()
{
    static constexpr std::array names{"range"_L1, "selection"_L1, "broken"_L1};
    return names;
}

} // namespace sf
