// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/libraryindex.h"
#include "core/schedule/merge.h"

#include <QHash>
#include <QSet>

#include <numeric>
#include <span>
#include <unordered_set>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// Numbers titles so that those that differ in case or outer blanks alone get the same number. Files repeat their
/// titles, so few are folded.
class Titles
{
public:
    std::uint32_t numberOf(const QString &title)
    {
        if (const auto known = m_asWritten.constFind(title); known != m_asWritten.constEnd())
            return *known;
        const QString folded = title.trimmed().toCaseFolded();
        const auto at = m_folded.constFind(folded);
        const std::uint32_t number =
            at != m_folded.constEnd() ? *at : static_cast<std::uint32_t>(m_folded.size());
        if (at == m_folded.constEnd())
            m_folded.insert(folded, number);
        m_asWritten.insert(title, number);
        return number;
    }

private:
    QHash<QString, std::uint32_t> m_asWritten;
    QHash<QString, std::uint32_t> m_folded;
};

/// The events that start at one instant, found by title and media, and by title alone, so that a thousand different
/// media there cost no search among them.
class Occupants
{
public:
    void clear() { m_events.clear(); }

    /// The event that this one duplicates; null where there is none, and then it is added. An event without media
    /// has no different ones.
    EventId addUnlessThere(const QString &title, std::int32_t layer, AssetId asset, EventId event)
    {
        const Name number{m_titles.numberOf(title), layer};
        const Key any{number, anyAsset};
        const auto find = [this](const Key &key) { return m_events.value(key, EventId()); };
        if (const EventId there = find(asset ? Key{number, asset} : any))
            return there;
        if (const EventId there = asset ? find({number, AssetId()}) : EventId())
            return there;
        if (!m_events.contains(any))
            m_events.insert(any, event);
        m_events.insert({number, asset}, event);
        return {};
    }

private:
    static constexpr AssetId anyAsset{IdBits{~0ULL, ~0ULL}};
    using Name = std::pair<std::uint32_t, std::int32_t>; ///< a title on a layer
    using Key = std::pair<Name, AssetId>;

    Titles m_titles;
    QHash<Key, EventId> m_events;
};

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

/// Leaves out duplicates, in place, and gives ids to those that have none or one that is taken.
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

    /// `existing` is by start. Errors: Cancelled.
    Status run(const std::vector<const ScheduledEvent *> &existing, std::vector<ScheduledEvent> &events,
               const Job &job)
    {
        for (std::size_t i = 0; i < events.size(); ++i) {
            if ((i & 0xFFF) == 0 && job.isCancelled())
                return fail(ErrorCode::Cancelled);
            events[i].plan = m_plan;
            if (events[i].asset)
                events[i].asset = m_assets.places.value(events[i].asset);
            giveId(events[i]);
        }
        findDuplicates(existing, events);
        if (!m_duplicates.empty())
            removeDuplicates(events);
        if (!m_renamed.isEmpty() || !m_firsts.isEmpty())
            followRenamed(events);
        return {};
    }

private:
    /// Duplicates start together: sorted by start, most events turn out to be alone without a look at their title.
    void findDuplicates(const std::vector<const ScheduledEvent *> &existing,
                        const std::vector<ScheduledEvent> &events)
    {
        std::vector<std::uint32_t> order(events.size());
        std::iota(order.begin(), order.end(), 0U);
        const auto startOf = [&](std::uint32_t at) { return events[at].range.start; };
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
                        const std::vector<ScheduledEvent> &events)
    {
        m_occupants.clear();
        for (const ScheduledEvent *event : existing)
            (void)m_occupants.addUnlessThere(m_station.titleOf(*event), event->layer,
                                             m_assets.addressOf(event->asset), event->id);
        for (const std::uint32_t at : group) {
            const ScheduledEvent &event = events[at];
            if (const EventId first = m_occupants.addUnlessThere(titleOf(event), event.layer,
                                                                 m_assets.addressOf(event.asset), event.id))
                m_duplicates.emplace_back(at, first);
        }
    }

    void removeDuplicates(std::vector<ScheduledEvent> &events)
    {
        std::sort(m_duplicates.begin(), m_duplicates.end());
        auto next = m_duplicates.begin();
        std::size_t kept = next->first;
        for (std::size_t i = kept; i < events.size(); ++i) {
            if (next != m_duplicates.end() && next->first == i) {
                m_firsts.insert(events[i].id, next->second);
                ++next;
            } else {
                events[kept++] = std::move(events[i]);
            }
        }
        events.resize(kept);
    }

    void giveId(ScheduledEvent &event)
    {
        const EventId original = event.id;
        if (original && !m_station.schedule().find(original) && m_used.insert(original).second)
            return;
        event.id = m_ids.next<EventId>();
        if (original)
            m_renamed.insert(original, event.id);
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

    void followRenamed(std::vector<ScheduledEvent> &events) const
    {
        for (ScheduledEvent &event : events) {
            if (event.parent) {
                event.parent = m_renamed.value(event.parent, event.parent);
                event.parent = m_firsts.value(event.parent, event.parent);
            }
        }
    }

    const Station &m_station;
    PlanId m_plan;
    IdSource &m_ids;
    const AssetPlaces &m_assets;
    const std::vector<Asset> &m_newAssets;
    QHash<AssetId, QString> m_newTitles; ///< filled when an event without a title asks
    std::unordered_set<EventId> m_used;
    Occupants m_occupants;
    std::vector<std::pair<std::size_t, EventId>> m_duplicates; ///< where in the file, and of what
    QHash<EventId, EventId> m_renamed;                         ///< ids in the file that were taken
    QHash<EventId, EventId> m_firsts;                          ///< what stands in place of a duplicate
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
    const auto extent = extentOf(schedule.events);
    const auto existing =
        extent ? station.schedule().eventsIn(plan, *extent) : std::vector<const ScheduledEvent *>();
    std::vector<ScheduledEvent> &added = merge.edit.events.after;
    added = std::move(schedule.events);
    const auto all = static_cast<std::int64_t>(added.size());
    EventMerge events(station, plan, ids, places, merge.edit.assets.after);
    if (const Status merged = events.run(existing, added, job); !merged)
        return fail(merged.error());
    merge.imported = static_cast<std::int64_t>(added.size());
    merge.duplicates = all - merge.imported;
    merge.conflicts = conflictsOf(existing, added);
    // Assets that only duplicates named are not worth keeping.
    QSet<AssetId> used;
    for (const ScheduledEvent &event : added)
        used.insert(event.asset);
    std::erase_if(merge.edit.assets.after, [&](const Asset &asset) { return !used.contains(asset.id); });
    return merge;
}

} // namespace sf
