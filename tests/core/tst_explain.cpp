// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/explain.h"

#include "core/planning/feasibilityreport.h"

#include "plannerfixture.h"

using namespace sf;
using namespace sf::test;
using namespace std::chrono_literals;

namespace {

const TimePoint monday = at("2026-05-03T22:00:00Z"); // 4 May 2026, 00:00 in Rome

std::int64_t leftAfter(const Explanation &explanation, FunnelStep step)
{
    return explanation.funnel[static_cast<std::size_t>(step)].left;
}

Explanation explained(const Station &station, TimePoint t, const FillRequest &request)
{
    Job job;
    auto found = explainAt(station, t, request, job);
    if (!found)
        qFatal("%s", qPrintable(sentence(found.error())));
    return *found;
}

FeasibilityReport feasible(const PlannerFixture &fixture, const FillRequest &request)
{
    Job job;
    return feasibilityReport(fixture.station(), request, job).value();
}

} // namespace

class TestExplain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGapTellsEachStep();
    void aShorterCooldownWouldLetIn();
    void anEventHasRunnersUp();
    void aBrokenPreferenceIsOnTheBill();
    void anAssetTellsWhyNotHere();
    void unknownThingsAreErrors();
    void daypartsShareTheLibrary();
    void aFallbackCounts();
    void lightsHaveReasons_data();
    void lightsHaveReasons();
    void aQuotaNeedsItsCategory();
    void aPreferredShareGivesWay();
    void daypartsWithoutACommonAssetAreShortApart();
};

void TestExplain::aGapTellsEachStep()
{
    PlannerFixture fixture;
    for (int i = 0; i < 10; ++i)
        fixture.addItem("Kids", 30min);
    fixture.addItem("News", 30min);                              // not of the daypart
    fixture.addItem("Kids", 0min);                               // no length
    fixture.assets[1].rightsUntil = monday - 15h;                // rights
    fixture.assets[2].hours.emplace();                           // never allowed
    fixture.assets[3].duration = 3h;                             // too long
    fixture.addEvent(monday - 10h, 30min, fixture.assets[4].id); // cooling
    fixture.assets[5].maxPlays = 1;
    fixture.assets[5].cooldown = 1h;
    fixture.addEvent(monday - 20h, 30min, fixture.assets[5].id); // played out
    fixture.assets[6].rating = QStringLiteral("18");
    fixture.addRule(Watershed{QStringLiteral("18"), 22h, 23h, true}); // hours by rating
    fixture.addEvent(monday + 2h, 30min);
    fixture.addTemplate({PlannerFixture::daypart("Day", 0h, 24h, "Kids")});
    const Explanation gap = explained(fixture.station(), monday + 1h, fixture.request(monday, 1h));
    QVERIFY(!gap.event);
    QCOMPARE(gap.daypart, QStringLiteral("Day"));
    QCOMPARE(toMs(gap.where.end()), toMs(monday + 2h));
    QCOMPARE(leftAfter(gap, FunnelStep::Library), 12);
    QCOMPARE(leftAfter(gap, FunnelStep::Daypart), 11);
    QCOMPARE(leftAfter(gap, FunnelStep::Playable), 10);
    QCOMPARE(leftAfter(gap, FunnelStep::Rights), 9);
    QCOMPARE(leftAfter(gap, FunnelStep::Hours), 7);
    QCOMPARE(leftAfter(gap, FunnelStep::Fits), 7); // the gap reaches back a day: 3 h fit
    QCOMPARE(leftAfter(gap, FunnelStep::Limits), leftAfter(gap, FunnelStep::Rules));
}

