// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/check.h"
#include "core/planning/replan.h"

#include "plannerfixture.h"

#include <set>

using namespace sf;
using namespace sf::test;
using namespace std::chrono_literals;

namespace {

const TimePoint monday = at("2026-05-03T22:00:00Z"); // 4 May 2026, 00:00 in Rome

/// A week of half hours.
struct Week : PlannerFixture
{
    Week()
    {
        for (int i = 0; i < 300; ++i)
            addItem(i % 3 == 0 ? "Kids" : "Film", 30min);
        request = PlannerFixture::request(monday, 7 * 24h);
        planned = station();
        before = test::planned(planned, request).edit.events.after;
        StationEdit edit;
        edit.events.after = before;
        if (!planned.apply(edit))
            qFatal("the week does not fit");
    }

    FillRequest request;
    Station planned;
    std::vector<ScheduledEvent> before;
};

FillOutcome replanned(const Station &station, const ReplanRequest &request)
{
    Job job;
    auto outcome = replan(station, request, {EditId::fromBits(3, 4), QStringLiteral("test"), monday}, job);
    if (!outcome)
        qFatal("%s", qPrintable(sentence(outcome.error())));
    return *outcome;
}

} // namespace

class TestReplan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameGivesTheSame();
    void onlyWhatIsBrokenChanges();
    void onlyTheSelectionChanges();
    void frozenEventsStand();
    void aPlanHoldsWhileNothingItReliedOnChanges();
    void theOldResultIsTheStart();
    void anotherMixIsPlannedAfresh();
    void somethingMovesToCloseAGap();
    void slatesAndPartsStay();
    void whatIsDrawnNoMoreGoes();
    void whatRunsOverTheEndStands();
    void oneMoreAssetChangesFewEvents();
};

void TestReplan::theSameGivesTheSame()
{
    const Week week;
    const FillOutcome outcome = replanned(week.planned, {week.request, ReplanScope::Range, {}});
    QVERIFY(outcome.edit.isEmpty());
    QCOMPARE(outcome.placed, std::ssize(week.before));
    const FillOutcome broken = replanned(week.planned, {week.request, ReplanScope::Broken, {}});
    QVERIFY(broken.edit.isEmpty());
    QCOMPARE(broken.placed, 0);
}

void TestReplan::onlyWhatIsBrokenChanges()
{
    Week week;
    Station station = week.planned;
    StationEdit edit; // a rule that forbids children's programmes by night
    Rule rule = week.addRule(Watershed{QStringLiteral("K"), 6h, 20h, true});
    edit.rules.after = {rule};
    for (const Asset &asset : week.assets) {
        if (asset.category != u"Kids")
            continue;
        edit.assets.before.push_back(asset);
        edit.assets.after.push_back(asset);
        edit.assets.after.back().rating = QStringLiteral("K");
    }
    QVERIFY(station.apply(edit));
    const FillOutcome outcome = replanned(station, {week.request, ReplanScope::Broken, {}});
    QVERIFY(outcome.gaps.empty() && outcome.added + outcome.moved > 0);
    std::set<EventId> touched;
    for (const ScheduledEvent &event : outcome.edit.events.before)
        touched.insert(event.id);
    for (const ScheduledEvent &event : outcome.edit.events.before) {
        const Millis hour = (event.range.start - monday) % (24h);
        QVERIFY(hour < 6h || hour >= 20h);
    }
    const Station middle = station;
    QVERIFY(station.apply(outcome.edit));
    Job job;
    CheckRequest request;
    request.plan = week.plan.id;
    QVERIFY(check(station, request, job)->rules.empty());
    QVERIFY(station.apply(inverted(outcome.edit)));
    QVERIFY(holdSame(station, middle));
}

void TestReplan::onlyTheSelectionChanges()
{
    const Week week;
    ReplanRequest request{week.request, ReplanScope::Selection, {week.before[10].id, week.before[50].id}};
    request.fill.seed = 99;
    const FillOutcome outcome = replanned(week.planned, request);
    QCOMPARE(outcome.placed, 2);
    QCOMPARE(outcome.edit.events.before.size(), std::size_t{2});
    for (const ScheduledEvent &event : outcome.edit.events.after)
        QVERIFY(event.range == week.before[10].range || event.range == week.before[50].range);
}

