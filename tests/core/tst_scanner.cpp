// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/media/naturalorder.h"
#include "core/media/scanner.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace sf;
using namespace Qt::StringLiterals;

class TestScanner : public QObject
{
    Q_OBJECT

private:
    QString path(const QString &name) const { return m_dir->filePath(name); }

    void touch(const QStringList &names) const
    {
        for (const QString &name : names) {
            QDir(m_dir->path()).mkpath(name.section(u'/', 0, -2).prepend(u"./"_s));
            QFile file(path(name));
            if (!file.open(QIODevice::WriteOnly))
                qFatal("can't write a fixture");
        }
    }

    ScannedFiles scan(const QStringList &paths) const
    {
        const auto found = scanForMedia(paths, Job());
        if (!found)
            qFatal("the scan failed");
        return *found;
    }

    /// What was found, relative to the folder of the test.
    QStringList names(const ScannedFiles &found) const
    {
        QStringList relative;
        for (const QString &file : found.files)
            relative << QDir(m_dir->path()).relativeFilePath(file);
        return relative;
    }

    std::unique_ptr<QTemporaryDir> m_dir;

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_dir.reset(); }

    void countsAsPeopleDo_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::newRow("2 before 10") << u"Part 2.mp4"_s << u"Part 10.mp4"_s;
        QTest::newRow("case is not what orders") << u"alpha"_s << u"Beta"_s;
        QTest::newRow("case orders what is else the same") << u"Alpha"_s << u"alpha"_s;
        QTest::newRow("leading zeros do not count") << u"e009"_s << u"e10"_s;
        QTest::newRow("leading zeros order what is else the same") << u"e01"_s << u"e1"_s;
        QTest::newRow("numbers that fit no integer")
            << u"99999999999999999999998"_s << u"99999999999999999999999"_s;
        QTest::newRow("a folder's files come together") << u"a/z.mp4"_s << u"a b/a.mp4"_s;
        QTest::newRow("the shorter one first") << u"film"_s << u"film 2"_s;
        QTest::newRow("nothing before something") << u""_s << u"a"_s;
    }
    void countsAsPeopleDo()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QVERIFY(isNaturallyBefore(first, second));
        QVERIFY(!isNaturallyBefore(second, first));
        QVERIFY(!isNaturallyBefore(first, first));
    }

    void findsMediaInFolders()
    {
        touch({u"b/film 10.mp4"_s, u"b/film 2.MKV"_s, u"a/deep/er/x.wav"_s, u"notes.txt"_s, u"cover.jpg"_s,
               u"list.m3u8"_s, u"mp4"_s, u".mp4"_s, u"b/half.mp4.part"_s});
        const ScannedFiles found = scan({m_dir->path()});
        QCOMPARE(names(found), (QStringList{u"a/deep/er/x.wav"_s, u"b/film 2.MKV"_s, u"b/film 10.mp4"_s}));
        QCOMPARE(found.roots, QStringList{m_dir->path()});
        QVERIFY(found.rejected.empty());
    }

    void passesOverWhatIsHidden()
    {
        touch({u".trash/a.mp4"_s, u"._a.mp4"_s, u"a.mp4"_s});
        QCOMPARE(names(scan({m_dir->path()})), QStringList{u"a.mp4"_s});
        // unless it is asked for
        QCOMPARE(names(scan({path(u".trash"_s)})), QStringList{u".trash/a.mp4"_s});
    }

    void takesNamedFilesWhateverTheirName()
    {
        touch({u"recording"_s, u"sub/a.mp4"_s});
        const ScannedFiles found =
            scan({path(u"recording"_s), path(u"missing.mp4"_s),
                  QUrl::fromLocalFile(path(u"sub/a.mp4"_s)).toString(), path(u"sub/../sub/a.mp4"_s)});
        QCOMPARE(names(found), (QStringList{u"missing.mp4"_s, u"recording"_s, u"sub/a.mp4"_s}));
        QVERIFY(found.roots.isEmpty());
    }

    void listsAFileOnceThoughItIsAskedForTwice()
    {
        touch({u"sub/a.mp4"_s});
        QCOMPARE(names(scan({m_dir->path(), path(u"sub"_s), path(u"sub/a.mp4"_s)})),
                 QStringList{u"sub/a.mp4"_s});
    }

    void takesARelativePathFromTheWorkingFolder()
    {
        touch({u"a.mp4"_s});
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_dir->path()));
        const ScannedFiles found = scan({u"a.mp4"_s});
        QVERIFY(QDir::setCurrent(before));
        QCOMPARE(names(found), QStringList{u"a.mp4"_s});
    }

    void countsAddressesAndOpensNone()
    {
        const ScannedFiles found = scan({u"http://example.com/a.mp4"_s, u"rtmp://example.com/live"_s});
        QCOMPARE(found.remote, 2);
        QVERIFY(found.files.isEmpty());
    }

    void linksInACircleEnd()
    {
        touch({u"a/x.mp4"_s, u"elsewhere.mp4"_s});
        QVERIFY(QFile::link(u".."_s, path(u"a/up"_s)));
        QVERIFY(QFile::link(u"itself"_s, path(u"a/itself"_s)));
        QVERIFY(QFile::link(u"nowhere"_s, path(u"a/dangling.mp4"_s)));
        const ScannedFiles found = scan({path(u"a"_s)});
        // by way of up: the folder above, but not a again
        QCOMPARE(names(found), (QStringList{u"a/dangling.mp4"_s, u"a/up/elsewhere.mp4"_s, u"a/x.mp4"_s}));
    }

    void aFileHasOnePathWhicheverFolderIsScanned()
    {
        touch({u"real/x.mp4"_s});
        QVERIFY(QFile::link(u"real"_s, path(u"aaa"_s)));
        QVERIFY(QFile::link(u"real"_s, path(u"zzz"_s)));
        QCOMPARE(names(scan({path(u"real"_s)})), QStringList{u"real/x.mp4"_s});
        QCOMPARE(names(scan({m_dir->path()})), QStringList{u"real/x.mp4"_s});
    }

    void aPipeIsNotWaitedFor()
    {
        QCOMPARE(mkfifo(qPrintable(path(u"x.mp4"_s)), 0600), 0);
        QCOMPARE(names(scan({m_dir->path()})), QStringList{u"x.mp4"_s}); // the probe refuses it
    }

    void aNameThatIsNoTextIsRejected()
    {
        const QByteArray native = QFile::encodeName(m_dir->path()) + "/bad\xff.mp4";
        const int file = ::open(native.constData(), O_CREAT | O_WRONLY, 0600);
        if (file < 0)
            QSKIP("this file system takes only UTF-8");
        ::close(file);
        touch({u"good.mp4"_s});
        const ScannedFiles found = scan({m_dir->path()});
        QCOMPARE(names(found), QStringList{u"good.mp4"_s});
        QCOMPARE(found.rejected.size(), 1u);
        QCOMPARE(found.rejected[0].reason.code, ErrorCode::MediaBadName);
        QVERIFY(found.rejected[0].path.contains(u"/bad"_s));
    }

    void aFolderWithoutRightsIsRejected()
    {
        if (geteuid() == 0)
            QSKIP("root may read everything");
        touch({u"locked/a.mp4"_s, u"b.mp4"_s});
        QVERIFY(QFile::setPermissions(path(u"locked"_s), {}));
        const ScannedFiles found = scan({m_dir->path()});
        QFile::setPermissions(path(u"locked"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QCOMPARE(names(found), QStringList{u"b.mp4"_s});
        QCOMPARE(found.rejected.size(), 1u);
        QCOMPARE(found.rejected[0].path, path(u"locked"_s));
        QCOMPARE(found.rejected[0].reason.code, ErrorCode::FileNotReadable);
        QVERIFY(!found.rejected[0].reason.args.value(1).isEmpty());
    }

    void aDeepTreeIsNoTrouble()
    {
        QString folder = m_dir->path();
        for (int i = 0; i < 300; ++i)
            folder += u"/d"_s;
        QVERIFY(QDir().mkpath(folder));
        touch({folder.sliced(m_dir->path().size() + 1) + u"/a.mp4"_s});
        QCOMPARE(scan({m_dir->path()}).files, QStringList{folder + u"/a.mp4"_s});
    }

    void aCancelledScanFindsNothing()
    {
        touch({u"a.mp4"_s});
        Job job;
        job.cancel();
        const auto found = scanForMedia({m_dir->path()}, job);
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::Cancelled);
    }

    void findsTheReaderBesideTheProgram()
    {
        touch({u"scheduleflow-probe"_s});
        const QString program = path(u"scheduleflow-probe"_s);
        QVERIFY(defaultProbeProgram(m_dir->path()) != program); // it can't be run
        QFile::setPermissions(program, QFile::ReadOwner | QFile::ExeOwner);
        QCOMPARE(defaultProbeProgram(m_dir->path()), program);
    }

    void findsTheReaderInThePath()
    {
        touch({u"bin/scheduleflow-probe"_s});
        QDir(m_dir->path()).mkdir(u"app"_s);
        const QString program = path(u"bin/scheduleflow-probe"_s);
        QFile::setPermissions(program, QFile::ReadOwner | QFile::ExeOwner);
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", QFile::encodeName(path(u"bin"_s)));
        const QString found = defaultProbeProgram(path(u"app"_s));
        QFile::setPermissions(program, QFile::ReadOwner);
        const QString none = defaultProbeProgram(path(u"app"_s));
        qputenv("PATH", before);
        QCOMPARE(found, program);
        QCOMPARE(none, QString());
    }
};

QTEST_GUILESS_MAIN(TestScanner)
#include "tst_scanner.moc"
