// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/merge.h"

#include "core/base/mix.h"

#include <QHash>
#include <QSet>

#include <bit>
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

/// What stands where: start, title and media of the events. Each event is found by all three, and by start and
/// title alone, so that a thousand different media on one instant cost no search among them.
class Occupied
{
public:
    explicit Occupied(std::size_t expected)
        : m_places(std::bit_ceil(expected * 4 + 16), none)
    {
        m_entries.reserve(expected * 2);
    }

    /// The event that this one duplicates; null where there is none, and then it is added. An event without media
    /// has no different ones.
    const EventId *addUnlessThere(TimePoint start, const QString &title, AssetId asset, EventId event)
    {
        const std::uint32_t number = m_titles.numberOf(title);
        const Entry any{start, number, anyAsset, event};
        if (const EventId *there = find(asset ? Entry{start, number, asset, event} : any))
            return there;
        if (const EventId *there = asset ? find({start, number, AssetId(), event}) : nullptr)
            return there;
        if (!find(any))
            add(any);
        add({start, number, asset, event});
        return nullptr;
    }

private:
    struct Entry
    {
        TimePoint start;
        std::uint32_t title;
        AssetId asset;
        EventId event;
    };
    static constexpr std::uint32_t none = ~std::uint32_t(0);
    static constexpr AssetId anyAsset{IdBits{~0ULL, ~0ULL}};

    const EventId *find(const Entry &entry) const
    {
        for (std::size_t at = placeOf(entry); m_places[at] != none; at = next(at)) {
            const Entry &there = m_entries[m_places[at]];
            if (there.start == entry.start && there.title == entry.title && there.asset == entry.asset)
                return &there.event;
        }
        return nullptr;
    }
    void add(const Entry &entry)
    {
        std::size_t at = placeOf(entry);
        while (m_places[at] != none)
            at = next(at);
        m_places[at] = static_cast<std::uint32_t>(m_entries.size());
        m_entries.push_back(entry);
    }
    std::size_t placeOf(const Entry &entry) const
    {
        const auto what = mix64(entry.title, entry.asset.bits.low);
        return mix64(static_cast<std::uint64_t>(toMs(entry.start)), what) & (m_places.size() - 1);
    }
    std::size_t next(std::size_t at) const { return (at + 1) & (m_places.size() - 1); }

    Titles m_titles;
    std::vector<Entry> m_entries;
    std::vector<std::uint32_t> m_places; ///< open addressing, half full at most
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

    /// Errors: Cancelled.
    Status run(const std::vector<const ScheduledEvent *> &existing, std::vector<ScheduledEvent> &events,
               const Job &job)
    {
        Occupied occupied(existing.size() + events.size());
        for (const ScheduledEvent *event : existing)
            occupied.addUnlessThere(event->range.start, m_station.titleOf(*event),
                                    m_assets.addressOf(event->asset), event->id);
        std::size_t kept = 0;
        for (std::size_t i = 0; i < events.size(); ++i) {
            if ((i & 0xFFF) == 0 && job.isCancelled())
                return fail(ErrorCode::Cancelled);
            ScheduledEvent &event = events[i];
            const EventId original = event.id;
            event.plan = m_plan;
            if (event.asset)
                event.asset = m_assets.places.value(event.asset);
            giveId(event);
            const EventId *first = occupied.addUnlessThere(event.range.start, titleOf(event),
                                                           m_assets.addressOf(event.asset), event.id);
            if (original && original != (first ? *first : event.id))
                m_renamed.insert(original, first ? *first : event.id);
            if (first)
                continue;
            if (kept != i)
                events[kept] = std::move(event);
            ++kept;
        }
        events.resize(kept);
        if (!m_renamed.isEmpty())
            followRenamed(events);
        return {};
    }

private:
    void giveId(ScheduledEvent &event)
    {
        if (!event.id || m_station.schedule().find(event.id) || !m_used.insert(event.id).second)
            event.id = m_ids.next<EventId>();
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
            if (event.parent)
                event.parent = m_renamed.value(event.parent, event.parent);
        }
    }

    const Station &m_station;
    PlanId m_plan;
    IdSource &m_ids;
    const AssetPlaces &m_assets;
    const std::vector<Asset> &m_newAssets;
    QHash<AssetId, QString> m_newTitles; ///< filled when an event without a title asks
    std::unordered_set<EventId> m_used;
    QHash<EventId, EventId> m_renamed; ///< ids in the file that mean another event now
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
