// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/operations.h"

#include "stationfixture.h"

using namespace sf;
using namespace sf::fixture;
using namespace std::chrono;

namespace {

/// Event 1 with media, 2 a placeholder, 3 locked, 4 just before midnight UTC.
Station sample()
{
    ScheduledEvent film = eventAt(1, u"2026-03-28T18:00Z"_s, 1h, u"Film"_s);
    film.asset = assetId(1);
    film.mediaIn = seconds(10);
    ScheduledEvent locked = eventAt(3, u"2026-03-28T20:00Z"_s, 1h, u"News"_s);
    locked.isLocked = true;
    return stationWith(
        {film, eventAt(2, u"2026-03-28T19:00Z"_s, 1h), locked, eventAt(4, u"2026-03-28T23:30Z"_s, 20min)},
        {asset(1, u"/media/film.mp4"_s)});
}

/// Applies an edit, takes it back, does it again, and gives the station with it applied.
Station applied(const Station &start, const Result<StationEdit> &edit)
{
    if (!edit) {
        QTest::qFail(sentence(edit.error()).toUtf8(), __FILE__, __LINE__);
        return start;
    }
    Station changed = start;
    const bool isApplied = changed.apply(*edit).has_value();
    Station back = changed;
    const bool isInverted = back.apply(inverted(*edit)).has_value();
    Station again = back;
    const bool isRedone = again.apply(*edit).has_value();
    if (!isApplied || !isInverted || !isRedone || !holdSame(back, start) || !holdSame(again, changed) ||
        (!edit->isEmpty() && holdSame(changed, start)))
        QTest::qFail("the edit and its inverse do not lead back to the start", __FILE__, __LINE__);
    return changed;
}

const ScheduledEvent &eventOf(const Station &station, std::uint64_t n)
{
    return *station.schedule().find(eventId(n));
}

const std::vector<EventId> firstTwo{eventId(1), eventId(2)};

} // namespace

class TestOperations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesAChannel();
    void moveShiftsAndMakesManual();
    void moveCrossesMidnight_data();
    void moveCrossesMidnight();
    void moveByNothingIsNoEdit();
    void trimMovesTheMediaAlong();
    void trimRefuses_data();
    void trimRefuses();
    void removeTakesEachOnce();
    void insertPlacesAsGiven();
    void insertRefuses_data();
    void insertRefuses();
    void changeIsAllowedOnLockedOnes();
    void changeThatChangesNothingIsNoEdit();
    void lockedAreRefusedAndNamed();
    void unknownIdsAreRefused();
    void timesOutOfRangeAreRefused();
    void assetsAreReplaced();
    void assetsInUseStayInTheLibrary();
    void channelComesWithItsPlan();
    void badChannels_data();
    void badChannels();
    void namesAreForPeople();
    void stampIsKept();
};

void TestOperations::changesAChannel()
{
    const Station start = sample();
    Channel channel = start.channels()[0];
    QVERIFY(changeChannel(start, channel, stamp)->isEmpty());
    channel.name = u"  Third "_s;
    channel.zone = u"Europe/Rome"_s;
    const Station after = applied(start, changeChannel(start, channel, stamp));
    QCOMPARE(after.channels()[0].name, u"Third"_s);
    QCOMPARE(after.channels()[0].zone, u"Europe/Rome"_s);
    QCOMPARE(eventOf(after, 2).range, eventOf(start, 2).range);
    channel.zone = u"Mars/Olympus"_s;
    QCOMPARE(changeChannel(start, channel, stamp).error().code, ErrorCode::UnknownZone);
    channel = start.channels()[0];
    channel.name = u" "_s;
    QCOMPARE(changeChannel(start, channel, stamp).error().code, ErrorCode::BadArgument);
    channel.id = channelId(77);
    QCOMPARE(changeChannel(start, channel, stamp).error().code, ErrorCode::UnknownObject);
}

void TestOperations::moveShiftsAndMakesManual()
{
    const Station start = sample();
    const Station moved = applied(start, moveEvents(start, firstTwo, -30min, stamp));
    QCOMPARE(toIso8601(eventOf(moved, 1).range.start), u"2026-03-28T17:30:00Z"_s);
    QCOMPARE(toIso8601(eventOf(moved, 2).range.start), u"2026-03-28T18:30:00Z"_s);
    QVERIFY(eventOf(moved, 1).range.duration == 1h);
    QVERIFY(eventOf(moved, 1).mediaIn == seconds(10));
    QCOMPARE(eventOf(moved, 1).origin, EventOrigin::Manual);
    QCOMPARE(eventOf(moved, 4).origin, EventOrigin::AutoFill);
    QCOMPARE(moved.schedule().size(), 4);
}