void TestExplain::aShorterCooldownWouldLetIn()
{
    PlannerFixture fixture;
    for (int i = 0; i < 3; ++i) {
        fixture.addAsset(1h);
        fixture.addEvent(monday + i * 1h, 1h, fixture.assets.back().id);
    }
    const Explanation gap = explained(fixture.station(), monday + 4h, fixture.request(monday, 24h));
    QCOMPARE(toMs(gap.where.start), toMs(monday + 3h));
    QCOMPARE(leftAfter(gap, FunnelStep::Fits), 3);
    QCOMPARE(leftAfter(gap, FunnelStep::Cooldown), 0);
    QCOMPARE(gap.shutOut.size(), std::size_t{3});
    QVERIFY(gap.shutOut.front().first.obstacle == Obstacle::Cooldown);
    QCOMPARE(toMs(gap.shutOut.front().first.until.value()), toMs(monday + 48h));
    QCOMPARE(gap.whatIf.size(), std::size_t{2});
    QCOMPARE(gap.whatIf[0].cooldown.count(), Millis(3h).count());
    QCOMPARE(gap.whatIf[0].count, 1);
    QCOMPARE(gap.whatIf[1].cooldown.count(), Millis(1h).count());
    QCOMPARE(gap.whatIf[1].count, 3);
    QCOMPARE(toMs(gap.whatIf[1].firstFree.value()), toMs(monday + 48h));
    // And so it is: with three hours just one more fits.
    FillRequest request = fixture.request(monday + 3h, 1h);
    request.cooldown = gap.whatIf[0].cooldown;
    QCOMPARE(planned(fixture, request).placed, 1);
    request.cooldown += 1min;
    QCOMPARE(planned(fixture, request).placed, 0);
}

void TestExplain::anEventHasRunnersUp()
{
    PlannerFixture fixture;
    for (int i = 0; i < 50; ++i)
        fixture.addAsset(30min);
    Station station = fixture.station();
    const FillRequest request = fixture.request(monday, 5h);
    const FillOutcome outcome = planned(station, request);
    QVERIFY(station.apply(outcome.edit));
    Job job;
    const ScheduledEvent &third = outcome.edit.events.after[2];
    const auto why = explainEvent(station, third.id, request, job);
    QVERIFY(why);
    QCOMPARE(why->chosen, third.asset);
    QCOMPARE(leftAfter(*why, FunnelStep::Rules), 50 - 9); // the nine others are cooling
    QCOMPARE(why->runnersUp.size(), std::size_t{3});
    QVERIFY(why->objections.empty() && why->score.empty());
    for (const RunnerUp &other : why->runnersUp)
        QVERIFY(other.asset != third.asset && !other.title.isEmpty());
}

void TestExplain::aBrokenPreferenceIsOnTheBill()
{
    PlannerFixture fixture;
    for (int i = 0; i < 50; ++i)
        fixture.addAsset(1h);
    fixture.addRule(Cooldown{48h, 100h}).weight = 2;
    Station station = fixture.station();
    const FillRequest request = fixture.request(monday, 60h);
    const FillOutcome outcome = planned(station, request);
    QVERIFY(station.apply(outcome.edit));
    Job job;
    const auto why = explainEvent(station, outcome.edit.events.after[55].id, request, job);
    QVERIFY(why);
    QVERIFY(why->tier == RelaxationTier::NeverValues);
    QCOMPARE(why->score.size(), std::size_t{1});
    QVERIFY(why->score.front().cost > 0 && why->score.front().cost <= 2);
}

void TestExplain::anAssetTellsWhyNotHere()
{
    PlannerFixture fixture;
    Asset &asset = fixture.addItem("Film", 2h);
    asset.rightsFrom = monday + 100h;
    fixture.addEvent(monday - 1h, 30min, asset.id);
    fixture.addEvent(monday + 1h, 30min);
    const Station station = fixture.station();
    Job job;
    const auto objections =
        explainAsset(station, fixture.assets[0].id, monday, fixture.request(monday, 1h), job);
    QVERIFY(objections);
    std::vector<FunnelStep> steps;
    for (const Objection &one : *objections)
        steps.push_back(one.step);
    const std::vector<FunnelStep> expected{FunnelStep::Rights, FunnelStep::Fits, FunnelStep::Cooldown};
    QVERIFY(steps == expected);
    QCOMPARE(toMs(objections->front().until.value()), toMs(monday + 100h));
    QVERIFY(explainAsset(station, fixture.assets[0].id, monday + 200h, fixture.request(monday, 1h), job)
                ->empty());
}