void TestReplan::frozenEventsStand()
{
    Week week;
    Station station = week.planned;
    StationEdit edit;
    edit.events.before = {week.before[10], week.before[20]};
    edit.events.after = edit.events.before;
    edit.events.after[0].isLocked = true;
    edit.events.after[1].origin = EventOrigin::Manual;
    QVERIFY(station.apply(edit));
    ReplanRequest request{
        week.request, ReplanScope::Selection, {week.before[10].id, week.before[20].id, week.before[0].id}};
    request.fill.now = week.before[1].range.start; // the first has started
    const FillOutcome outcome = replanned(station, request);
    QVERIFY(outcome.edit.isEmpty());
}

void TestReplan::aPlanHoldsWhileNothingItReliedOnChanges()
{
    Week week;
    Station other = week.planned;
    QVERIFY(stillHolds(week.planned, other, week.request));
    StationEdit far;
    ScheduledEvent event = week.before.front();
    event.id = EventId::fromBits(8, 8);
    event.range.start = monday + 60 * 24h;
    far.events.after = {event};
    QVERIFY(other.apply(far));
    QVERIFY(stillHolds(week.planned, other, week.request));
    StationEdit near = far;
    near.events.after.front().id = EventId::fromBits(8, 9);
    near.events.after.front().range.start = monday - 47h;
    QVERIFY(other.apply(near));
    QCOMPARE(stillHolds(week.planned, other, week.request).error().code, ErrorCode::StationChanged);
    Station ruled = week.planned;
    StationEdit rule;
    rule.rules.after = {week.addRule(Separation{1h, std::nullopt})};
    QVERIFY(ruled.apply(rule));
    QVERIFY(!stillHolds(week.planned, ruled, week.request));
}

void TestReplan::theOldResultIsTheStart()
{
    Week week;
    ReplanRequest request{week.request, ReplanScope::Range, {}};
    request.fill.seed = 99; // makes no odds: nothing is to be placed
    QVERIFY(replanned(week.planned, request).edit.isEmpty());
    // A shorter one may come in, a cooldown may grow: what is still right stays.
    Station station = week.planned;
    StationEdit edit;
    edit.rules.after = {week.addRule(Cooldown{160h, std::nullopt})};
    QVERIFY(station.apply(edit));
    const FillOutcome outcome = replanned(station, request);
    std::set<AssetId> repeated; // 336 half hours of 300 items: what airs twice within 160 hours
    std::set<AssetId> seen;
    for (const ScheduledEvent &event : week.before) {
        if (!seen.insert(event.asset).second)
            repeated.insert(event.asset);
    }
    QVERIFY(!outcome.edit.events.before.empty());
    for (const ScheduledEvent &event : outcome.edit.events.before)
        QVERIFY(repeated.contains(event.asset));
    QVERIFY(outcome.edit.events.before.size() <= repeated.size());
    QCOMPARE(outcome.violations, 0);
}

void TestReplan::anotherMixIsPlannedAfresh()
{
    const Week week;
    ReplanRequest request{week.request, ReplanScope::Range, {}};
    request.isAfresh = true;
    QVERIFY(replanned(week.planned, request).edit.isEmpty()); // by its seed it comes out the same
    request.fill.seed = 99;
    const FillOutcome outcome = replanned(week.planned, request);
    QVERIFY(outcome.removed * 2 > outcome.placed);
}

void TestReplan::somethingMovesToCloseAGap()
{
    PlannerFixture fixture;
    fixture.addAsset(30min);
    fixture.addAsset(25min);
    FillRequest request = fixture.request(monday, 1h);
    Station station = fixture.station();
    const FillOutcome first = planned(station, request);
    QCOMPARE(first.gap.count(), Millis(5min).count());
    QVERIFY(station.apply(first.edit));
    QVERIFY(replanned(station, {request, ReplanScope::Range, {}}).edit.isEmpty());
    StationEdit edit;
    edit.assets.after = {fixture.addAsset(35min)};
    QVERIFY(station.apply(edit));
    const FillOutcome outcome = replanned(station, {request, ReplanScope::Range, {}});
    QVERIFY(outcome.gaps.empty());
    QCOMPARE(outcome.placed, 2);
    QCOMPARE(outcome.joins, 1);
    QCOMPARE(outcome.exactJoins, 1);
}

