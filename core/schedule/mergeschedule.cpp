// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/base/vectorstate.h"
#include "core/schedule/libraryindex.h"
#include "core/schedule/merge.h"
#include "core/schedule/occupants.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <bit>
#include <numeric>
#include <span>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// Where the file's assets are in the library.
struct AssetPlaces
{
    QHash<AssetId, AssetId> places;
    /// Assets that do not stand for an address of their own: those without one (null), and those whose address
    /// another asset has too (that one).
    QHash<AssetId, AssetId> shared;

    AssetId addressOf(AssetId asset) const { return shared.isEmpty() ? asset : shared.value(asset, asset); }
};

/// Gives the file's assets their place in the library: the asset that it came from, the one with this address, or
/// a new one.
AssetPlaces adoptAssets(const Station &station, std::vector<Asset> &&imported, IdSource &ids,
                        StationEdit &edit)
{
    AssetPlaces adopted;
    QHash<QString, AssetId> known;
    station.assets().forEach([&](const Asset &asset) {
        const QString key = comparableUrl(asset.url);
        const auto first = known.constFind(key);
        if (key.isEmpty())
            adopted.shared.insert(asset.id, AssetId());
        else if (first == known.constEnd())
            known.insert(key, asset.id);
        else
            adopted.shared.insert(asset.id, *first);
    });
    QSet<AssetId> fresh;
    LibraryIndex named(station.assets());
    for (Asset &asset : imported) {
        const AssetId original = asset.id;
        const QString key = comparableUrl(asset.url);
        const Asset *there = station.assets().find(original);
        if (there && comparableUrl(there->url) == key) {
            adopted.places.insert(original, original);
            continue;
        }
        const auto found = key.isEmpty() ? known.constEnd() : known.constFind(key);
        if (found != known.constEnd()) {
            adopted.places.insert(original, *found);
            continue;
        }
        if (const AssetId meant = named.find(asset)) {
            adopted.places.insert(original, meant);
            continue;
        }
        if (!asset.id || there || fresh.contains(asset.id))
            asset.id = ids.next<AssetId>();
        asset.url = key;
        adopted.places.insert(original, asset.id);
        fresh.insert(asset.id);
        if (key.isEmpty())
            adopted.shared.insert(asset.id, AssetId());
        else
            known.insert(key, asset.id);
        edit.assets.after.push_back(std::move(asset));
    }
    return adopted;
}

/// Overlaps in which at least one new event takes part. Events are added in order of start, and stay where they are.
class ConflictSweep
{
public:
    /// `existing` is by start.
    explicit ConflictSweep(const std::vector<const ScheduledEvent *> &existing)
        : m_old(existing.begin())
        , m_oldEnd(existing.end())
    {
    }

    void add(const ScheduledEvent &event)
    {
        while (m_old != m_oldEnd && startsBefore(**m_old, event))
            addOld();
        if (event.layer == 0)
            m_sweep.add(event, true);
    }
    Overlaps take()
    {
        while (m_old != m_oldEnd)
            addOld();
        return m_sweep.take();
    }

private:
    void addOld()
    {
        if ((*m_old)->layer == 0)
            m_sweep.add(**m_old, false);
        ++m_old;
    }

    OverlapSweep m_sweep;
    std::vector<const ScheduledEvent *>::const_iterator m_old;
    std::vector<const ScheduledEvent *>::const_iterator m_oldEnd;
};

/// Of events in any order.
Overlaps conflictsOf(const std::vector<const ScheduledEvent *> &existing,
                     const std::vector<ScheduledEvent> &added)
{
    std::vector<const ScheduledEvent *> sorted;
    sorted.reserve(added.size());
    for (const ScheduledEvent &event : added)
        sorted.push_back(&event);
    std::sort(sorted.begin(), sorted.end(),
              [](const ScheduledEvent *a, const ScheduledEvent *b) { return startsBefore(*a, *b); });
    ConflictSweep sweep(existing);
    for (const ScheduledEvent *event : sorted)
        sweep.add(*event);
    return sweep.take();
}

