// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/document/exportcommand.h"
#include "core/document/mappingstore.h"
#include "core/document/transfer.h"
#include "core/store/database.h"

#include "core/schedule/operations.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace sf;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TransferTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsAndResolves();
    void refuses_data();
    void refuses();
    void refusesWhatMayNotBeRead();
    void writesAndReadsBack_data();
    void writesAndReadsBack();
    void keepsTheOldFileWhenItFails_data();
    void keepsTheOldFileWhenItFails();
    void keepsTheOldFileWhenCancelled();
    void refusesAFolder();
    void neverReplacesAStationOrADevice();
    void leavesAnOpenStationAlone();
    void refusesAnUnknownPlan();
    void tellsListsFromMedia_data();
    void tellsListsFromMedia();
    void tellsAFolderOfDayFiles();
    void namesTheCommandOfAnExport();
    void keepsMappings();

private:
    QString make(const QString &name, const QByteArray &content);
    QString pathOf(const QString &name) const { return m_dir->filePath(name); }
    static QByteArray contentOf(const QString &path);

    std::unique_ptr<QTemporaryDir> m_dir;
};

namespace {

const PlanId plan = PlanId::fromBits(1, 2);
const TimePoint start = timePointFromMs(1'767'225'600'000); // 2026-01-01

Station stationWith(int count)
{
    Station station;
    Channel channel;
    channel.id = ChannelId::fromBits(1, 1);
    channel.name = u"One"_s;
    auto edit = addChannel(station, channel, plan, {EditId::fromBits(1, 1), u"test"_s, {}});
    if (!edit)
        return station;
    Asset asset;
    asset.id = AssetId::fromBits(3, 1);
    asset.title = u"A"_s;
    asset.url = u"/media/a.mp4"_s;
    edit->assets.after.push_back(asset);
    for (int i = 0; i < count; ++i) {
        ScheduledEvent event;
        event.id = EventId::fromBits(4, static_cast<std::uint64_t>(i + 1));
        event.plan = plan;
        event.asset = asset.id;
        event.title = u"Event %1"_s.arg(i);
        event.range = {start + i * Millis(60s), 60s};
        edit->events.after.push_back(event);
    }
    if (!station.apply(*edit))
        qFatal("the station can't be made");
    return station;
}

Result<WriteReport> exportTo(const QString &path, const Station &station, QStringView format = u"json",
                             const Job &job = Job())
{
    return exportFile(path, *findFormat(format), station, plan, {start, 48h}, start, job);
}

} // namespace

void TransferTest::init() { m_dir = std::make_unique<QTemporaryDir>(); }

