// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/overlaps.h"

#include "stationfixture.h"

#include <random>

using namespace sf;
using namespace sf::fixture;
using namespace std::chrono;

namespace {

/// Random events of plan 1 on layers 0 and 1, by start; `crowd` decides how many share an instant.
std::vector<ScheduledEvent> randomEvents(std::uint64_t seed, int count, std::int64_t crowd)
{
    std::mt19937_64 random(seed);
    std::vector<ScheduledEvent> events;
    for (int i = 0; i < count; ++i) {
        ScheduledEvent made;
        made.id = eventId(random());
        made.plan = planId(1);
        made.range = {TimePoint(minutes(static_cast<std::int64_t>(random() % 10'000))),
                      minutes(1 + static_cast<std::int64_t>(random()) % crowd)};
        made.range.duration = std::max(made.range.duration, Millis(1min));
        made.layer = random() % 5 == 0 ? 1 : 0;
        events.push_back(made);
    }
    std::sort(events.begin(), events.end(), startsBefore);
    return events;
}

/// Each with each.
std::vector<Overlap> byForce(const std::vector<ScheduledEvent> &events, const auto &counts)
{
    std::vector<Overlap> pairs;
    for (std::size_t b = 0; b < events.size(); ++b) {
        for (std::size_t a = 0; a < b; ++a) {
            if (events[a].layer == 0 && events[b].layer == 0 && events[a].range.overlaps(events[b].range) &&
                counts(a, b))
                pairs.push_back({events[a].id, events[b].id, events[a].range.intersected(events[b].range)});
        }
    }
    return pairs;
}

} // namespace

class TestOverlaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithEachAgainstEach_data();
    void agreesWithEachAgainstEach();
    void onlyPairsWithSomethingNewCount_data() { agreesWithEachAgainstEach_data(); }
    void onlyPairsWithSomethingNewCount();
    void limitCutsTheListNotTheCount();
    void aPileIsCountedInFull();
    void backToBackIsNone();
    void otherLayersAndPlansDoNotCount();
    void rangeTakesEventsThatReachIntoIt();
    void emptyHasNone();
};

void TestOverlaps::agreesWithEachAgainstEach_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<int>("count");
    QTest::addColumn<qint64>("crowd");
    QTest::newRow("sparse") << quint64(1) << 300 << qint64(20);
    QTest::newRow("crowded") << quint64(2) << 300 << qint64(500);
    QTest::newRow("all over each other") << quint64(3) << 120 << qint64(9'000);
    QTest::newRow("few") << quint64(4) << 3 << qint64(9'000);
}

void TestOverlaps::agreesWithEachAgainstEach()
{
    QFETCH(quint64, seed);
    QFETCH(int, count);
    QFETCH(qint64, crowd);
    const auto events = randomEvents(seed, count, crowd);
    const auto expected = byForce(events, [](std::size_t, std::size_t) { return true; });
    const Schedule schedule = Schedule::fromEvents(events);
    const Overlaps whole = findOverlaps(schedule, planId(1), 1'000'000);
    QCOMPARE(whole.total, static_cast<std::int64_t>(expected.size()));
    QVERIFY(whole.pairs == expected);
    const Overlaps ranged = findOverlaps(schedule, planId(1), *schedule.extent(planId(1)), 1'000'000);
    QVERIFY(ranged.pairs == expected);
}

void TestOverlaps::onlyPairsWithSomethingNewCount()
{
    QFETCH(quint64, seed);
    QFETCH(int, count);
    QFETCH(qint64, crowd);
    const auto events = randomEvents(seed, count, crowd);
    const auto isNew = [](std::size_t i) { return i % 7 == 3; };
    OverlapSweep sweep(1'000'000);
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (events[i].layer == 0)
            sweep.add(events[i], isNew(i));
    }
    const auto expected = byForce(events, [&](std::size_t a, std::size_t b) { return isNew(a) || isNew(b); });
    const Overlaps found = sweep.take();
    QCOMPARE(found.total, static_cast<std::int64_t>(expected.size()));
    QVERIFY(found.pairs == expected);
}

void TestOverlaps::limitCutsTheListNotTheCount()
{
    const auto events = randomEvents(5, 300, 500);
    const auto expected = byForce(events, [](std::size_t, std::size_t) { return true; });
    QVERIFY(expected.size() > 100);
    const Schedule schedule = Schedule::fromEvents(events);
    for (const std::size_t limit : {std::size_t(0), std::size_t(1), std::size_t(7), std::size_t(100)}) {
        const Overlaps found = findOverlaps(schedule, planId(1), limit);
        QCOMPARE(found.total, static_cast<std::int64_t>(expected.size()));
        QVERIFY(std::equal(found.pairs.begin(), found.pairs.end(), expected.begin(),
                           expected.begin() + static_cast<std::ptrdiff_t>(limit)));
    }
}

void TestOverlaps::aPileIsCountedInFull()
{
    std::vector<ScheduledEvent> events;
    for (std::uint64_t n = 1; n <= 2'000; ++n)
        events.push_back(eventAt(n, u"2026-03-28T20:00Z"_s, 1h));
    const Overlaps found = findOverlaps(Schedule::fromEvents(events), planId(1));
    QCOMPARE(found.total, 2'000LL * 1'999 / 2);
    QCOMPARE(found.pairs.size(), defaultOverlapLimit);
}

void TestOverlaps::backToBackIsNone()
{
    const Schedule schedule =
        Schedule::fromEvents({eventAt(1, u"2026-03-28T20:00Z"_s, 1h), eventAt(2, u"2026-03-28T21:00Z"_s, 1h),
                              eventAt(3, u"2026-03-28T22:00Z"_s, 1h)});
    QCOMPARE(findOverlaps(schedule, planId(1)).total, 0);
}

void TestOverlaps::otherLayersAndPlansDoNotCount()
{
    ScheduledEvent logo = eventAt(2, u"2026-03-28T20:00Z"_s, 1h);
    logo.layer = 1;
    ScheduledEvent draft = eventAt(3, u"2026-03-28T20:00Z"_s, 1h);
    draft.plan = planId(2);
    const Schedule schedule = Schedule::fromEvents({eventAt(1, u"2026-03-28T20:00Z"_s, 1h), logo, draft});
    QCOMPARE(findOverlaps(schedule, planId(1)).total, 0);
    QCOMPARE(findOverlaps(schedule, planId(1), {at(u"2026-03-28"_s), 48h}).total, 0);
}

void TestOverlaps::rangeTakesEventsThatReachIntoIt()
{
    const Schedule schedule =
        Schedule::fromEvents({eventAt(1, u"2026-03-27T20:00Z"_s, 24h), eventAt(2, u"2026-03-28T19:00Z"_s, 2h),
                              eventAt(3, u"2026-03-29T19:00Z"_s, 2h)});
    const Overlaps found = findOverlaps(schedule, planId(1), {at(u"2026-03-28T19:30Z"_s), 1min});
    QCOMPARE(found.total, 1);
    QVERIFY(found.pairs.front() == (Overlap{eventId(1), eventId(2), {at(u"2026-03-28T19:00Z"_s), 1h}}));
    QCOMPARE(findOverlaps(schedule, planId(1), {at(u"2026-03-29T19:30Z"_s), 1min}).total, 0);
}

void TestOverlaps::emptyHasNone()
{
    QCOMPARE(findOverlaps(Schedule(), planId(1)).total, 0);
    QVERIFY(findOverlaps(Schedule(), planId(1), {TimePoint(), 24h}).pairs.empty());
}

QTEST_GUILESS_MAIN(TestOverlaps)
#include "tst_overlaps.moc"
