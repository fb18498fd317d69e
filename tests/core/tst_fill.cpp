// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/check.h"
#include "core/planning/fill.h"

#include "filloracle.h"
#include "planningfixture.h"

#include <map>
#include <set>

using namespace sf;
using namespace sf::test;
using namespace std::chrono_literals;

namespace {

void addRandomLimits(Asset &asset, Dice &dice, TimePoint start)
{
    switch (dice.roll(12)) {
    case 0:
        asset.cooldown = std::chrono::hours(dice.roll(80));
        break;
    case 1:
        asset.houseNumber = QStringLiteral("H%1").arg(dice.roll(2));
        break;
    case 2:
        asset.hours.emplace();
        for (std::size_t hour = 0; hour < asset.hours->size(); ++hour)
            asset.hours->set(hour, dice.roll(3) == 0);
        break;
    case 3:
        asset.rightsFrom = start + std::chrono::hours(dice.roll(48));
        asset.rightsUntil = *asset.rightsFrom + std::chrono::hours(dice.roll(72));
        break;
    case 4:
        asset.maxPlaysPerDay = 1;
        asset.cooldown = 1h;
        break;
    case 5:
        asset.maxPlaysPerWeek = 2;
        asset.cooldown = 1h;
        break;
    case 6:
        asset.maxPlays = 2;
        asset.cooldown = 1h;
        break;
    case 7:
        asset.status = dice.roll(2) == 0 ? AssetStatus::Missing : AssetStatus::Unreadable;
        break;
    case 8:
        asset.weight = static_cast<double>(dice.roll(3));
        asset.kind = static_cast<AssetKind>(dice.roll(6));
        break;
    default:
        break;
    }
}

PlanningFixture randomStation(Dice &dice, TimePoint start)
{
    PlanningFixture fixture;
    const std::vector<FrameRate> rates{{25, 1}, {30000, 1001}, {50, 1}, {24000, 1001}, {24, 1}};
    fixture.channel.rate = rates[static_cast<std::size_t>(dice.roll(5))];
    fixture.channel.zone = dice.roll(2) == 0 ? QStringLiteral("Europe/Rome") : QStringLiteral("UTC");
    fixture.channel.dayStart = dice.roll(2) * 6h;
    const std::int64_t items = dice.roll(25);
    for (std::int64_t i = 0; i < items; ++i) {
        const DurationSource source = static_cast<DurationSource>(std::min<std::int64_t>(2, dice.roll(9)));
        Asset &asset = fixture.addAsset(Micros(dice.roll(2) * dice.roll(7'200'000'000)), source);
        if (asset.duration == Micros::zero())
            asset.duration = Micros(60'000'000 * (1 + dice.roll(60)));
        addRandomLimits(asset, dice, start);
    }
    const std::int64_t events = dice.roll(3) * dice.roll(15);
    for (std::int64_t i = 0; i < events; ++i) {
        const AssetId asset = items == 0 || dice.roll(4) == 0
                                  ? AssetId()
                                  : fixture.assets[static_cast<std::size_t>(dice.roll(items))].id;
        ScheduledEvent &event = fixture.addEvent(start + Millis(dice.roll(400'000'000) - 150'000'000),
                                                 Millis(1 + dice.roll(5'000'000)), asset);
        event.layer = dice.roll(8) == 0 ? 1 : 0;
        event.isExempt = dice.roll(8) == 0;
        event.origin = static_cast<EventOrigin>(dice.roll(4));
        event.isLocked = dice.roll(5) == 0;
    }
    return fixture;
}

} // namespace

class TestFill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryRuleWhateverTheStation();
    void smallLibraries_data();
    void smallLibraries();
    void exactCooldownIsAllowed();
    void cooldownCountsFutureAndLockedEvents();
    void replacesOnlyWhatIsNotFrozen();
    void whatReachesOverTheEndStands();
    void daysOfTheClockChange_data();
    void daysOfTheClockChange();
    void thousandEventsDoNotDrift();
    void endlessWorkIsCutOff();
    void cancelled();
    void refusesWhatMakesNoSense();
};

void TestFill::keepsEveryRuleWhateverTheStation()
{
    std::int64_t placed = 0;
    std::size_t gaps = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        Dice dice(seed);
        const TimePoint start = at("2026-03-27T05:00:00Z") + Millis(dice.roll(100'000));
        const PlanningFixture fixture = randomStation(dice, start);
        FillRequest request = requestOf(fixture, start, Millis(dice.roll(300'000'000) + 1));
        request.cooldown = std::chrono::hours(dice.roll(60));
        request.order = static_cast<PickOrder>(dice.roll(3));
        request.seed = seed;
        request.replaceAuto = dice.roll(2) == 0;
        Station station = fixture.station();
        const FillOutcome outcome = filled(station, request);
        const QString wrong = FillOracle(station, request, outcome).judge();
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(wrong)));
        QVERIFY(filled(station, request).edit == outcome.edit);

        const Station before = station;
        QVERIFY(station.apply(outcome.edit));
        Job job;
        CheckRequest again{request.plan, {}, request.cooldown, request.now};
        std::set<EventId> ours;
        for (const ScheduledEvent &event : outcome.edit.events.after)
            ours.insert(event.id);
        const auto checked = check(station, again, job);
        QVERIFY(checked);
        for (const CooldownBreak &found : checked->cooldown)
            QVERIFY(!ours.contains(found.event) && !ours.contains(found.previous));
        QVERIFY(station.apply(inverted(outcome.edit)));
        QVERIFY(holdSame(station, before));
        placed += outcome.placed;
        gaps += outcome.gaps.size();
    }
    QVERIFY(placed > 3000 && gaps > 500);
}

void TestFill::smallLibraries_data()
{
    QTest::addColumn<std::vector<Millis>>("lengths");
    QTest::addColumn<Millis>("range");
    QTest::addColumn<int>("placed");
    QTest::addColumn<GapReason>("reason");
    using Lengths = std::vector<Millis>;
    QTest::newRow("an empty library leaves one gap")
        << Lengths{} << Millis(24h) << 0 << GapReason::LibraryEmpty;
    QTest::newRow("one item plays once in a day") << Lengths{1h} << Millis(24h) << 1 << GapReason::AllCooling;
    QTest::newRow("and again after exactly 48 h") << Lengths{1h} << Millis(49h) << 2 << GapReason::AllCooling;
    QTest::newRow("items without a length never play")
        << Lengths{0h, 0h} << Millis(24h) << 0 << GapReason::NoKnownDurations;
    QTest::newRow("3 h do not fit into 1 h")
        << Lengths{3h} << Millis(1h) << 0 << GapReason::NothingShortEnough;
}

void TestFill::smallLibraries()
{
    QFETCH(std::vector<Millis>, lengths);
    QFETCH(Millis, range);
    QFETCH(GapReason, reason);
    PlanningFixture fixture;
    for (const Millis length : lengths)
        fixture.addAsset(length, length > 0h ? DurationSource::Probed : DurationSource::Unknown);
    const FillOutcome outcome = filledWell(fixture, requestOf(fixture, at("2026-05-01T00:00:00Z"), range));
    QTEST(static_cast<int>(outcome.placed), "placed");
    QCOMPARE(outcome.gaps.size(), std::size_t{1});
    QVERIFY(outcome.gaps[0].reason == reason);
    QCOMPARE(outcome.unknownDuration, std::count(lengths.begin(), lengths.end(), Millis(0)));
    if (reason == GapReason::AllCooling)
        QCOMPARE(toMs(outcome.gaps[0].freeAgain.value()), toMs(at("2026-05-03T00:00:00Z")));
}

void TestFill::exactCooldownIsAllowed()
{
    PlanningFixture fixture;
    const AssetId asset = fixture.addAsset(1h).id;
    const TimePoint start = at("2026-05-03T00:00:00Z");
    fixture.addEvent(start - 48h, 1h, asset);
    FillRequest request = requestOf(fixture, start, 1h);
    QCOMPARE(filledWell(fixture, request).placed, 1);
    request.cooldown = 48h + 1ms;
    QCOMPARE(filledWell(fixture, request).placed, 0);
}

void TestFill::cooldownCountsFutureAndLockedEvents()
{
    PlanningFixture fixture;
    const AssetId asset = fixture.addAsset(1h).id;
    const TimePoint start = at("2026-05-03T00:00:00Z");
    fixture.addEvent(start + 50h, 1h, asset).isLocked = true;
    const FillOutcome outcome = filledWell(fixture, requestOf(fixture, start, 99h - 1ms));
    // At the start, while it is still 48 h away, and 48 h after it: too late for the range.
    QCOMPARE(outcome.placed, 1);
    QCOMPARE(toMs(outcome.edit.events.after[0].range.start), toMs(start));
}

void TestFill::replacesOnlyWhatIsNotFrozen()
{
    PlanningFixture fixture;
    for (int i = 0; i < 60; ++i)
        fixture.addAsset(1h);
    const TimePoint start = at("2026-05-03T00:00:00Z");
    struct Row
    {
        Millis offset;
        EventOrigin origin;
        bool isLocked;
        bool isRemoved;
    };
    const std::vector<Row> rows{{0h, EventOrigin::AutoFill, false, false}, // started
                                {2h, EventOrigin::AutoFill, false, true},
                                {4h, EventOrigin::AutoFill, true, false},
                                {6h, EventOrigin::Manual, false, false},
                                {8h, EventOrigin::Import, false, false},
                                {10h, EventOrigin::Recurrence, false, false},
                                {24h, EventOrigin::AutoFill, false, false}}; // after the range
    for (const Row &row : rows) {
        ScheduledEvent &event = fixture.addEvent(start + row.offset, 30min, fixture.assets[0].id);
        event.origin = row.origin;
        event.isLocked = row.isLocked;
    }
    FillRequest request = requestOf(fixture, start, 24h);
    request.now = start + 1h;
    request.replaceAuto = true;
    const FillOutcome outcome = filledWell(fixture, request);
    std::set<EventId> removed;
    for (const ScheduledEvent &event : outcome.edit.events.before)
        removed.insert(event.id);
    for (std::size_t i = 0; i < rows.size(); ++i)
        QCOMPARE(removed.contains(fixture.events[i].id), rows[i].isRemoved);
    QCOMPARE(outcome.removed + outcome.moved, 1);
    request.replaceAuto = false;
    QVERIFY(filledWell(fixture, request).edit.events.before.empty());
}

/// Else nothing would be planned where it ends.
void TestFill::whatReachesOverTheEndStands()
{
    PlanningFixture fixture;
    for (int i = 0; i < 60; ++i)
        fixture.addAsset(1h);
    const TimePoint start = at("2026-05-03T00:00:00Z");
    Station station = fixture.station();
    QVERIFY(station.apply(filled(station, requestOf(fixture, start, 24h)).edit));
    FillRequest request = requestOf(fixture, start, 10h + 20min);
    request.replaceAuto = true;
    request.seed = 99;
    const FillOutcome outcome = filled(station, request);
    QCOMPARE(outcome.placed, 10);
    QVERIFY(outcome.gaps.empty() && outcome.added > 0);
    QVERIFY(station.apply(outcome.edit));
    TimePoint covered = start;
    station.schedule().forEach(fixture.plan.id, [&](const ScheduledEvent &event) {
        QCOMPARE(event.range.start, covered);
        covered = event.range.end();
    });
    QCOMPARE(covered, start + 24h);
}

void TestFill::daysOfTheClockChange_data()
{
    QTest::addColumn<QDate>("date");
    QTest::addColumn<int>("hours");
    QTest::newRow("spring change shortens the broadcast day") << QDate(2026, 3, 28) << 23;
    QTest::newRow("autumn change lengthens it") << QDate(2026, 10, 24) << 25;
    QTest::newRow("the calendar day itself is whole") << QDate(2026, 3, 29) << 24;
}

void TestFill::daysOfTheClockChange()
{
    QFETCH(QDate, date);
    QFETCH(int, hours);
    PlanningFixture fixture;
    fixture.channel.zone = QStringLiteral("Europe/Rome");
    fixture.channel.dayStart = 6h;
    for (int i = 0; i < 30; ++i) {
        Asset &asset = fixture.addAsset(30min);
        asset.maxPlaysPerDay = 2;
        asset.cooldown = 1h;
    }
    const TimeRange day = fixture.channel.clock().broadcastDay(date);
    const FillOutcome outcome = filledWell(fixture, requestOf(fixture, day.start, day.duration));
    QCOMPARE(outcome.placed, hours * 2);
    QCOMPARE(outcome.gap.count(), 0);
}

void TestFill::thousandEventsDoNotDrift()
{
    PlanningFixture fixture;
    fixture.channel.rate = {30000, 1001};
    for (int i = 0; i < 1200; ++i)
        fixture.addAsset(Micros(30'000'000 + i * 1'001));
    const FillRequest request = requestOf(fixture, at("2026-05-03T00:00:00Z"), 10h);
    const FillOutcome outcome = filledWell(fixture, request);
    QVERIFY(outcome.placed > 1000);
    const FrameGrid grid = fixture.channel.grid();
    std::int64_t frame = grid.ceilIndex(request.range.start);
    for (const ScheduledEvent &event : outcome.edit.events.after) {
        QCOMPARE(toMs(event.range.start), toMs(grid.timeOf(frame)));
        const auto asset = std::find_if(fixture.assets.begin(), fixture.assets.end(),
                                        [&](const Asset &one) { return one.id == event.asset; });
        frame += grid.framesFor(asset->duration);
    }
}

void TestFill::endlessWorkIsCutOff()
{
    PlanningFixture fixture;
    fixture.addAsset(Micros(40'000)).cooldown = 0h; // one frame
    FillRequest request = requestOf(fixture, at("2026-01-01T00:00:00Z"), 365 * 24h);
    request.limit = 5000;
    const FillOutcome outcome = filled(fixture.station(), request);
    QCOMPARE(outcome.placed, 5000);
    QCOMPARE(outcome.gaps.size(), std::size_t{1});
    QVERIFY(outcome.gaps[0].reason == GapReason::TooManyEvents);
    QCOMPARE((outcome.filled + outcome.gap).count(), Millis(365 * 24h).count());
}

void TestFill::cancelled()
{
    PlanningFixture fixture;
    fixture.addAsset(1h);
    Job job;
    job.cancel();
    const FillRequest request = requestOf(fixture, at("2026-01-01T00:00:00Z"), 24h);
    const auto outcome = fill(fixture.station(), request, stampAt(request.now), job);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
}

void TestFill::refusesWhatMakesNoSense()
{
    const PlanningFixture fixture;
    const FillRequest good = requestOf(fixture, at("2026-01-01T00:00:00Z"), 24h);
    const auto codeOf = [&](const FillRequest &request) {
        Job job;
        const auto outcome = fill(fixture.station(), request, stampAt(request.now), job);
        return outcome ? ErrorCode::Cancelled : outcome.error().code;
    };
    FillRequest bad = good;
    bad.plan = PlanId();
    QCOMPARE(codeOf(bad), ErrorCode::UnknownObject);
    bad = good;
    bad.range.duration = 0h;
    QCOMPARE(codeOf(bad), ErrorCode::EmptyRange);
    bad = good;
    bad.cooldown = -1h;
    QCOMPARE(codeOf(bad), ErrorCode::BadArgument);
}

QTEST_GUILESS_MAIN(TestFill)
#include "tst_fill.moc"