void TestOperations::moveCrossesMidnight_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::newRow("into the next day") << qint64(3'600'000);
    QTest::newRow("to midnight itself") << qint64(1'800'000);
    QTest::newRow("a week back") << qint64(-7 * 24 * 3'600'000LL);
    QTest::newRow("before the epoch") << qint64(-60LL * 366 * 24 * 3'600'000);
}

void TestOperations::moveCrossesMidnight()
{
    QFETCH(qint64, ms);
    const Station start = sample();
    const EventId id = eventId(4);
    const Station moved = applied(start, moveEvents(start, std::span(&id, 1), Millis(ms), stamp));
    const TimePoint expected = at(u"2026-03-28T23:30Z"_s) + Millis(ms);
    QVERIFY(eventOf(moved, 4).range.start == expected);
    QCOMPARE(moved.schedule().eventsIn(planId(1), {expected, 1ms}).front()->id.toString(), id.toString());
    QVERIFY(moved.schedule().eventsIn(planId(1), {at(u"2026-03-28T23:30Z"_s), 1ms}).empty());
}

void TestOperations::moveByNothingIsNoEdit()
{
    const auto edit = moveEvents(sample(), firstTwo, 0ms, stamp);
    QVERIFY(edit && edit->isEmpty());
}

void TestOperations::trimMovesTheMediaAlong()
{
    const Station start = sample();
    const TimeRange original = eventOf(start, 1).range;
    const Station head = applied(start, trimEvent(start, eventId(1), {original.start + 5min, 55min}, stamp));
    QVERIFY(eventOf(head, 1).mediaIn == seconds(310));
    QVERIFY(eventOf(head, 1).range.end() == original.end());
    QCOMPARE(eventOf(head, 1).origin, EventOrigin::Manual);
    const Station tail = applied(start, trimEvent(start, eventId(1), {original.start, 10min}, stamp));
    QVERIFY(eventOf(tail, 1).mediaIn == seconds(10));
    const Station longer =
        applied(start, trimEvent(start, eventId(1), {original.start - 10s, 1h + 10s}, stamp));
    QVERIFY(eventOf(longer, 1).mediaIn == Micros(0));
    // A placeholder has no media that could run out.
    const TimeRange empty = eventOf(start, 2).range;
    const Station placeholder = applied(start, trimEvent(start, eventId(2), {empty.start - 5min, 1h}, stamp));
    QVERIFY(eventOf(placeholder, 2).mediaIn == Micros(0));
    const auto same = trimEvent(start, eventId(1), original, stamp);
    QVERIFY(same && same->isEmpty());
}

void TestOperations::trimRefuses_data()
{
    QTest::addColumn<quint64>("event");
    QTest::addColumn<qint64>("startBy");
    QTest::addColumn<qint64>("length");
    QTest::addColumn<QString>("code");
    QTest::newRow("a head before the media begins")
        << quint64(1) << -10'001LL << 3'600'000LL << u"bad-argument"_s;
    QTest::newRow("an empty range") << quint64(1) << 0LL << 0LL << u"end-not-after-start"_s;
    QTest::newRow("an end before the start") << quint64(2) << 0LL << -1LL << u"end-not-after-start"_s;
    QTest::newRow("a locked event") << quint64(3) << 0LL << 60'000LL << u"event-locked"_s;
    QTest::newRow("an unknown event") << quint64(99) << 0LL << 60'000LL << u"unknown-object"_s;
    QTest::newRow("an end past 2199")
        << quint64(2) << 0LL << 200LL * 366 * 24 * 3'600'000 << u"time-out-of-range"_s;
}

void TestOperations::trimRefuses()
{
    QFETCH(quint64, event);
    QFETCH(qint64, startBy);
    QFETCH(qint64, length);
    const Station start = sample();
    const TimePoint from = at(u"2026-03-28T18:00Z"_s) + Millis(startBy);
    const auto edit = trimEvent(start, eventId(event), {from, Millis(length)}, stamp);
    QVERIFY(!edit);
    QTEST(QString(codeName(edit.error().code)), "code");
}

void TestOperations::removeTakesEachOnce()
{
    const Station start = sample();
    const std::vector<EventId> ids{eventId(2), eventId(1), eventId(2)};
    const auto edit = removeEvents(start, ids, stamp);
    QVERIFY(edit);
    QCOMPARE(edit->changedCount(), 2);
    const Station removed = applied(start, edit);
    QCOMPARE(removed.schedule().size(), 2);
    QVERIFY(!removed.schedule().find(eventId(1)));
}

void TestOperations::insertPlacesAsGiven()
{
    const Station start = sample();
    ScheduledEvent fresh = eventAt(10, u"2026-03-28T18:30Z"_s, 1h);
    fresh.asset = assetId(1);
    fresh.origin = EventOrigin::Recurrence;
    const Station inserted = applied(start, insertEvents(start, {fresh}, stamp));
    QVERIFY(eventOf(inserted, 10) == fresh);
    const auto none = insertEvents(start, {}, stamp);
    QVERIFY(none && none->isEmpty());
}

