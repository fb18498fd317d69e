// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/station.h"

#include "stationfixture.h"

using namespace sf;
using namespace sf::fixture;
using namespace std::chrono;

class TestStation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTypeIsAppliedAndTakenBack();
    void everyTypeRefusesAWrongBefore();
    void everyTypeRefusesWhatIsThereAlready();
    void conflictNamesTheObjectThatIsMissing();
    void conflictInOneTypeLeavesTheOthersAlone();
    void mediaThatIsUsedStays();
    void orderOfChannelsIsKept();
    void playsAreSortedByStart();
    void channelIsFoundByNameOrId();
    void titleIsTheEventsElseTheAssets();
    void holdSameSeesEveryDifference();
    void assetsAreSortedByAge();
};

void TestStation::everyTypeIsAppliedAndTakenBack()
{
    const Station start = stationWith();
    Station station = start;
    QVERIFY(station.apply(oneOfEach()));
    QVERIFY(!holdSame(station, start));
    QVERIFY(station.findChannel(channelId(9)) && station.findPlan(planId(9)) &&
            station.assets().find(assetId(9)));
    QVERIFY(station.schedule().find(eventId(9)));
    QCOMPARE(station.rules().size() + station.templates().size() + station.recurrences().size() +
                 station.plays().size(),
             std::size_t(4));
    QVERIFY(station.apply(inverted(oneOfEach())));
    QVERIFY(holdSame(station, start));
    QVERIFY(station.apply(StationEdit()));
    QVERIFY(holdSame(station, start));
}

void TestStation::everyTypeRefusesAWrongBefore()
{
    // Taking away what is not there, one type at a time.
    const StationEdit all = inverted(oneOfEach());
    const Station start = stationWith();
    const auto refuses = [&](auto list) {
        StationEdit edit;
        edit.*list = all.*list;
        Station station = start;
        const Status status = station.apply(edit);
        return !status && status.error().code == ErrorCode::EditConflict && holdSame(station, start);
    };
    QVERIFY(refuses(&StationEdit::channels));
    QVERIFY(refuses(&StationEdit::plans));
    QVERIFY(refuses(&StationEdit::assets));
    QVERIFY(refuses(&StationEdit::events));
    QVERIFY(refuses(&StationEdit::rules));
    QVERIFY(refuses(&StationEdit::templates));
    QVERIFY(refuses(&StationEdit::recurrences));
    QVERIFY(refuses(&StationEdit::plays));
}

void TestStation::everyTypeRefusesWhatIsThereAlready()
{
    Station start = stationWith();
    const StationEdit all = oneOfEach();
    QVERIFY(start.apply(all));
    const auto refuses = [&](auto list, bool twice) {
        StationEdit edit;
        edit.*list = all.*list;
        Station station = twice ? stationWith() : start;
        if (twice)
            (edit.*list).after.push_back((edit.*list).after.front());
        const Status status = station.apply(edit);
        return !status && status.error().code == ErrorCode::EditConflict;
    };
    for (const bool twice : {false, true}) {
        QVERIFY(refuses(&StationEdit::channels, twice));
        QVERIFY(refuses(&StationEdit::plans, twice));
        QVERIFY(refuses(&StationEdit::assets, twice));
        QVERIFY(refuses(&StationEdit::events, twice));
        QVERIFY(refuses(&StationEdit::rules, twice));
        QVERIFY(refuses(&StationEdit::templates, twice));
        QVERIFY(refuses(&StationEdit::recurrences, twice));
        QVERIFY(refuses(&StationEdit::plays, twice));
    }
}

void TestStation::conflictNamesTheObjectThatIsMissing()
{
    Station station = stationWith();
    StationEdit edit;
    edit.channels.before = {station.channels()[0], Channel{channelId(5), u"Gone"_s, u"UTC"_s, Millis(0), {}}};
    QCOMPARE(station.apply(edit).error().args, QStringList{u"“Gone”"_s});
    edit.channels.before = {station.channels()[1]};
    edit.channels.before[0].name = u"Too"_s;
    QCOMPARE(station.apply(edit).error().args, QStringList{u"“Two”"_s});
    StationEdit twice;
    twice.channels.before = {station.channels()[0], station.channels()[0]};
    QCOMPARE(station.apply(twice).error().args, QStringList{u"“One”"_s});
    StationEdit assets;
    assets.assets.before = {asset(3, u"/x"_s)};
    QCOMPARE(station.apply(assets).error().args, QStringList{u"“Asset 3”"_s});
}

void TestStation::mediaThatIsUsedStays()
{
    Station station = stationWith();
    StationEdit media;
    media.assets.after = {asset(7, u"/seven"_s)};
    QVERIFY(station.apply(media));
    StationEdit use;
    use.events.after = {eventAt(7, u"2026-03-28T20:00Z"_s, std::chrono::hours(1))};
    use.events.after[0].asset = assetId(7);
    Station without = stationWith();
    QCOMPARE(without.apply(use).error().code, ErrorCode::EditConflict);
    QVERIFY(station.apply(use));
    const Station before = station;
    const Status removed = station.apply(inverted(media));
    QVERIFY(!removed);
    QCOMPARE(removed.error().code, ErrorCode::EditConflict);
    QVERIFY(holdSame(station, before));
    StationEdit both = inverted(media);
    both.events = inverted(use).events;
    QVERIFY(station.apply(both));
}

