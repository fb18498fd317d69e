// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/replan.h"

#include "randomplan.h"
#include "ruleoracle.h"

using namespace sf;
using namespace sf::test;
using namespace std::chrono_literals;

namespace {

const TimePoint noon = at("2026-05-04T10:00:00Z"); // in Rome
constexpr std::uint64_t stations = 1500;

/// The most of `room` that lengths, each at most once, can make up: all of them are tried.
Millis mostOf(const std::vector<Millis> &lengths, Millis room)
{
    Millis most{0};
    for (std::uint32_t chosen = 0; chosen < (1U << lengths.size()); ++chosen) {
        Millis sum{0};
        for (std::size_t i = 0; i < lengths.size(); ++i)
            sum += (chosen >> i & 1U) != 0 ? lengths[i] : Millis(0);
        if (sum <= room)
            most = std::max(most, sum);
    }
    return most;
}

} // namespace

/// Stations of every kind, each held against an oracle that knows nothing of how the planner works.
class TestPlannerRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noStationBreaksAnything();
    void aReplanTouchesOnlyWhatIsBroken();
    void aReplanGoesOnFromTheOldResult();
    void aReplanOfTheSameLeavesNoMore_data();
    void aReplanOfTheSameLeavesNoMore();
    void improvingNeverLeavesMore();
    void smallGapsAreFilledAsFarAsLengthsAllow_data();
    void smallGapsAreFilledAsFarAsLengthsAllow();
    void neverRulesHoldForWhatIsPlacedAtOnce_data();
    void neverRulesHoldForWhatIsPlacedAtOnce();
    void anEmptyRangeIsAnError();
};