QString TransferTest::make(const QString &name, const QByteArray &content)
{
    QFile file(pathOf(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("the fixture can't be written");
    return file.fileName();
}

QByteArray TransferTest::contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TransferTest::readsAndResolves()
{
    const QString path = make(u"list.m3u"_s, "#EXTM3U\nfilms/a.mp4\n");
    const auto list = readPlaylistFile(path, {}, Job());
    QVERIFY(list);
    QCOMPARE(list->entries.front().url, QFileInfo(path).absolutePath() + u"/films/a.mp4"_s);
    IdSource ids(1, 1);
    const auto schedule = readScheduleFile(
        make(u"s.json"_s, R"([{"title":"A","start":"2026-01-01","duration":5}])"), {}, ids, Job());
    QVERIFY(schedule);
    QCOMPARE(schedule->events.size(), std::size_t(1));
}

void TransferTest::refuses_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing there") << u"missing"_s << u"file-not-found"_s;
    QTest::newRow("a folder") << u"folder"_s << u"file-not-readable"_s;
    QTest::newRow("a pipe that nobody writes to") << u"pipe"_s << u"file-not-readable"_s;
    QTest::newRow("a device") << u"/dev/zero"_s << u"file-not-readable"_s;
    QTest::newRow("an empty file") << u"empty"_s << u"file-empty"_s;
    QTest::newRow("no known format") << u"text"_s << u"unknown-format"_s;
    QTest::newRow("not text") << u"binary"_s << u"not-text"_s;
    QTest::newRow("a link to nothing") << u"link"_s << u"file-not-found"_s;
}

void TransferTest::refuses()
{
    QFETCH(QString, what);
    QVERIFY(QDir(m_dir->path()).mkdir(u"folder"_s));
    QCOMPARE(mkfifo(QFile::encodeName(pathOf(u"pipe"_s)).constData(), 0600), 0);
    make(u"empty"_s, {});
    make(u"text"_s, "hello\n");
    make(u"binary"_s, QByteArray("\x7F"
                                 "ELF\0\0\0",
                                 7));
    QVERIFY(QFile::link(pathOf(u"nowhere"_s), pathOf(u"link"_s)));
    const QString path = what.startsWith(u'/') ? what : pathOf(what);
    const auto list = readPlaylistFile(path, {}, Job());
    QVERIFY(!list);
    QTEST(QString(codeName(list.error().code)), "code");
    QCOMPARE(list.error().args.value(0), path);
    IdSource ids(1, 1);
    const auto schedule = readScheduleFile(path, {}, ids, Job());
    QVERIFY(!schedule);
    QTEST(QString(codeName(schedule.error().code)), "code");
}

void TransferTest::refusesWhatMayNotBeRead()
{
    if (geteuid() == 0)
        QSKIP("the superuser may read everything");
    const QString path = make(u"secret.m3u"_s, "#EXTM3U\n");
    QVERIFY(QFile::setPermissions(path, {}));
    const auto list = readPlaylistFile(path, {}, Job());
    QVERIFY(!list);
    QCOMPARE(list.error().code, ErrorCode::FileNotReadable);
}

void TransferTest::writesAndReadsBack_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("XML") << u"xml"_s;
    QTest::newRow("JSON") << u"json"_s;
}

void TransferTest::writesAndReadsBack()
{
    QFETCH(QString, format);
    const Station station = stationWith(3);
    const QString path = make(u"out"_s, "old");
    const auto report = exportTo(path, station, format);
    QVERIFY(report);
    QCOMPARE(report->events, std::int64_t(3));
    QCOMPARE(report->bytes, std::int64_t(QFileInfo(path).size()));
    IdSource ids(1, 1);
    const auto read = readScheduleFile(path, {}, ids, Job());
    QVERIFY(read);
    for (ScheduledEvent event : read->events) {
        event.plan = plan;
        const ScheduledEvent *original = station.schedule().find(event.id);
        QVERIFY(original && *original == event);
    }
}

void TransferTest::keepsTheOldFileWhenItFails_data()
{
    QTest::addColumn<int>("events");
    QTest::addColumn<int>("room");
    QTest::newRow("in the middle of a large file") << 2'000 << 20'000;
    QTest::newRow("at the last block, which the device still holds") << 3 << 100;
    QTest::newRow("at the first byte") << 3 << 0;
}

void TransferTest::keepsTheOldFileWhenItFails()
{
    QFETCH(int, events);
    QFETCH(int, room);
    const Station station = stationWith(events);
    const QString path = make(u"out.json"_s, "old");
    // A write beyond this size fails as one on a full disk does.
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{static_cast<rlim_t>(room), before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto report = exportTo(path, station);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::FileNotWritable);
    QCOMPARE(report.error().args.value(0), path);
    QVERIFY(!report.error().args.value(1).isEmpty());
    QCOMPARE(contentOf(path), QByteArray("old"));
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList{u"out.json"_s});
}

void TransferTest::keepsTheOldFileWhenCancelled()
{
    const QString path = make(u"out.json"_s, "old");
    Job job;
    job.cancel();
    const auto report = exportTo(path, stationWith(3), u"json", job);
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
    QCOMPARE(contentOf(path), QByteArray("old"));
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList{u"out.json"_s});
}

