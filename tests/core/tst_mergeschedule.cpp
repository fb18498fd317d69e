// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/merge.h"

#include "stationfixture.h"

using namespace sf;
using namespace sf::fixture;
using namespace std::chrono;

namespace {

constexpr auto noon = "2026-03-28T12:00Z";

/// A file's event, which names an asset of the same file by number (0: none).
ScheduledEvent inFile(std::uint64_t n, const QString &title, const QString &start, std::uint64_t asset = 0)
{
    ScheduledEvent made = eventAt(n, start, 1h, title);
    made.plan = {};
    made.asset = asset ? assetId(asset) : AssetId();
    return made;
}

ImportedSchedule file(const std::vector<ScheduledEvent> &events, std::vector<Asset> assets = {})
{
    ImportedSchedule made;
    made.events = ImportedEvents(events);
    made.assets = std::move(assets);
    made.total = static_cast<std::int64_t>(made.events.size());
    return made;
}

Result<ScheduleMerge> merged(const Station &station, ImportedSchedule schedule)
{
    IdSource ids(1774728000000, 1);
    return mergeSchedule(station, planId(1), std::move(schedule), ids, stamp, Job());
}

Station importedInto(Station station, ImportedSchedule schedule)
{
    const auto merge = merged(station, std::move(schedule));
    if (!merge || !station.apply(merge->edit))
        QTest::qFail("the import does not apply", __FILE__, __LINE__);
    return station;
}

} // namespace

class TestMergeSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void duplicates_data();
    void duplicates();
    void duplicatesWithinTheFile();
    void otherAddressIsKeptAndReported();
    void sameFileTwiceAddsNothing();
    void twoAssetsOfOneAddressAreOne();
    void fileAddressAndPathAreOne();
    void assetsWithoutAddressStayApart();
    void assetsThatOnlyDuplicatesNameAreNotAdded();
    void assetIdsAreKeptWhereFree();
    void eventIdsAreKeptWhereFree();
    void secondaryEventsFindTheirParents();
    void existingOverlapsAreNotReportedAgain();
    void overlapWithAnEventThatReachesIn();
    void otherPlansDoNotCount();
    void importedEventsGetThePlan();
    void pileOfOneSlotIsKept();
    void emptyFile();
    void refuses();
};

void TestMergeSchedule::duplicates_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isDuplicate");
    const auto row = [](const char *name, QString title, QString start, QString url, bool isDuplicate) {
        QTest::newRow(name) << std::move(title) << std::move(start) << std::move(url) << isDuplicate;
    };
    const QString start = QString::fromLatin1(noon);
    row("the same", u"Κρόνος"_s, start, u"/media/a.mp4"_s, true);
    row("blanks around the title", u"  Κρόνος \t"_s, start, u"/media/a.mp4"_s, true);
    row("case folded, not just lowered", u"ΚΡΌΝΟΣ"_s, start, u"/media/a.mp4"_s, true);
    row("no address here", u"Κρόνος"_s, start, u""_s, true);
    row("address written otherwise", u"Κρόνος"_s, start, u"file:///media//x/../a.mp4"_s, true);
    row("other address", u"Κρόνος"_s, start, u"/media/b.mp4"_s, false);
    row("other title", u"Κρόνο"_s, start, u"/media/a.mp4"_s, false);
    row("a millisecond later", u"Κρόνος"_s, u"2026-03-28T12:00:00.001Z"_s, u"/media/a.mp4"_s, false);
    row("case of the address counts", u"Κρόνος"_s, start, u"/media/A.mp4"_s, false);
}

void TestMergeSchedule::duplicates()
{
    QFETCH(QString, title);
    QFETCH(QString, start);
    QFETCH(QString, url);
    QFETCH(bool, isDuplicate);
    ScheduledEvent there = eventAt(1, QString::fromLatin1(noon), 1h, u"Κρόνος"_s);
    there.asset = assetId(1);
    const Station station = stationWith({there}, {asset(1, u"/media/a.mp4"_s)});
    const auto schedule = url.isEmpty() ? file({inFile(11, title, start)})
                                        : file({inFile(11, title, start, 21)}, {asset(21, url)});
    const auto merge = merged(station, schedule);
    QVERIFY(merge);
    QCOMPARE(merge->duplicates, isDuplicate ? 1 : 0);
    QCOMPARE(merge->imported, isDuplicate ? 0 : 1);
    QCOMPARE(merge->edit.isEmpty(), isDuplicate);
    QCOMPARE(merge->conflicts.total, isDuplicate ? 0 : 1);
}

