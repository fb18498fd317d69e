// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/fill.h"

#include "filloracle.h"
#include "plannerfixture.h"

#include <map>
#include <set>

using namespace sf;
using namespace sf::test;
using namespace std::chrono_literals;

namespace {

using Events = std::vector<ScheduledEvent>;

/// How many of `after` stand in `before` just so.
double shareInPlace(const Events &before, const Events &after)
{
    std::map<EventId, TimeRange> old;
    for (const ScheduledEvent &event : before)
        old.emplace(event.id, event.range);
    const auto same = std::count_if(after.begin(), after.end(), [&](const ScheduledEvent &event) {
        const auto found = old.find(event.id);
        return found != old.end() && found->second == event.range;
    });
    return static_cast<double>(same) / static_cast<double>(after.size());
}

/// The longest common subsequence of the two orders, by id, as a share of `after`.
double shareInOrder(const Events &before, const Events &after)
{
    std::vector<int> longest(before.size() + 1, 0);
    for (const ScheduledEvent &event : after) {
        int diagonal = 0;
        for (std::size_t i = 0; i < before.size(); ++i) {
            const int above = longest[i + 1];
            longest[i + 1] = before[i].id == event.id ? diagonal + 1 : std::max(longest[i + 1], longest[i]);
            diagonal = above;
        }
    }
    return static_cast<double>(longest.back()) / static_cast<double>(after.size());
}

} // namespace

class TestFillOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reachesTheBound_data();
    void reachesTheBound();
    void mostPlaysIsTheBound();
    void refillingTheSameChangesNothing();
    void anotherSeedGivesAnotherSchedule();
    void oneMoreAssetChangesLittle_data();
    void oneMoreAssetChangesLittle();
    void oneMoreAssetLeavesJoinsAlone();
    void shuffleIsFair();
    void weightedGoesByWeight();
    void leastRecentTakesTheLongestUnplayed();
    void sequentialGoesOnWhereItStopped();
};

void TestFillOrder::reachesTheBound_data()
{
    QTest::addColumn<int>("minutes");
    for (const int hours : {12, 24, 47, 49})
        QTest::newRow(qPrintable(QStringLiteral("%1 h of library over 4 weeks").arg(hours))) << hours * 60;
}

void TestFillOrder::reachesTheBound()
{
    QFETCH(int, minutes);
    Dice dice(static_cast<std::uint64_t>(minutes));
    for (const PickOrder order : {PickOrder::Shuffle, PickOrder::LeastRecent, PickOrder::Sequential}) {
        PlanningFixture fixture;
        for (Millis left = std::chrono::minutes(minutes); left > 0ms;) {
            const Millis length = std::min<Millis>(left, std::chrono::minutes(5 + dice.roll(115)));
            fixture.addAsset(length);
            left -= length;
        }
        FillRequest request = requestOf(fixture, at("2026-03-02T00:00:00Z"), 28 * 24h);
        request.order = order;
        const FillOutcome outcome = filled(fixture.station(), request);
        QCOMPARE(outcome.violations, 0);
        const double share = static_cast<double>(outcome.filled.count()) /
                             static_cast<double>(outcome.feasibility.library.count());
        qInfo("%s: %.3f %% of the bound", nameOf(order).data(), 100 * share);
        QVERIFY(share <= 1 && share >= 0.995);
    }
}

void TestFillOrder::refillingTheSameChangesNothing()
{
    PlanningFixture fixture;
    for (int i = 1; i < 90; ++i)
        fixture.addAsset(i * 1min);
    FillRequest request = requestOf(fixture, at("2026-05-03T00:00:00Z"), 7 * 24h);
    Station station = fixture.station();
    const FillOutcome first = filled(station, request);
    QVERIFY(station.apply(first.edit));
    request.replaceAuto = true;
    const FillOutcome second = filled(station, request);
    QCOMPARE(second.placed, first.placed);
    QCOMPARE(second.added + second.moved + second.removed, 0);
    QVERIFY(second.edit.isEmpty());
    // An operator drags an event away: the same choice in its place must get another id.
    ScheduledEvent moved = first.edit.events.after[3];
    StationEdit drag;
    drag.events.before = {moved};
    moved.range.start += 100 * 24h;
    moved.origin = EventOrigin::Manual;
    drag.events.after = {moved};
    QVERIFY(station.apply(drag));
    const FillOutcome third = filled(station, request);
    QVERIFY(station.apply(third.edit));
    QCOMPARE(third.placed, first.placed);
}

