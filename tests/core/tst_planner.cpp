// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/fill.h"

#include "plannerfixture.h"

#include <map>
#include <set>

using namespace sf;
using namespace sf::test;
using namespace std::chrono_literals;

namespace {

const Asset &assetOf(const PlannerFixture &fixture, const ScheduledEvent &event)
{
    return *std::find_if(fixture.assets.begin(), fixture.assets.end(),
                         [&](const Asset &asset) { return asset.id == event.asset; });
}

const TimePoint monday = at("2026-05-03T22:00:00Z"); // 4 May 2026, 00:00 in Rome

} // namespace

class TestPlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeClipsPlayThreeTimes();
    void tenDaysBeforeExistingPlays();
    void lengthsThatDoNotFit_data();
    void lengthsThatDoNotFit();
    void joinsAreMetByLengthAlone();
    void fillersMeetJoinsToTheFrame();
    void eachDaypartDrawsFromItsOwn();
    void oneDayWinsOverTheSeason();
    void softStartsShiftAndHardOnesDoNot();
    void fallsBackInOrder();
    void slateCoversWhatNothingFits();
    void identsPromosAndBreaks();
    void breaksAtSplitPoints();
    void padsToTheHour();
    void seriesAreApart();
    void watershedAndRows();
    void quotasAreKept();
    void oneTemplateForAllOfIt();
    void preferencesGiveWayFirst();
    void aWindowWithoutLengthCountsOnlyWhatAirsIn();
    void anExemptSeriesNeedsNoDistance();
    void whatAiredCountsAndNotWhatWasPlanned();
    void theNextEpisodeAndItsRerun();
    void anOccurrenceIsPlacedOnce();
    void anOccupiedOccurrenceIsListed();
};

void TestPlanner::threeClipsPlayThreeTimes()
{
    PlannerFixture fixture;
    for (int i = 0; i < 3; ++i)
        fixture.addAsset(1h);
    const FillOutcome outcome = planned(fixture, fixture.request(monday, 24h));
    QCOMPARE(outcome.placed, 3);
    QCOMPARE(outcome.gaps.size(), std::size_t{1});
    QVERIFY(outcome.gaps.front().reason == GapReason::AllCooling);
    QCOMPARE(toMs(outcome.gaps.front().freeAgain.value()), toMs(monday + 48h));
}

void TestPlanner::tenDaysBeforeExistingPlays()
{
    PlannerFixture fixture;
    const AssetId asset = fixture.addAsset(1h).id;
    fixture.addEvent(monday + 240h, 1h, asset);
    QCOMPARE(planned(fixture, fixture.request(monday, 24h)).placed, 1);
}

void TestPlanner::lengthsThatDoNotFit_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("placed");
    QTest::newRow("2 x 2000 s into 3600 s: one, and a gap") << 2 << 2000 << 1;
    QTest::newRow("one of 7200 s into 3600 s: a gap") << 1 << 7200 << 0;
    QTest::newRow("2 x 1800 s into 3600 s: both") << 2 << 1800 << 2;
    QTest::newRow("nothing") << 0 << 0 << 0;
}

void TestPlanner::lengthsThatDoNotFit()
{
    QFETCH(int, count);
    QFETCH(int, seconds);
    QFETCH(int, placed);
    PlannerFixture fixture;
    for (int i = 0; i < count; ++i)
        fixture.addAsset(std::chrono::seconds(seconds));
    const FillOutcome outcome = planned(fixture, fixture.request(monday, 1h));
    QCOMPARE(outcome.placed, placed);
    QCOMPARE((outcome.filled + outcome.gap).count(), Millis(1h).count());
    QCOMPARE(outcome.gaps.empty(), placed * seconds == 3600);
}

void TestPlanner::joinsAreMetByLengthAlone()
{
    PlannerFixture fixture;
    Dice dice(3);
    for (int i = 0; i < 600; ++i)
        fixture.addAsset(Micros(40'000 * (7500 + dice.roll(60'000))));
    std::vector<Daypart> hours;
    for (int hour = 0; hour < 24; ++hour)
        hours.push_back(PlannerFixture::daypart("Hour", hour * 1h, (hour + 1) * 1h));
    fixture.addTemplate(hours);
    const FillOutcome outcome = planned(fixture, fixture.request(monday, 48h));
    QCOMPARE(outcome.joins, 48);
    qInfo("%d of %d joins are exact", static_cast<int>(outcome.exactJoins), static_cast<int>(outcome.joins));
    QVERIFY(outcome.exactJoins >= 40); // of so small a library
    QCOMPARE(outcome.violations, 0);
}