void TestOperations::insertRefuses_data()
{
    QTest::addColumn<ScheduledEvent>("made");
    QTest::addColumn<QString>("code");
    ScheduledEvent made = eventAt(10, u"2026-03-28T18:30Z"_s, 1h);
    made.plan = planId(99);
    QTest::newRow("an unknown plan") << made << u"unknown-object"_s;
    made = eventAt(10, u"2026-03-28T18:30Z"_s, 1h);
    made.asset = assetId(99);
    QTest::newRow("an unknown asset") << made << u"unknown-object"_s;
    QTest::newRow("no length") << eventAt(10, u"2026-03-28T18:30Z"_s, 0ms) << u"end-not-after-start"_s;
    QTest::newRow("negative length") << eventAt(10, u"2026-03-28T18:30Z"_s, -1ms) << u"end-not-after-start"_s;
    made.asset = {};
    made.range = {TimePoint::max() - 1ms, 1h};
    QTest::newRow("the end of time") << made << u"time-out-of-range"_s;
    made.range = {TimePoint(), Millis::max()};
    QTest::newRow("all of time") << made << u"time-out-of-range"_s;
    made.range = {at(u"1900-01-01"_s) - 1ms, 1h};
    QTest::newRow("before 1900") << made << u"time-out-of-range"_s;
}

void TestOperations::insertRefuses()
{
    QFETCH(ScheduledEvent, made);
    const auto edit = insertEvents(sample(), {eventAt(9, u"2026-03-28T18:30Z"_s, 1h), made}, stamp);
    QVERIFY(!edit);
    QTEST(QString(codeName(edit.error().code)), "code");
}

void TestOperations::changeIsAllowedOnLockedOnes()
{
    const Station start = sample();
    const std::vector<EventId> ids{eventId(1), eventId(3)};
    const Station changed =
        applied(start, changeEvents(
                           start, ids, u"Unlock"_s, [](ScheduledEvent &e) { e.isLocked = false; }, stamp));
    QVERIFY(!eventOf(changed, 3).isLocked);
    QCOMPARE(eventOf(changed, 3).origin, EventOrigin::Manual);
    QCOMPARE(eventOf(changed, 1).origin, EventOrigin::AutoFill); // it was not locked: nothing changed
}

void TestOperations::changeThatChangesNothingIsNoEdit()
{
    const auto edit = changeEvents(
        sample(), firstTwo, u"Unlock"_s, [](ScheduledEvent &) {}, stamp);
    QVERIFY(edit && edit->isEmpty());
}

void TestOperations::lockedAreRefusedAndNamed()
{
    const Station start = sample();
    const std::vector<EventId> ids{eventId(1), eventId(3)};
    const Error expected{ErrorCode::EventLocked, {u"News"_s, u"2026-03-28T21:00:00+01:00"_s}, {}};
    QCOMPARE(moveEvents(start, ids, 1min, stamp).error(), expected);
    QCOMPARE(removeEvents(start, ids, stamp).error(), expected);
    QCOMPARE(trimEvent(start, eventId(3), {TimePoint(), 1h}, stamp).error(), expected);
}

void TestOperations::unknownIdsAreRefused()
{
    const Station start = sample();
    const std::vector<EventId> ids{eventId(1), eventId(77)};
    const Error expected{ErrorCode::UnknownObject, {u"event"_s, eventId(77).toString()}, {}};
    QCOMPARE(moveEvents(start, ids, 1min, stamp).error(), expected);
    QCOMPARE(removeEvents(start, ids, stamp).error(), expected);
    QCOMPARE(changeEvents(
                 start, ids, u"x"_s, [](ScheduledEvent &) {}, stamp)
                 .error(),
             expected);
    QCOMPARE(removeEvents(start, {}, stamp).error().code, ErrorCode::UnknownObject);
    QCOMPARE(changeAssets(start, {asset(77, u"/x"_s)}, u"x"_s, stamp).error(),
             (Error{ErrorCode::UnknownObject, {u"asset"_s, assetId(77).toString()}, {}}));
}

void TestOperations::timesOutOfRangeAreRefused()
{
    const Station start = sample();
    for (const Millis by : {Millis(200 * 366 * 24h), Millis(-200 * 366 * 24h), Millis::max(), -Millis::max()})
        QCOMPARE(moveEvents(start, firstTwo, by, stamp).error().code, ErrorCode::TimeOutOfRange);
}

