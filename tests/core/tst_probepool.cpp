// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/media/probepool.h"

#include "tests/wavfile.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <csignal>
#include <map>

#include <sys/stat.h>
#include <unistd.h>

using namespace sf;
using namespace sf::testing;
using namespace Qt::StringLiterals;

namespace {

const QString realWorker = QStringLiteral(SF_PROBE_PROGRAM);

/// The beginning of a script that speaks like the real worker, as far as it goes.
const QByteArray greeting =
    "#!/bin/sh\necho '{\"program\":\"scheduleflow-probe\",\"protocol\":1,\"ffmpeg\":\"0\"}'\n";
/// Reads one request; sh has no NUL, so it takes bytes until one that is.
const QByteArray readRequest =
    "request() { p=; while :; do c=$(dd bs=1 count=1 2>/dev/null | od -An -c); "
    "[ -n \"$c\" ] || exit 0; [ \"$c\" = '  \\0' ] && return; p=$p${c#???}; done; }\n";
const QByteArray answerReady =
    "answer() { echo \"{\\\"n\\\":$1,\\\"bytes\\\":44,\\\"durationUs\\\":1000000}\"; }\n";

} // namespace

class TestProbePool : public QObject
{
    Q_OBJECT

private:
    QString path(const QString &name) const { return m_dir->filePath(name); }

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("can't write a fixture");
        return file.fileName();
    }

    QString script(const QByteArray &body) const
    {
        const QString program = write(u"worker.sh"_s, greeting + readRequest + answerReady + body);
        QFile::setPermissions(program, QFile::ReadOwner | QFile::ExeOwner);
        return program;
    }

    QStringList wavFiles(int count) const
    {
        QStringList paths;
        for (int i = 0; i < count; ++i)
            paths << write(u"clip%1.wav"_s.arg(i), wavFile(static_cast<std::uint32_t>(80 + i)));
        return paths;
    }

    /// Runs the pool; every path must be reported exactly once.
    std::map<QString, ProbeReport> probe(const QStringList &paths, ProbeOptions options = {})
    {
        if (options.workerProgram.isEmpty())
            options.workerProgram = realWorker;
        std::map<QString, ProbeReport> reports;
        Job job;
        const Status status = probeFiles(
            paths, options, job,
            [&](const ProbeReport &report) {
                if (!reports.emplace(report.path, report).second)
                    QFAIL("reported twice");
            },
            m_stats);
        if (!status)
            QTest::qFail(qPrintable(sentence(status.error())), __FILE__, __LINE__);
        return reports;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QueueStats m_stats;

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_dir.reset(); }

    void readsWhatAWavFileSays()
    {
        const QString file = write(u"a.wav"_s, wavFile(44101, 44100));
        const auto reports = probe({file});
        QCOMPARE(reports.size(), 1u);
        const ProbeReport &report = reports.at(file);
        QVERIFY2(!report.reason, report.reason ? qPrintable(sentence(*report.reason)) : "");
        QCOMPARE(report.status, AssetStatus::Ready);
        QCOMPARE(report.duration.count(), 1'000'023); // 44101 / 44100 s
        QCOMPARE(report.mediaStart.count(), 0);
        QCOMPARE(report.technical.container, u"wav"_s);
        QCOMPARE(report.technical.audioCodec, u"pcm_s16le"_s);
        QCOMPARE(report.technical.audioChannels, 1);
        QCOMPARE(report.technical.sampleRate, 44100);
        QCOMPARE(report.technical.fileBytes, 44 + 2 * 44101);
        QCOMPARE(report.technical.modifiedMs, QFileInfo(file).lastModified().toMSecsSinceEpoch());
        QVERIFY(report.technical.videoCodec.isEmpty());
    }

    void refusesWhatIsNoMedia_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        const QByteArray playlist =
            "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nother.ts\n#EXT-X-ENDLIST\n";
        QTest::newRow("an empty file") << u"a.mp4"_s << QByteArray() << u"media-empty"_s;
        QTest::newRow("text") << u"a.txt"_s << QByteArray("Dear station,\n").repeated(500)
                              << u"media-not-media"_s;
        QTest::newRow("text that is called media")
            << u"a.mp4"_s << QByteArray("Dear station,\n").repeated(500) << u"media-unreadable"_s;
        QTest::newRow("a playlist that is called media") << u"a.mp4"_s << playlist << u"media-is-playlist"_s;
        QTest::newRow("a concat script that is called media")
            << u"a.mp4"_s << QByteArray("ffconcat version 1.0\nfile /etc/passwd\n") << u"media-is-playlist"_s;
        QTest::newRow("a WAV file whose end is missing")
            << u"a.wav"_s << wavFile(1000, 8000, 8000) << u"media-truncated"_s;
        QTest::newRow("a header and nothing else")
            << u"a.wav"_s << wavFile(0, 8000, 8000) << u"media-truncated"_s;
        QTest::newRow("a WAV file of no length") << u"a.wav"_s << wavFile(0) << u"media-no-duration"_s;
        QTest::newRow("half a header") << u"a.wav"_s << wavFile(0).first(20) << u"media-unreadable"_s;
        QTest::newRow("the beginning of an MP4 file whose index stood at its end")
            << u"a.mp4"_s
            << QByteArray("\0\0\0\x18"
                          "ftypmp42\0\0\0\0mp42isom\0\0\xff\xffmdat",
                          32)
                   .append(QByteArray(4096, 'x'))
            << u"media-unreadable"_s;
    }
    void refusesWhatIsNoMedia()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        const QString file = write(name, bytes);
        const auto reports = probe({file});
        const ProbeReport &report = reports.at(file);
        QCOMPARE(report.status, AssetStatus::Unreadable);
        QVERIFY(report.reason);
        QCOMPARE(codeName(report.reason->code), code);
        QCOMPARE(m_stats.totalErrors, 1);
    }

    void opensNothingThatIsNoFile()
    {
        QCOMPARE(mkfifo(qPrintable(path(u"pipe.mp4"_s)), 0600), 0);
        QVERIFY(QDir(m_dir->path()).mkdir(u"folder.mp4"_s));
        QVERIFY(QFile::link(u"/dev/zero"_s, path(u"device.mp4"_s)));
        QVERIFY(QFile::link(u"nowhere"_s, path(u"dangling.mp4"_s)));
        const auto reports = probe({path(u"pipe.mp4"_s), path(u"folder.mp4"_s), path(u"device.mp4"_s),
                                    path(u"dangling.mp4"_s), path(u"missing.mp4"_s), QString(),
                                    u"http://example.com/a.mp4"_s, u"concat:a.wav|b.wav"_s});
        const auto errorOf = [&](const QString &name) { return *reports.at(path(name)).reason; };
        QCOMPARE(errorOf(u"pipe.mp4"_s).code, ErrorCode::MediaNotRegularFile);
        QCOMPARE(errorOf(u"pipe.mp4"_s).args, QStringList{u"pipe"_s});
        QCOMPARE(errorOf(u"folder.mp4"_s).args, QStringList{u"folder"_s});
        QCOMPARE(errorOf(u"device.mp4"_s).args, QStringList{u"device"_s});
        QCOMPARE(errorOf(u"dangling.mp4"_s).code, ErrorCode::MediaMissing);
        QCOMPARE(reports.at(path(u"missing.mp4"_s)).status, AssetStatus::Missing);
        QCOMPARE(reports.at(u"http://example.com/a.mp4"_s).reason->code, ErrorCode::MediaMissing);
        QCOMPARE(reports.at(u"concat:a.wav|b.wav"_s).reason->code, ErrorCode::MediaMissing);
        QCOMPARE(m_stats.totalErrors, 8);
    }

    void saysWhoMayNotRead()
    {
        if (geteuid() == 0)
            QSKIP("root may read everything");
        const QString file = write(u"a.wav"_s, wavFile(80));
        QVERIFY(QFile::setPermissions(file, {}));
        const auto reports = probe({file});
        QCOMPARE(reports.at(file).reason->code, ErrorCode::FileNotReadable);
        QCOMPARE(reports.at(file).reason->args.value(0), file);
    }

    void takesAnyFileName()
    {
        QStringList files;
        for (const QString &name :
             {u"two\nlines.wav"_s, u"-deadline.wav"_s, u"tab\t\"quote\"\\.wav"_s, u"ещё 🎬.wav"_s, u" .wav"_s})
            files << write(name, wavFile(80));
        const auto reports = probe(files);
        for (const QString &file : files)
            QCOMPARE(reports.at(file).status, AssetStatus::Ready);
    }

    void refusesANameWithANulByte()
    {
        const QString bad = u"a"_s + QChar::Null + u"b.wav"_s;
        const QString good = write(u"a.wav"_s, wavFile(80));
        const auto reports = probe({bad, good});
        QCOMPARE(reports.at(bad).reason->code, ErrorCode::MediaBadName);
        QCOMPARE(reports.at(good).status, AssetStatus::Ready);
    }

    void countsWhatItDid()
    {
        QStringList files = wavFiles(100);
        files << path(u"missing.wav"_s);
        ProbeOptions options;
        options.workers = 3;
        const auto reports = probe(files, options);
        QCOMPARE(reports.size(), 101u);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(reports.at(files[i]).duration.count(), (80 + i) * 125);
        QCOMPARE(m_stats.totalQueued, 101);
        QCOMPARE(m_stats.totalProcessed, 101);
        QCOMPARE(m_stats.totalErrors, 1);
        QCOMPARE(m_stats.peakQueueSize, 101);
        QCOMPARE(m_stats.maxConcurrency, 3);
        QCOMPARE(m_stats.active, 0);
        QCOMPARE(m_stats.queued, 0);
        QVERIFY(m_stats.peakActive >= 1 && m_stats.peakActive <= 3);
        QVERIFY(m_stats.utilizationPercent > 0 && m_stats.utilizationPercent <= 100);
    }

    void startsNoWorkerForNothing()
    {
        ProbeOptions options;
        options.workerProgram = path(u"is-not-there"_s);
        QVERIFY(probe({}, options).empty());
        QCOMPARE(m_stats, (QueueStats{.maxConcurrency = 4}));
    }

    void refusesOptionsOutOfRange()
    {
        Job job;
        for (const int workers : {0, 5}) {
            ProbeOptions options;
            options.workers = workers;
            const Status status = probeFiles(
                {u"a"_s}, options, job, [](const ProbeReport &) {}, m_stats);
            QVERIFY(!status);
            QCOMPARE(status.error().code, ErrorCode::BadArgument);
        }
    }

    void saysThatTheWorkerIsMissing_data()
    {
        QTest::addColumn<QByteArray>("program");
        QTest::newRow("there is none") << QByteArray();
        QTest::newRow("it ends at once") << QByteArray("#!/bin/sh\nexit 127\n");
        QTest::newRow("it is another program") << QByteArray("#!/bin/sh\necho hello\nsleep 60\n");
        QTest::newRow("it is no program") << QByteArray("\x7f"
                                                        "ELF but not really");
    }
    void saysThatTheWorkerIsMissing()
    {
        QFETCH(QByteArray, program);
        ProbeOptions options;
        options.workerProgram = path(u"worker"_s);
        if (!program.isEmpty()) {
            write(u"worker"_s, program);
            QFile::setPermissions(options.workerProgram, QFile::ReadOwner | QFile::ExeOwner);
        }
        Job job;
        int reports = 0;
        const Status status = probeFiles(
            {u"/a"_s, u"/b"_s}, options, job, [&](const ProbeReport &) { ++reports; }, m_stats);
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::MediaWorkerMissing);
        QVERIFY(!status.error().args.value(0).isEmpty());
        QCOMPARE(reports, 0);
        QCOMPARE(probeLibraryVersion(options.workerProgram).error().code, ErrorCode::MediaWorkerMissing);
    }

    void asksForTheLibraryVersion()
    {
        const auto version = probeLibraryVersion(realWorker);
        QVERIFY(version);
        QVERIFY(!version->isEmpty());
    }

    void aBadFileCostsNoOther_data()
    {
        QTest::addColumn<QByteArray>("misbehave");
        QTest::addColumn<QString>("code");
        QTest::newRow("dies") << QByteArray("kill -9 $$") << u"media-worker-died"_s;
        QTest::newRow("ends") << QByteArray("exit 0") << u"media-worker-died"_s;
        QTest::newRow("is ended by its watchdog") << QByteArray("kill -ALRM $$") << u"media-timed-out"_s;
        QTest::newRow("hangs") << QByteArray("sleep 600") << u"media-timed-out"_s;
        QTest::newRow("answers garbage") << QByteArray("echo '{\"n\":'") << u"media-worker-died"_s;
        QTest::newRow("answers another request") << QByteArray("answer 77") << u"media-worker-died"_s;
        QTest::newRow("answers twice: the first answer counts")
            << QByteArray("answer $n; answer $n") << QString();
        QTest::newRow("answers without end") << QByteArray("tr '\\0' x </dev/zero") << u"media-worker-died"_s;
        QTest::newRow("answers nonsense for ever") << QByteArray("yes nonsense") << u"media-worker-died"_s;
        QTest::newRow("claims a file without a duration")
            << QByteArray("echo \"{\\\"n\\\":$n,\\\"bytes\\\":44}\"") << u"media-worker-died"_s;
        QTest::newRow("claims ten million hours")
            << QByteArray("echo \"{\\\"n\\\":$n,\\\"bytes\\\":44,\\\"durationUs\\\":36000000000000000}\"")
            << u"media-worker-died"_s;
        QTest::newRow("claims a negative width")
            << QByteArray("echo \"{\\\"n\\\":$n,\\\"bytes\\\":44,\\\"durationUs\\\":1,\\\"width\\\":-1}\"")
            << u"media-worker-died"_s;
    }
    void aBadFileCostsNoOther()
    {
        QFETCH(QByteArray, misbehave);
        QFETCH(QString, code);
        ProbeOptions options;
        options.workers = 1;
        options.deadline = Millis(50);
        options.workerProgram = script("n=0; while request; do n=$((n + 1)); case $p in *bad*) " + misbehave +
                                       ";; *) answer $n;; esac; done\n");
        QStringList files;
        for (int i = 0; i < 12; ++i)
            files << u"/f%1"_s.arg(i);
        files[3] = u"/bad"_s;
        const auto reports = probe(files, options);
        QCOMPARE(reports.size(), 12u);
        for (const QString &file : files) {
            if (file == u"/bad"_s)
                continue;
            QVERIFY2(reports.at(file).status == AssetStatus::Ready, qPrintable(file));
        }
        if (code.isEmpty()) {
            QCOMPARE(reports.at(u"/bad"_s).status, AssetStatus::Ready);
            return;
        }
        QCOMPARE(reports.at(u"/bad"_s).status, AssetStatus::Unreadable);
        QCOMPARE(codeName(reports.at(u"/bad"_s).reason->code), code);
        QCOMPARE(m_stats.totalErrors, 1);
    }

    void triesAgainAsOftenAsItIsTold()
    {
        for (const int retries : {0, 1, 2}) {
            const QString log = path(u"tries%1"_s.arg(retries));
            ProbeOptions options;
            options.retries = retries;
            options.workerProgram = script("request; echo x >>" + log.toUtf8() + "; kill -9 $$\n");
            const auto reports = probe({u"/a"_s}, options);
            QCOMPARE(reports.at(u"/a"_s).reason->code, ErrorCode::MediaWorkerDied);
            QCOMPARE(reports.at(u"/a"_s).reason->args, QStringList{u"signal 9"_s});
            QFile tries(log);
            QVERIFY(tries.open(QIODevice::ReadOnly));
            QCOMPARE(tries.readAll(), QByteArray("x\n").repeated(retries + 1));
        }
    }

    void aSecondTryCanSucceed()
    {
        ProbeOptions options;
        options.workerProgram = script("request; [ -e " + path(u"tried"_s).toUtf8() + " ] || { touch " +
                                       path(u"tried"_s).toUtf8() + "; kill -9 $$; }; answer 1; request\n");
        QCOMPARE(probe({u"/a"_s}, options).at(u"/a"_s).status, AssetStatus::Ready);
        QCOMPARE(m_stats.totalErrors, 0);
    }

    void aWorkerKilledInTheMiddleCostsNothing()
    {
        const QStringList files = wavFiles(400);
        ProbeOptions options;
        options.workerProgram = realWorker;
        Job job;
        int ready = 0;
        int killed = 0;
        const auto onReport = [&](const ProbeReport &report) {
            ready += report.status == AssetStatus::Ready ? 1 : 0;
            QFile children(u"/proc/self/task/%1/children"_s.arg(gettid()));
            if (killed < 3 && ready % 50 == 1 && children.open(QIODevice::ReadOnly))
                killed += ::kill(children.readAll().split(' ').front().toInt(), SIGKILL) == 0 ? 1 : 0;
        };
        QVERIFY(probeFiles(files, options, job, onReport, m_stats));
        QCOMPARE(killed, 3);
        QCOMPARE(ready, 400);
        QCOMPARE(m_stats.totalProcessed, 400);
    }

    void believesTheHeaderOfASoundFileLittle_data()
    {
        QTest::addColumn<int>("change"); // of the size that the header declares
        QTest::addColumn<QString>("code");
        QTest::newRow("the size as it should be") << 0 << QString();
        QTest::newRow("a padding byte that is not there") << 1 << QString();
        QTest::newRow("the whole file's size") << 8 << QString();
        QTest::newRow("half of it is missing") << 16'000 << u"media-truncated"_s;
    }
    void believesTheHeaderOfASoundFileLittle()
    {
        QFETCH(int, change);
        QFETCH(QString, code);
        constexpr quint32 bytes = 16'000; // a second of 8 kHz, 16 bits
        QByteArray wave;
        const auto number = [&](auto value) {
            const auto little = qToLittleEndian(value);
            wave.append(reinterpret_cast<const char *>(&little), sizeof little);
        };
        wave += "RIFF";
        number(quint32(36 + bytes + static_cast<quint32>(change)));
        wave += "WAVEfmt ";
        number(quint32(16));
        number(quint16(1));
        number(quint16(1));
        number(quint32(8'000));
        number(quint32(16'000));
        number(quint16(2));
        number(quint16(16));
        wave += "data";
        number(bytes);
        wave += QByteArray(bytes, '\x10');
        const QString file = path(u"a.wav"_s);
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(wave) == wave.size());
        out.close();
        const auto reports = probe({file});
        const ProbeReport &report = reports.at(file);
        QCOMPARE(report.reason ? QString(codeName(report.reason->code)) : QString(), code);
        if (!report.reason)
            QCOMPARE(report.duration.count(), 1'000'000);
    }

    void readsWhatFfmpegMakes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<qint64>("cutTo"); // bytes, 0 for all
        QTest::addColumn<QString>("code");
        const QString film =
            u"-f lavfi -i testsrc2=size=160x120:rate=30000/1001:duration=1.001 -metadata title=Heat"_s;
        QTest::newRow("MP4") << u"a.mp4"_s << film << qint64(0) << QString();
        QTest::newRow("MP4, its index at its end, cut off")
            << u"a.mp4"_s << film << qint64(6000) << u"media-unreadable"_s;
        QTest::newRow("MP4, its index at its start, cut off")
            << u"a.mp4"_s << film + u" -movflags +faststart"_s << qint64(6000) << u"media-truncated"_s;
        QTest::newRow("Matroska") << u"a.mkv"_s << film << qint64(0) << QString();
        QTest::newRow("Matroska, cut off") << u"a.mkv"_s << film << qint64(6000) << u"media-truncated"_s;
        QTest::newRow("a picture") << u"a.png"_s << u"-f lavfi -i testsrc2 -frames:v 1"_s << qint64(0)
                                   << u"media-not-media"_s;
    }
    void readsWhatFfmpegMakes()
    {
        QFETCH(QString, name);
        QFETCH(QString, arguments);
        QFETCH(qint64, cutTo);
        QFETCH(QString, code);
        if (QStandardPaths::findExecutable(u"ffmpeg"_s).isEmpty())
            QSKIP("needs ffmpeg to make the film");
        const QString file = path(name);
        QCOMPARE(
            QProcess::execute(u"ffmpeg"_s, u"-nostdin -v error "_s.append(arguments).split(u' ') << file), 0);
        if (cutTo > 0) {
            QVERIFY(QFileInfo(file).size() > cutTo);
            QVERIFY(QFile::resize(file, cutTo));
        }
        const auto reports = probe({file});
        const ProbeReport &report = reports.at(file);
        QCOMPARE(report.reason ? QString(codeName(report.reason->code)) : QString(), code);
        if (report.reason)
            return;
        QCOMPARE(report.duration.count(), 1'001'000);
        QCOMPARE(report.title, u"Heat"_s);
        QCOMPARE(report.technical.width, 160);
        QCOMPARE(report.technical.height, 120);
        QCOMPARE(report.technical.frameRateNumerator, 30000);
        QCOMPARE(report.technical.frameRateDenominator, 1001);
        QVERIFY(!report.technical.videoCodec.isEmpty());
        QVERIFY(report.technical.audioCodec.isEmpty());
    }

    void cancelLeavesNothingBehind()
    {
        // Each worker notes its process and that of its child, answers once and hangs.
        const QByteArray pids = path(u"pids"_s).toUtf8();
        ProbeOptions options;
        options.workers = 2;
        options.workerProgram =
            script("echo $$ >>" + pids + "; request; answer 1; sleep 600 & echo $! >>" + pids + "; wait\n");
        QStringList files;
        for (int i = 0; i < 40; ++i)
            files << u"/f%1"_s.arg(i);
        Job job;
        const Status status = probeFiles(
            files, options, job,
            [&](const ProbeReport &report) {
                QCOMPARE(report.status, AssetStatus::Ready);
                QTRY_VERIFY(QFileInfo(path(u"pids"_s)).size() > 2); // the first line and more
                job.cancel();
            },
            m_stats);
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::Cancelled);
        QCOMPARE(m_stats.active, 0);
        QFile file(path(u"pids"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QVERIFY(lines.size() > 1);
        for (const QByteArray &line : lines) {
            if (line.isEmpty())
                continue;
            // Ours are reaped; the grandchild is the system's to reap, and dead at least.
            const auto isRunning = [&] {
                QFile stat(u"/proc/%1/stat"_s.arg(line.toInt()));
                return stat.open(QIODevice::ReadOnly) && !stat.readAll().contains(") Z ");
            };
            QTRY_VERIFY2(!isRunning(), line.constData());
        }
        QVERIFY2(!QFileInfo::exists(u"/proc/%1"_s.arg(lines.front().toInt())), "a zombie is left");
    }

    void cancelBeforeTheStartReadsNothing()
    {
        Job job;
        job.cancel();
        ProbeOptions options;
        options.workerProgram = realWorker;
        const Status status = probeFiles(
            wavFiles(3), options, job, [](const ProbeReport &) { QFAIL("read"); }, m_stats);
        QCOMPARE(status.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestProbePool)
#include "tst_probepool.moc"