void TransferTest::refusesAFolder()
{
    const auto folder = exportTo(m_dir->path(), stationWith(1));
    QVERIFY(!folder);
    QCOMPARE(folder.error().code, ErrorCode::FileNotWritable);
    const auto nowhere = exportTo(pathOf(u"no/such/folder/out.json"_s), stationWith(1));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, ErrorCode::FileNotWritable);
}

void TransferTest::neverReplacesAStationOrADevice()
{
    const QByteArray database = QByteArray("SQLite format 3\0", 16) + QByteArray(100, 'x');
    const QString path = make(u"station.sqlite"_s, database);
    const QString pipe = pathOf(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    for (const QString &target : {path, path + u"-wal"_s, pipe}) {
        const auto report = exportTo(target, stationWith(1));
        QVERIFY2(!report, qPrintable(target));
        QCOMPARE(report.error().code, ErrorCode::FileNotWritable);
    }
    QCOMPARE(contentOf(path), database);
    QVERIFY(!QFileInfo::exists(path + u"-wal"_s));
    QVERIFY(!QFileInfo(pipe).isFile());
}

void TransferTest::leavesAnOpenStationAlone()
{
    const QString path = pathOf(u"open.sqlite"_s);
    auto database = Database::open(path, OpenMode::ReadWrite);
    QVERIFY(database);
    QVERIFY(Database::hasOpen(path));
    QVERIFY((*database)->run(u"CREATE TABLE t (a INTEGER)"_s));
    for (const QString &target : {path, path + u"-shm"_s, m_dir->path() + u"/./open.sqlite"_s}) {
        QVERIFY2(!whyNotReplaced(target).isEmpty(), qPrintable(target));
        QVERIFY(!writeMapping(target, *columnPreset(u"traffic")));
        QFile file;
        const Status opened = openForReading(file, target);
        QVERIFY(!opened);
        QVERIFY(!file.isOpen());
    }
    QCOMPARE(openForReading(*std::make_unique<QFile>(), path).error().code, ErrorCode::FileNotReadable);
    database->reset();
    QVERIFY(!Database::hasOpen(path));
    QFile file;
    QVERIFY(openForReading(file, path));
}

void TransferTest::refusesAnUnknownPlan()
{
    const auto report = exportFile(pathOf(u"out"_s), *findFormat(u"json"), stationWith(1),
                                   PlanId::fromBits(7, 7), {start, 1h}, start, Job());
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::UnknownObject);
    QVERIFY(!QFileInfo::exists(pathOf(u"out"_s)));
}

void TransferTest::tellsListsFromMedia_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isList");
    QTest::newRow("a playlist under any name") << u"a.dat"_s << QByteArray("#EXTM3U\n/m/a.mp4\n") << true;
    QTest::newRow("a log of ffplayout")
        << u"a.out"_s << QByteArray("[2026-03-23 06:00:00.000] [INFO] Play 1: \"/a\"\n") << true;
    QTest::newRow("an empty file that is named like a list") << u"a.m3u"_s << QByteArray() << true;
    QTest::newRow("media") << u"a.mp4"_s
                           << QByteArray("\0\0\0\x18"
                                         "ftypmp42",
                                         12)
                           << false;
    QTest::newRow("text that is no list") << u"readme.md"_s << QByteArray("Hello\n") << false;
}

void TransferTest::tellsListsFromMedia()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(bool, isList);
    QFile file(m_dir->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    QCOMPARE(natureOf(file.fileName()) == FileNature::List, isList);
}

void TransferTest::tellsAFolderOfDayFiles()
{
    QVERIFY(QDir(m_dir->path()).mkpath(u"tree/2026/03"_s));
    QCOMPARE(natureOf(m_dir->filePath(u"tree"_s)), FileNature::Media);
    QFile day(m_dir->filePath(u"tree/2026/03/2026-03-29.json"_s));
    QVERIFY(day.open(QIODevice::WriteOnly));
    QCOMPARE(natureOf(m_dir->filePath(u"tree"_s)), FileNature::List);
}

