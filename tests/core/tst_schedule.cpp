// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/schedule.h"

#include "stationfixture.h"

#include <map>
#include <random>

using namespace sf;
using namespace sf::fixture;
using namespace std::chrono;

namespace {

using Model = std::map<EventId, ScheduledEvent>;

/// Events of one plan in a range, by looking at each.
std::vector<ScheduledEvent> byForce(const Model &model, PlanId plan, TimeRange range)
{
    std::vector<ScheduledEvent> found;
    for (const auto &[id, event] : model) {
        if (event.plan == plan && event.range.overlaps(range))
            found.push_back(event);
    }
    std::sort(found.begin(), found.end(), startsBefore);
    return found;
}

bool sameEvents(const std::vector<const ScheduledEvent *> &found, const std::vector<ScheduledEvent> &expected)
{
    return std::equal(found.begin(), found.end(), expected.begin(), expected.end(),
                      [](const ScheduledEvent *a, const ScheduledEvent &b) { return *a == b; });
}

bool holds(const Schedule &schedule, const Model &model)
{
    if (schedule.size() != static_cast<std::int64_t>(model.size()))
        return false;
    for (const auto &[id, event] : model) {
        const ScheduledEvent *found = schedule.find(id);
        if (!found || *found != event)
            return false;
    }
    for (std::uint64_t plan = 1; plan <= 4; ++plan) {
        std::vector<const ScheduledEvent *> all;
        schedule.forEach(planId(plan), [&](const ScheduledEvent &event) { all.push_back(&event); });
        const TimeRange always = TimeRange::between(at(u"1900-01-01"_s), at(u"2199-12-31"_s));
        if (!sameEvents(all, byForce(model, planId(plan), always)))
            return false;
    }
    return true;
}

/// Makes events around the epoch, so that negative days are among them; a few last weeks.
class Maker
{
public:
    explicit Maker(std::uint64_t seed)
        : m_random(seed)
    {
    }
    std::uint64_t below(std::uint64_t limit) { return m_random() % limit; }
    TimePoint time()
    {
        return timePointFromMs(static_cast<std::int64_t>(below(4'000'000'000)) - 2'000'000'000);
    }
    ScheduledEvent event()
    {
        ScheduledEvent made;
        made.id = eventId(m_next++);
        return changed(made);
    }
    ScheduledEvent changed(ScheduledEvent event)
    {
        event.plan = planId(1 + below(3));
        const std::uint64_t length = below(20) == 0 ? 2'000'000'000 : 7'200'000;
        event.range = {time(), Millis(1 + below(length))};
        event.layer = static_cast<std::int32_t>(below(3));
        event.title = QString::number(below(1000));
        return event;
    }
    /// A random edit of the model: inserts, removals and moves together.
    Changes<ScheduledEvent> changes(const Model &model, std::uint64_t most)
    {
        Changes<ScheduledEvent> made;
        for (std::uint64_t i = below(most); i > 0; --i)
            made.after.push_back(event());
        if (model.empty())
            return made;
        for (auto at = std::next(model.begin(), static_cast<long>(below(model.size())));
             at != model.end() && made.before.size() < most / 2; ++at) {
            made.before.push_back(at->second);
            if (below(3) != 0)
                made.after.push_back(changed(at->second));
        }
        return made;
    }

private:
    std::mt19937_64 m_random;
    std::uint64_t m_next = 1;
};

void applyTo(Model &model, const Changes<ScheduledEvent> &changes)
{
    for (const ScheduledEvent &event : changes.before)
        model.erase(event.id);
    for (const ScheduledEvent &event : changes.after)
        model[event.id] = event;
}

} // namespace

class TestSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyHoldsNothing();
    void behavesLikeAPlainList_data();
    void behavesLikeAPlainList();
    void snapshotsStay();
    void fromEventsEqualsApplying();
    void conflictChangesNothing_data();
    void conflictChangesNothing();
    void rangesAreHalfOpen();
    void longEventReachesIntoLaterDays();
    void extentIsFromFirstStartToLatestEnd();
    void movesBetweenDaysAndPlans();
    void utcDaysBeforeTheEpochAreNegative();
};

void TestSchedule::emptyHoldsNothing()
{
    const Schedule schedule;
    QVERIFY(holds(schedule, {}));
    QVERIFY(!schedule.find(eventId(1)));
    QVERIFY(!schedule.extent(planId(1)));
    QVERIFY(schedule.days(planId(1)).empty());
    QVERIFY(schedule.eventsIn(planId(1), {TimePoint(), 24h}).empty());
    QVERIFY(holds(Schedule::fromEvents({}), {}));
}

void TestSchedule::behavesLikeAPlainList_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<quint64>("most");
    QTest::newRow("small edits") << quint64(1) << quint64(8);
    QTest::newRow("other small edits") << quint64(2) << quint64(12);
    QTest::newRow("edits beyond the bulk threshold") << quint64(3) << quint64(3'000);
}

void TestSchedule::behavesLikeAPlainList()
{
    QFETCH(quint64, seed);
    QFETCH(quint64, most);
    Maker make(seed);
    Schedule schedule;
    Model model;
    const int rounds = most > 1'000 ? 6 : 120;
    for (int round = 0; round < rounds; ++round) {
        const auto changes = make.changes(model, most);
        QVERIFY(schedule.apply(changes));
        applyTo(model, changes);
        for (int i = 0; i < 10; ++i) {
            const PlanId plan = planId(1 + make.below(4));
            const TimeRange range{make.time(), Millis(make.below(3) == 0 ? 0 : make.below(200'000'000))};
            const auto expected =
                range.isEmpty() ? std::vector<ScheduledEvent>() : byForce(model, plan, range);
            QVERIFY(sameEvents(schedule.eventsIn(plan, range), expected));
        }
        if (round % 20 == 0 || most > 1'000)
            QVERIFY(holds(schedule, model));
    }
    QVERIFY(holds(schedule, model));
}

void TestSchedule::snapshotsStay()
{
    Maker make(4);
    Schedule schedule;
    Model model;
    std::vector<std::pair<Schedule, Model>> snapshots;
    for (int round = 0; round < 60; ++round) {
        if (round % 10 == 0)
            snapshots.emplace_back(schedule, model);
        const auto changes = make.changes(model, 20);
        QVERIFY(schedule.apply(changes));
        applyTo(model, changes);
    }
    for (const auto &snapshot : snapshots)
        QVERIFY(holds(snapshot.first, snapshot.second));
    // A pointer into a snapshot lives as long as the snapshot.
    const Schedule snapshot = schedule;
    const ScheduledEvent first = model.begin()->second;
    const ScheduledEvent *kept = snapshot.find(first.id);
    QVERIFY(schedule.apply({{first}, {}}));
    QVERIFY(!schedule.find(first.id));
    QVERIFY(kept == snapshot.find(first.id) && *kept == first);
}

void TestSchedule::fromEventsEqualsApplying()
{
    Maker make(5);
    std::vector<ScheduledEvent> events;
    Schedule applied;
    Model model;
    for (int i = 0; i < 2'000; ++i) {
        events.push_back(make.event());
        model[events.back().id] = events.back();
        QVERIFY(applied.apply({{}, {events.back()}}));
    }
    std::vector<ScheduledEvent> shuffled(events.rbegin(), events.rend());
    const Schedule built = Schedule::fromEvents(shuffled);
    QVERIFY(holds(applied, model));
    QVERIFY(holds(built, model));
    for (int i = 0; i < 200; ++i) {
        const TimeRange range{make.time(), Millis(make.below(100'000'000))};
        QCOMPARE(built.eventsIn(planId(2), range).size(), applied.eventsIn(planId(2), range).size());
    }
}

void TestSchedule::conflictChangesNothing_data()
{
    QTest::addColumn<Changes<ScheduledEvent>>("changes");
    const ScheduledEvent one = eventAt(1, u"2026-03-28T20:00Z"_s, 1h);
    const ScheduledEvent two = eventAt(2, u"2026-03-28T21:00Z"_s, 1h);
    const ScheduledEvent fresh = eventAt(9, u"2026-03-29T21:00Z"_s, 1h);
    ScheduledEvent otherTitle = one;
    otherTitle.title = u"Changed meanwhile"_s;
    ScheduledEvent otherTime = one;
    otherTime.range.start += 1s;
    ScheduledEvent otherDay = one;
    otherDay.range.start += 48h;
    ScheduledEvent otherPlan = one;
    otherPlan.plan = planId(2);
    using C = Changes<ScheduledEvent>;
    QTest::newRow("other title before") << C{{otherTitle}, {fresh}};
    QTest::newRow("other time before") << C{{otherTime}, {fresh}};
    QTest::newRow("other day before") << C{{otherDay}, {fresh}};
    QTest::newRow("other plan before") << C{{otherPlan}, {fresh}};
    QTest::newRow("unknown before") << C{{fresh}, {}};
    QTest::newRow("the last of several is wrong") << C{{one, otherTitle}, {fresh}};
    QTest::newRow("twice before") << C{{one, one}, {}};
    QTest::newRow("twice after") << C{{}, {fresh, fresh}};
    QTest::newRow("twice after with other content") << C{{one}, {one, otherDay}};
    QTest::newRow("there already") << C{{two}, {otherTitle}};
    QTest::newRow("there already in another plan") << C{{}, {otherPlan}};
}

void TestSchedule::conflictChangesNothing()
{
    QFETCH(Changes<ScheduledEvent>, changes);
    Schedule schedule = Schedule::fromEvents(
        {eventAt(1, u"2026-03-28T20:00Z"_s, 1h), eventAt(2, u"2026-03-28T21:00Z"_s, 1h)});
    const Model model{{eventId(1), eventAt(1, u"2026-03-28T20:00Z"_s, 1h)},
                      {eventId(2), eventAt(2, u"2026-03-28T21:00Z"_s, 1h)}};
    const Status status = schedule.apply(changes);
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::EditConflict);
    QVERIFY(status.error().args.value(0).startsWith(u"“"));
    QVERIFY(holds(schedule, model));
    QVERIFY(schedule.days(planId(2)).empty());
}

void TestSchedule::rangesAreHalfOpen()
{
    const Schedule schedule = Schedule::fromEvents({eventAt(1, u"2026-03-28T20:00Z"_s, 1h)});
    const auto found = [&](const QString &from, Millis length) {
        return !schedule.eventsIn(planId(1), {at(from), length}).empty();
    };
    QVERIFY(!found(u"2026-03-28T19:00Z"_s, 1h));
    QVERIFY(found(u"2026-03-28T19:00Z"_s, 1h + 1ms));
    QVERIFY(!found(u"2026-03-28T21:00Z"_s, 1h));
    QVERIFY(found(u"2026-03-28T20:59:59.999Z"_s, 1ms));
    QVERIFY(!found(u"2026-03-28T20:30Z"_s, 0ms));
    QVERIFY(!found(u"2026-03-28T20:30Z"_s, -1h));
}

void TestSchedule::longEventReachesIntoLaterDays()
{
    Schedule schedule = Schedule::fromEvents({eventAt(1, u"2026-03-01T20:00Z"_s, 24h * 30)});
    for (std::uint64_t n = 2; n < 30; ++n)
        QVERIFY(schedule.apply({{}, {eventAt(n, u"2026-03-%1T06:00Z"_s.arg(n, 2, 10, '0'_L1), 1h)}}));
    const auto found = schedule.eventsIn(planId(1), {at(u"2026-03-20T06:30Z"_s), 1ms});
    QCOMPARE(found.size(), std::size_t(2));
    QVERIFY(found[0]->id == eventId(1) && found[1]->id == eventId(20));
    QVERIFY(schedule.apply({{eventAt(1, u"2026-03-01T20:00Z"_s, 24h * 30)}, {}}));
    QCOMPARE(schedule.eventsIn(planId(1), {at(u"2026-03-20T06:30Z"_s), 1ms}).size(), std::size_t(1));
}

void TestSchedule::extentIsFromFirstStartToLatestEnd()
{
    Schedule schedule = Schedule::fromEvents(
        {eventAt(1, u"2026-03-01T20:00Z"_s, 24h * 30), eventAt(2, u"2026-03-05T20:00Z"_s, 1h)});
    QCOMPARE(toIso8601(schedule.extent(planId(1))->start), u"2026-03-01T20:00:00Z"_s);
    QCOMPARE(toIso8601(schedule.extent(planId(1))->end()), u"2026-03-31T20:00:00Z"_s);
    QVERIFY(schedule.apply({{eventAt(1, u"2026-03-01T20:00Z"_s, 24h * 30)}, {}}));
    QCOMPARE(toIso8601(schedule.extent(planId(1))->start), u"2026-03-05T20:00:00Z"_s);
    QCOMPARE(toIso8601(schedule.extent(planId(1))->end()), u"2026-03-05T21:00:00Z"_s);
    QVERIFY(schedule.apply({{eventAt(2, u"2026-03-05T20:00Z"_s, 1h)}, {}}));
    QVERIFY(!schedule.extent(planId(1)));
    QVERIFY(schedule.days(planId(1)).empty());
}

void TestSchedule::movesBetweenDaysAndPlans()
{
    const ScheduledEvent one = eventAt(1, u"1969-12-31T23:30Z"_s, 1h);
    ScheduledEvent later = one;
    later.range.start += 1h;
    ScheduledEvent elsewhere = later;
    elsewhere.plan = planId(2);
    Schedule schedule = Schedule::fromEvents({one});
    QCOMPARE(schedule.days(planId(1)).front().day, -1);
    QVERIFY(schedule.apply({{one}, {later}}));
    QVERIFY(holds(schedule, {{one.id, later}}));
    QCOMPARE(schedule.days(planId(1)).front().day, 0);
    QVERIFY(schedule.apply({{later}, {elsewhere}}));
    QVERIFY(holds(schedule, {{one.id, elsewhere}}));
    QVERIFY(schedule.days(planId(1)).empty());
}

void TestSchedule::utcDaysBeforeTheEpochAreNegative()
{
    QCOMPARE(utcDayOf(timePointFromMs(0)), 0);
    QCOMPARE(utcDayOf(timePointFromMs(-1)), -1);
    QCOMPARE(utcDayOf(at(u"1969-12-31"_s)), -1);
    QCOMPARE(utcDayOf(at(u"1969-12-30T23:59:59.999Z"_s)), -2);
    QCOMPARE(utcDayOf(at(u"1900-01-01"_s)), -25'567);
}

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