void TestPlannerRandom::noStationBreaksAnything()
{
    std::int64_t placed = 0;
    std::int64_t recurring = 0;
    std::int64_t parts = 0;
    std::size_t gaps = 0;
    std::map<RelaxationTier, int> tiers;
    QStringList broken;
    for (std::uint64_t number = 0; number < stations; ++number) {
        const RandomPlan random(number);
        const Station before = random.fixture.station();
        const FillOutcome outcome = planned(before, random.request);
        const QString wrong = RuleOracle(before, random.request, outcome).judge();
        if (!wrong.isEmpty())
            broken.append(QStringLiteral("station %1: %2").arg(number).arg(wrong));
        if (number % 4 == 0)
            QVERIFY(planned(before, random.request).edit == outcome.edit);
        Station after = before;
        QVERIFY(after.apply(outcome.edit));
        QVERIFY(after.apply(inverted(outcome.edit)));
        QVERIFY(holdSame(after, before));
        placed += outcome.placed;
        recurring += outcome.recurring;
        gaps += outcome.gaps.size();
        for (const ScheduledEvent &event : outcome.edit.events.after) {
            ++tiers[event.tier];
            parts += event.airing ? 1 : 0;
        }
    }
    QVERIFY2(broken.isEmpty(), qPrintable(QStringLiteral("%1 of %2:\n").arg(broken.size()).arg(stations) +
                                          broken.mid(0, 20).join(u'\n')));
    qInfo("%d placed, %d gaps, %d recurring, %d parts, %d tiers", int(placed), int(gaps), int(recurring),
          int(parts), int(tiers.size()));
    // What the stations are about really happens in them.
    QVERIFY(placed > 20'000 && gaps > 4000);
    QVERIFY(recurring > 200 && parts > 20);
    QCOMPARE(tiers.size(), std::size_t{6});
}

/// One more rule comes in after a station was planned.
void TestPlannerRandom::aReplanTouchesOnlyWhatIsBroken()
{
    std::int64_t touched = 0;
    QStringList broken;
    for (std::uint64_t number = 0; number < stations / 4; ++number) {
        const RandomPlan random(number);
        const RandomPlan other(number + stations);
        Station before = random.fixture.station();
        QVERIFY(before.apply(planned(before, random.request).edit));
        StationEdit rules;
        rules.rules.after = other.fixture.rules;
        for (Rule &rule : rules.rules.after)
            rule.id =
                RuleId::fromBits(9, static_cast<std::uint64_t>(rules.rules.after.size()) + rule.id.bits.low);
        QVERIFY(before.apply(rules));
        ReplanRequest request{random.request, ReplanScope::Broken, {}};
        request.fill.replaceAuto = false;
        Job job;
        const auto going = eventsToReplan(before, request, job);
        const auto outcome =
            replan(before, request, {EditId::fromBits(3, 4), QStringLiteral("test"), {}}, job);
        QVERIFY(going && outcome);
        FillRequest judged = request.fill;
        judged.replaced = *going;
        const QString wrong = RuleOracle(before, judged, *outcome).judge();
        if (!wrong.isEmpty())
            broken.append(QStringLiteral("station %1: %2").arg(number).arg(wrong));
        touched += std::ssize(*going);
    }
    QVERIFY2(broken.isEmpty(), qPrintable(QStringLiteral("%1 of %2:\n").arg(broken.size()).arg(stations / 4) +
                                          broken.mid(0, 20).join(u'\n')));
    QVERIFY(touched > 500);
}

/// Once as it is, where no more may stay open, and once with other rules.
void TestPlannerRandom::aReplanGoesOnFromTheOldResult()
{
    std::int64_t kept = 0;
    std::int64_t changed = 0;
    QStringList broken;
    for (std::uint64_t number = 0; number < stations / 3; ++number) {
        const RandomPlan random(number);
        Station before = random.fixture.station();
        const FillOutcome first = planned(before, random.request);
        QVERIFY(before.apply(first.edit));
        ReplanRequest request{random.request, ReplanScope::Range, {}};
        request.fill.replaceAuto = false;
        request.fill.seed += 1;
        const auto judge = [&](const Station &station) {
            Job job;
            const auto going = eventsToReplan(station, request, job);
            const auto outcome =
                replan(station, request, {EditId::fromBits(3, 4), QStringLiteral("test"), {}}, job);
            if (!going || !outcome)
                qFatal("a re-plan failed");
            FillRequest judged = request.fill;
            judged.replaced = *going;
            const QString wrong = RuleOracle(station, judged, *outcome).judge();
            if (!wrong.isEmpty())
                broken.append(QStringLiteral("station %1: %2").arg(number).arg(wrong));
            return *outcome;
        };
        const FillOutcome same = judge(before);
        // Where all that was auto-filled is of that plan, not cut off, and nothing recurring found a place since.
        if (random.request.replaceAuto && first.placed < random.request.limit && same.recurring == 0) {
            QVERIFY2(same.gap <= first.gap, qPrintable(QString::number(number)));
            kept += same.placed - same.added - same.moved;
            changed += same.added + same.moved + same.removed;
        }
        StationEdit rules;
        rules.rules.after = RandomPlan(number + stations).fixture.rules;
        for (Rule &rule : rules.rules.after)
            rule.id = RuleId::fromBits(9, rule.id.bits.low);
        QVERIFY(before.apply(rules));
        judge(before);
    }
    QVERIFY2(broken.isEmpty(),
             qPrintable(QStringLiteral("%1:\n").arg(broken.size()) + broken.mid(0, 20).join(u'\n')));
    qInfo("%d kept, %d changed", int(kept), int(changed));
    QVERIFY(kept > 3000 && changed * 10 < kept);
}

void TestPlannerRandom::aReplanOfTheSameLeavesNoMore_data()
{
    QTest::addColumn<std::uint64_t>("number");
    QTest::newRow("what may not come before something locked, with others between") << std::uint64_t{700344};
    QTest::newRow("what is looped covers more than what could come in its place") << std::uint64_t{1484};
    QTest::newRow("an ident after a programme that runs over") << std::uint64_t{796};
    QTest::newRow("what goes between before the first programme") << std::uint64_t{4848};
    QTest::newRow("a gap is left where another was closed") << std::uint64_t{3221};
}

void TestPlannerRandom::aReplanOfTheSameLeavesNoMore()
{
    QFETCH(std::uint64_t, number);
    const RandomPlan random(number);
    Station before = random.fixture.station();
    const FillOutcome first = planned(before, random.request);
    QVERIFY(before.apply(first.edit));
    ReplanRequest request{random.request, ReplanScope::Range, {}};
    request.fill.replaceAuto = false;
    request.fill.seed += 1;
    Job job;
    const auto again = replan(before, request, {EditId::fromBits(3, 4), QStringLiteral("test"), {}}, job);
    QVERIFY(again);
    QVERIFY(again->gap <= first.gap);
}

void TestPlannerRandom::improvingNeverLeavesMore()
{
    std::int64_t better = 0;
    for (std::uint64_t number = 0; number < stations / 5; ++number) {
        RandomPlan random(number);
        const Station station = random.fixture.station();
        const FillOutcome improved = planned(station, random.request);
        random.request.improvements = 0;
        const FillOutcome plain = planned(station, random.request);
        QVERIFY2(improved.gap <= plain.gap, qPrintable(QString::number(number)));
        better += improved.gap < plain.gap ? 1 : 0;
    }
    QVERIFY(better > 0);
}

void TestPlannerRandom::smallGapsAreFilledAsFarAsLengthsAllow_data()
{
    QTest::addColumn<int>("items");
    QTest::addColumn<int>("minutes");
    QTest::newRow("two lengths") << 2 << 60;
    QTest::newRow("five lengths") << 5 << 120;
    QTest::newRow("nine lengths") << 9 << 240;
}

void TestPlannerRandom::smallGapsAreFilledAsFarAsLengthsAllow()
{
    QFETCH(int, items);
    QFETCH(int, minutes);
    for (std::uint64_t number = 0; number < 150; ++number) {
        Dice dice(mix64(number, 9));
        PlannerFixture fixture;
        std::vector<Millis> lengths;
        for (int i = 0; i < items; ++i) {
            lengths.push_back(Millis(40 * (1 + dice.roll(minutes * 1500 / 2))));
            fixture.addAsset(lengths.back());
        }
        const Millis room = std::chrono::minutes(minutes);
        FillRequest request = fixture.request(at("2026-05-04T00:00:00Z"), room);
        request.seed = number;
        request.order = static_cast<PickOrder>(dice.roll(3));
        const FillOutcome outcome = planned(fixture, request);
        QCOMPARE(outcome.filled.count(), mostOf(lengths, room).count());
    }
}

/// Each fills the hour from `noon` on; what is asked for is how many find a place.
void TestPlannerRandom::neverRulesHoldForWhatIsPlacedAtOnce_data()
{
    using Make = std::function<void(PlannerFixture &)>;
    QTest::addColumn<Make>("make");
    QTest::addColumn<int>("placed");
    const auto add = [](PlannerFixture &fixture, int count, Millis length, const char *category = "",
                        AssetKind kind = AssetKind::Program) {
        for (int i = 0; i < count; ++i)
            fixture.addItem(category, length, kind);
    };
    const auto lock = [](PlannerFixture &fixture, Millis after, const char *category, Millis length,
                         AssetKind kind = AssetKind::Program) {
        const AssetId asset = fixture.addItem(category, length, kind).id;
        fixture.addEvent(noon + after, length, asset).isLocked = true;
    };
    QTest::newRow("fillers that close a gap count to the maximum an hour")
        << Make([=](PlannerFixture &fixture) {
               add(fixture, 1, 50min);
               add(fixture, 10, 1min, "", AssetKind::Filler);
               fixture.addRule(MaxPerHour{3, std::nullopt}).scope.kind = AssetKind::Filler;
           })
        << 4;
    QTest::newRow("with what stands later in the hour") << Make([=](PlannerFixture &fixture) {
        add(fixture, 1, 50min);
        add(fixture, 10, 1min, "", AssetKind::Filler);
        lock(fixture, 59min, "", 1min, AssetKind::Filler);
        fixture.addRule(MaxPerHour{3, std::nullopt}).scope.kind = AssetKind::Filler;
    }) << 3;
    QTest::newRow("commercials of one break do, too") << Make([=](PlannerFixture &fixture) {
        add(fixture, 1, 30min);
        add(fixture, 8, 15s, "", AssetKind::Commercial);
        Daypart daypart = PlannerFixture::daypart("Day", 0h, 24h);
        daypart.breakLength = 2min;
        fixture.addTemplate({daypart});
        fixture.addRule(MaxPerHour{3, std::nullopt}).scope.kind = AssetKind::Commercial;
    }) << 4;
    QTest::newRow("two of a series do not make up an hour") << Make([=](PlannerFixture &fixture) {
        add(fixture, 2, 30min);
        fixture.assets[0].series = fixture.assets[1].series = QStringLiteral("X");
        fixture.addRule(Separation{2h, std::nullopt});
    }) << 1;
    QTest::newRow("nor two that may not follow each other") << Make([=](PlannerFixture &fixture) {
        add(fixture, 1, 30min, "A");
        add(fixture, 1, 30min, "B");
        fixture.addRule(Adjacency{QStringLiteral("A"), QStringLiteral("B"), true});
        fixture.addRule(Adjacency{QStringLiteral("B"), QStringLiteral("A"), true});
    }) << 1;
    QTest::newRow("nor one before what may not follow it") << Make([=](PlannerFixture &fixture) {
        add(fixture, 1, 30min, "A");
        lock(fixture, 30min, "B", 30min);
        fixture.addRule(Adjacency{QStringLiteral("A"), QStringLiteral("B"), true});
    }) << 0;
    QTest::newRow("three in a row are one too many") << Make([=](PlannerFixture &fixture) {
        add(fixture, 3, 20min, "A");
        fixture.addRule(MaxInARow{2, std::nullopt}, "A");
    }) << 2;
    QTest::newRow("what is planned after them is of the row") << Make([=](PlannerFixture &fixture) {
        add(fixture, 3, 20min, "A");
        lock(fixture, 60min, "A", 20min);
        fixture.addRule(MaxInARow{2, std::nullopt}, "A");
    }) << 1;
    QTest::newRow("plays in a window") << Make([=](PlannerFixture &fixture) {
        add(fixture, 1, 10min);
        fixture.assets[0].cooldown = 10min;
        fixture.addRule(MaxPlays{3h, 2, std::nullopt});
    }) << 2;
    QTest::newRow("plays in a window with one that is planned after it")
        << Make([=](PlannerFixture &fixture) {
               lock(fixture, 90min, "", 10min);
               fixture.assets[0].cooldown = 10min;
               fixture.addRule(MaxPlays{3h, 2, std::nullopt});
           })
        << 1;
    QTest::newRow("the hour of the day before") << Make([=](PlannerFixture &fixture) {
        lock(fixture, -24h + 30min, "", 30min);
        fixture.assets[0].cooldown = 1h;
        fixture.addRule(NoSameHour{true});
    }) << 0;
    QTest::newRow("the hour of the day after") << Make([=](PlannerFixture &fixture) {
        lock(fixture, 24h, "", 30min);
        fixture.assets[0].cooldown = 1h;
        fixture.addRule(NoSameHour{true});
    }) << 0;
    QTest::newRow("the watershed of a filler") << Make([=](PlannerFixture &fixture) {
        add(fixture, 1, 50min);
        add(fixture, 10, 1min, "", AssetKind::Filler);
        for (Asset &asset : fixture.assets)
            asset.rating = asset.kind == AssetKind::Filler ? QStringLiteral("18") : QString();
        fixture.addRule(Watershed{QStringLiteral("18"), 21h, 5h, true});
    }) << 1;
    QTest::newRow("all items cooling") << Make([=](PlannerFixture &fixture) {
        for (int i = 0; i < 3; ++i)
            lock(fixture, -3h + i * 1h, "", 1h);
    }) << 0;
    QTest::newRow("items that never played, with a cooldown") << Make([=](PlannerFixture &fixture) {
        add(fixture, 2, 30min);
        fixture.addRule(Cooldown{100h, std::nullopt});
    }) << 2;
}

void TestPlannerRandom::neverRulesHoldForWhatIsPlacedAtOnce()
{
    QFETCH(std::function<void(PlannerFixture &)>, make);
    PlannerFixture fixture;
    make(fixture);
    const Station station = fixture.station();
    const FillRequest request = fixture.request(noon, 1h);
    const FillOutcome outcome = planned(station, request);
    QTEST(static_cast<int>(outcome.placed), "placed");
    const QString wrong = RuleOracle(station, request, outcome).judge();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void TestPlannerRandom::anEmptyRangeIsAnError()
{
    RandomPlan random(0);
    random.request.range.duration = 0ms;
    Job job;
    const auto outcome = fill(random.fixture.station(), random.request, {}, job);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::EmptyRange);
}

QTEST_GUILESS_MAIN(TestPlannerRandom)
#include "tst_plannerrandom.moc"
