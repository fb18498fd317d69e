// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/names.h"
#include "core/schedule/station.h"

#include <random>
#include <unordered_set>

namespace sf::test {

/// Objects with every field set to something random that is not its default, and random edits of a station.
/// The same seed gives the same.
class RandomStation
{
public:
    explicit RandomStation(std::uint64_t seed)
        : m_random(seed)
        , m_ids(1'774'728'000'000, seed)
    {
    }

    /// Some objects of each type, before and after, and each kind of rule.
    StationEdit editOfEverything();
    /// An edit that applies to `station`: some objects inserted, changed and removed.
    StationEdit editOf(const Station &station);

    Channel channel();
    Plan plan(ChannelId channel);
    Asset asset();
    ScheduledEvent event(PlanId plan);
    Rule rule(std::size_t body);
    WeekTemplate week();
    Recurrence recurrence();
    Play play();

private:
    std::int64_t number(std::int64_t from, std::int64_t to)
    {
        return std::uniform_int_distribution<std::int64_t>(from, to)(m_random);
    }
    bool chance(double probability) { return std::bernoulli_distribution(probability)(m_random); }
    QString text();
    QStringList texts() { return {text(), text()}; }
    template <class D>
    D length()
    {
        return D(number(1, 100'000'000));
    }
    template <class Instant>
    Instant instant()
    {
        return Instant(Millis(number(-1'000'000, 4'000'000'000'000)));
    }
    /// Not the first, which is a zero that is not stored.
    template <class E>
    E named()
    {
        return static_cast<E>(number(1, static_cast<std::int64_t>(namesOf<E>().size()) - 1));
    }
    template <class T, class Make>
    Changes<T> pairOf(Make &&make)
    {
        return {{make(), make()}, {make(), make(), make()}};
    }
    /// Keeps, changes or removes each of `objects`, and inserts some.
    template <class T, class Make>
    void alter(Changes<T> &changes, const std::vector<T> &objects, Make &&make, bool mayRemove);

