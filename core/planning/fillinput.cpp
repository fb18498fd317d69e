// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/fillinput.h"

#include "core/time/iso8601.h"

#include <algorithm>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// Frozen for the planner: started, locked, or of any origin but its own.
bool isFrozen(const ScheduledEvent &event, TimePoint now)
{
    return event.origin != EventOrigin::AutoFill || event.isLocked || event.range.start < now;
}

Status checkRequest(const Station &station, const FillRequest &request)
{
    if (!station.channelOf(request.plan))
        return fail(ErrorCode::UnknownObject, {u"plan"_s, request.plan.toString()});
    if (request.range.isEmpty())
        return fail(ErrorCode::EmptyRange, {toIso8601(request.range.start), toIso8601(request.range.end())});
    if (request.cooldown < Millis::zero())
        return fail(ErrorCode::BadArgument,
                    {toClockText(request.cooldown), u"the cooldown"_s, u"It must not be negative."_s});
    if (request.limit < 0)
        return fail(ErrorCode::BadArgument, {QString::number(request.limit), u"the limit on events"_s,
                                             u"It must not be negative."_s});
    return {};
}

/// The airings that bear on the range. Orders that go by the last airing, and limits on all plays, want
/// everything.
std::optional<TimeRange> historyWindow(const FillRequest &request, const Candidates &candidates,
                                       Millis longest)
{
    Micros lap{0};
    for (const Candidate &candidate : candidates.items) {
        if (candidate.asset->maxPlays > 0)
            return std::nullopt;
        lap += std::min(candidate.asset->playable(), Micros(std::chrono::hours(24)));
    }
    if (request.order != FillOrder::Shuffle)
        return std::nullopt;
    constexpr Millis week = std::chrono::hours(8 * 24); // and a day, for changes of the clock
    const Millis before = std::max({longest, week, std::chrono::ceil<Millis>(lap)});
    return TimeRange::between(request.range.start - before, request.range.end() + std::max(longest, week));
}

} // namespace

Result<FillInput> gatherFillInput(const Station &station, const FillRequest &request, const Job &job)
{
    if (const Status status = checkRequest(station, request); !status)
        return fail(status.error());
    FillInput input(station.assets());
    input.channel = station.channelOf(request.plan);
    const FrameGrid grid = input.channel->grid();
    const auto makesWay = [&](const ScheduledEvent &event) {
        return request.replaceAuto && event.layer == 0 && request.range.contains(event.range.start) &&
               !isFrozen(event, request.now);
    };
    input.candidates = findCandidates(station.assets(), grid, request.cooldown, input.index);
    if (job.isCancelled())
        return fail(ErrorCode::Cancelled);
    const Millis longest = longestCooldown(station.assets(), request.cooldown);
    AiringQuery query{request.plan, historyWindow(request, input.candidates, longest), request.now,
                      request.cooldown, makesWay};
    auto airings = collectAirings(station, query, input.index);
    input.contents = input.index.size();
    input.history = History(std::move(airings), input.contents);
    input.free = freeSlots(station.schedule(), request.plan, request.range, grid, makesWay);
    if (request.replaceAuto) {
        station.schedule().forEachIn(request.plan, request.range, [&](const ScheduledEvent &event) {
            if (makesWay(event))
                input.removed.push_back(&event);
        });
    }
    if (job.isCancelled())
        return fail(ErrorCode::Cancelled);
    return input;
}

} // namespace sf
