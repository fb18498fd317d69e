// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/importmodes.h"

#include "stationfixture.h"

using namespace sf;
using namespace sf::fixture;
using namespace std::chrono;

class TestImportModes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesARange();
    void replacesWhatTheFileCovers();
    void comesBackOverItself();
    void makesAChannel();
    void refusesAChannelThatIsThere();
    void findsMediaByName_data();
    void findsMediaByName();
};

namespace {

ImportedSchedule file(std::vector<ScheduledEvent> events, std::vector<Asset> assets = {})
{
    ImportedSchedule made;
    made.events = ImportedEvents(events);
    made.assets = std::move(assets);
    made.total = static_cast<std::int64_t>(made.events.size());
    return made;
}

Result<ImportPlan> planned(const Station &station, const ImportTarget &target, ImportedSchedule schedule)
{
    IdSource ids(1774728000000, 1);
    return planImport(station, target, std::move(schedule), ids, stamp, Job());
}

/// An hour each from 10:00; the third is locked, the last lies on another day.
Station busy()
{
    auto locked = eventAt(3, u"2026-03-28T12:00Z"_s, 1h);
    locked.isLocked = true;
    return stationWith({eventAt(1, u"2026-03-28T10:00Z"_s, 1h), eventAt(2, u"2026-03-28T11:00Z"_s, 1h),
                        locked, eventAt(4, u"2026-03-30T12:00Z"_s, 1h)});
}

} // namespace

void TestImportModes::replacesARange()
{
    const Station before = busy();
    ImportTarget target{ImportMode::ReplaceRange, planId(1), TimeRange{at(u"2026-03-28T00:00Z"_s), 24h}, {}};
    auto plan = planned(before, target, file({eventAt(9, u"2026-03-28T11:00Z"_s, 1h)}));
    QVERIFY(plan);
    QCOMPARE(plan->removed, std::int64_t(2));
    QCOMPARE(plan->kept, std::int64_t(1));
    QCOMPARE(plan->merge.imported, std::int64_t(1));
    Station after = before;
    QVERIFY(after.apply(plan->merge.edit));
    QVERIFY(!after.schedule().find(eventId(1)) && !after.schedule().find(eventId(2)));
    QVERIFY(after.schedule().find(eventId(3)) && after.schedule().find(eventId(4)) &&
            after.schedule().find(eventId(9)));
    QVERIFY(after.apply(inverted(plan->merge.edit))); // one undo
    QVERIFY(holdSame(after, before));
}

void TestImportModes::replacesWhatTheFileCovers()
{
    ImportTarget target{ImportMode::ReplaceRange, planId(1), std::nullopt, {}};
    const auto plan = planned(busy(), target, file({eventAt(9, u"2026-03-28T10:30Z"_s, 1h)}));
    QVERIFY(plan);
    QCOMPARE(plan->removed, std::int64_t(1)); // the one that begins in it
    QCOMPARE(plan->merge.conflicts.total, std::int64_t(1));
    const auto nothing = planned(busy(), target, file({}));
    QVERIFY(nothing && nothing->merge.edit.isEmpty());
}

void TestImportModes::comesBackOverItself()
{
    Station station = busy();
    ImportTarget target{ImportMode::ReplaceRange, planId(1), TimeRange{at(u"2026-03-28T00:00Z"_s), 24h}, {}};
    auto again = eventAt(1, u"2026-03-28T10:00Z"_s, 1h, u"Changed"_s);
    const auto plan = planned(station, target, file({again}));
    QVERIFY(plan);
    QVERIFY(station.apply(plan->merge.edit));
    QCOMPARE(station.schedule().find(eventId(1))->title, u"Changed"_s);
}

void TestImportModes::makesAChannel()
{
    const Station before = busy();
    ImportTarget target{ImportMode::NewChannel, planId(8), std::nullopt, {}};
    target.channel = Channel{channelId(8), u"Eight"_s, u"Europe/Rome"_s, 6h, {}};
    auto plan = planned(before, target, file({eventAt(1, u"2026-03-28T10:00Z"_s, 1h)}));
    QVERIFY(plan);
    Station after = before;
    QVERIFY(after.apply(plan->merge.edit));
    QCOMPARE(after.channels().size(), std::size_t(3));
    QCOMPARE(after.schedule().eventsIn(planId(8), {at(u"2026-03-28T00:00Z"_s), 24h}).size(), std::size_t(1));
    QVERIFY(after.apply(inverted(plan->merge.edit)));
    QVERIFY(holdSame(after, before));
}

void TestImportModes::refusesAChannelThatIsThere()
{
    ImportTarget target{ImportMode::NewChannel, planId(8), std::nullopt, {}};
    target.channel = Channel{channelId(8), u"one"_s, u"Europe/Rome"_s, 6h, {}};
    const auto plan = planned(busy(), target, file({eventAt(9, u"2026-03-28T10:00Z"_s, 1h)}));
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::ChannelExists);
}

void TestImportModes::findsMediaByName_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("house");
    QTest::addColumn<int>("found"); // 0: a new asset
    QTest::newRow("below the folder, upper case, no extension") << u"FILMS/HEAT"_s << QString() << 1;
    QTest::newRow("with its extension") << u"films/Heat.mp4"_s << QString() << 1;
    QTest::newRow("with backslashes") << u"films\\heat.mp4"_s << QString() << 1;
    QTest::newRow("a name alone") << u"HEAT"_s << QString() << 1;
    QTest::newRow("a name that two have") << u"NEWS"_s << QString() << 0;
    QTest::newRow("one of the two, by its folder") << u"B/NEWS"_s << QString() << 3;
    QTest::newRow("half a folder's name") << u"MS/HEAT"_s << QString() << 0;
    QTest::newRow("a house number") << QString() << u"H7"_s << 1;
    QTest::newRow("a house number that two have") << QString() << u"H8"_s << 0;
    QTest::newRow("an absolute path is itself") << u"/other/films/Heat.mp4"_s << QString() << 0;
    QTest::newRow("an address is itself") << u"http://x/Heat.mp4"_s << u"H7"_s << 0;
}

void TestImportModes::findsMediaByName()
{
    QFETCH(QString, url);
    QFETCH(QString, house);
    QFETCH(int, found);
    auto heat = asset(1, u"/media/films/Heat.mp4"_s);
    heat.houseNumber = u"H7"_s;
    auto a = asset(2, u"/media/a/news.mp4"_s);
    auto b = asset(3, u"/media/b/News.mkv"_s);
    a.houseNumber = b.houseNumber = u"H8"_s;
    const Station station = stationWith({}, {heat, a, b});
    auto imported = asset(7, url);
    imported.houseNumber = house;
    auto event = eventAt(9, u"2026-03-28T10:00Z"_s, 1h);
    event.asset = imported.id;
    const auto plan = planned(station, {ImportMode::Merge, planId(1), {}, {}}, file({event}, {imported}));
    QVERIFY(plan);
    QCOMPARE(plan->newMedia, std::int64_t(found == 0 ? 1 : 0));
    QCOMPARE(plan->knownMedia, std::int64_t(found == 0 ? 0 : 1));
    if (found > 0)
        QCOMPARE(plan->merge.edit.events.after.front().asset, assetId(static_cast<std::uint64_t>(found)));
}

QTEST_GUILESS_MAIN(TestImportModes)
#include "tst_importmodes.moc"
