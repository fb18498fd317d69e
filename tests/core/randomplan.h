// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "plannerfixture.h"

#include <utility>

namespace sf::test {

/// Small stations of every kind, drawn from a number: the same number gives the same station and request.
/// Lengths of nothing, of a frame, and longer than any range are among them, as are days on which the clock
/// changes, events that overlap, and empty libraries.
class RandomPlan
{
public:
    explicit RandomPlan(std::uint64_t number)
        : m_dice(mix64(number, 1))
    {
        addChannel();
        addAssets();
        for (std::int64_t i = m_dice.roll(5); i > 0; --i)
            addRule();
        if (chance(2))
            addWeeks();
        addEvents();
        if (chance(4))
            addPlays();
        if (chance(3))
            addRecurrences();
        makeRequest(number);
    }

    PlannerFixture fixture;
    FillRequest request;

private:
    bool chance(std::int64_t oneIn) { return m_dice.roll(oneIn) == 0; }
    template <class T>
    T oneOf(const std::vector<T> &values)
    {
        return values[static_cast<std::size_t>(m_dice.roll(std::ssize(values)))];
    }
    std::int32_t few(std::int64_t most) { return static_cast<std::int32_t>(1 + m_dice.roll(most)); }
    Millis hours(std::int64_t most) { return std::chrono::minutes(m_dice.roll(most * 60)); }
    QString category()
    {
        return oneOf<QString>({QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("c")});
    }
    AssetId anyAsset() { return fixture.assets.empty() || chance(8) ? AssetId() : oneOf(fixture.assets).id; }

    void addChannel();
    void addAssets();
    void addLimit(Asset &asset);
    void addRule();
    RuleBody body();
    void addWeeks();
    Daypart part(int number);
    void addEvents();
    void addPlays();
    void addRecurrences();
    void makeRequest(std::uint64_t number);

