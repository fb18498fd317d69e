// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/importmodes.h"

#include "core/schedule/operations.h"

namespace sf {

namespace {

/// Takes away the events that begin in the range, with what belongs to them.
StationEdit clearing(const Station &station, PlanId plan, TimeRange range, const EditStamp &stamp,
                     ImportPlan &result)
{
    StationEdit edit = makeEdit(stamp, QStringLiteral("Import schedule"));
    for (const ScheduledEvent *event : station.schedule().eventsIn(plan, range)) {
        if (!range.contains(event->range.start))
            continue;
        if (event->isLocked)
            ++result.kept;
        else
            edit.events.before.push_back(*event);
    }
    result.removed = std::ssize(edit.events.before);
    return edit;
}

/// Both edits as one; the second was made on what the first left.
template <class T>
void join(Changes<T> &all, Changes<T> &&next)
{
    all.before.insert(all.before.end(), std::make_move_iterator(next.before.begin()),
                      std::make_move_iterator(next.before.end()));
    all.after.insert(all.after.end(), std::make_move_iterator(next.after.begin()),
                     std::make_move_iterator(next.after.end()));
}

} // namespace

Result<ImportPlan> planImport(const Station &station, const ImportTarget &target, ImportedSchedule schedule,
                              IdSource &ids, const EditStamp &stamp, const Job &job)
{
    ImportPlan plan;
    const auto media = std::ssize(schedule.assets);
    Station prepared = station;
    StationEdit first;
    if (target.mode == ImportMode::NewChannel) {
        auto added = addChannel(station, target.channel, target.plan, stamp);
        if (!added)
            return fail(added.error());
        first = std::move(*added);
    } else if (target.mode == ImportMode::ReplaceRange) {
        if (const auto range = target.range ? target.range : schedule.events.extent())
            first = clearing(station, target.plan, *range, stamp, plan);
    }
    if (!first.isEmpty()) {
        if (const Status applied = prepared.apply(first); !applied)
            return fail(applied.error());
    }
    auto merge = mergeSchedule(prepared, target.plan, std::move(schedule), ids, stamp, job);
    if (!merge)
        return fail(merge.error());
    plan.merge = std::move(*merge);
    plan.newMedia = std::ssize(plan.merge.edit.assets.after);
    plan.knownMedia = media - plan.newMedia;
    join(plan.merge.edit.channels, std::move(first.channels));
    join(plan.merge.edit.plans, std::move(first.plans));
    join(plan.merge.edit.events, std::move(first.events));
    return plan;
}

} // namespace sf