/// Ids that are told apart by one look, mostly, at a table of their own size.
class IdSet
{
public:
    explicit IdSet(std::size_t most)
        : m_slots(std::bit_ceil(most + most / 3 + 1))
    {
    }

    /// False where it is there; none is null.
    bool insert(EventId id)
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = qHash(id) & mask;
        while (m_slots[at]) {
            if (m_slots[at] == id)
                return false;
            at = (at + 1) & mask;
        }
        m_slots[at] = id;
        return true;
    }

private:
    std::vector<EventId> m_slots;
};

/// Leaves out duplicates and gives ids to those that have none or one that is taken.
class EventMerge
{
public:
    EventMerge(const Station &station, PlanId plan, IdSource &ids, const AssetPlaces &assets,
               const std::vector<Asset> &newAssets)
        : m_station(station)
        , m_plan(plan)
        , m_ids(ids)
        , m_assets(assets)
        , m_newAssets(newAssets)
    {
    }

    /// The events as they go into the plan, with their conflicts; `events` is empty then. `existing` is by start.
    /// Errors: Cancelled.
    Result<std::vector<ScheduledEvent>> run(const std::vector<const ScheduledEvent *> &existing,
                                            ImportedEvents &events, Overlaps &conflicts, const Job &job)
    {
        IdSet used(events.size());
        for (std::size_t i = 0; i < events.size(); ++i) {
            if ((i & 0xFFF) == 0 && job.isCancelled())
                return fail(ErrorCode::Cancelled);
            if (const AssetId asset = events.assetOf(i))
                events.setAsset(i, m_assets.places.value(asset));
            events.setId(i, idFor(events.idOf(i), used));
        }
        findDuplicates(existing, events);
        std::sort(m_duplicates.begin(), m_duplicates.end());
        for (const auto &[at, first] : m_duplicates)
            m_firsts.insert(events.idOf(at), first);
        return take(existing, events, conflicts);
    }

    /// What the events that run() gave play.
    const QSet<AssetId> &usedAssets() const { return m_usedAssets; }
    /// The first of those that run() left out.
    std::vector<LeftOutEvent> takeListed() { return std::move(m_listed); }

private:
    static constexpr std::size_t mostListed = 1000;

    /// Each event is made, and swept for conflicts while it is at hand, as long as they come in order.
    std::vector<ScheduledEvent> take(const std::vector<const ScheduledEvent *> &existing,
                                     ImportedEvents &events, Overlaps &conflicts)
    {
        ConflictSweep sweep(existing);
        const ScheduledEvent *last = nullptr;
        bool isSorted = true;
        auto next = m_duplicates.begin();
        auto added = events.take([&](std::size_t at, ScheduledEvent &event) {
            if (next != m_duplicates.end() && next->first == at) {
                if (m_listed.size() < mostListed)
                    m_listed.push_back({titleOf(event), event.range.start, next->second});
                ++next;
                return false;
            }
            event.plan = m_plan;
            if (event.parent)
                followRenamed(event.parent);
            m_usedAssets.insert(event.asset);
            isSorted = isSorted && (!last || startsBefore(*last, event));
            if (isSorted)
                sweep.add(event);
            last = &event;
            return true;
        });
        conflicts = isSorted ? sweep.take() : conflictsOf(existing, added);
        return added;
    }

    /// Duplicates start together: sorted by start, most events turn out to be alone without a look at their title.
    void findDuplicates(const std::vector<const ScheduledEvent *> &existing, const ImportedEvents &events)
    {
        std::vector<std::uint32_t> order(events.size());
        std::iota(order.begin(), order.end(), 0U);
        const auto startOf = [&](std::uint32_t at) { return events.startOf(at); };
        const auto before = [&](std::uint32_t a, std::uint32_t b) { return startOf(a) < startOf(b); };
        if (!std::is_sorted(order.begin(), order.end(), before))
            std::stable_sort(order.begin(), order.end(), before); // the first in the file stays
        auto old = existing.begin();
        for (std::size_t from = 0, to = 0; from < order.size(); from = to) {
            const TimePoint start = startOf(order[from]);
            while (to < order.size() && startOf(order[to]) == start)
                ++to;
            while (old != existing.end() && (*old)->range.start < start)
                ++old;
            const auto firstOld = old;
            while (old != existing.end() && (*old)->range.start == start)
                ++old;
            if (to - from > 1 || old != firstOld)
                findDuplicates({firstOld, old},
                               {order.begin() + std::ptrdiff_t(from), order.begin() + std::ptrdiff_t(to)},
                               events);
        }
    }

