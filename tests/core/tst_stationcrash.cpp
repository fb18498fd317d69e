// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "storefolder.h"

#include <QProcess>
#include <QTest>

using namespace sf;
using namespace sf::test;

namespace {

constexpr int eventsInEdit = 500;

/// Commits edits of 500 events until it is killed.
int writeForEver(const QString &station)
{
    StationMaker maker(99);
    auto store = StationStore::open(station, OpenMode::ReadWrite);
    const auto loaded = store ? (*store)->load(Job()) : fail(store.error());
    if (!loaded || loaded->station.plans().empty())
        return 1;
    IdSource ids(0, static_cast<std::uint64_t>(loaded->commit));
    for (std::int64_t commit = loaded->commit;; ++commit) {
        std::vector<ScheduledEvent> events;
        for (int i = 0; i < eventsInEdit; ++i) {
            events.push_back(maker.event(u"Film"_s, 60 * i));
            events.back().id = ids.next<EventId>();
            events.back().plan = loaded->station.plans().front().id;
        }
        StationEdit edit = maker.insertion(std::move(events));
        edit.id = ids.next<EditId>();
        if (!(*store)->commit(edit, commit, SaveCheck::Station))
            return 1;
    }
}

} // namespace

class TestStationCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKilledWriterLeavesWholeEdits();
};

void TestStationCrash::aKilledWriterLeavesWholeEdits()
{
    StoreFolder test;
    std::int64_t commits = 2;
    QVERIFY(test.openWithEvent());
    for (int round = 0; round < 6; ++round) {
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(), {u"--write"_s, test.station()});
        QVERIFY(writer.waitForStarted());
        const auto reader = test.open(OpenMode::ReadOnly);
        QVERIFY(reader);
        QTRY_VERIFY_WITH_TIMEOUT(reader->commitNumber().value() > commits, 60'000);
        QTest::qWait(7 * round); // somewhere in the middle of the next
        QCOMPARE(writer.state(), QProcess::Running);
        writer.kill();
        QVERIFY(writer.waitForFinished());
        const auto store = test.open();
        QVERIFY(store);
        const auto loaded = store->load(Job());
        SF_VERIFY(loaded);
        commits = loaded->commit;
        QCOMPARE(loaded->station.schedule().size(), 1 + (commits - 2) * eventsInEdit);
        QCOMPARE(store->history(1, std::nullopt, Job())->front().commit, commits);
        QVERIFY(store->health()->isSound);
    }
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--write"_s)
        return writeForEver(arguments.value(2));
    TestStationCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_stationcrash.moc"