void TestExplain::unknownThingsAreErrors()
{
    const PlannerFixture fixture;
    Job job;
    const FillRequest request = fixture.request(monday, 1h);
    const Station station = fixture.station();
    QCOMPARE(explainEvent(station, EventId::fromBits(1, 1), request, job).error().code,
             ErrorCode::UnknownObject);
    QCOMPARE(explainAsset(station, AssetId::fromBits(1, 1), monday, request, job).error().code,
             ErrorCode::UnknownObject);
    FillRequest elsewhere = request;
    elsewhere.plan = PlanId::fromBits(1, 1);
    QCOMPARE(explainAt(station, monday, elsewhere, job).error().code, ErrorCode::UnknownObject);
}

void TestExplain::daypartsShareTheLibrary()
{
    PlannerFixture fixture;
    for (int i = 0; i < 4; ++i)
        fixture.addItem("Kids", 1h);
    for (int i = 0; i < 60; ++i)
        fixture.addItem("Film", 1h);
    // Morning and afternoon draw from the same four hours: eight are needed in two days.
    fixture.addTemplate({PlannerFixture::daypart("Morning", 6h, 8h, "Kids"),
                         PlannerFixture::daypart("Day", 8h, 15h, "Film"),
                         PlannerFixture::daypart("Afternoon", 15h, 17h, "Kids")});
    const FeasibilityReport report =
        feasible(fixture, fixture.request(monday + 6h, 35h)); // up to 17:00 next day
    QVERIFY(report.light == Light::Red);
    QCOMPARE(report.daypartShortage.count(), Millis(4h).count());
    const QStringList expected{QStringLiteral("Morning"), QStringLiteral("Afternoon")};
    QCOMPARE(QStringList(report.shortDayparts.begin(), report.shortDayparts.end()), expected);
    for (const PartFeasibility &part : report.dayparts) {
        if (part.name == u"Day")
            QVERIFY(part.light == Light::Green && part.shortage == 0h);
        if (part.name == u"Morning")
            QVERIFY(part.needed == 4h && part.library == 4h && part.when == u"daily 06:00 to 08:00");
    }
    const FillOutcome outcome = planned(fixture, fixture.request(monday + 6h, 35h));
    QVERIFY(outcome.gap >= report.daypartShortage); // it is a bound
}

void TestExplain::aFallbackCounts()
{
    PlannerFixture fixture;
    for (int i = 0; i < 4; ++i)
        fixture.addItem("Kids", 1h);
    for (int i = 0; i < 3; ++i)
        fixture.addItem("Cartoon", 1h);
    Daypart kids = PlannerFixture::daypart("Kids", 0h, 6h, "Kids");
    fixture.addTemplate({kids});
    const FillRequest request = fixture.request(monday, 6h);
    QCOMPARE(feasible(fixture, request).daypartShortage.count(), Millis(2h).count());
    fixture.templates.front().dayparts.front().fallbackCategories = {QStringLiteral("Cartoon")};
    const FeasibilityReport report = feasible(fixture, request);
    QCOMPARE(report.daypartShortage.count(), 0);
    QVERIFY(report.shortDayparts.empty());
    QVERIFY(report.dayparts.front().reason == LightReason::NeedsFallback);
    QVERIFY(report.dayparts.front().light == Light::Amber && report.light == Light::Amber);
    QVERIFY(planned(fixture, request).gaps.empty()); // and so it is
}

void TestExplain::lightsHaveReasons_data()
{
    QTest::addColumn<int>("items");
    QTest::addColumn<bool>("hasSlate");
    QTest::addColumn<LightReason>("reason");
    QTest::newRow("a tenth to spare is enough") << 11 << false << LightReason::Enough;
    QTest::newRow("just what is needed is tight") << 10 << false << LightReason::Tight;
    QTest::newRow("less is short") << 9 << false << LightReason::Short;
    QTest::newRow("a slate covers that") << 9 << true << LightReason::NeedsSlates;
}

