// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/store/migrations.h"
#include "storefixture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sf;
using namespace sf::test;

namespace {

const Migration first{1, {u"CREATE TABLE note (line TEXT)"_s, u"INSERT INTO note VALUES ('one')"_s}};
const Migration second{2, {u"ALTER TABLE note ADD COLUMN author TEXT"_s}};
const Migration third{3, {u"UPDATE note SET line = 'three'"_s, u"CREATE TABLE note (again TEXT)"_s}};

} // namespace

class TestMigrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"it's a station.sqlite"_s);
    }
    void theNumbersHaveNoGap();
    void anEmptyFileGetsTheNewestSchema();
    void anOldStationIsBackedUpFirst();
    void aBackupIsNeverOverwritten();
    void aFailedStepChangesNothing();
    void aNewerSchemaIsRefused();
    void anotherProgramsDatabaseIsRefused();
    void aReadOnlyOldStationIsRefused();

private:
    std::unique_ptr<Database> open(const QString &path, OpenMode mode = OpenMode::ReadWrite)
    {
        auto database = Database::open(path, mode);
        return database ? std::move(*database) : nullptr;
    }
    QString backup() const { return m_path + u".schema-1.backup"_s; }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestMigrations::theNumbersHaveNoGap()
{
    int expected = 0;
    for (const Migration &migration : stationMigrations())
        QCOMPARE(migration.number, ++expected);
    QCOMPARE(latestSchema(), expected);
}

void TestMigrations::anEmptyFileGetsTheNewestSchema()
{
    const auto database = open(m_path);
    QVERIFY(database);
    SF_VERIFY(migrate(*database));
    QCOMPARE(schemaOf(*database).value(), latestSchema());
    SF_VERIFY(migrate(*database));
    QCOMPARE(database->value(u"SELECT value FROM station WHERE name = 'commit'"_s)->toInt(), 0);
    QVERIFY(!QFile::exists(backup()));
}

void TestMigrations::anOldStationIsBackedUpFirst()
{
    const auto database = open(m_path);
    SF_VERIFY(migrate(*database, {first}));
    SF_VERIFY(database->run(u"INSERT INTO note VALUES ('mine')"_s));
    SF_VERIFY(migrate(*database, {first, second}));
    QCOMPARE(schemaOf(*database).value(), 2);
    QCOMPARE(database->value(u"SELECT COUNT(*) FROM note WHERE author IS NULL"_s)->toInt(), 2);
    const auto copy = open(backup(), OpenMode::ReadOnly);
    QVERIFY(copy);
    QCOMPARE(schemaOf(*copy).value(), 1);
    QCOMPARE(copy->value(u"SELECT COUNT(*) FROM note"_s)->toInt(), 2);
    SF_VERIFY(migrate(*copy, {first}));
}

void TestMigrations::aBackupIsNeverOverwritten()
{
    QFile kept(backup());
    QVERIFY(kept.open(QIODevice::WriteOnly));
    kept.write("keep me");
    kept.close();
    const auto database = open(m_path);
    SF_VERIFY(migrate(*database, {first}));
    SF_VERIFY(migrate(*database, {first, second}));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), "keep me");
    QVERIFY(QFile::exists(backup() + u"-2"_s));
}

void TestMigrations::aFailedStepChangesNothing()
{
    const auto database = open(m_path);
    SF_VERIFY(migrate(*database, {first}));
    SF_FAILS(migrate(*database, {first, second, third}), StorageFailed);
    QCOMPARE(schemaOf(*database).value(), 2); // each step stands for itself
    QCOMPARE(database->value(u"SELECT line FROM note"_s)->toString(), u"one"_s);
    SF_VERIFY(database->run(u"INSERT INTO note VALUES ('two', 'Ann')"_s)); // no transaction is left open
    QCOMPARE(open(m_path)->value(u"SELECT COUNT(*) FROM note"_s)->toInt(), 2);
}

void TestMigrations::aNewerSchemaIsRefused()
{
    const auto database = open(m_path);
    SF_VERIFY(migrate(*database, {first, second}));
    const Status refused = migrate(*database, {first});
    SF_FAILS(refused, StationTooNew);
    QCOMPARE(refused.error().args, (QStringList{m_path, u"2"_s, u"1"_s}));
    QCOMPARE(schemaOf(*database).value(), 2);
}

void TestMigrations::anotherProgramsDatabaseIsRefused()
{
    const auto database = open(m_path);
    SF_VERIFY(database->run(u"CREATE TABLE recipe (name TEXT)"_s));
    SF_FAILS(migrate(*database, {first}), StationDamaged);
    QCOMPARE(database->value(u"SELECT COUNT(*) FROM sqlite_master"_s)->toInt(), 1);
    QCOMPARE(database->value(u"PRAGMA journal_mode"_s)->toString(), u"delete"_s);
}

void TestMigrations::aReadOnlyOldStationIsRefused()
{
    SF_VERIFY(migrate(*open(m_path), {first}));
    const auto database = open(m_path, OpenMode::ReadOnly);
    QVERIFY(database);
    SF_FAILS(migrate(*database, {first, second}), StationNotOpened);
    SF_VERIFY(migrate(*database, {first}));
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