void TestStation::conflictInOneTypeLeavesTheOthersAlone()
{
    const Station start = stationWith();
    StationEdit edit = oneOfEach();
    edit.plays.before = {play(1, u"2026-01-01"_s)}; // the last type that is applied
    Station station = start;
    QVERIFY(!station.apply(edit));
    QVERIFY(holdSame(station, start));
    QVERIFY(station.plays().empty());
}

void TestStation::orderOfChannelsIsKept()
{
    Station station = stationWith();
    StationEdit add;
    add.channels.after = {Channel{channelId(0), u"Zero"_s, u"UTC"_s, Millis(0), {}},
                          Channel{channelId(3), u"Three"_s, u"UTC"_s, Millis(0), {}}};
    QVERIFY(station.apply(add));
    StationEdit rename;
    rename.channels.before = {station.channels()[1]};
    rename.channels.after = {station.channels()[1]};
    rename.channels.after[0].name = u"Second"_s;
    QVERIFY(station.apply(rename));
    QStringList names;
    for (const Channel &channel : station.channels())
        names.append(channel.name);
    QCOMPARE(names, (QStringList{u"One"_s, u"Second"_s, u"Zero"_s, u"Three"_s}));
}

void TestStation::playsAreSortedByStart()
{
    Station station = stationWith();
    StationEdit edit;
    edit.plays.after = {play(1, u"2026-03-28"_s), play(2, u"2026-03-26"_s)};
    QVERIFY(station.apply(edit));
    const Station snapshot = station;
    StationEdit more;
    more.plays.before = {play(1, u"2026-03-28"_s)};
    more.plays.after = {play(1, u"2026-03-25"_s), play(3, u"2026-03-27"_s)};
    QVERIFY(station.apply(more));
    QStringList titles;
    for (const Play &each : station.plays())
        titles.append(each.title);
    QCOMPARE(titles, (QStringList{u"Play 1"_s, u"Play 2"_s, u"Play 3"_s}));
    QCOMPARE(snapshot.plays().size(), std::size_t(2));
}

void TestStation::channelIsFoundByNameOrId()
{
    const Station station = stationWith();
    QVERIFY(station.channelNamed(u"two"_s)->id == channelId(2));
    QVERIFY(station.channelNamed(channelId(2).toString())->id == channelId(2));
    QCOMPARE(station.channelNamed({}).error(), (Error{ErrorCode::ChannelNeeded, {u"One, Two"_s}, {}}));
    QCOMPARE(station.channelNamed(u"Six"_s).error(),
             (Error{ErrorCode::UnknownChannel, {u"Six"_s, u"One, Two"_s}, {}}));
    QCOMPARE(Station().channelNamed(u"Six"_s).error().code, ErrorCode::NoChannel);
    QVERIFY(station.onAirPlan(channelId(1))->id == planId(1));
    QVERIFY(!station.onAirPlan(channelId(8)));
    QVERIFY(!station.channelOf(planId(8)) && !station.findChannel({}) && !station.findPlan({}));
}

void TestStation::titleIsTheEventsElseTheAssets()
{
    const Station station = stationWith({}, {asset(1, u"/a"_s)});
    ScheduledEvent made;
    QCOMPARE(station.titleOf(made), QString());
    made.asset = assetId(1);
    QCOMPARE(station.titleOf(made), u"Asset 1"_s);
    made.title = u"Tonight"_s;
    QCOMPARE(station.titleOf(made), u"Tonight"_s);
}

void TestStation::holdSameSeesEveryDifference()
{
    Station full = stationWith({eventAt(1, u"2026-03-28"_s, 1h)});
    QVERIFY(full.apply(oneOfEach()));
    const StationEdit all = inverted(oneOfEach());
    const auto seesMissing = [&](auto list) {
        StationEdit edit;
        edit.*list = all.*list;
        Station station = full;
        return station.apply(edit).has_value() && !holdSame(station, full) && !holdSame(full, station);
    };
    QVERIFY(seesMissing(&StationEdit::channels));
    QVERIFY(seesMissing(&StationEdit::plans));
    QVERIFY(seesMissing(&StationEdit::assets));
    QVERIFY(seesMissing(&StationEdit::events));
    QVERIFY(seesMissing(&StationEdit::rules));
    QVERIFY(seesMissing(&StationEdit::templates));
    QVERIFY(seesMissing(&StationEdit::recurrences));
    QVERIFY(seesMissing(&StationEdit::plays));
    Station note = full;
    StationEdit edit;
    edit.events.before = {*full.schedule().find(eventId(1))};
    edit.events.after = edit.events.before;
    edit.events.after[0].note = u"n"_s;
    QVERIFY(note.apply(edit) && !holdSame(note, full));
}

void TestStation::assetsAreSortedByAge()
{
    const Station station = stationWith({}, {asset(3, u"/c"_s), asset(1, u"/a"_s), asset(2, u"/b"_s)});
    std::vector<Asset> sorted;
    for (const Asset *each : station.assets().sorted())
        sorted.push_back(*each);
    QVERIFY(sorted == (std::vector<Asset>{asset(1, u"/a"_s), asset(2, u"/b"_s), asset(3, u"/c"_s)}));
    Asset numbered = asset(1, u"/a"_s);
    QCOMPARE(contentKey(numbered), assetId(1).toString());
    numbered.houseNumber = u"H1"_s;
    QCOMPARE(contentKey(numbered), u"H1"_s);
}

QTEST_GUILESS_MAIN(TestStation)
#include "tst_station.moc"