void TestExplain::lightsHaveReasons()
{
    QFETCH(int, items);
    QFETCH(bool, hasSlate);
    QFETCH(LightReason, reason);
    PlannerFixture fixture;
    for (int i = 0; i < items; ++i)
        fixture.addItem("Kids", 1h);
    if (hasSlate)
        fixture.addItem("", 10s, AssetKind::Filler).isElastic = true;
    fixture.addTemplate({PlannerFixture::daypart("Kids", 0h, 24h, "Kids")});
    const FeasibilityReport report = feasible(fixture, fixture.request(monday, 10h));
    QVERIFY(report.channelReason == reason && report.light == lightOf(reason));
    QVERIFY(report.dayparts.front().reason == reason);
    QCOMPARE(report.channel.available.count(), Millis(items * 1h).count()); // however much is needed
    QCOMPARE(report.dayparts.front().available.count(), Millis(items * 1h).count());
    QCOMPARE(report.dayparts.front().shortage.count(), Millis(std::max(0, 10 - items) * 1h).count());
    QCOMPARE(report.channel.shortage.count(), hasSlate ? 0 : Millis(std::max(0, 10 - items) * 1h).count());
}

void TestExplain::aQuotaNeedsItsCategory()
{
    PlannerFixture fixture;
    for (int i = 0; i < 10; ++i)
        fixture.addItem("Kids", 1h);
    for (int i = 0; i < 60; ++i)
        fixture.addItem("Film", 1h);
    fixture.addRule(Quota{0.5, 0.7}, "Kids");
    const FeasibilityReport report = feasible(fixture, fixture.request(monday, 40h));
    QCOMPARE(report.categories.size(), std::size_t{1});
    QCOMPARE(report.categories.front().shortage.count(), Millis(10h).count());
    QVERIFY(report.light == Light::Red);
    QVERIFY(report.channel.shortage == 0h);
}

void TestExplain::aPreferredShareGivesWay()
{
    PlannerFixture fixture;
    for (int i = 0; i < 10; ++i)
        fixture.addItem("Kids", 1h);
    for (int i = 0; i < 60; ++i)
        fixture.addItem("Film", 1h);
    fixture.addRule(Quota{0.2, 0.5}, "Kids"); // 8 h are a must, 20 h a wish
    const FeasibilityReport report = feasible(fixture, fixture.request(monday, 40h));
    QCOMPARE(report.categories.size(), std::size_t{1});
    QVERIFY(report.categories.front().reason == LightReason::GivesWay);
    QCOMPARE(report.categories.front().shortage.count(), Millis(10h).count());
    QVERIFY(report.categories.front().light == Light::Amber);
    QVERIFY(report.light == Light::Amber);
}

void TestExplain::daypartsWithoutACommonAssetAreShortApart()
{
    PlannerFixture fixture;
    fixture.addItem("Kids", 1h);
    fixture.addItem("Film", 1h);
    fixture.addTemplate(
        {PlannerFixture::daypart("Morning", 0h, 2h, "Kids"), PlannerFixture::daypart("Day", 2h, 5h, "Film"),
         PlannerFixture::daypart("Noon", 5h, 7h, "Kids"), PlannerFixture::daypart("Nobody", 7h, 9h, "None")});
    const FeasibilityReport report = feasible(fixture, fixture.request(monday, 9h));
    QCOMPARE(report.daypartShortage.count(), Millis(7h).count());
    QCOMPARE(report.shared.size(), std::size_t{3});
    const std::vector<QString> kids{QStringLiteral("Morning"), QStringLiteral("Noon")};
    QCOMPARE(report.shared[0], (SharedShortage{kids, 3h}));
    QCOMPARE(report.shared[1], (SharedShortage{{QStringLiteral("Day")}, 2h}));
    QCOMPARE(report.shared[2], (SharedShortage{{QStringLiteral("Nobody")}, 2h}));
}

QTEST_GUILESS_MAIN(TestExplain)
#include "tst_explain.moc"
