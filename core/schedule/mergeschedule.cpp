// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/merge.h"

#include <QHash>
#include <QSet>

#include <unordered_map>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// Start and folded title: what two duplicates share.
struct Slot
{
    TimePoint start;
    QString title;
    bool operator==(const Slot &) const = default;
};

size_t qHash(const Slot &slot, size_t seed)
{
    return ::qHash(slot.title, seed) ^ ::qHash(toMs(slot.start), seed);
}

Slot slotOf(TimePoint start, const QString &title) { return {start, title.trimmed().toCaseFolded()}; }

/// What the plan holds at each slot: the assets there, null ids for events without one.
using Slots = QMultiHash<Slot, AssetId>;

bool holdsDuplicate(const Slots &taken, const Slot &slot, AssetId asset)
{
    for (auto at = taken.constFind(slot); at != taken.constEnd() && at.key() == slot; ++at) {
        if (at.value() == asset || !asset || !at.value())
            return true;
    }
    return false;
}

/// Gives the file's assets their place in the library: the id of a known address, or a new asset.
QHash<AssetId, AssetId> adoptAssets(const Station &station, std::vector<Asset> &&imported, IdSource &ids,
                                    StationEdit &edit)
{
    QHash<QString, AssetId> known;
    station.assets().forEach([&](const Asset &asset) {
        if (!asset.url.isEmpty())
            known.insert(comparableUrl(asset.url), asset.id);
    });
    QHash<AssetId, AssetId> places;
    for (Asset &asset : imported) {
        const AssetId original = asset.id;
        const QString key = comparableUrl(asset.url);
        const auto found = known.constFind(key);
        if (found != known.constEnd()) {
            places.insert(original, *found);
            continue;
        }
        if (!asset.id || station.assets().find(asset.id))
            asset.id = ids.next<AssetId>();
        asset.url = key;
        places.insert(original, asset.id);
        known.insert(key, asset.id);
        edit.assets.after.push_back(std::move(asset));
    }
    return places;
}

std::optional<TimeRange> extentOf(const std::vector<ScheduledEvent> &events)
{
    if (events.empty())
        return std::nullopt;
    TimePoint start = events.front().range.start;
    TimePoint end = start;
    for (const ScheduledEvent &event : events) {
        start = std::min(start, event.range.start);
        end = std::max(end, event.range.end());
    }
    return TimeRange::between(start, end);
}

/// Overlaps in which at least one of `added` takes part.
Overlaps conflictsOf(const std::vector<const ScheduledEvent *> &existing,
                     const std::vector<ScheduledEvent> &added)
{
    std::vector<const ScheduledEvent *> fresh;
    fresh.reserve(added.size());
    for (const ScheduledEvent &event : added)
        fresh.push_back(&event);
    const auto before = [](const ScheduledEvent *a, const ScheduledEvent *b) { return startsBefore(*a, *b); };
    if (!std::is_sorted(fresh.begin(), fresh.end(), before))
        std::sort(fresh.begin(), fresh.end(), before);
    OverlapSweep sweep;
    auto old = existing.begin();
    const auto addOld = [&] {
        if ((*old)->layer == 0)
            sweep.add(**old, false);
        ++old;
    };
    for (const ScheduledEvent *event : fresh) {
        while (old != existing.end() && startsBefore(**old, *event))
            addOld();
        if (event->layer == 0)
            sweep.add(*event, true);
    }
    while (old != existing.end())
        addOld();
    return sweep.take();
}

} // namespace

Result<ScheduleMerge> mergeSchedule(const Station &station, PlanId plan, ImportedSchedule schedule,
                                    IdSource &ids, const EditStamp &stamp, const Job &job)
{
    if (!station.findPlan(plan))
        return fail(ErrorCode::UnknownObject, {u"plan"_s, plan.toString()});
    ScheduleMerge merge;
    merge.edit = makeEdit(stamp, u"Import schedule"_s);
    const auto places = adoptAssets(station, std::move(schedule.assets), ids, merge.edit);
    const auto extent = extentOf(schedule.events);
    const auto existing =
        extent ? station.schedule().eventsIn(plan, *extent) : std::vector<const ScheduledEvent *>();
    Slots taken;
    taken.reserve(static_cast<qsizetype>(existing.size() + schedule.events.size()));
    for (const ScheduledEvent *event : existing)
        taken.insert(slotOf(event->range.start, station.titleOf(*event)), event->asset);
    QSet<EventId> usedIds;
    std::vector<ScheduledEvent> &added = merge.edit.events.after;
    added.reserve(schedule.events.size());
    std::int64_t done = 0;
    for (ScheduledEvent &event : schedule.events) {
        if ((++done & 0xFFF) == 0 && job.isCancelled())
            return fail(ErrorCode::Cancelled);
        event.plan = plan;
        event.origin = EventOrigin::Import;
        event.asset = places.value(event.asset, AssetId());
        const Slot slot = slotOf(event.range.start, event.title);
        if (holdsDuplicate(taken, slot, event.asset)) {
            ++merge.duplicates;
            continue;
        }
        taken.insert(slot, event.asset);
        if (!event.id || usedIds.contains(event.id) || station.schedule().find(event.id))
            event.id = ids.next<EventId>();
        usedIds.insert(event.id);
        added.push_back(std::move(event));
    }
    merge.imported = static_cast<std::int64_t>(added.size());
    merge.conflicts = conflictsOf(existing, added);
    // Assets that only duplicates named are not worth keeping.
    QSet<AssetId> used;
    for (const ScheduledEvent &event : added)
        used.insert(event.asset);
    std::erase_if(merge.edit.assets.after, [&](const Asset &asset) { return !used.contains(asset.id); });
    return merge;
}

} // namespace sf