    Dice m_dice;
    TimePoint m_start{};
};

inline void RandomPlan::addChannel()
{
    fixture.channel.zone = oneOf<QString>({QStringLiteral("UTC"), QStringLiteral("Europe/Rome"),
                                           QStringLiteral("America/New_York"), QStringLiteral("Asia/Kolkata"),
                                           QStringLiteral("Australia/Lord_Howe")});
    fixture.channel.dayStart = std::chrono::hours(oneOf<int>({0, 0, 6, 5}));
    fixture.channel.rate = oneOf<FrameRate>({{25, 1}, {30000, 1001}, {50, 1}, {24000, 1001}, {25, 1}});
    // Clocks change in Europe, in America and on Lord Howe Island; some day that is none of these.
    m_start = oneOf<TimePoint>({at("2026-03-28T05:00:00Z"), at("2026-10-24T20:00:00Z"),
                                at("2026-03-07T22:00:00Z"), at("2026-10-31T21:00:00Z"),
                                at("2026-04-04T06:00:00Z"), at("2026-05-04T00:00:00Z")});
    m_start += chance(2) ? Millis(m_dice.roll(40'000'000)) : Millis(0);
}

inline void RandomPlan::addAssets()
{
    for (std::int64_t i = m_dice.roll(24); i > 0; --i) {
        const Micros length = oneOf<Micros>(
            {std::chrono::minutes(10), std::chrono::minutes(20), std::chrono::minutes(30),
             std::chrono::minutes(60), Micros(m_dice.roll(5'400'000'000)), Micros(m_dice.roll(90'000'000)),
             Micros(m_dice.roll(3) * 40'000), std::chrono::hours(2 + m_dice.roll(100))});
        const AssetKind kind = chance(3) ? static_cast<AssetKind>(m_dice.roll(6)) : AssetKind::Program;
        const bool isBetween = kind != AssetKind::Program && kind != AssetKind::Live && !chance(3);
        Asset &asset =
            fixture.addItem("", isBetween ? std::chrono::seconds(5 + m_dice.roll(90)) : length, kind);
        asset.category = category();
        if (chance(2))
            asset.series = oneOf<QString>({QStringLiteral("X"), QStringLiteral("x"), QStringLiteral("Y")});
        asset.season = few(2);
        asset.episode = few(6);
        if (chance(4))
            asset.rating = QStringLiteral("18");
        if (chance(3))
            asset.tags = {QStringLiteral("T")};
        if (chance(3))
            asset.cooldown = hours(14);
        if (chance(3))
            asset.breaks = {std::chrono::minutes(few(20)), std::chrono::minutes(few(40))};
        if (chance(2))
            addLimit(asset);
    }
}

inline void RandomPlan::addLimit(Asset &asset)
{
    switch (m_dice.roll(9)) {
    case 0:
        asset.houseNumber = oneOf<QString>({QStringLiteral("H1"), QStringLiteral("H2")});
        break;
    case 1:
        asset.hours.emplace();
        for (std::size_t hour = 0; hour < asset.hours->size(); ++hour)
            asset.hours->set(hour, chance(2));
        break;
    case 2:
        asset.rightsFrom = m_start + hours(24);
        break;
    case 3:
        asset.rightsUntil = m_start + hours(48);
        break;
    case 4:
        asset.maxPlaysPerDay = few(2);
        break;
    case 5:
        asset.maxPlaysPerWeek = few(3);
        break;
    case 6:
        asset.maxPlays = few(3);
        break;
    case 7:
        asset.isElastic = true;
        break;
    default:
        asset.weight = static_cast<double>(m_dice.roll(4));
        break;
    }
}

inline RuleBody RandomPlan::body()
{
    const bool isNever = !chance(4);
    const auto never = [&](auto value) { return isNever ? std::optional(value) : std::nullopt; };
    const auto preferred = [&](auto value) { return chance(2) ? std::optional(value) : std::nullopt; };
    switch (m_dice.roll(10)) {
    case 0:
        return Cooldown{never(hours(10)), preferred(hours(20))};
    case 1:
        return Separation{never(hours(4)), preferred(hours(8))};
    case 2:
        return Adjacency{category(), category(), isNever};
    case 3:
        return MaxPerHour{never(few(4)), preferred(few(3))};
    case 4:
        return MaxPlays{hours(30), never(few(3)), preferred(few(2))};
    case 5:
        return NoSameHour{isNever};
    case 6:
        return Watershed{QStringLiteral("18"), hours(24), hours(24), isNever};
    case 7:
        return Quota{std::nullopt, static_cast<double>(m_dice.roll(10)) / 10};
    case 8:
        return Exemption{QStringLiteral("X")};
    default:
        return MaxInARow{never(few(3)), preferred(few(2))};
    }
}

inline void RandomPlan::addRule()
{
    Rule &rule = fixture.addRule(body());
    rule.isEnabled = !chance(10);
    if (chance(3))
        rule.scope.category = category();
    if (chance(5))
        rule.scope.kind = static_cast<AssetKind>(m_dice.roll(6));
    if (chance(5))
        rule.scope.tag = QStringLiteral("T");
    if (chance(4))
        rule.scope.daypart = QStringLiteral("Part %1").arg(m_dice.roll(3));
    if (chance(12))
        rule.scope.channel = fixture.ids.next<ChannelId>();
}

inline Daypart RandomPlan::part(int number)
{
    Daypart part;
    part.name = QStringLiteral("Part %1").arg(number);
    part.from = std::chrono::minutes(15 * m_dice.roll(90));
    part.until = std::min<Millis>(part.from + std::chrono::minutes(15 * few(60)), std::chrono::hours(48));
    part.dayMask = chance(3) ? few(126) : 0x7F;
    if (chance(2))
        part.filter.categories = {category()};
    if (chance(6))
        part.filter.tags = {QStringLiteral("t")};
    if (chance(8))
        part.filter.kind = static_cast<AssetKind>(m_dice.roll(6));
    part.order = static_cast<PickOrder>(m_dice.roll(4));
    part.isHardStart = !chance(3);
    part.startTolerance = chance(3) ? hours(1) : Millis(0);
    part.mayRunShort = chance(4) ? hours(1) : Millis(0);
    part.mayRunOver = chance(4) ? hours(1) : Millis(0);
    part.identAfterEach = chance(5);
    part.promoEvery = chance(5) ? hours(2) : Millis(0);
    part.breakLength = chance(4) ? std::chrono::minutes(few(4)) : Millis(0);
    part.padTo = chance(6) ? oneOf<Millis>({std::chrono::minutes(30), std::chrono::hours(1)}) : Millis(0);
    if (chance(3))
        part.fallbackCategories = {category(), category()};
    return part;
}

inline void RandomPlan::addWeeks()
{
    const auto parts = [&] {
        std::vector<Daypart> made;
        for (int i = 0; i < 1 + m_dice.roll(4); ++i)
            made.push_back(part(i % 3));
        return made;
    };
    fixture.addTemplate(parts());
    if (!chance(3))
        return;
    WeekTemplate &week = fixture.addTemplate(parts());
    week.validFrom = fixture.channel.clock().broadcastDate(m_start).addDays(m_dice.roll(3));
    week.validUntil = week.validFrom->addDays(m_dice.roll(2));
}

inline void RandomPlan::addEvents()
{
    for (std::int64_t i = m_dice.roll(3) * m_dice.roll(8); i > 0; --i) {
        const Millis length =
            oneOf<Millis>({Millis(0), Millis(1 + m_dice.roll(60'000)), std::chrono::minutes(10 * few(6)),
                           Millis(m_dice.roll(7'200'000))});
        ScheduledEvent &event =
            fixture.addEvent(m_start + hours(60) - std::chrono::hours(20), length, anyAsset());
        event.layer = chance(10) ? 1 : 0;
        event.isExempt = chance(8);
        event.origin = static_cast<EventOrigin>(m_dice.roll(4));
        event.isLocked = chance(4);
    }
}

/// Before anything that is planned.
inline void RandomPlan::addPlays()
{
    for (std::int64_t i = m_dice.roll(6); i > 0; --i) {
        const AssetId asset = anyAsset();
        if (asset)
            fixture.addPlay(m_start - std::chrono::hours(21) - hours(72), std::chrono::minutes(10), asset);
    }
}

inline void RandomPlan::addRecurrences()
{
    for (int i = few(2); i > 0; --i) {
        const LocalTime start = fixture.channel.clock().toLocal(m_start) - std::chrono::hours(30) + hours(24);
        Recurrence &recurrence = fixture.addRecurrence(
            start, oneOf<const char *>({"FREQ=DAILY", "FREQ=DAILY;INTERVAL=2", "FREQ=HOURLY;INTERVAL=7"}));
        recurrence.duration = oneOf<Millis>({Millis(0), std::chrono::minutes(25), std::chrono::hours(1)});
        recurrence.asset = chance(2) ? anyAsset() : AssetId();
        if (!recurrence.asset)
            recurrence.series =
                oneOf<QString>({QStringLiteral("X"), QStringLiteral("Y"), QStringLiteral("None")});
        recurrence.isRerun = chance(3);
        recurrence.isLocked = chance(3);
    }
}

inline void RandomPlan::makeRequest(std::uint64_t number)
{
    request.plan = fixture.plan.id;
    request.range = {m_start,
                     oneOf<Millis>({Millis(1 + m_dice.roll(100)), Millis(1 + m_dice.roll(7'200'000)),
                                    std::chrono::hours(6), std::chrono::hours(24), hours(60) + Millis(1)})};
    request.cooldown = oneOf<Millis>({Millis(0), hours(12), hours(12), std::chrono::hours(48)});
    request.order = static_cast<PickOrder>(m_dice.roll(4));
    request.seed = number;
    request.replaceAuto = chance(2);
    request.now = chance(3) ? m_start + hours(6) : m_start;
    request.limit = chance(12) ? m_dice.roll(12) : 400;
    if (chance(5))
        request.allowedCooldown = hours(4);
}

} // namespace sf::test
