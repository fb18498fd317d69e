// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/session/plantrial.h"

#include "core/planning/blocks.h"
#include "core/planning/explaintext.h"
#include "core/planning/gaptext.h"
#include "ui/session/planchoices.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace sf {

namespace {

bool isEarlier(const PlanLine &a, const PlanLine &b) { return a.range.start < b.range.start; }

PlanLines shared(std::vector<PlanLine> lines)
{
    std::stable_sort(lines.begin(), lines.end(), isEarlier);
    return std::make_shared<const std::vector<PlanLine>>(std::move(lines));
}

PlanLines differenceOf(const Station &station, const Changes<ScheduledEvent> &changes)
{
    std::unordered_map<EventId, const ScheduledEvent *> before;
    for (const ScheduledEvent &event : changes.before)
        before.emplace(event.id, &event);
    std::vector<PlanLine> lines;
    lines.reserve(changes.after.size() + changes.before.size());
    for (const ScheduledEvent &event : changes.after) {
        PlanLine line{PlanLineKind::Added, event.range, {}, station.titleOf(event)};
        if (const auto old = before.find(event.id); old != before.end()) {
            const bool isMoved = old->second->range != event.range;
            line.kind = isMoved ? PlanLineKind::Moved : PlanLineKind::Changed;
            line.was = old->second->range.start;
            before.erase(old);
        }
        lines.push_back(std::move(line));
    }
    for (const ScheduledEvent &event : changes.before) {
        if (before.contains(event.id))
            lines.push_back({PlanLineKind::Removed, event.range, {}, station.titleOf(event)});
    }
    return shared(std::move(lines));
}

PlanLines openLinesOf(const FillOutcome &outcome, const ChannelClock &clock)
{
    std::vector<PlanLine> lines;
    lines.reserve(outcome.gaps.size() + outcome.unplaced.size());
    for (const FillGap &gap : outcome.gaps)
        lines.push_back({PlanLineKind::Gap, gap.range, {}, sentence(gap, clock)});
    for (const UnplacedOccurrence &one : outcome.unplaced)
        lines.push_back({PlanLineKind::Unplaced, {one.start, Millis(0)}, {}, sentence(one, clock)});
    return shared(std::move(lines));
}

QStringList daypartsOf(const WeekTemplate *week)
{
    QStringList names;
    if (!week)
        return names;
    for (const Daypart &daypart : week->dayparts) {
        if (!names.contains(daypart.name))
            names << daypart.name;
    }
    return names;
}

} // namespace

FillRequest requestFor(PlanId plan, const PlanChoices &choices, TimePoint now)
{
    FillRequest request;
    request.plan = plan;
    request.cooldown = choices.cooldown;
    request.allowedCooldown = choices.allowedCooldown;
    request.order = choices.order;
    request.seed = choices.seed;
    request.now = now;
    return request;
}

std::vector<TemplateUse> templatesIn(const Station &station, PlanId plan, TimeRange range, TemplateId only)
{
    const Channel *channel = station.channelOf(plan);
    std::vector<TemplateUse> uses;
    std::vector<const WeekTemplate *> known;
    if (!channel || range.isEmpty())
        return uses;
    const ChannelClock clock = channel->clock();
    const WeekTemplate *always = findTemplate(station.templates(), channel->id, only);
    const QDate last = clock.broadcastDate(range.end() - Millis(1));
    for (QDate date = clock.broadcastDate(range.start); date <= last; date = date.addDays(1)) {
        const WeekTemplate *week = always ? always : templateOn(station.templates(), channel->id, date);
        const auto at = std::find(known.begin(), known.end(), week);
        const auto place = static_cast<std::size_t>(at - known.begin());
        if (at == known.end()) {
            known.push_back(week);
            uses.push_back({week ? week->name : QString(), date, date, 0, daypartsOf(week)});
        }
        uses[place].last = date;
        ++uses[place].days;
    }
    return uses;
}

Result<PlanOutlook> outlookOf(const Station &station, const PlanOrder &order, Job &job)
{
    FillRequest request = order.request.fill;
    if (order.isReplan) {
        auto going = eventsToReplan(station, order.request, job);
        if (!going)
            return fail(going.error());
        request.replaceAuto = false;
        request.replaced = std::move(*going);
    }
    auto report = feasibilityReport(station, request, job);
    if (!report)
        return fail(report.error());
    return PlanOutlook{std::move(*report), templatesIn(station, request.plan, request.range, request.week)};
}

Result<PlanTrial> tryPlan(const Snapshot &snapshot, const PlanOrder &order, const EditStamp &stamp, Job &job)
{
    const Station &station = snapshot.station;
    auto outcome = order.isReplan ? replan(station, order.request, stamp, job)
                                  : fill(station, order.request.fill, stamp, job);
    if (!outcome)
        return fail(outcome.error());
    PlanTrial trial;
    trial.order = order;
    trial.base = station;
    trial.difference = differenceOf(station, outcome->edit.events);
    trial.open = openLinesOf(*outcome, station.channelOf(order.request.fill.plan)->clock());
    auto edit = prepare(snapshot, std::exchange(outcome->edit, StationEdit()));
    if (!edit)
        return fail(edit.error());
    trial.edit = std::move(*edit);
    trial.outcome = std::move(*outcome);
    return trial;
}

Result<PreparedEdit> rebase(const PlanTrial &trial, const Snapshot &current)
{
    if (const Status holds = stillHolds(trial.base, current.station, trial.order.request.fill); !holds)
        return fail(holds.error());
    return prepare(current, StationEdit(*trial.edit.edit));
}

} // namespace sf
