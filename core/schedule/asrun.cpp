// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/asrun.h"

#include "core/schedule/libraryindex.h"
#include "core/schedule/merge.h"

#include <QSet>

#include <algorithm>

namespace sf {

namespace {

constexpr Millis searched = std::chrono::minutes(30);
/// A play that ends so much sooner was cut off.
constexpr Millis cutOff = std::chrono::seconds(5);

class AsRunMatcher
{
public:
    AsRunMatcher(const Station &station, ChannelId channel, PlanId plan)
        : m_station(station)
        , m_channel(channel)
        , m_plan(plan)
        , m_library(station.assets())
    {
        station.assets().forEach([this](const Asset &asset) {
            if (const QString key = comparableUrl(asset.url); !key.isEmpty())
                m_byUrl.insert(key, asset.id);
        });
        for (const Play &play : station.plays()) {
            if (play.channel == channel)
                m_known.insert({toMs(play.range.start), play.title});
        }
    }

    bool isKnown(const AsRunEntry &entry) const { return m_known.contains({toMs(entry.start), entry.title}); }

    /// `next` is the entry behind it; null for the last.
    Play match(const AsRunEntry &entry, const AsRunEntry *next)
    {
        const AssetId asset = assetOf(entry);
        const ScheduledEvent *planned = plannedFor(entry, asset);
        Play play;
        play.channel = m_channel;
        play.title = entry.title;
        play.result = entry.result;
        play.range.start = entry.start;
        play.range.duration = lengthOf(entry, planned, next);
        const Asset *content = m_station.assets().find(planned && planned->asset ? planned->asset : asset);
        play.content = content ? contentKey(*content) : entry.houseNumber;
        if (!planned)
            return play;
        m_used.insert(planned->id);
        play.event = planned->id;
        if (play.title.isEmpty())
            play.title = m_station.titleOf(*planned);
        const bool isShort = entry.duration && *entry.duration + cutOff < planned->range.duration;
        if (isShort && play.result == PlayResult::Aired)
            play.result = PlayResult::Partial;
        return play;
    }

private:
    static Millis lengthOf(const AsRunEntry &entry, const ScheduledEvent *planned, const AsRunEntry *next)
    {
        Millis length = entry.duration.value_or(planned ? planned->range.duration : Millis::zero());
        if (!entry.duration && next && (length <= Millis::zero() || entry.start + length > next->start))
            length = next->start - entry.start;
        return std::max(length, Millis(1));
    }

    AssetId assetOf(const AsRunEntry &entry)
    {
        if (const AssetId known = m_byUrl.value(comparableUrl(entry.url)))
            return known;
        Asset asset;
        asset.url = entry.url;
        asset.houseNumber = entry.houseNumber;
        if (const AssetId named = m_library.find(asset))
            return named;
        asset.url.clear();
        return m_library.find(asset);
    }

    const ScheduledEvent *plannedFor(const AsRunEntry &entry, AssetId asset)
    {
        if (const ScheduledEvent *named = m_station.schedule().find(entry.event);
            named && named->plan == m_plan && !m_used.contains(named->id))
            return named;
        const QString title = entry.title.trimmed().toCaseFolded();
        const ScheduledEvent *best = nullptr;
        for (const ScheduledEvent *event :
             m_station.schedule().eventsIn(m_plan, {entry.start - searched, searched * 2})) {
            const bool isSame =
                asset ? event->asset == asset : m_station.titleOf(*event).trimmed().toCaseFolded() == title;
            const Millis away = std::chrono::abs(event->range.start - entry.start);
            if (!isSame || event->layer != 0 || away > searched || m_used.contains(event->id))
                continue;
            if (!best || away < std::chrono::abs(best->range.start - entry.start))
                best = event;
        }
        return best;
    }

    const Station &m_station;
    ChannelId m_channel;
    PlanId m_plan;
    LibraryIndex m_library;
    QHash<QString, AssetId> m_byUrl;
    QSet<std::pair<std::int64_t, QString>> m_known;
    QSet<EventId> m_used;
};

AiringVerdict verdictOf(const ScheduledEvent &planned, const Play &play, Millis late, Millis tolerance)
{
    if (play.result == PlayResult::Failed)
        return AiringVerdict::Failed;
    if (late > tolerance)
        return AiringVerdict::Late;
    if (late < -tolerance)
        return AiringVerdict::Early;
    return planned.range.duration - play.range.duration > tolerance ? AiringVerdict::Short
                                                                    : AiringVerdict::AsPlanned;
}

} // namespace

Result<AsRunMatch> matchAsRun(const Station &station, ChannelId channel, std::vector<AsRunEntry> entries,
                              IdSource &ids, const EditStamp &stamp, const Job &job)
{
    const Plan *plan = station.onAirPlan(channel);
    if (!plan)
        return fail(ErrorCode::UnknownObject, {QStringLiteral("channel"), channel.toString()});
    std::stable_sort(entries.begin(), entries.end(),
                     [](const AsRunEntry &a, const AsRunEntry &b) { return a.start < b.start; });
    AsRunMatch match;
    match.edit = makeEdit(stamp, QStringLiteral("Import as-run log"));
    AsRunMatcher matcher(station, channel, plan->id);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (job.isCancelled())
            return fail(ErrorCode::Cancelled);
        if (matcher.isKnown(entries[i])) {
            ++match.duplicates;
            continue;
        }
        const AsRunEntry *next = i + 1 < entries.size() ? &entries[i + 1] : nullptr;
        Play play = matcher.match(entries[i], next);
        play.id = ids.next<PlayId>();
        (play.event ? match.matched : match.unmatched) += 1;
        match.edit.plays.after.push_back(std::move(play));
    }
    match.plays = std::ssize(match.edit.plays.after);
    return match;
}

QLatin1StringView verdictName(AiringVerdict verdict)
{
    using namespace Qt::StringLiterals;
    static constexpr std::array names{"as-planned"_L1, "early"_L1,     "late"_L1,        "short"_L1,
                                      "failed"_L1,     "not-aired"_L1, "not-planned"_L1, "awaited"_L1};
    static_assert(names.size() == verdictCount);
    return names[static_cast<std::size_t>(verdict)];
}

std::vector<AiredLine> compareAired(const Station &station, ChannelId channel, TimeRange range,
                                    Millis tolerance, TimePoint now)
{
    std::vector<AiredLine> lines;
    const Plan *plan = station.onAirPlan(channel);
    if (!plan)
        return lines;
    QHash<EventId, const Play *> playOf;
    for (const Play &play : station.plays()) {
        if (play.channel != channel)
            continue;
        if (play.event)
            playOf.insert(play.event, &play);
        else if (range.contains(play.range.start))
            lines.push_back({AiringVerdict::NotPlanned, nullptr, &play, Millis::zero()});
    }
    for (const ScheduledEvent *event : station.schedule().eventsIn(plan->id, range)) {
        if (event->layer != 0 || !range.contains(event->range.start))
            continue;
        const Play *play = playOf.value(event->id);
        const Millis late = play ? play->range.start - event->range.start : Millis::zero();
        const AiringVerdict without =
            event->range.end() > now ? AiringVerdict::Awaited : AiringVerdict::NotAired;
        lines.push_back({play ? verdictOf(*event, *play, late, tolerance) : without, event, play, late});
    }
    const auto startOf = [](const AiredLine &line) {
        return line.planned ? line.planned->range.start : line.play->range.start;
    };
    std::stable_sort(lines.begin(), lines.end(),
                     [&](const AiredLine &a, const AiredLine &b) { return startOf(a) < startOf(b); });
    return lines;
}

} // namespace sf
