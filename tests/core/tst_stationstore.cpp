// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "randomstation.h"
#include "storefolder.h"

#include <QTest>
#include <QThread>

#include <thread>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace sf;
using namespace sf::test;

class TestStationStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_test = std::make_unique<StoreFolder>(); }
    void loadsWhatWasCommitted_data();
    void loadsWhatWasCommitted();
    void aFullDiskChangesNothing();
    void aCancelledSaveChangesNothing();
    void saysThatItIsLocked();
    void checksTheStation();
    void checksTheRows();
    void knowsItsOwnCommits();
    void refusesAnEventWithoutPlan();
    void twoWritersBothSucceed();
    void aSecondConnectionLeavesTheLocksOfTheFirst();
    void leavesTombstones();
    void cancelsALoad();

private:
    std::unique_ptr<StoreFolder> m_test;
};

void TestStationStore::loadsWhatWasCommitted_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 12; ++seed)
        QTest::addRow("random edits %d", seed) << seed;
}

void TestStationStore::loadsWhatWasCommitted()
{
    QFETCH(int, seed);
    RandomStation random(static_cast<std::uint64_t>(seed));
    auto store = m_test->open();
    QVERIFY(store);
    std::vector<Station> states{Station()};
    std::vector<StationEdit> edits;
    for (int i = 0; i < 10; ++i) {
        edits.push_back(random.editOf(states.back()));
        Station next = states.back();
        SF_VERIFY(next.apply(edits.back()));
        SF_VERIFY(store->commit(edits.back(), i, SaveCheck::Station));
        const auto loaded = store->load(Job());
        SF_VERIFY(loaded);
        QVERIFY(holdSame(loaded->station, next));
        QVERIFY(loaded->station.channels() == next.channels()); // in the same order
        QVERIFY(loaded->station.rules() == next.rules());
        QCOMPARE(loaded->commit, i + 1);
        states.push_back(std::move(next));
    }
    store = m_test->open(); // all of it is on disk
    for (std::size_t i = edits.size(); i > 0; --i) {
        const auto last = store->editToUndo(u"Ann"_s);
        SF_VERIFY(last);
        QVERIFY(*last == edits[i - 1]);
        StationEdit undo = inverted(*last);
        undo.id = m_test->maker.ids().next<EditId>();
        undo.kind = EditKind::Undo;
        undo.target = last->id;
        SF_VERIFY(store->commit(undo, store->commitNumber().value(), SaveCheck::Station));
        const auto loaded = store->load(Job());
        SF_VERIFY(loaded);
        QVERIFY(holdSame(loaded->station, states[i - 1]));
    }
    SF_FAILS(store->editToUndo(u"Ann"_s), NothingToUndo);
    QVERIFY(*store->editToRedo(u"Ann"_s) == edits.front());
}