void TransferTest::namesTheCommandOfAnExport()
{
    const ScheduledExport scheduled{
        u"scheduleflow-cli"_s, u"/srv/one/station.sqlite"_s,         u"Bob's 100% TV"_s,       7,
        u"ffplayout"_s,        {{u"filler"_s, u"/media/a b.mp4"_s}}, u"/srv/plan-{date}.csv"_s};
    const QString line = cronLine(scheduled, u"/srv/export.log"_s);
    QVERIFY2(line.startsWith(
                 u"15 3 * * * scheduleflow-cli --station /srv/one/station.sqlite --json schedule export"_s),
             qPrintable(line));
    // What sh makes of it, after cron has taken its own backslashes away.
    QString command = line.mid(11).section(u" >>"_s, 0, 0);
    command.replace(u"\\%"_s, u"%"_s);
    QProcess shell;
    shell.start(u"sh"_s, {u"-c"_s, u"printf '%s\\n' "_s + command});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts),
             exportArguments(scheduled));
    for (qsizetype at = line.indexOf(u'%'); at >= 0; at = line.indexOf(u'%', at + 1))
        QCOMPARE(line[at - 1], QChar(u'\\')); // cron would end the line there
}

void TransferTest::keepsMappings()
{
    const QString folder = m_dir->filePath(u"mappings"_s);
    QVERIFY(savedMappings(folder).empty());
    ColumnMapping mapping = *columnPreset(u"traffic");
    mapping.name = u"Ours / 2026: \"new\""_s;
    QVERIFY(saveMapping(folder, mapping));
    QCOMPARE(savedMappings(folder), std::vector{mapping});
    QCOMPARE(mappingNamed(u"OURS / 2026: \"new\"", folder), std::optional(mapping));
    QVERIFY(mappingNamed(u"traffic", folder)); // built in
    QVERIFY(!mappingNamed(u"theirs", folder));
    QFile junk(folder + u"/junk.json"_s);
    QVERIFY(junk.open(QIODevice::WriteOnly) && junk.write("{") == 1);
    QCOMPARE(savedMappings(folder).size(), 1U);
    QVERIFY(removeMapping(folder, mapping.name));
    QCOMPARE(removeMapping(folder, mapping.name).error().code, ErrorCode::FileNotFound);
    // No file can have such names: each still has one of its own.
    for (const QString &name : {u"a/b"_s, u"a_b"_s, u"a:b"_s, QString(150, u'x'), QString(151, u'x')}) {
        mapping.name = name;
        QVERIFY(saveMapping(folder, mapping));
    }
    QCOMPARE(savedMappings(folder).size(), 5U);
    QVERIFY(removeMapping(folder, u"a/b"_s));
    QVERIFY(mappingNamed(u"a_b", folder));
    // A shared one is kept beside another of its name, and once only.
    const QString shared = m_dir->filePath(u"shared.json"_s);
    ColumnMapping theirs = *columnPreset(u"traffic");
    theirs.name = u"a_b"_s;
    theirs.skipLines = 7;
    QVERIFY(writeMapping(shared, theirs));
    for (int time = 0; time < 2; ++time) {
        const auto adopted = adoptMapping(folder, shared);
        QVERIFY(adopted);
        QCOMPARE(adopted->name, u"a_b 2"_s);
        QCOMPARE(mappingNamed(u"a_b 2", folder)->skipLines, 7);
        QCOMPARE(savedMappings(folder).size(), 5U);
    }
    QCOMPARE(adoptMapping(folder, m_dir->filePath(u"none.json"_s)).error().code, ErrorCode::FileNotFound);
    mapping.name.clear();
    QCOMPARE(saveMapping(folder, mapping).error().code, ErrorCode::BadMapping);
}

QTEST_GUILESS_MAIN(TransferTest)
#include "tst_transfer.moc"