void TestReplan::slatesAndPartsStay()
{
    PlannerFixture fixture;
    fixture.addItem("", 30min).breaks = {10min, 20min};
    for (int i = 0; i < 8; ++i)
        fixture.addItem("", 30s, AssetKind::Commercial);
    for (int i = 0; i < 2; ++i)
        fixture.addItem("", 10s, AssetKind::Filler).isElastic = true;
    Daypart daypart = PlannerFixture::daypart("Day", 0h, 24h);
    daypart.breakLength = 1min;
    fixture.addTemplate({daypart});
    ReplanRequest request{fixture.request(monday, 1h), ReplanScope::Range, {}};
    Station station = fixture.station();
    const FillOutcome first = planned(station, request.fill);
    QCOMPARE(first.placed, 8); // three parts, twice two commercials, a slate
    QVERIFY(station.apply(first.edit));
    for (std::uint64_t seed = 0; seed < 8; ++seed) {
        request.fill.seed = seed;
        QVERIFY(replanned(station, request).edit.isEmpty());
    }
    // Without one of its parts a programme goes whole.
    StationEdit cut;
    const auto &events = first.edit.events.after;
    const auto part = std::find_if(events.begin(), events.end(), [](const ScheduledEvent &event) {
        return event.airing && event.mediaIn > Micros(0);
    });
    cut.events.before = {*part};
    QVERIFY(station.apply(cut));
    const FillOutcome mended = replanned(station, request);
    QVERIFY(station.apply(mended.edit));
    QCOMPARE(mended.placed, 8);
    QCOMPARE(mended.violations, 0);
}

void TestReplan::whatIsDrawnNoMoreGoes()
{
    Week week;
    Station station = week.planned;
    StationEdit edit;
    edit.templates.after = {week.addTemplate({PlannerFixture::daypart("Evening", 20h, 23h, "Kids")})};
    QVERIFY(station.apply(edit));
    const FillOutcome outcome = replanned(station, {week.request, ReplanScope::Range, {}});
    const auto isEvening = [](const ScheduledEvent &event) {
        const Millis hour = (event.range.start - monday) % (24h);
        return hour >= 20h && hour < 23h;
    };
    for (const ScheduledEvent &event : outcome.edit.events.before)
        QVERIFY(isEvening(event));
    QVERIFY(station.apply(outcome.edit));
    station.schedule().forEach(week.plan.id, [&](const ScheduledEvent &event) {
        QVERIFY(!isEvening(event) || station.assets().find(event.asset)->category == u"Kids");
    });
}

void TestReplan::whatRunsOverTheEndStands()
{
    const Week week;
    ReplanRequest request{week.request, ReplanScope::Range, {}};
    request.isAfresh = true;
    request.fill.seed = 99;
    request.fill.range.duration = 10h + 15min;
    const FillOutcome outcome = replanned(week.planned, request);
    QCOMPARE(outcome.placed, 20);
    QVERIFY(outcome.gaps.empty());
}

void TestReplan::oneMoreAssetChangesFewEvents()
{
    Week week;
    Station station = week.planned;
    StationEdit edit;
    Asset asset = week.assets.front();
    asset.id = AssetId::fromBits(5, 5);
    edit.assets.after = {asset};
    QVERIFY(station.apply(edit));
    // The old result is the start, and has no gap to close.
    QVERIFY(replanned(station, {week.request, ReplanScope::Range, {}}).edit.isEmpty());
    const FillOutcome outcome = replanned(station, {week.request, ReplanScope::Range, {}, true});
    const auto changed = outcome.added + outcome.moved + outcome.removed;
    qInfo("one more asset changes %d of %d events", static_cast<int>(changed),
          static_cast<int>(outcome.placed));
    QVERIFY(changed * 3 < outcome.placed);
    // Where only what is broken is planned anew, it changes nothing.
    QVERIFY(replanned(station, {week.request, ReplanScope::Broken, {}}).edit.isEmpty());
}

QTEST_GUILESS_MAIN(TestReplan)
#include "tst_replan.moc"