void TestStationStore::aFullDiskChangesNothing()
{
#ifdef Q_OS_UNIX
    const auto store = m_test->openWithEvent();
    QVERIFY(store);
    std::vector<ScheduledEvent> many;
    for (int i = 0; i < 20'000; ++i) // more than the cache holds, so it overflows in the middle
        many.push_back(m_test->maker.event(u"Film %1"_s.arg(i), 60 * i));
    const StationEdit big = m_test->maker.insertion(many);
    const StationEdit small = m_test->maker.change(m_test->event, u"Late news"_s);
    {
        const FullDisk full;
        SF_FAILS(store->commit(small, 2, SaveCheck::Rows), DiskFull);
        SF_FAILS(store->commit(big, 2, SaveCheck::Rows), DiskFull);
    }
    QCOMPARE(store->commitNumber().value(), 2);
    QCOMPARE(store->load(Job())->station.schedule().find(m_test->event.id)->title, u"News"_s);
    QCOMPARE(store->commit(big, 2, SaveCheck::Rows).value(), 3);
    QCOMPARE(m_test->open()->load(Job())->station.schedule().size(), 20'001);
    QVERIFY(store->health()->isSound);
#else
    QSKIP("there is no limit on file sizes here");
#endif
}

void TestStationStore::aCancelledSaveChangesNothing()
{
    const auto store = m_test->openWithEvent();
    QVERIFY(store);
    std::vector<ScheduledEvent> many;
    for (int i = 0; i < 20'000; ++i)
        many.push_back(m_test->maker.event(u"Film %1"_s.arg(i), 60 * i));
    const StationEdit big = m_test->maker.insertion(many);
    Job job;
    std::thread operatorsHand([&job] {
        while (job.done() < 2'000)
            std::this_thread::yield();
        job.cancel();
    });
    const auto committed = store->commit(big, 2, SaveCheck::Station, job);
    operatorsHand.join();
    SF_FAILS(committed, Cancelled);
    QVERIFY(job.done() < 20'000);
    QCOMPARE(store->commitNumber().value(), 2);
    QCOMPARE(store->load(Job())->station.schedule().size(), 1);
    QCOMPARE(store->commit(big, 2, SaveCheck::Station).value(), 3);
}

void TestStationStore::saysThatItIsLocked()
{
    const auto store = m_test->openWithEvent();
    QVERIFY(store);
    const auto other = m_test->raw();
    SF_VERIFY(other->run(u"BEGIN IMMEDIATE"_s));
    const StationEdit edit = m_test->maker.change(m_test->event, u"Late news"_s);
    SF_FAILS(store->commit(edit, 2, SaveCheck::Rows), StationLocked);
    QVERIFY(m_test->open(OpenMode::ReadOnly)->load(Job()).has_value()); // reading goes on
    SF_VERIFY(other->run(u"ROLLBACK"_s));
    QCOMPARE(store->commit(edit, 2, SaveCheck::Rows).value(), 3);
}

void TestStationStore::checksTheStation()
{
    const auto ann = m_test->openWithEvent();
    const auto bob = m_test->open();
    SF_VERIFY(
        bob->commit(m_test->maker.insertion({m_test->maker.event(u"Film"_s, 600)}), 2, SaveCheck::Station));
    SF_FAILS(ann->commit(m_test->maker.change(m_test->event, u"Late news"_s), 2, SaveCheck::Station),
             StationChanged);
    QCOMPARE(ann->commitNumber().value(), 3);
    QCOMPARE(ann->commit(m_test->maker.change(m_test->event, u"Late news"_s), 3, SaveCheck::Station).value(),
             4);
}

void TestStationStore::checksTheRows()
{
    const auto ann = m_test->openWithEvent();
    const auto bob = m_test->open();
    const ScheduledEvent film = m_test->maker.event(u"Film"_s, 600);
    SF_VERIFY(bob->commit(m_test->maker.insertion({film}), 2, SaveCheck::Rows));
    const StationEdit bobs = m_test->maker.change(m_test->event, u"Bob's news"_s);
    SF_VERIFY(bob->commit(bobs, 3, SaveCheck::Rows));
    const auto changed =
        ann->commit(m_test->maker.change(m_test->event, u"Ann's news"_s), 2, SaveCheck::Rows);
    SF_FAILS(changed, EditConflict);
    QVERIFY(changed.error().args.value(0).contains(u"News"_s));
    SF_FAILS(ann->commit(inverted(m_test->maker.insertion({m_test->event})), 2, SaveCheck::Rows),
             EditConflict);
    SF_FAILS(ann->commit(m_test->maker.insertion({film}), 2, SaveCheck::Rows), EditConflict);
    SF_FAILS(ann->commit(m_test->maker.insertion({film}), 4, SaveCheck::Rows), EditConflict);
    const auto unknown = m_test->maker.event(u"Ghost"_s, 0);
    SF_FAILS(ann->commit(m_test->maker.change(unknown, u"Gone"_s), 4, SaveCheck::Rows), EditConflict);
    SF_FAILS(ann->commit(inverted(m_test->maker.insertion({unknown})), 4, SaveCheck::Rows), EditConflict);
    QCOMPARE(ann->commitNumber().value(), 4); // nothing of all that
    QCOMPARE(ann->commit(m_test->maker.insertion({m_test->maker.event(u"Quiz"_s, 900)}), 2, SaveCheck::Rows)
                 .value(),
             5);
    const auto loaded = ann->load(Job());
    QCOMPARE(loaded->station.schedule().size(), 3);
    QCOMPARE(loaded->station.schedule().find(m_test->event.id)->title, u"Bob's news"_s);
}

void TestStationStore::knowsItsOwnCommits()
{
    const auto ann = m_test->openWithEvent();
    const auto bob = m_test->open();
    SF_VERIFY(
        bob->commit(m_test->maker.insertion({m_test->maker.event(u"Film"_s, 600)}), 2, SaveCheck::Rows));
    const StationEdit once = m_test->maker.change(m_test->event, u"Late news"_s);
    QCOMPARE(ann->commit(once, 2, SaveCheck::Rows).value(), 4);
    // Ann has not loaded commit 3, but commit 4 is her own.
    const StationEdit twice = m_test->maker.change(once.events.after.front(), u"Later news"_s);
    QCOMPARE(ann->commit(twice, 2, SaveCheck::Rows).value(), 5);
    SF_FAILS(bob->commit(m_test->maker.change(m_test->event, u"Bob's news"_s), 3, SaveCheck::Rows),
             EditConflict);
}

void TestStationStore::refusesAnEventWithoutPlan()
{
    const auto store = m_test->openWithEvent();
    ScheduledEvent stray = m_test->maker.event(u"Stray"_s, 0);
    stray.plan = m_test->maker.ids().next<PlanId>();
    SF_FAILS(store->commit(m_test->maker.insertion({stray}), 2, SaveCheck::Station), EditConflict);
    StationEdit withoutPlan = makeEdit(m_test->maker.stamp(), u"Remove the plan"_s);
    withoutPlan.plans.before = store->load(Job())->station.plans();
    SF_FAILS(store->commit(withoutPlan, 2, SaveCheck::Station), EditConflict);
    QCOMPARE(store->commitNumber().value(), 2);
    QCOMPARE(store->load(Job())->station.plans().size(), 1U);
}

void TestStationStore::twoWritersBothSucceed()
{
    m_test->openWithEvent();
    constexpr int each = 60;
    std::atomic<int> failures{0};
    const auto writer = [&](std::uint64_t seed) {
        StationMaker maker(seed);
        const auto store = StationStore::open(m_test->station(), OpenMode::ReadWrite);
        for (int i = 0; i < each; ++i) {
            ScheduledEvent event = maker.event(u"Film"_s, 60 * i);
            event.plan = m_test->event.plan;
            const auto saved = store ? (*store)->commit(maker.insertion({event}), 2, SaveCheck::Rows) : 0;
            failures += saved && *saved > 0 ? 0 : 1;
        }
    };
    std::unique_ptr<QThread> first(QThread::create(writer, 11));
    std::unique_ptr<QThread> second(QThread::create(writer, 12));
    first->start();
    second->start();
    QVERIFY(first->wait() && second->wait());
    QCOMPARE(failures.load(), 0);
    const auto loaded = m_test->open()->load(Job());
    SF_VERIFY(loaded);
    QCOMPARE(loaded->commit, 2 + 2 * each);
    QCOMPARE(loaded->station.schedule().size(), 1 + 2 * each);
    QVERIFY(m_test->open()->health()->isSound);
}

void TestStationStore::aSecondConnectionLeavesTheLocksOfTheFirst()
{
#ifdef Q_OS_UNIX
    const auto store = m_test->openWithEvent();
    QVERIFY(store);
    QVERIFY(m_test->open(OpenMode::ReadOnly)); // and closed again
    // Only another process sees the locks of this one.
    const QByteArray path = QFile::encodeName(m_test->station());
    const pid_t child = fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        struct flock lock = {};
        lock.l_type = F_WRLCK;
        lock.l_whence = SEEK_SET;
        lock.l_start = 0x40000002; // the bytes that a reader of an SQLite file holds
        lock.l_len = 510;
        const int file = ::open(path.constData(), O_RDWR);
        const bool isHeld = file >= 0 && fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
        _exit(isHeld ? 0 : 1);
    }
    int status = -1;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
#else
    QSKIP("locks are another matter here");
#endif
}

void TestStationStore::leavesTombstones()
{
    const auto store = m_test->openWithEvent();
    const auto tombstones = [&] {
        return m_test->raw()->value(
            u"SELECT COUNT(*) FROM tombstone WHERE kind = 'event' AND id = '%1'"_s.arg(
                m_test->event.id.toString()));
    };
    const StationEdit removal = inverted(m_test->maker.insertion({m_test->event}));
    QCOMPARE(store->commit(removal, 2, SaveCheck::Station).value(), 3);
    QCOMPARE(tombstones()->toInt(), 1);
    QCOMPARE(store->commit(m_test->maker.insertion({m_test->event}), 3, SaveCheck::Station).value(), 4);
    QCOMPARE(tombstones()->toInt(), 0);
}

void TestStationStore::cancelsALoad()
{
    const auto store = m_test->openWithEvent();
    Job job;
    job.cancel();
    SF_FAILS(store->load(job), Cancelled);
    SF_VERIFY(store->load(Job())); // nothing is left open
}

QTEST_GUILESS_MAIN(TestStationStore)
#include "tst_stationstore.moc"
