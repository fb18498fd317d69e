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

/// Everything the check finds fault with, that the planner may take out.
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
    for (const Overlap &pair : report->overlaps.pairs)
        broken.insert(broken.end(), {pair.a, pair.b});
    for (const CooldownBreak &found : report->cooldown)
        broken.insert(broken.end(), {found.event, found.previous});
    for (const RuleBreak &found : report->rules)
        broken.insert(broken.end(), {found.event, found.other});
    for (const Issue &issue : report->issues) {
        if (issue.code == IssueCode::DurationMismatch)
            broken.insert(broken.end(), issue.events.begin(), issue.events.end());
    }
    return broken;
}

/// A break of two auto-filled events is mended by moving the later one: the earlier stays where it can.
bool mayGo(const Station &station, const FillRequest &request, EventId id)
{
    const ScheduledEvent *event = id ? station.schedule().find(id) : nullptr;
    return event && event->plan == request.plan && event->layer == 0 && !isFrozen(*event, request.now) &&
           request.range.contains(event->range.start);
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
    std::vector<EventId> wanted = request.selection;
    if (request.scope == ReplanScope::Broken) {
        auto broken = brokenEvents(station, request.fill, job);
        if (!broken)
            return fail(broken.error());
        wanted = std::move(*broken);
    } else if (request.scope == ReplanScope::Range) {
        wanted.clear();
        station.schedule().forEachIn(request.fill.plan, request.fill.range,
                                     [&](const ScheduledEvent &event) { wanted.push_back(event.id); });
    }
    std::vector<EventId> going;
    std::unordered_set<EventId> known;
    for (const EventId id : wanted) {
        if (mayGo(station, request.fill, id) && known.insert(id).second)
            going.push_back(id);
    }
    return going;
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