void TestOperations::assetsAreReplaced()
{
    const Station start = sample();
    Asset changed = *start.assets().find(assetId(1));
    changed.title = u"Another film"_s;
    const Station after = applied(start, changeAssets(start, {changed}, u"Rename"_s, stamp));
    QCOMPARE(after.assets().find(assetId(1))->title, u"Another film"_s);
    const auto same = changeAssets(start, {*start.assets().find(assetId(1))}, u"Rename"_s, stamp);
    QVERIFY(same && same->isEmpty());
}

void TestOperations::assetsInUseStayInTheLibrary()
{
    const Station start = sample();
    AssetId used;
    start.schedule().forEach(start.plans().front().id, [&](const ScheduledEvent &event) {
        if (!event.asset.isNull())
            used = event.asset;
    });
    QVERIFY(start.assets().find(used));
    Asset spare = *start.assets().find(used);
    spare.id = assetId(77);
    spare.url = u"/spare"_s;
    StationEdit adding = makeEdit(stamp, u"Add"_s);
    adding.assets.after.push_back(spare);
    Station both = start;
    QVERIFY(both.apply(adding));
    const std::vector ids{spare.id, used, spare.id};
    const Station after = applied(both, removeAssets(both, ids, stamp));
    QVERIFY(!after.assets().find(spare.id) && after.assets().find(used));
    QCOMPARE(removeAssets(both, std::vector{used}, stamp).error().code, ErrorCode::BadArgument);
    QCOMPARE(removeAssets(start, std::vector{spare.id}, stamp).error().code, ErrorCode::UnknownObject);
    StationEdit recurring = makeEdit(stamp, u"Add"_s);
    recurring.recurrences.after.emplace_back().asset = spare.id;
    QVERIFY(both.apply(recurring));
    QCOMPARE(removeAssets(both, std::vector{spare.id}, stamp).error().code, ErrorCode::BadArgument);
}

void TestOperations::channelComesWithItsPlan()
{
    const Station start = sample();
    const Channel channel{channelId(7), u" Seven "_s, u"Asia/Kathmandu"_s, 5h, {30000, 1001}};
    const Station added = applied(start, addChannel(start, channel, planId(7), stamp));
    QCOMPARE(added.findChannel(channelId(7))->name, u"Seven"_s);
    QVERIFY(added.onAirPlan(channelId(7))->id == planId(7));
    QVERIFY(added.channelOf(planId(7))->id == channelId(7));
}

void TestOperations::badChannels_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<int>("dayStart");
    QTest::addColumn<QString>("code");
    QTest::newRow("the name is taken, case ignored") << u"ONE "_s << u"UTC"_s << 0 << u"channel-exists"_s;
    QTest::newRow("no name") << u"  "_s << u"UTC"_s << 0 << u"bad-argument"_s;
    QTest::newRow("unknown zone") << u"Three"_s << u"Rome"_s << 0 << u"unknown-zone"_s;
    QTest::newRow("day start past the day") << u"Three"_s << u"UTC"_s << 24 << u"bad-day-start"_s;
}

void TestOperations::badChannels()
{
    QFETCH(QString, name);
    QFETCH(QString, zone);
    QFETCH(int, dayStart);
    const auto edit = addChannel(sample(), {channelId(7), name, zone, hours(dayStart), {}}, planId(7), stamp);
    QVERIFY(!edit);
    QTEST(QString(codeName(edit.error().code)), "code");
}

void TestOperations::namesAreForPeople()
{
    const Station start = sample();
    const EventId one = eventId(1);
    QCOMPARE(moveEvents(start, firstTwo, 1min, stamp)->name, u"Move 2 events"_s);
    QCOMPARE(moveEvents(start, std::span(&one, 1), 1min, stamp)->name,
             u"Move “%1”"_s.arg(start.titleOf(*start.schedule().find(one))));
    QCOMPARE(removeEvents(start, firstTwo, stamp)->name, u"Remove 2 events"_s);
    ScheduledEvent fresh = eventAt(9, u"2026-01-01"_s, 1h);
    fresh.title = u"A title that is far too long for any menu there is"_s;
    QCOMPARE(insertEvents(start, {fresh}, stamp)->name,
             u"Insert “A title that is far too long for any me…”"_s);
    fresh.title.clear();
    fresh.asset = {};
    QCOMPARE(insertEvents(start, {fresh}, stamp)->name, u"Insert event"_s);
    QCOMPARE(trimEvent(start, one, {at(u"2026-03-28T18:00Z"_s), 1min}, stamp)->name,
             u"Trim “%1”"_s.arg(start.titleOf(*start.schedule().find(one))));
}

void TestOperations::stampIsKept()
{
    const auto edit = moveEvents(sample(), firstTwo, 1min, stamp);
    QVERIFY(edit->id == stamp.id && edit->author == stamp.author && edit->time == stamp.now);
    QVERIFY(edit->kind == EditKind::Edit && edit->target.isNull());
}

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_operations.moc"