void TestMergeSchedule::duplicatesWithinTheFile()
{
    const QString start = QString::fromLatin1(noon);
    const auto merge =
        merged(stationWith(), file({inFile(1, u"News"_s, start, 1), inFile(2, u"news"_s, start, 2),
                                    inFile(3, u"NEWS "_s, start), inFile(4, u"News"_s, start, 2)},
                                   {asset(1, u"/a"_s), asset(2, u"/b"_s)}));
    QVERIFY(merge);
    QCOMPARE(merge->imported, 2); // the first, and the one with another address
    QCOMPARE(merge->duplicates, 2);
    QVERIFY(merge->edit.events.after[0].id == eventId(1) && merge->edit.events.after[1].id == eventId(2));
    // One without an address takes the place of all that come after it.
    const auto bare =
        merged(stationWith(),
               file({inFile(1, u"News"_s, start), inFile(2, u"news"_s, start, 2)}, {asset(2, u"/b"_s)}));
    QCOMPARE(bare->imported, 1);
}

void TestMergeSchedule::otherAddressIsKeptAndReported()
{
    const QString start = QString::fromLatin1(noon);
    ScheduledEvent there = eventAt(1, start, 1h, u"News"_s);
    there.asset = assetId(1);
    const Station station = stationWith({there}, {asset(1, u"/a"_s)});
    const auto merge = merged(station, file({inFile(2, u"News"_s, start, 2)}, {asset(2, u"/b"_s)}));
    QCOMPARE(merge->imported, 1);
    QCOMPARE(merge->conflicts.total, 1);
    QVERIFY(merge->conflicts.pairs.front() == (Overlap{eventId(1), eventId(2), there.range}));
}

void TestMergeSchedule::sameFileTwiceAddsNothing()
{
    Asset live = asset(5, u""_s);
    live.kind = AssetKind::Live;
    const auto schedule =
        file({inFile(1, u"A"_s, u"2026-03-28T12:00Z"_s, 1), inFile(2, u"B"_s, u"2026-03-28T13:00Z"_s),
              inFile(3, u"C"_s, u"2026-03-28T13:30Z"_s, 5)},
             {asset(1, u"/a"_s), live});
    const Station once = importedInto(stationWith(), schedule);
    QCOMPARE(once.schedule().size(), 3);
    QCOMPARE(once.assets().size(), 2);
    const auto again = merged(once, schedule);
    QCOMPARE(again->imported, 0);
    QCOMPARE(again->duplicates, 3);
    QCOMPARE(again->conflicts.total, 0);
    QVERIFY(again->edit.isEmpty());
    // And what was exported comes back as it was after the events are gone.
    Station emptied = once;
    StationEdit remove;
    once.schedule().forEach(planId(1),
                            [&](const ScheduledEvent &event) { remove.events.before.push_back(event); });
    QVERIFY(emptied.apply(remove));
    QVERIFY(holdSame(importedInto(emptied, schedule), once));
}

void TestMergeSchedule::twoAssetsOfOneAddressAreOne()
{
    // A library may hold an address twice (an old import); neither makes a repeat of the other new.
    const QString start = QString::fromLatin1(noon);
    for (const std::uint64_t used : {1, 2}) {
        ScheduledEvent there = eventAt(1, start, 1h, u"News"_s);
        there.asset = assetId(used);
        const Station station = stationWith({there}, {asset(1, u"/a"_s), asset(2, u"/a"_s)});
        const auto merge = merged(station, file({inFile(2, u"News"_s, start, 3)}, {asset(3, u"/a"_s)}));
        QCOMPARE(merge->duplicates, 1);
    }
}

void TestMergeSchedule::fileAddressAndPathAreOne()
{
    const auto merge = merged(
        stationWith({}, {asset(1, u"/media/a b.mp4"_s)}),
        file({inFile(2, u"News"_s, QString::fromLatin1(noon), 3)}, {asset(3, u"file:///media/a%20b.mp4"_s)}));
    QVERIFY(merge->edit.assets.isEmpty());
    QVERIFY(merge->edit.events.after.front().asset == assetId(1));
}