void TestFillOrder::anotherSeedGivesAnotherSchedule()
{
    PlanningFixture fixture;
    for (int i = 1; i < 90; ++i)
        fixture.addAsset(30min);
    FillRequest request = requestOf(fixture, at("2026-05-03T00:00:00Z"), 24h);
    const FillOutcome a = filled(fixture.station(), request);
    request.seed = 43;
    const FillOutcome b = filled(fixture.station(), request);
    int same = 0;
    for (std::size_t i = 0; i < a.edit.events.after.size(); ++i)
        same += a.edit.events.after[i].asset == b.edit.events.after[i].asset ? 1 : 0;
    QVERIFY(same < 10);
}

void TestFillOrder::oneMoreAssetChangesLittle_data()
{
    QTest::addColumn<bool>("isEven");
    QTest::addColumn<bool>("hasNews");
    QTest::addColumn<double>("leastInPlace");
    QTest::addColumn<double>("leastInOrder");
    QTest::newRow("half hours stay where they are") << true << false << 0.9 << 0.9;
    QTest::newRow("other lengths stay in order") << false << false << 0.0 << 0.8;
    QTest::newRow("other lengths stay in place where an event a day is fixed")
        << false << true << 0.68 << 0.85;
}

void TestFillOrder::oneMoreAssetChangesLittle()
{
    QFETCH(bool, isEven);
    QFETCH(bool, hasNews);
    const TimePoint start = at("2026-05-03T00:00:00Z");
    double inPlace = 0;
    double inOrder = 0;
    constexpr int runs = 10;
    for (int run = 0; run < runs; ++run) {
        Dice dice(static_cast<std::uint64_t>(run));
        PlanningFixture fixture;
        for (int i = 0; i < 400; ++i)
            fixture.addAsset(isEven ? Micros(30min) : Micros(60'000'000 + dice.roll(3'480'000'000)));
        for (int day = 0; hasNews && day < 7; ++day)
            fixture.addEvent(start + day * 24h, 30min);
        FillRequest request = requestOf(fixture, start, 7 * 24h);
        request.seed = static_cast<std::uint64_t>(run);
        const auto before = filled(fixture.station(), request).edit.events.after;
        fixture.addAsset(30min);
        const auto after = filled(fixture.station(), request).edit.events.after;
        inPlace += shareInPlace(before, after) / runs;
        inOrder += shareInOrder(before, after) / runs;
    }
    qInfo("%.1f %% of the events stay in place, %.1f %% in order", 100 * inPlace, 100 * inOrder);
    QFETCH(double, leastInPlace);
    QFETCH(double, leastInOrder);
    QVERIFY(inPlace >= leastInPlace);
    QVERIFY(inOrder >= leastInOrder);
}

/// An end to meet each hour, and fillers to meet it with: what changes at one join heals before long.
void TestFillOrder::oneMoreAssetLeavesJoinsAlone()
{
    const TimePoint start = at("2026-05-04T00:00:00Z");
    PlannerFixture fixture;
    Dice dice(11);
    for (int i = 0; i < 9500; ++i)
        fixture.addAsset(Micros(40'000 * (7500 + dice.roll(82'500))));
    for (int i = 0; i < 500; ++i)
        fixture.addItem("", Micros(40'000 * (125 + dice.roll(2125))), AssetKind::Filler);
    std::vector<Daypart> hours;
    for (int hour = 0; hour < 24; ++hour)
        hours.push_back(PlannerFixture::daypart("Hour", hour * 1h, (hour + 1) * 1h));
    fixture.addTemplate(hours);
    double inPlace = 0;
    constexpr int runs = 6;
    for (int run = 0; run < runs; ++run) {
        FillRequest request = fixture.request(start, 28 * 24h);
        request.seed = static_cast<std::uint64_t>(run);
        const FillOutcome before = planned(fixture, request);
        QCOMPARE(before.gap.count(), 0);
        QVERIFY(before.exactJoins == before.joins);
        fixture.addAsset(Micros(40'000 * (7500 + dice.roll(82'500))));
        const FillOutcome after = planned(fixture, request);
        inPlace += shareInPlace(before.edit.events.after, after.edit.events.after) / runs;
    }
    qInfo("%.2f %% of the events stay in place", 100 * inPlace);
    QVERIFY(inPlace > 0.99);
}

void TestFillOrder::shuffleIsFair()
{
    PlanningFixture fixture;
    for (int i = 0; i < 150; ++i)
        fixture.addAsset(1h);
    const auto playsOf = [&](Millis length) {
        std::map<AssetId, int> plays;
        for (const ScheduledEvent &event :
             filledWell(fixture, requestOf(fixture, at("2026-05-03T00:00:00Z"), length)).edit.events.after)
            ++plays[event.asset];
        return plays;
    };
    for (const auto &[asset, plays] : playsOf(600h))
        QCOMPARE(plays, 4);
    // Twice as often, give or take the draw that the end of the range cuts off.
    fixture.assets[0].weight = 2;
    const int often = playsOf(604h)[fixture.assets[0].id];
    QVERIFY(often == 7 || often == 8);
}

void TestFillOrder::weightedGoesByWeight()
{
    PlanningFixture fixture;
    std::set<AssetId> often;
    for (int i = 0; i < 40; ++i) {
        Asset &asset = fixture.addAsset(30min);
        asset.weight = i % 2 == 0 ? 3 : 1;
        if (i % 2 == 0)
            often.insert(asset.id);
    }
    FillRequest request = requestOf(fixture, at("2026-05-03T00:00:00Z"), 500h);
    request.cooldown = 1h;
    request.order = PickOrder::Weighted;
    const auto events = filledWell(fixture, request).edit.events.after;
    QCOMPARE(events.size(), std::size_t{1000});
    const auto heavy = std::count_if(events.begin(), events.end(), [&](const ScheduledEvent &event) {
        return often.contains(event.asset);
    });
    QVERIFY2(heavy > 700 && heavy < 800, qPrintable(QString::number(heavy)));
}

void TestFillOrder::leastRecentTakesTheLongestUnplayed()
{
    PlanningFixture fixture;
    const TimePoint start = at("2026-05-03T00:00:00Z");
    for (int i = 0; i < 4; ++i)
        fixture.addAsset(1h);
    fixture.addEvent(start - 60h, 1h, fixture.assets[1].id);
    fixture.addEvent(start - 90h, 1h, fixture.assets[2].id);
    fixture.addEvent(start - 75h, 1h, fixture.assets[3].id);
    FillRequest request = requestOf(fixture, start, 4h);
    request.order = PickOrder::LeastRecent;
    const auto events = filledWell(fixture, request).edit.events.after;
    QCOMPARE(events.size(), std::size_t{4});
    const std::vector<std::size_t> expected{0, 2, 3, 1};
    for (std::size_t i = 0; i < 4; ++i)
        QCOMPARE(events[i].asset, fixture.assets[expected[i]].id);
}

void TestFillOrder::sequentialGoesOnWhereItStopped()
{
    PlanningFixture fixture;
    const TimePoint start = at("2026-05-03T00:00:00Z");
    for (int i = 0; i < 6; ++i) {
        Asset &asset = fixture.addAsset(1h);
        asset.series = QStringLiteral("Series");
        asset.season = 2 - i / 3;
        asset.episode = 3 - i % 3;
    }
    // In order: 5, 4, 3 (season 1), 2, 1, 0 (season 2). Number 3 aired last.
    fixture.addEvent(start - 60h, 1h, fixture.assets[3].id);
    FillRequest request = requestOf(fixture, start, 6h);
    request.order = PickOrder::Sequential;
    const auto events = filledWell(fixture, request).edit.events.after;
    const std::vector<std::size_t> expected{2, 1, 0, 5, 4, 3};
    QCOMPARE(events.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QCOMPARE(events[i].asset, fixture.assets[expected[i]].id);
}

void TestFillOrder::mostPlaysIsTheBound()
{
    QCOMPARE(mostPlays(24h, 25h, 48h), 0);
    QCOMPARE(mostPlays(24h, 24h, 48h), 1);
    QCOMPARE(mostPlays(49h, 1h, 48h), 2);
    QCOMPARE(mostPlays(49h - 1ms, 1h, 48h), 1);
    QCOMPARE(mostPlays(10h, 1h, 0h), 10);
}

QTEST_GUILESS_MAIN(TestFillOrder)
#include "tst_fillorder.moc"