void TestPlanner::fillersMeetJoinsToTheFrame()
{
    PlannerFixture fixture;
    Dice dice(4);
    for (int i = 0; i < 200; ++i)
        fixture.addAsset(Micros(40'000 * (15'000 + dice.roll(60'000))));
    for (int i = 0; i < 400; ++i)
        fixture.addItem("", Micros(40'000 * (125 + dice.roll(2000))), AssetKind::Filler);
    std::vector<Daypart> hours;
    for (int hour = 0; hour < 24; ++hour)
        hours.push_back(PlannerFixture::daypart("Hour", hour * 1h, (hour + 1) * 1h));
    fixture.addTemplate(hours);
    const FillOutcome outcome = planned(fixture, fixture.request(monday, 48h));
    QCOMPARE(outcome.exactJoins, 48);
    QVERIFY(outcome.gaps.empty());
    QCOMPARE(outcome.violations, 0);
}

void TestPlanner::eachDaypartDrawsFromItsOwn()
{
    PlannerFixture fixture;
    for (int i = 0; i < 40; ++i) {
        fixture.addItem("Kids", 30min);
        fixture.addItem("News", 30min);
        fixture.addItem("Film", 30min);
    }
    Daypart weekdays = PlannerFixture::daypart("Kids", 6h, 9h, "Kids");
    weekdays.dayMask = 0x1F;
    fixture.addTemplate({weekdays, PlannerFixture::daypart("Night", 22h, 26h, "News"),
                         PlannerFixture::daypart("Day", 9h, 22h, "Film")});
    const FillOutcome outcome = planned(fixture, fixture.request(monday, 24h));
    for (const ScheduledEvent &event : outcome.edit.events.after) {
        const QString category = assetOf(fixture, event).category;
        const Millis into = event.range.start - monday;
        if (into >= 6h && into < 9h)
            QCOMPARE(category, QStringLiteral("Kids"));
        else if (into >= 22h || into < 2h) // the night runs into the next day
            QCOMPARE(category, QStringLiteral("News"));
        else if (into >= 9h)
            QCOMPARE(category, QStringLiteral("Film"));
    }
    QCOMPARE(outcome.exactJoins, outcome.joins);
    // Saturday has no kids.
    const FillOutcome saturday = planned(fixture, fixture.request(monday + 5 * 24h + 6h, 3h));
    QVERIFY(std::any_of(saturday.edit.events.after.begin(), saturday.edit.events.after.end(),
                        [&](const auto &event) { return assetOf(fixture, event).category != u"Kids"; }));
}

void TestPlanner::oneDayWinsOverTheSeason()
{
    PlannerFixture fixture;
    for (int i = 0; i < 30; ++i) {
        fixture.addItem("Usual", 1h);
        fixture.addItem("Summer", 1h);
        fixture.addItem("Feast", 1h);
    }
    fixture.addTemplate({PlannerFixture::daypart("Day", 0h, 24h, "Usual")});
    WeekTemplate &summer = fixture.addTemplate({PlannerFixture::daypart("Day", 0h, 24h, "Summer")});
    summer.validFrom = QDate(2026, 5, 5);
    summer.validUntil = QDate(2026, 5, 31);
    WeekTemplate &feast = fixture.addTemplate({PlannerFixture::daypart("Day", 0h, 24h, "Feast")});
    feast.validFrom = feast.validUntil = QDate(2026, 5, 6);
    const FillOutcome outcome = planned(fixture, fixture.request(monday, 4 * 24h));
    const std::vector<QString> expected{QStringLiteral("Usual"), QStringLiteral("Summer"),
                                        QStringLiteral("Feast"), QStringLiteral("Summer")};
    for (const ScheduledEvent &event : outcome.edit.events.after) {
        const auto day = static_cast<std::size_t>((event.range.start - monday) / (24h));
        QCOMPARE(assetOf(fixture, event).category, expected[day]);
    }
    QVERIFY(outcome.placed > 80);
}

void TestPlanner::softStartsShiftAndHardOnesDoNot()
{
    PlannerFixture fixture;
    for (int i = 0; i < 60; ++i)
        fixture.addItem("A", 25min);
    for (int i = 0; i < 60; ++i)
        fixture.addItem("B", 30min);
    Daypart evening = PlannerFixture::daypart("Evening", 2h, 4h, "B");
    fixture.addTemplate({PlannerFixture::daypart("Day", 0h, 2h, "A"), evening});
    const FillOutcome hard = planned(fixture, fixture.request(monday, 4h));
    QCOMPARE(hard.gaps.size(), std::size_t{1}); // 4 x 25 minutes leave 20
    QCOMPARE(toMs(hard.gaps.front().range.end()), toMs(monday + 2h));
    fixture.templates.front().dayparts[1].isHardStart = false;
    fixture.templates.front().dayparts[1].startTolerance = 10min;
    const FillOutcome soft = planned(fixture, fixture.request(monday, 4h));
    const auto &events = soft.edit.events.after;
    const auto first = std::find_if(events.begin(), events.end(), [&](const auto &event) {
        return assetOf(fixture, event).category == u"B";
    });
    QVERIFY(first != events.end());
    QCOMPARE(toMs(first->range.start), toMs(monday + 2h + 5min)); // 5 x 25 minutes run 5 over
}

void TestPlanner::fallsBackInOrder()
{
    PlannerFixture fixture;
    fixture.addItem("Main", 1h);
    fixture.addItem("First", 1h);
    fixture.addItem("Second", 1h);
    Daypart daypart = PlannerFixture::daypart("Day", 0h, 24h, "Main");
    daypart.fallbackCategories = {QStringLiteral("First"), QStringLiteral("Second")};
    fixture.addTemplate({daypart});
    FillRequest request = fixture.request(monday, 4h);
    const FillOutcome outcome = planned(fixture, request);
    const auto &events = outcome.edit.events.after;
    QCOMPARE(events.size(), std::size_t{3});
    QVERIFY(events[0].tier == RelaxationTier::AllRules);
    QVERIFY(events[1].tier == RelaxationTier::FallbackCategory &&
            assetOf(fixture, events[1]).category == u"First");
    QVERIFY(events[2].tier == RelaxationTier::FallbackCategory &&
            assetOf(fixture, events[2]).category == u"Second");
    request.allowedCooldown = 3h;
    const FillOutcome allowed = planned(fixture, request);
    QCOMPARE(allowed.edit.events.after.size(), std::size_t{4});
    QVERIFY(allowed.edit.events.after[3].tier == RelaxationTier::OperatorAllowed);
}

void TestPlanner::slateCoversWhatNothingFits()
{
    PlannerFixture fixture;
    fixture.addAsset(1h);
    Asset &slate = fixture.addItem("", 10s, AssetKind::Filler);
    slate.isElastic = true;
    const FillOutcome outcome = planned(fixture, fixture.request(monday, 2h));
    QVERIFY(outcome.gaps.empty());
    const auto &events = outcome.edit.events.after;
    QCOMPARE(events.size(), std::size_t{2});
    QVERIFY(events[1].tier == RelaxationTier::ElasticSlate && events[1].isExempt);
    QCOMPARE(toMs(events[1].range.end()), toMs(monday + 2h));
    QCOMPARE(outcome.violations, 0);
}

void TestPlanner::identsPromosAndBreaks()
{
    PlannerFixture fixture;
    for (int i = 0; i < 30; ++i) {
        fixture.addItem("", 20min);
        fixture.addItem("", 10s, AssetKind::Ident);
        fixture.addItem("", 30s, AssetKind::Promo);
        for (int j = 0; j < 3; ++j)
            fixture.addItem("", std::chrono::seconds(15 + i), AssetKind::Commercial);
    }
    Daypart daypart = PlannerFixture::daypart("Day", 0h, 24h);
    daypart.identAfterEach = true;
    daypart.promoEvery = 30min;
    daypart.breakLength = 2min;
    fixture.addTemplate({daypart});
    const FillOutcome outcome = planned(fixture, fixture.request(monday, 3h));
    std::map<AssetKind, Millis> airtime;
    AssetKind before = AssetKind::Ident;
    for (const ScheduledEvent &event : outcome.edit.events.after) {
        const AssetKind kind = assetOf(fixture, event).kind;
        airtime[kind] += event.range.duration;
        QVERIFY(kind != AssetKind::Program || before == AssetKind::Ident || before == AssetKind::Program);
        before = kind;
    }
    const auto programmes = airtime[AssetKind::Program] / 20min;
    QVERIFY(programmes >= 7);
    QCOMPARE(airtime[AssetKind::Commercial].count(), Millis(programmes * 2min).count());
    QVERIFY(airtime[AssetKind::Ident] >= (programmes - 1) * 10s);
    QVERIFY(airtime[AssetKind::Promo] >= 4 * 30s);
}

void TestPlanner::breaksAtSplitPoints()
{
    PlannerFixture fixture;
    fixture.addItem("", 30min).breaks = {10min, 20min};
    for (int i = 0; i < 8; ++i)
        fixture.addItem("", 30s, AssetKind::Commercial);
    Daypart daypart = PlannerFixture::daypart("Day", 0h, 24h);
    daypart.breakLength = 1min;
    fixture.addTemplate({daypart});
    const FillOutcome outcome = planned(fixture, fixture.request(monday, 32min));
    const auto &events = outcome.edit.events.after;
    QCOMPARE(events.size(), std::size_t{7}); // three parts, twice two commercials
    QVERIFY(outcome.gaps.empty());
    QVERIFY(events[0].airing && events[0].airing == events[3].airing && events[3].airing == events[6].airing);
    QCOMPARE(events[6].mediaIn.count(), Micros(20min).count());
    QCOMPARE(outcome.violations, 0);
}

void TestPlanner::padsToTheHour()
{
    PlannerFixture fixture;
    Dice dice(9);
    for (int i = 0; i < 60; ++i)
        fixture.addItem("", Micros(40'000 * (60'000 + dice.roll(20'000)))); // 40 to 53 minutes
    for (int i = 0; i < 900; ++i)
        fixture.addItem("", Micros(40'000 * (125 + dice.roll(2000))), AssetKind::Filler);
    Daypart daypart = PlannerFixture::daypart("Day", 0h, 24h);
    daypart.padTo = 1h;
    fixture.addTemplate({daypart});
    const FillOutcome outcome = planned(fixture, fixture.request(monday, 24h));
    QVERIFY(outcome.gaps.empty());
    for (const ScheduledEvent &event : outcome.edit.events.after) {
        if (assetOf(fixture, event).kind == AssetKind::Program)
            QCOMPARE((event.range.start - monday) % 1h, Millis(0));
    }
}

void TestPlanner::seriesAreApart()
{
    PlannerFixture fixture;
    for (int i = 0; i < 120; ++i)
        fixture.addAsset(30min).series = QStringLiteral("Series %1").arg(i % 6);
    fixture.addRule(Separation{2h + 30min, std::nullopt});
    ScheduledEvent &locked = fixture.addEvent(monday + 6h, 30min, fixture.assets[0].id);
    locked.isLocked = true;
    const FillOutcome outcome = planned(fixture, fixture.request(monday, 24h));
    std::map<QString, std::vector<TimePoint>> starts;
    starts[fixture.assets[0].series].push_back(locked.range.start);
    for (const ScheduledEvent &event : outcome.edit.events.after)
        starts[assetOf(fixture, event).series].push_back(event.range.start);
    for (auto &[series, times] : starts) {
        std::sort(times.begin(), times.end());
        for (std::size_t i = 1; i < times.size(); ++i)
            QVERIFY(times[i] - times[i - 1] >= 2h + 30min);
    }
    QVERIFY(outcome.placed > 40);
}

void TestPlanner::watershedAndRows()
{
    PlannerFixture fixture;
    for (int i = 0; i < 60; ++i) {
        fixture.addItem("Music", 30min);
        fixture.addItem("Talk", 30min).rating = QStringLiteral("16");
    }
    fixture.addRule(Watershed{QStringLiteral("16"), 21h, 5h, true});
    fixture.addRule(MaxInARow{3, std::nullopt}, "Music");
    const FillOutcome outcome = planned(fixture, fixture.request(monday, 24h));
    int row = 0;
    TimePoint last = monday;
    for (const ScheduledEvent &event : outcome.edit.events.after) {
        const Millis into = event.range.start - monday;
        const bool isMusic = assetOf(fixture, event).category == u"Music";
        QVERIFY(isMusic || into >= 21h || into < 5h);
        row = isMusic ? row + 1 : 0;
        QVERIFY(row <= 3);
        last = event.range.start;
    }
    // In daytime there is only music, and of that three in a row.
    QVERIFY(std::any_of(outcome.gaps.begin(), outcome.gaps.end(),
                        [](const FillGap &gap) { return gap.reason == GapReason::RulesForbid; }));
    QVERIFY(last >= monday + 21h);
}

void TestPlanner::quotasAreKept()
{
    PlannerFixture fixture;
    Dice dice(2);
    const std::vector<std::pair<const char *, double>> shares{{"Film", 0.5}, {"Music", 0.3}, {"Talk", 0.2}};
    for (const auto &[category, share] : shares) {
        for (int i = 0; i < 400; ++i)
            fixture.addItem(category, Micros(40'000 * (7500 + dice.roll(60'000))));
        fixture.addRule(Quota{std::nullopt, share}, category);
    }
    const FillOutcome outcome = planned(fixture, fixture.request(monday, 14 * 24h));
    QCOMPARE(outcome.shares.size(), std::size_t{3});
    for (const QuotaShare &share : outcome.shares)
        QVERIFY(std::abs(share.planned - share.wanted) < 0.01);
}

/// Whatever the calendar says; around the range that goes on counting.
void TestPlanner::oneTemplateForAllOfIt()
{
    PlannerFixture fixture;
    for (int i = 0; i < 60; ++i)
        fixture.addItem(i % 2 == 0 ? "Film" : "Kids", 1h);
    fixture.addTemplate({PlannerFixture::daypart("Films", 0h, 24h, "Film")});
    WeekTemplate &holidays = fixture.addTemplate({PlannerFixture::daypart("Kids", 0h, 24h, "Kids")});
    holidays.validFrom = QDate(2030, 1, 1);
    fixture.addRule(Quota{std::nullopt, 1}).scope.daypart = QStringLiteral("Kids");
    const auto categoriesOf = [&](const FillRequest &request) {
        const Station station = fixture.station();
        std::set<QString> categories;
        for (const ScheduledEvent &event : planned(station, request).edit.events.after)
            categories.insert(station.assets().find(event.asset)->category);
        return categories;
    };
    FillRequest request = fixture.request(monday, 24h);
    QCOMPARE(categoriesOf(request), std::set<QString>{QStringLiteral("Film")});
    request.week = fixture.templates[1].id;
    QCOMPARE(categoriesOf(request), std::set<QString>{QStringLiteral("Kids")});
    fixture.templates[1].channel = fixture.ids.next<ChannelId>(); // another's
    Job job;
    const auto outcome = fill(PlannerFixture(fixture).station(), request, {}, job);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::UnknownObject);
}

void TestPlanner::preferencesGiveWayFirst()
{
    PlannerFixture fixture;
    for (int i = 0; i < 60; ++i)
        fixture.addAsset(1h);
    fixture.addRule(Cooldown{48h, 59h}); // 60 hours of library: kept for a while
    const FillOutcome kept = planned(fixture, fixture.request(monday, 5 * 24h));
    QVERIFY(kept.gaps.empty());
    for (const ScheduledEvent &event : kept.edit.events.after)
        QVERIFY(event.tier == RelaxationTier::AllRules);
    fixture.rules.front().body = Cooldown{48h, 72h};
    const FillOutcome given = planned(fixture, fixture.request(monday, 5 * 24h));
    QVERIFY(given.gaps.empty());
    QCOMPARE(given.violations, 0);
    QVERIFY(std::any_of(given.edit.events.after.begin(), given.edit.events.after.end(),
                        [](const auto &event) { return event.tier == RelaxationTier::NeverValues; }));
}

void TestPlanner::aWindowWithoutLengthCountsOnlyWhatAirsIn()
{
    PlannerFixture fixture;
    for (int i = 0; i < 3; ++i)
        fixture.addAsset(1h);
    fixture.addRule(
        MaxPlays{0ms, 1, std::nullopt}); // no editor makes one, a station of another program may hold it
    QCOMPARE(planned(fixture, fixture.request(monday, 3h)).placed, 3);
}

void TestPlanner::anExemptSeriesNeedsNoDistance()
{
    PlannerFixture fixture;
    for (int i = 0; i < 3; ++i)
        fixture.addAsset(1h).series = QStringLiteral("Strip");
    fixture.addEvent(monday + 30h, 1h, fixture.assets[0].id); // nor towards what is planned
    fixture.addRule(Separation{3h, 5h});
    fixture.addRule(MaxPlays{24h, 1, std::nullopt});
    QCOMPARE(planned(fixture, fixture.request(monday, 24h)).placed, 2);
    Rule &exemption = fixture.addRule(Exemption{QStringLiteral("strip")});
    const FillOutcome strip = planned(fixture, fixture.request(monday, 24h));
    QCOMPARE(strip.placed, 24);
    QCOMPARE(strip.violations, 0);
    QVERIFY(strip.feasibility.shortage == 0h);
    for (const ScheduledEvent &event : strip.edit.events.after)
        QVERIFY(event.tier == RelaxationTier::AllRules);
    fixture.assets[1].maxPlaysPerDay = 2; // a limit is no rule about repeats
    const FillOutcome limited = planned(fixture, fixture.request(monday, 24h));
    QCOMPARE(std::count_if(limited.edit.events.after.begin(), limited.edit.events.after.end(),
                           [&](const auto &event) { return event.asset == fixture.assets[1].id; }),
             2);
    exemption.isEnabled = false;
    QCOMPARE(planned(fixture, fixture.request(monday, 24h)).placed, 2);
}

void TestPlanner::whatAiredCountsAndNotWhatWasPlanned()
{
    PlannerFixture fixture;
    const AssetId talk = fixture.addItem("Talk", 1h).id;
    const AssetId music = fixture.addItem("Music", 1h).id;
    fixture.assets[1].cooldown = 1h;
    fixture.addRule(MaxInARow{1, std::nullopt}, "Music");
    fixture.addEvent(monday - 1h, 1h, music);
    const FillRequest request = fixture.request(monday, 1h);
    fixture.assets[0].weight = 0; // never drawn
    QCOMPARE(planned(fixture, request).placed, 0);
    fixture.addPlay(monday - 1h, 1h, talk);
    QCOMPARE(planned(fixture, request).placed, 1);
    fixture.plays.back().content = music.toString();
    QCOMPARE(planned(fixture, request).placed, 0);
}

void TestPlanner::theNextEpisodeAndItsRerun()
{
    PlannerFixture fixture;
    std::vector<AssetId> episodes;
    for (int i = 1; i <= 3; ++i) {
        Asset &asset = fixture.addAsset(50min);
        asset.series = QStringLiteral("X");
        asset.episode = i;
        asset.cooldown = 24h;
        episodes.push_back(asset.id);
    }
    fixture.addRecurrence(wall("2026-05-04T20:00"), "FREQ=WEEKLY").series = QStringLiteral("x");
    Recurrence &rerun = fixture.addRecurrence(wall("2026-05-06T10:00"), "FREQ=WEEKLY");
    rerun.series = QStringLiteral("X");
    rerun.isRerun = true;
    const FillOutcome outcome = planned(fixture, fixture.request(monday, 28 * 24h));
    std::vector<AssetId> originals;
    std::vector<AssetId> reruns;
    for (const ScheduledEvent &event : outcome.edit.events.after) {
        if (event.origin == EventOrigin::Recurrence)
            (event.isExempt ? reruns : originals).push_back(event.asset);
    }
    const std::vector<AssetId> expected{episodes[0], episodes[1], episodes[2], episodes[0]};
    QCOMPARE(originals, expected);
    QCOMPARE(reruns, expected);
    QCOMPARE(outcome.recurring, 8);
}

void TestPlanner::anOccurrenceIsPlacedOnce()
{
    PlannerFixture fixture;
    fixture.addRecurrence(wall("2026-05-04T20:00"), "FREQ=DAILY").asset = fixture.addAsset(50min).id;
    fixture.assets.front().cooldown = 24h;
    Station station = fixture.station();
    FillRequest request = fixture.request(monday, 3 * 24h);
    const FillOutcome first = planned(station, request);
    QCOMPARE(first.recurring, 3);
    QVERIFY(station.apply(first.edit));
    request.replaceAuto = true;
    const FillOutcome second = planned(station, request);
    QCOMPARE(second.recurring, 0);
    QVERIFY(second.edit.isEmpty());
}

void TestPlanner::anOccupiedOccurrenceIsListed()
{
    PlannerFixture fixture;
    const AssetId asset = fixture.addAsset(50min).id;
    fixture.addRecurrence(wall("2026-05-04T20:00"), "FREQ=DAILY").asset = asset;
    const EventId news = fixture.addEvent(monday + 20h + 30min, 30min).id;
    const FillOutcome outcome = planned(fixture, fixture.request(monday, 3 * 24h));
    QCOMPARE(outcome.recurring, 1);
    QCOMPARE(outcome.unplaced.size(), std::size_t{2});
    QVERIFY(outcome.unplaced[0].failure == OccurrenceFailure::Occupied);
    QCOMPARE(outcome.unplaced[0].blockedBy, news);
    QVERIFY(outcome.unplaced[1].failure == OccurrenceFailure::RuleBroken); // 24 h after the last
}

QTEST_GUILESS_MAIN(TestPlanner)
#include "tst_planner.moc"