void TestMergeSchedule::assetsWithoutAddressStayApart()
{
    const auto merge = merged(stationWith(), file({inFile(1, u"A"_s, u"2026-03-28T12:00Z"_s, 1),
                                                   inFile(2, u"B"_s, u"2026-03-28T13:00Z"_s, 2)},
                                                  {asset(1, u""_s), asset(2, u" "_s)}));
    QCOMPARE(merge->edit.assets.after.size(), std::size_t(2));
    QVERIFY(merge->edit.events.after[0].asset == assetId(1) &&
            merge->edit.events.after[1].asset == assetId(2));
}

void TestMergeSchedule::assetsThatOnlyDuplicatesNameAreNotAdded()
{
    const QString start = QString::fromLatin1(noon);
    const Station station = stationWith({eventAt(1, start, 1h, u"News"_s)});
    const auto merge = merged(
        station, file({inFile(2, u"News"_s, start, 1), inFile(3, u"Film"_s, u"2026-03-28T13:00Z"_s, 2)},
                      {asset(1, u"/a"_s), asset(2, u"/b"_s), asset(3, u"/unused"_s)}));
    QCOMPARE(merge->edit.assets.after.size(), std::size_t(1));
    QCOMPARE(merge->edit.assets.after.front().url, u"/b"_s);
}

void TestMergeSchedule::assetIdsAreKeptWhereFree()
{
    // The station's asset 1 is another file; the file's two share an id by mistake.
    const Station station = stationWith({}, {asset(1, u"/there"_s)});
    const auto merge = merged(station, file({inFile(1, u"A"_s, u"2026-03-28T12:00Z"_s, 1),
                                             inFile(2, u"B"_s, u"2026-03-28T13:00Z"_s, 4)},
                                            {asset(1, u"/a"_s), asset(4, u"/b"_s), asset(4, u"/c"_s)}));
    Station after = station;
    QVERIFY(after.apply(merge->edit));
    QVERIFY(merge->edit.events.after[0].asset != assetId(1));
    QCOMPARE(after.assets().find(merge->edit.events.after[0].asset)->url, u"/a"_s);
    QVERIFY(after.assets().find(merge->edit.events.after[1].asset));
}

void TestMergeSchedule::eventIdsAreKeptWhereFree()
{
    const Station station = stationWith({eventAt(1, u"2026-01-01"_s, 1h)});
    ScheduledEvent nameless = inFile(0, u"D"_s, u"2026-03-28T15:00Z"_s);
    nameless.id = {};
    const auto merge = merged(
        station, file({inFile(1, u"A"_s, u"2026-03-28T12:00Z"_s), inFile(2, u"B"_s, u"2026-03-28T13:00Z"_s),
                       inFile(2, u"C"_s, u"2026-03-28T14:00Z"_s), nameless}));
    Station after = station;
    QVERIFY(after.apply(merge->edit));
    QCOMPARE(after.schedule().size(), 5);
    QVERIFY(merge->edit.events.after[0].id != eventId(1)); // taken in the station
    QVERIFY(merge->edit.events.after[1].id == eventId(2));
    QVERIFY(merge->edit.events.after[2].id != eventId(2)); // taken in the file
    QVERIFY(!merge->edit.events.after[3].id.isNull());
}

void TestMergeSchedule::secondaryEventsFindTheirParents()
{
    const QString start = QString::fromLatin1(noon);
    ScheduledEvent logo = inFile(2, u"Logo"_s, start);
    logo.layer = 1;
    logo.parent = eventId(1);
    // The parent's id is taken in the station, so it gets another one.
    const auto renamed =
        merged(stationWith({eventAt(1, u"2026-01-01"_s, 1h)}), file({logo, inFile(1, u"Film"_s, start)}));
    QVERIFY(renamed->edit.events.after[0].parent == renamed->edit.events.after[1].id);
    // The parent is a duplicate of an event with another id: the logo belongs to that one.
    const auto led =
        merged(stationWith({eventAt(7, start, 1h, u"Film"_s)}), file({logo, inFile(1, u"Film"_s, start)}));
    QVERIFY(led->edit.events.after[0].parent == eventId(7));
    // The parent is the station's own event.
    const auto kept =
        merged(stationWith({eventAt(1, start, 1h, u"Film"_s)}), file({logo, inFile(1, u"Film"_s, start)}));
    QVERIFY(kept->edit.events.after[0].parent == eventId(1));
}

