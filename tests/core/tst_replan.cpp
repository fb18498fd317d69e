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

void TestReplan::oneMoreAssetChangesFewEvents()
{
    Week week;
    Station station = week.planned;
    StationEdit edit;
    Asset asset = week.assets.front();
    asset.id = AssetId::fromBits(5, 5);
    edit.assets.after = {asset};
    QVERIFY(station.apply(edit));
    const FillOutcome outcome = replanned(station, {week.request, ReplanScope::Range, {}});
    const auto changed = outcome.added + outcome.moved + outcome.removed;
    qInfo("one more asset changes %d of %d events", static_cast<int>(changed),
          static_cast<int>(outcome.placed));
    QVERIFY(changed * 3 < outcome.placed);
    // Where only what is broken is planned anew, it changes nothing.
    QVERIFY(replanned(station, {week.request, ReplanScope::Broken, {}}).edit.isEmpty());
}

QTEST_GUILESS_MAIN(TestReplan)
#include "tst_replan.moc"
