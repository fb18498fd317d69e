// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/store/migrations.h"
#include "storefolder.h"

#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace sf;
using namespace sf::test;

class TestStationOpen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_test = std::make_unique<StoreFolder>(); }
    void makesItsFolder();
    void refusesWhatIsNoStation_data();
    void refusesWhatIsNoStation();
    void refusesADamagedRow();
    void refusesANewerSchema();
    void refusesAFolder();
    void opensReadOnly();
    void opensWhatMayNotBeWritten_data();
    void opensWhatMayNotBeWritten();
    void showsWhatAFullDiskHolds();
    void tellsItsHealth();

private:
    std::unique_ptr<StoreFolder> m_test;
};

void TestStationOpen::makesItsFolder()
{
    const auto store =
        StationStore::open(m_test->filePath(u"new/folder/station.sqlite"_s), OpenMode::ReadWrite);
    SF_VERIFY(store);
    const auto loaded = (*store)->load(Job());
    SF_VERIFY(loaded);
    QCOMPARE(loaded->commit, 0);
    QVERIFY(loaded->station.channels().empty());
    SF_FAILS(StationStore::open(m_test->filePath(u"missing"_s), OpenMode::ReadOnly), StationNotOpened);
}

void TestStationOpen::refusesWhatIsNoStation_data()
{
    QTest::addColumn<QByteArray>("bytes");
    init();
    m_test->openWithEvent();
    const QByteArray station = m_test->bytes();
    QVERIFY(station.size() > 8'192);
    QTest::newRow("a text") << QByteArray("Once upon a time there was a television station.");
    QTest::newRow("one byte") << QByteArray("S");
    QTest::newRow("random bytes") << QByteArray(50'000, '\xA5');
    QTest::newRow("a station cut off in its header") << station.first(60);
    QTest::newRow("a station cut off after its first page") << station.first(4'096);
    QByteArray zeroed = station;
    zeroed.replace(4'096, station.size() - 4'096, QByteArray(station.size() - 4'096, '\0'));
    QTest::newRow("a station with zeroed pages") << zeroed;
    QByteArray noise = station;
    noise.replace(100, 1'000, QByteArray(1'000, '\xA5'));
    QTest::newRow("a station whose first page is noise") << noise;
}

void TestStationOpen::refusesWhatIsNoStation()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(m_test->write(bytes));
    const auto loaded =
        StationStore::open(m_test->station(), OpenMode::ReadWrite)
            .and_then([](const std::unique_ptr<StationStore> &store) { return store->load(Job()); });
    SF_FAILS(loaded, StationDamaged);
    QCOMPARE(loaded.error().args.value(0), m_test->station());
    QCOMPARE(m_test->bytes(), bytes);
}

void TestStationOpen::refusesADamagedRow()
{
    m_test->openWithEvent();
    SF_VERIFY(m_test->raw()->run(u"UPDATE event SET asset = 'not an id'"_s));
    SF_FAILS(m_test->open()->load(Job()), StationDamaged);
    SF_VERIFY(m_test->raw()->run(u"UPDATE event SET asset = NULL, start_mode = 'sometimes'"_s));
    SF_FAILS(m_test->open()->load(Job()), StationDamaged);
    SF_VERIFY(m_test->raw()->run(u"UPDATE event SET start_mode = NULL, extra = x'ff00'"_s));
    SF_FAILS(m_test->open()->load(Job()), StationDamaged);
    SF_VERIFY(m_test->raw()->run(u"UPDATE event SET extra = NULL"_s));
    SF_VERIFY(m_test->open()->load(Job()));
}

void TestStationOpen::refusesANewerSchema()
{
    m_test->openWithEvent();
    SF_VERIFY(m_test->raw()->run(u"PRAGMA user_version = 99"_s));
    const QByteArray bytes = m_test->bytes();
    const auto store = StationStore::open(m_test->station(), OpenMode::ReadWrite);
    SF_FAILS(store, StationTooNew);
    QCOMPARE(store.error().args, (QStringList{m_test->station(), u"99"_s, QString::number(latestSchema())}));
    QCOMPARE(m_test->bytes(), bytes);
}

void TestStationOpen::refusesAFolder()
{
    SF_FAILS(StationStore::open(m_test->folder(), OpenMode::ReadWrite), StationNotOpened);
    SF_FAILS(StationStore::open(u"postgresql://user@host/db"_s, OpenMode::ReadWrite), StationNotOpened);
}

void TestStationOpen::opensReadOnly()
{
    m_test->openWithEvent();
    const auto store = m_test->open(OpenMode::ReadOnly);
    QVERIFY(store && store->isReadOnly());
    QCOMPARE(store->load(Job())->station.schedule().size(), 1);
    SF_FAILS(store->commit(m_test->maker.change(m_test->event, u"Late news"_s), 2, SaveCheck::Rows),
             StationReadOnly);
}

void TestStationOpen::opensWhatMayNotBeWritten_data()
{
    QTest::addColumn<bool>("isFolder");
    QTest::newRow("a read-only file") << false;
    QTest::newRow("a read-only folder") << true;
}

void TestStationOpen::opensWhatMayNotBeWritten()
{
#ifdef Q_OS_UNIX
    QFETCH(bool, isFolder);
    m_test->openWithEvent();
    constexpr auto mayRead = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
    constexpr auto mayEnter = mayRead | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
    constexpr auto mayWrite = QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY(QFile::setPermissions(m_test->station(), mayRead));
    QVERIFY(QFile::setPermissions(m_test->folder(), isFolder ? mayEnter : mayEnter | mayWrite));
    // Permissions mean nothing to root, so it becomes nobody for a moment.
    const bool isRoot = getuid() == 0;
    QVERIFY(!isRoot || setresuid(65'534, 65'534, 0) == 0);
    auto store = StationStore::open(m_test->station(), OpenMode::ReadWrite);
    const auto loaded = store ? (*store)->load(Job()) : fail(store.error());
    const auto committed =
        store ? (*store)->commit(m_test->maker.change(m_test->event, u"Late news"_s), 2, SaveCheck::Rows) : 0;
    const auto made = StationStore::open(m_test->filePath(u"other.sqlite"_s), OpenMode::ReadWrite);
    store = fail(ErrorCode::Cancelled);
    QVERIFY(!isRoot || setresuid(0, 0, 0) == 0);
    QVERIFY(QFile::setPermissions(m_test->folder(), mayEnter | mayWrite));
    SF_VERIFY(loaded);
    QCOMPARE(loaded->station.schedule().size(), 1);
    SF_FAILS(committed, StationReadOnly);
    if (isFolder)
        SF_FAILS(made, StationNotOpened);
#else
    QSKIP("permissions are another matter here");
#endif
}

void TestStationOpen::showsWhatAFullDiskHolds()
{
#ifdef Q_OS_UNIX
    m_test->openWithEvent();
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit none{100, before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &none), 0);
    auto store = StationStore::open(m_test->station(), OpenMode::ReadWrite);
    const auto loaded = store ? (*store)->load(Job()) : fail(store.error());
    const StationEdit edit = m_test->maker.change(m_test->event, u"Late news"_s);
    const auto committed = store ? (*store)->commit(edit, 2, SaveCheck::Rows) : 0;
    const auto made = StationStore::open(m_test->filePath(u"other.sqlite"_s), OpenMode::ReadWrite);
    store = fail(ErrorCode::Cancelled);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);
    SF_VERIFY(loaded);
    QCOMPARE(loaded->station.schedule().size(), 1);
    SF_FAILS(committed, DiskFull);
    SF_FAILS(made, DiskFull);
    const auto again = m_test->open();
    QVERIFY(again && !again->isReadOnly());
    QVERIFY(again->commit(edit, 2, SaveCheck::Rows));
#else
    QSKIP("there is no such limit here");
#endif
}

void TestStationOpen::tellsItsHealth()
{
    m_test->openWithEvent();
    const auto health = readHealth(m_test->station());
    SF_VERIFY(health);
    QVERIFY(health->isSound && health->problem.isEmpty());
    QCOMPARE(health->schema, latestSchema());
    QCOMPARE(health->events, 1);
    QCOMPARE(health->commit, 2);
    QCOMPARE(health->bytes, m_test->bytes().size());
    QFile file(m_test->station());
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() - 4'096));
    file.write(QByteArray(4'096, '\x5A'));
    file.close();
    const auto damaged = readHealth(m_test->station());
    QVERIFY(!damaged || (!damaged->isSound && !damaged->problem.isEmpty()));
}

QTEST_GUILESS_MAIN(TestStationOpen)
#include "tst_stationopen.moc"