    void findDuplicates(std::span<const ScheduledEvent *const> existing, std::span<const std::uint32_t> group,
                        const ImportedEvents &events)
    {
        m_occupants.clear();
        for (const ScheduledEvent *event : existing)
            (void)m_occupants.addUnlessThere(m_station.titleOf(*event), event->layer,
                                             m_assets.addressOf(event->asset), event->id);
        for (const std::uint32_t at : group) {
            const ScheduledEvent event = events[at];
            if (const EventId first = m_occupants.addUnlessThere(titleOf(event), event.layer,
                                                                 m_assets.addressOf(event.asset), event.id))
                m_duplicates.emplace_back(at, first);
        }
    }

    EventId idFor(EventId original, IdSet &used)
    {
        if (original && !m_station.schedule().find(original) && used.insert(original))
            return original;
        const EventId fresh = m_ids.next<EventId>();
        if (original)
            m_renamed.insert(original, fresh);
        return fresh;
    }

    /// As Station::titleOf(), but new assets are not in the station yet.
    QString titleOf(const ScheduledEvent &event)
    {
        if (!event.title.isEmpty() || !event.asset)
            return event.title;
        if (const Asset *known = m_station.assets().find(event.asset))
            return known->title;
        if (m_newTitles.isEmpty()) {
            for (const Asset &asset : m_newAssets)
                m_newTitles.insert(asset.id, asset.title);
        }
        return m_newTitles.value(event.asset);
    }

    void followRenamed(EventId &id) const
    {
        id = m_renamed.value(id, id);
        id = m_firsts.value(id, id);
    }

    const Station &m_station;
    PlanId m_plan;
    IdSource &m_ids;
    const AssetPlaces &m_assets;
    const std::vector<Asset> &m_newAssets;
    QHash<AssetId, QString> m_newTitles; ///< filled when an event without a title asks
    Occupants m_occupants;
    std::vector<std::pair<std::size_t, EventId>> m_duplicates; ///< where in the file, and of what
    QHash<EventId, EventId> m_renamed;                         ///< ids in the file that were taken
    QHash<EventId, EventId> m_firsts;                          ///< what stands in place of a duplicate
    QSet<AssetId> m_usedAssets;
    std::vector<LeftOutEvent> m_listed;
};

} // namespace

Result<ScheduleMerge> mergeSchedule(const Station &station, PlanId plan, ImportedSchedule schedule,
                                    IdSource &ids, const EditStamp &stamp, const Job &job)
{
    if (!station.findPlan(plan))
        return fail(ErrorCode::UnknownObject, {u"plan"_s, plan.toString()});
    ScheduleMerge merge;
    merge.edit = makeEdit(stamp, u"Import schedule"_s);
    const auto places = adoptAssets(station, std::move(schedule.assets), ids, merge.edit);
    const auto extent = schedule.events.extent();
    const auto existing =
        extent ? station.schedule().eventsIn(plan, *extent) : std::vector<const ScheduledEvent *>();
    const std::int64_t all = std::ssize(schedule.events);
    EventMerge events(station, plan, ids, places, merge.edit.assets.after);
    releaseUpperVectors();
    auto added = events.run(existing, schedule.events, merge.conflicts, job);
    if (!added)
        return fail(added.error());
    merge.imported = std::ssize(*added);
    merge.duplicates = all - merge.imported;
    merge.duplicateEvents = events.takeListed();
    merge.edit.events.after = std::move(*added);
    // Assets that only duplicates named are not worth keeping.
    std::erase_if(merge.edit.assets.after,
                  [&](const Asset &asset) { return !events.usedAssets().contains(asset.id); });
    return merge;
}

} // namespace sf