    std::mt19937_64 m_random;
    IdSource m_ids;
};

inline QString RandomStation::text()
{
    static const QStringList words{QStringLiteral("News"),       QStringLiteral("Čapek’s “R.U.R.”"),
                                   QStringLiteral("映画"),       QStringLiteral("it's; DROP TABLE event"),
                                   QStringLiteral("\U0001F3AC"), QStringLiteral("a\nb")};
    return words[number(0, words.size() - 1)] + QString::number(number(0, 99));
}

inline Channel RandomStation::channel()
{
    return {
        m_ids.next<ChannelId>(), text(), QStringLiteral("Europe/Rome"), length<Millis>(), {30'000, 1'001}};
}

inline Plan RandomStation::plan(ChannelId channel) { return {m_ids.next<PlanId>(), channel, text(), true}; }

inline Asset RandomStation::asset()
{
    Asset asset;
    asset.id = m_ids.next<AssetId>();
    asset.houseNumber = text();
    asset.title = text();
    asset.kind = named<AssetKind>();
    asset.url = text();
    asset.duration = length<Micros>();
    asset.durationSource = named<DurationSource>();
    asset.status = named<AssetStatus>();
    asset.statusReason = text();
    asset.som = length<Micros>();
    asset.eom = length<Micros>();
    asset.breaks = {length<Micros>(), length<Micros>()};
    asset.series = text();
    asset.season = static_cast<std::int32_t>(number(1, 40));
    asset.episode = static_cast<std::int32_t>(number(1, 400));
    asset.category = text();
    asset.tags = texts();
    asset.description = text();
    asset.year = static_cast<std::int32_t>(number(1900, 2100));
    asset.language = text();
    asset.rating = text();
    asset.rightsFrom = instant<TimePoint>();
    asset.rightsUntil = instant<TimePoint>();
    asset.hours = HoursMask(static_cast<unsigned long long>(number(1, 1'000'000'000))) << 100;
    asset.maxPlaysPerDay = static_cast<std::int32_t>(number(1, 9));
    asset.maxPlaysPerWeek = static_cast<std::int32_t>(number(1, 9));
    asset.maxPlays = static_cast<std::int32_t>(number(1, 9));
    asset.cooldown = length<Millis>();
    asset.weight = 0.5 + static_cast<double>(number(1, 9)) / 3;
    asset.isElastic = true;
    asset.logo = text();
    asset.technical = {text(),
                       text(),
                       text(),
                       1'920,
                       1'080,
                       30'000,
                       1'001,
                       2,
                       48'000,
                       number(1, 1LL << 40),
                       number(1, 1LL << 40)};
    return asset;
}

inline ScheduledEvent RandomStation::event(PlanId plan)
{
    ScheduledEvent event;
    event.id = m_ids.next<EventId>();
    event.plan = plan;
    event.title = text();
    event.range = {instant<TimePoint>(), length<Millis>()};
    event.startMode = named<StartMode>();
    event.origin = named<EventOrigin>();
    event.asset = m_ids.next<AssetId>();
    event.parent = m_ids.next<EventId>();
    event.airing = m_ids.next<AiringId>();
    event.recurrence = m_ids.next<RecurrenceId>();
    event.run = m_ids.next<RunId>();
    event.parentOffset = -length<Millis>();
    event.mediaIn = length<Micros>();
    event.occurrence = instant<LocalTime>();
    event.note = text();
    event.colour = static_cast<std::uint32_t>(number(1, 0xFFFFFF));
    event.layer = static_cast<std::int32_t>(number(-3, -1));
    event.tier = named<RelaxationTier>();
    event.isLocked = true;
    event.isExempt = true;
    return event;
}

inline Rule RandomStation::rule(std::size_t body)
{
    const auto limit = [&] { return static_cast<std::int32_t>(number(1, 9)); };
    const std::vector<RuleBody> bodies{
        Cooldown{length<Millis>(), length<Millis>()},
        Separation{std::nullopt, length<Millis>()},
        Adjacency{text(), text(), true},
        MaxPerHour{limit(), limit()},
        MaxPlays{length<Millis>(), limit(), std::nullopt},
        NoSameHour{true},
        Watershed{text(), length<Millis>(), length<Millis>(), false},
        Quota{0.25, 1.0 / 3},
        MaxInARow{0, limit()},
        Exemption{text()},
    };
    static_assert(std::variant_size_v<RuleBody> == 10, "each kind of rule has a body here");
    Rule rule;
    rule.id = m_ids.next<RuleId>();
    rule.name = text();
    rule.scope = {m_ids.next<ChannelId>(), text(), text(), named<AssetKind>(), text()};
    rule.body = bodies[body % bodies.size()];
    rule.weight = 2.5;
    rule.isEnabled = chance(0.5);
    return rule;
}

inline WeekTemplate RandomStation::week()
{
    Daypart part;
    part.name = text();
    part.dayMask = 0x1F;
    part.from = length<Millis>();
    part.until = length<Millis>();
    part.filter = {texts(), texts(), text(), named<AssetKind>()};
    part.order = named<PickOrder>();
    part.isHardStart = chance(0.5);
    part.startTolerance = length<Millis>();
    part.mayRunShort = length<Millis>();
    part.mayRunOver = length<Millis>();
    part.identAfterEach = true;
    part.promoEvery = length<Millis>();
    part.breakLength = length<Millis>();
    part.padTo = length<Millis>();
    part.fallbackCategories = texts();
    return {m_ids.next<TemplateId>(), m_ids.next<ChannelId>(), text(),
            QDate(2026, 3, 28),       QDate(2026, 10, 25),     {part, Daypart()}};
}

inline Recurrence RandomStation::recurrence()
{
    Recurrence recurrence;
    recurrence.id = m_ids.next<RecurrenceId>();
    recurrence.channel = m_ids.next<ChannelId>();
    recurrence.name = text();
    recurrence.start = instant<LocalTime>();
    recurrence.rrule = QStringLiteral("FREQ=WEEKLY;BYDAY=MO");
    recurrence.exceptions = {instant<LocalTime>(), instant<LocalTime>()};
    recurrence.changes = {{instant<LocalTime>(), instant<LocalTime>(), m_ids.next<AssetId>()}, {}};
    recurrence.duration = length<Millis>();
    recurrence.asset = m_ids.next<AssetId>();
    recurrence.series = text();
    recurrence.isRerun = true;
    recurrence.isLocked = chance(0.5);
    return recurrence;
}

inline Play RandomStation::play()
{
    return {m_ids.next<PlayId>(),
            m_ids.next<ChannelId>(),
            text(),
            m_ids.next<EventId>(),
            text(),
            {instant<TimePoint>(), length<Millis>()},
            named<PlayResult>()};
}

inline StationEdit RandomStation::editOfEverything()
{
    StationEdit edit;
    edit.id = m_ids.next<EditId>();
    edit.kind = EditKind::Redo;
    edit.target = m_ids.next<EditId>();
    edit.name = text();
    edit.author = text();
    edit.time = instant<TimePoint>();
    const auto planId = m_ids.next<PlanId>();
    std::size_t body = 0;
    edit.channels = pairOf<Channel>([&] { return channel(); });
    edit.plans = pairOf<Plan>([&] { return plan(m_ids.next<ChannelId>()); });
    edit.assets = pairOf<Asset>([&] { return asset(); });
    edit.events = pairOf<ScheduledEvent>([&] { return event(planId); });
    edit.templates = pairOf<WeekTemplate>([&] { return week(); });
    edit.recurrences = pairOf<Recurrence>([&] { return recurrence(); });
    edit.plays = pairOf<Play>([&] { return play(); });
    while (body < std::variant_size_v<RuleBody>)
        edit.rules.after.push_back(rule(body++));
    return edit;
}

template <class T, class Make>
void RandomStation::alter(Changes<T> &changes, const std::vector<T> &objects, Make &&make, bool mayRemove)
{
    for (const T &object : objects) {
        if (chance(0.6))
            continue;
        changes.before.push_back(object);
        if (mayRemove && chance(0.4))
            continue;
        T changed = make();
        changed.id = object.id;
        changes.after.push_back(std::move(changed));
    }
    for (std::int64_t i = number(0, 3); i > 0; --i)
        changes.after.push_back(make());
}

inline StationEdit RandomStation::editOf(const Station &station)
{
    StationEdit edit;
    edit.id = m_ids.next<EditId>();
    edit.name = text();
    edit.author = QStringLiteral("Ann");
    edit.time = instant<TimePoint>();
    alter(
        edit.channels, station.channels(), [&] { return channel(); }, false);
    const auto anyOf = [&](const auto &kept, const auto &added) {
        const auto count = kept.size() + added.size();
        const auto at = static_cast<std::size_t>(number(0, static_cast<std::int64_t>(count) - 1));
        return at < kept.size() ? kept[at].id : added[at - kept.size()].id;
    };
    if (station.channels().empty() && edit.channels.after.empty())
        edit.channels.after.push_back(channel());
    alter(
        edit.plans, station.plans(), [&] { return plan(anyOf(station.channels(), edit.channels.after)); },
        false);
    if (station.plans().empty() && edit.plans.after.empty())
        edit.plans.after.push_back(plan(anyOf(station.channels(), edit.channels.after)));
    std::vector<ScheduledEvent> events;
    for (const Plan &each : station.plans())
        station.schedule().forEach(each.id, [&](const ScheduledEvent &found) { events.push_back(found); });
    // What is used is changed, never removed; what is used anew is there.
    std::unordered_set<AssetId> used;
    for (const ScheduledEvent &each : events)
        used.insert(each.asset);
    for (const Recurrence &each : station.recurrences())
        used.insert(each.asset);
    std::vector<Asset> usedAssets;
    std::vector<Asset> others;
    station.assets().forEach(
        [&](const Asset &found) { (used.contains(found.id) ? usedAssets : others).push_back(found); });
    alter(
        edit.assets, usedAssets, [&] { return asset(); }, false);
    alter(
        edit.assets, others, [&] { return asset(); }, true);
    const auto anyAsset = [&] {
        const auto count = static_cast<std::int64_t>(edit.assets.after.size());
        return count == 0 ? AssetId() : edit.assets.after[static_cast<std::size_t>(number(0, count - 1))].id;
    };
    alter(
        edit.events, events,
        [&] {
            ScheduledEvent made = event(anyOf(station.plans(), edit.plans.after));
            made.asset = anyAsset();
            if (chance(0.5)) { // what most events are like
                const ScheduledEvent full = made;
                made = {};
                made.id = full.id;
                made.plan = full.plan;
                made.range = full.range;
            }
            return made;
        },
        true);
    alter(
        edit.rules, station.rules(), [&] { return rule(static_cast<std::size_t>(number(0, 9))); }, true);
    alter(
        edit.templates, station.templates(), [&] { return week(); }, true);
    alter(
        edit.recurrences, station.recurrences(),
        [&] {
            Recurrence made = recurrence();
            made.asset = anyAsset();
            return made;
        },
        true);
    alter(
        edit.plays, station.plays(), [&] { return play(); }, true);
    return edit;
}

} // namespace sf::test

Q_DECLARE_METATYPE(sf::StationEdit)