void TestMergeSchedule::existingOverlapsAreNotReportedAgain()
{
    const Station station =
        stationWith({eventAt(1, u"2026-03-28T12:00Z"_s, 2h), eventAt(2, u"2026-03-28T13:00Z"_s, 2h)});
    const auto apart =
        merged(station,
               file({inFile(3, u"A"_s, u"2026-03-28T15:00Z"_s), inFile(4, u"B"_s, u"2026-03-28T11:00Z"_s)}));
    QCOMPARE(apart->conflicts.total, 0);
    const auto across = merged(station, file({inFile(3, u"A"_s, u"2026-03-28T13:30Z"_s)}));
    QCOMPARE(across->conflicts.total, 2);
    ScheduledEvent logo = inFile(3, u"A"_s, u"2026-03-28T13:30Z"_s);
    logo.layer = 1;
    QCOMPARE(merged(station, file({logo}))->conflicts.total, 0);
}

void TestMergeSchedule::overlapWithAnEventThatReachesIn()
{
    const Station station = stationWith({eventAt(1, u"2026-03-20T12:00Z"_s, 24h * 10)});
    const auto merge = merged(station, file({inFile(3, u"A"_s, u"2026-03-28T13:30Z"_s)}));
    QCOMPARE(merge->conflicts.total, 1);
    QVERIFY(merge->conflicts.pairs.front().a == eventId(1));
}

void TestMergeSchedule::otherPlansDoNotCount()
{
    ScheduledEvent draft = eventAt(1, QString::fromLatin1(noon), 1h, u"News"_s);
    draft.plan = planId(2);
    const auto merge = merged(stationWith({draft}), file({inFile(2, u"News"_s, QString::fromLatin1(noon))}));
    QCOMPARE(merge->imported, 1);
    QCOMPARE(merge->conflicts.total, 0);
}

void TestMergeSchedule::importedEventsGetThePlan()
{
    const auto merge = merged(stationWith(), file({inFile(2, u"News"_s, QString::fromLatin1(noon), 99)}));
    const ScheduledEvent &made = merge->edit.events.after.front();
    QVERIFY(made.plan == planId(1));
    QVERIFY(made.asset.isNull()); // the file names an asset that it does not hold
    QCOMPARE(merge->edit.name, u"Import schedule"_s);
    QVERIFY(merge->edit.id == stamp.id && merge->edit.author == stamp.author);
}

void TestMergeSchedule::pileOfOneSlotIsKept()
{
    std::vector<ScheduledEvent> events;
    std::vector<Asset> assets;
    for (std::uint64_t n = 1; n <= 20'000; ++n) {
        events.push_back(inFile(n, u"News"_s, QString::fromLatin1(noon), n));
        assets.push_back(asset(n, u"/media/%1"_s.arg(n)));
    }
    const auto merge = merged(stationWith(), file(std::move(events), std::move(assets)));
    QCOMPARE(merge->imported, 20'000);
    QCOMPARE(merge->conflicts.total, 20'000LL * 19'999 / 2);
    QCOMPARE(merge->conflicts.pairs.size(), defaultOverlapLimit);
}

void TestMergeSchedule::emptyFile()
{
    const auto merge = merged(stationWith({eventAt(1, u"2026-03-28"_s, 1h)}), file({}));
    QVERIFY(merge && merge->edit.isEmpty());
    QCOMPARE(merge->imported + merge->duplicates + merge->conflicts.total, 0);
}

void TestMergeSchedule::refuses()
{
    IdSource ids(0, 1);
    const auto noPlan = mergeSchedule(stationWith(), planId(99), file({}), ids, stamp, Job());
    QCOMPARE(noPlan.error(), (Error{ErrorCode::UnknownObject, {u"plan"_s, planId(99).toString()}, {}}));
    Job job;
    job.cancel();
    const auto cancelled = mergeSchedule(
        stationWith(), planId(1), file({inFile(1, u"A"_s, QString::fromLatin1(noon))}), ids, stamp, job);
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestMergeSchedule)
#include "tst_mergeschedule.moc"
