// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "clirunner.h"

#include <QDateTime>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace Qt::StringLiterals;

namespace {

constexpr auto threeMorningEvents = R"(<?xml version="1.0"?>
<schedule><events>
<event><title>News</title><start>2026-11-23T08:00:00Z</start><end>2026-11-23T09:00:00Z</end><videoUrl>https://example.com/news.mp4</videoUrl></event>
<event><title>Talk</title><start>2026-11-23T08:30:00Z</start><end>2026-11-23T09:30:00Z</end><videoUrl>https://example.com/talk.mp4</videoUrl></event>
<event><title>Broken</title><start>2026-02-30T08:30:00Z</start><end>2026-11-23T09:30:00Z</end></event>
<event><title>Film</title><start>2026-11-23T10:00:00Z</start><end>2026-11-23T12:00:00Z</end><videoUrl>https://example.com/film.mp4</videoUrl></event>
</events></schedule>
)";

QByteArray playlistOf(int entries, int minutes)
{
    QByteArray text = "#EXTM3U\n";
    for (int i = 1; i <= entries; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += "#EXTINF:" + QByteArray::number(minutes * 60) + ",Programme " + number +
                "\nhttps://example.com/p" + number + ".mp4\n";
    }
    return text;
}

} // namespace

/// The contract of the command line, held against the program itself.
class TestCli : public QObject
{
    Q_OBJECT

private:
    static void addChannel(const CliRunner &cli)
    {
        QCOMPARE(cli.run({u"channel"_s, u"add"_s, u"One"_s, u"--zone"_s, u"Europe/Rome"_s, u"--day-start"_s,
                          u"06:00"_s})
                     .exitCode,
                 0);
    }

private Q_SLOTS:
    void channelsAreAddedAndListed()
    {
        CliRunner cli;
        addChannel(cli);
        const auto listed = cli.run({u"channel"_s, u"list"_s});
        QCOMPARE(listed.exitCode, 0);
        const QJsonObject channel = listed.list("channels").first().toObject();
        QCOMPARE(channel["name"_L1].toString(), u"One"_s);
        QCOMPARE(channel["zone"_L1].toString(), u"Europe/Rome"_s);
        QCOMPARE(channel["dayStart"_L1].toString(), u"06:00"_s);
        QCOMPARE(channel["fps"_L1].toString(), u"25"_s);
        QCOMPARE(cli.run({u"channel"_s, u"add"_s, u"one"_s}).errorCode(), u"channel-exists"_s);
        QCOMPARE(cli.run({u"channel"_s, u"add"_s, u"Two"_s, u"--zone"_s, u"Mars/Base"_s}).exitCode, 2);
    }

    void anInterruptedSaveLeavesTheStationAsItWas()
    {
#ifdef Q_OS_UNIX
        CliRunner cli;
        addChannel(cli);
        QByteArray events;
        for (int i = 0; i < 60'000; ++i) {
            const QDateTime start(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC);
            events += (i ? ",{\"title\":\"E" : "{\"title\":\"E") + QByteArray::number(i) + "\",\"start\":\"" +
                      start.addSecs(60 * i).toString(Qt::ISODate).toLatin1() + "\",\"duration\":60}";
        }
        const QString file = cli.write(u"big.json"_s, "[" + events + "]");
        QProcess process;
        process.start(CliRunner::program(), cli.arguments({u"schedule"_s, u"import"_s, file}));
        // The log grows beyond what the cache holds: the rows are being written.
        const QString log = cli.station() + u"-wal"_s;
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(log).size() > 1'000'000, 60'000);
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QVERIFY(process.waitForFinished(60'000));
        const auto answer = CliRunner::answerOf(process);
        QCOMPARE(answer.exitCode, 5);
        QCOMPARE(answer.errorCode(), u"cancelled"_s);
        QVERIFY(cli.run({u"schedule"_s, u"list"_s}).list("events").isEmpty());
#else
        QSKIP("there are no signals here");
#endif
    }

    void ctrlCEndsTheWaitForStandardInput()
    {
#ifdef Q_OS_UNIX
        CliRunner cli;
        addChannel(cli);
        QProcess process;
        process.start(CliRunner::program(), cli.arguments({u"rule"_s, u"set"_s}));
        QVERIFY(process.waitForStarted());
        process.write("{\"name\":");
        QVERIFY(process.waitForBytesWritten());
        QTest::qWait(300); // it has read what came and waits for the rest
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(CliRunner::answerOf(process).exitCode, 5);
#else
        QSKIP("there are no signals here");
#endif
    }

    void whatIsDoneIsToldThoughTheAnswerIsLost()
    {
        CliRunner cli;
        if (!QFile::exists(u"/dev/full"_s))
            QSKIP("there is no device that is always full");
        const auto answer = [&](const QStringList &command) {
            QProcess process;
            process.setStandardOutputFile(u"/dev/full"_s);
            process.start(CliRunner::program(), cli.arguments(command));
            process.waitForFinished(60'000);
            return CliRunner::answerOf(process);
        };
        const auto added = answer({u"channel"_s, u"add"_s, u"One"_s});
        QCOMPARE(added.exitCode, 1);
        QVERIFY2(added.errors.contains("saved"), added.errors);
        QCOMPARE(cli.run({u"channel"_s, u"list"_s}).list("channels").size(), 1);
        QCOMPARE(answer({u"channel"_s, u"list"_s}).exitCode, 4);
    }

    void wrongUsageIsOneObjectAndExitTwo()
    {
        CliRunner cli;
        for (const QStringList &command :
             {QStringList{u"schedule"_s, u"fill"_s}, QStringList{u"nonsense"_s},
              QStringList{u"schedule"_s, u"list"_s}, QStringList{u"channel"_s, u"add"_s, u"two\nlines"_s}}) {
            const auto answer = cli.run(command);
            QCOMPARE(answer.exitCode, 2);
            QCOMPARE(answer.json["ok"_L1].toBool(true), false);
            QVERIFY(!answer.errorCode().isEmpty());
        }
    }

    void aScheduleIsImportedEventByEvent()
    {
        CliRunner cli;
        addChannel(cli);
        const QString file = cli.write(u"in.xml"_s, threeMorningEvents);
        const auto dry = cli.run({u"schedule"_s, u"import"_s, file, u"--dry-run"_s});
        QCOMPARE(dry.number("imported"), 3);
        QVERIFY(cli.run({u"schedule"_s, u"list"_s}).list("events").isEmpty());

        const auto first = cli.run({u"schedule"_s, u"import"_s, file, u"--channel"_s, u"One"_s});
        QCOMPARE(first.exitCode, 1); // a rejected line and a conflict want a look
        QCOMPARE(first.number("events"), 4);
        QCOMPARE(first.number("imported"), 3);
        QCOMPARE(first.number("duplicates"), 0);
        QCOMPARE(first.list("conflicts").size(), 1);
        QCOMPARE(first.list("conflicts").first().toObject()["overlapMs"_L1].toInteger(), 1'800'000);
        QCOMPARE(first.list("rejected").first().toObject()["index"_L1].toInteger(), 3);

        const auto second = cli.run({u"schedule"_s, u"import"_s, file});
        QCOMPARE(second.number("imported"), 0);
        QCOMPARE(second.number("duplicates"), 3);
        const auto listed = cli.run({u"schedule"_s, u"list"_s});
        QCOMPARE(listed.list("events").size(), 3);
        const QJsonObject news = listed.list("events").first().toObject();
        QCOMPARE(news["start"_L1].toString(), u"2026-11-23T08:00:00Z"_s);
        QCOMPARE(news["url"_L1].toString(), u"https://example.com/news.mp4"_s);
        QCOMPARE(news["origin"_L1].toString(), u"import"_s);
    }

    void whatOthersUseIsNotTakenBack()
    {
        CliRunner cli;
        addChannel(cli);
        const auto as = [&](const char *user, const QStringList &command) {
            qputenv("USER", user);
            return cli.run(command);
        };
        const QString playlist = cli.write(u"in.m3u"_s, playlistOf(2, 60));
        QCOMPARE(as("alice", {u"media"_s, u"import"_s, playlist}).exitCode, 0);
        QCOMPARE(as("bob", {u"schedule"_s, u"fill"_s, u"--from"_s, u"2026-11-23"_s, u"--hours"_s, u"1"_s})
                     .number("placed"),
                 1);
        QCOMPARE(as("alice", {u"schedule"_s, u"undo"_s}).errorCode(), u"undo-conflict"_s);
        QVERIFY(
            !cli.run({u"schedule"_s, u"list"_s}).list("events").first()["assetId"_L1].toString().isEmpty());
        qunsetenv("USER");
    }

    void aFileOnStandardOutputStandsAlone()
    {
        CliRunner cli;
        addChannel(cli);
        cli.run({u"schedule"_s, u"import"_s, cli.write(u"in.xml"_s, threeMorningEvents)});
        const QStringList command{u"schedule"_s, u"export"_s, u"--format"_s, u"xml"_s, u"-"_s};
        QCOMPARE(cli.run(command).errorCode(), u"bad-argument"_s); // one object and a file are two things
        QProcess process;
        process.start(CliRunner::program(), QStringList{u"--station"_s, cli.station()} + command);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(process.readAllStandardOutput().trimmed().endsWith("</tvguide>"));
        QVERIFY(process.readAllStandardError().contains("3 events written"));
    }

    void aFileWithoutEventsIsNoInput()
    {
        CliRunner cli;
        addChannel(cli);
        for (const QByteArray &text : {QByteArray("[]"), QByteArray("<schedule/>")}) {
            const auto answer = cli.run({u"schedule"_s, u"import"_s, cli.write(u"in"_s, text)});
            QCOMPARE(answer.exitCode, 3);
            QCOMPARE(answer.errorCode(), u"no-usable-entry"_s);
        }
    }

    void anUndoTellsWhatItCauses()
    {
        CliRunner cli;
        addChannel(cli);
        const auto insert = [&](const QString &title, const QString &at) {
            return cli.run(
                {u"schedule"_s, u"insert"_s, u"--title"_s, title, u"--at"_s, at, u"--duration"_s, u"1h"_s});
        };
        insert(u"News"_s, u"2026-11-23T20:00"_s);
        const auto talk = insert(u"Talk"_s, u"2026-11-23T20:30"_s);
        QCOMPARE(talk.exitCode, 1);
        const QString id = talk.list("events").first()["id"_L1].toString();
        QCOMPARE(cli.run({u"schedule"_s, u"remove"_s, id}).exitCode, 0);
        const auto undone = cli.run({u"schedule"_s, u"undo"_s});
        QCOMPARE(undone.exitCode, 1);
        QCOMPARE(undone.list("issues").size(), 1);
    }

    void aDayEndsAtTheSameWallTime()
    {
        CliRunner cli;
        addChannel(cli);
        const auto fill = [&](const QString &from) {
            return cli.run(
                {u"schedule"_s, u"fill"_s, u"--from"_s, from, u"--days"_s, u"1"_s, u"--dry-run"_s});
        };
        const auto needed = [](const CliRunner::Answer &answer) {
            return answer.json["feasibility"_L1]["neededMs"_L1].toInteger();
        };
        constexpr qint64 hour = 3'600'000;
        QCOMPARE(needed(fill(u"2027-03-27T20:00"_s)), 23 * hour); // the clock goes forward that night
        QCOMPARE(needed(fill(u"2027-10-30T20:00"_s)), 25 * hour);
        QCOMPARE(needed(fill(u"2027-10-31T23:30"_s)), 24 * hour);
    }

    void aWeekIsPlannedCheckedAndExported()
    {
        CliRunner cli;
        addChannel(cli);
        const QString playlist = cli.write(u"in.m3u"_s, playlistOf(80, 60));
        const auto imported = cli.run({u"media"_s, u"import"_s, playlist});
        QCOMPARE(imported.exitCode, 0);
        QCOMPARE(imported.number("entries"), 80);
        QCOMPARE(imported.number("added"), 80);
        QCOMPARE(imported.number("knownDuration"), 80);

        const QStringList fill{u"schedule"_s, u"fill"_s, u"--from"_s, u"2026-03-27"_s, u"--days"_s, u"7"_s};
        const auto filled = cli.run(fill);
        QCOMPARE(filled.exitCode, 0);
        QCOMPARE(filled.number("violations"), 0);
        QCOMPARE(filled.number("gapMs"), 0);
        QCOMPARE(filled.number("placed"), 167); // summer time begins within these seven broadcast days
        QCOMPARE(cli.run(fill).number("placed"), 0);

        const auto checked =
            cli.run({u"schedule"_s, u"check"_s, u"--from"_s, u"2026-03-27"_s, u"--days"_s, u"7"_s});
        QCOMPARE(checked.number("events"), 167);
        for (const char *list : {"conflicts", "gaps", "cooldown", "duplicates", "missing"})
            QVERIFY2(checked.list(list).isEmpty(), list);

        for (const QString &format : {u"xml"_s, u"json"_s, u"m3u"_s}) {
            const auto exported =
                cli.run({u"schedule"_s, u"export"_s, u"--from"_s, u"2026-03-27"_s, u"--days"_s, u"7"_s,
                         u"--format"_s, format, cli.path(u"out."_s + format)});
            QCOMPARE(exported.exitCode, 0);
            QCOMPARE(exported.number("events"), 167);
            QCOMPARE(exported.number("bytes"), cli.read(u"out."_s + format).size());
        }
        CliRunner other;
        addChannel(other);
        const auto back = other.run({u"schedule"_s, u"import"_s, cli.path(u"out.xml"_s)});
        QCOMPARE(back.number("imported"), 167);
        QCOMPARE(other.run({u"schedule"_s, u"list"_s}).list("events").size(), 167);
    }

    void whatTheLibraryCannotFillStaysOpenWithAReason()
    {
        CliRunner cli;
        addChannel(cli);
        cli.run({u"media"_s, u"import"_s, cli.write(u"in.m3u"_s, playlistOf(3, 60))});
        const auto filled =
            cli.run({u"schedule"_s, u"fill"_s, u"--from"_s, u"2026-11-23T06:00"_s, u"--hours"_s, u"96"_s});
        QCOMPARE(filled.exitCode, 1);
        QCOMPARE(filled.number("violations"), 0);
        QCOMPARE(filled.number("placed"), 6);
        QCOMPARE(filled.number("filledMs") + filled.number("gapMs"), 96 * 3'600'000);
        QVERIFY(!filled.list("gaps").first().toObject()["reason"_L1].toString().isEmpty());
        QVERIFY(filled.json["feasibility"_L1].toObject()["shortageMs"_L1].toInteger() > 0);
    }

    void editsAreUndoneAndDoneAgain()
    {
        CliRunner cli;
        addChannel(cli);
        cli.run({u"schedule"_s, u"import"_s, cli.write(u"in.xml"_s, threeMorningEvents)});
        const auto before = cli.run({u"schedule"_s, u"list"_s}).list("events");
        const QString film = before.last().toObject()["id"_L1].toString();
        const auto moved = cli.run({u"schedule"_s, u"move"_s, film, u"--by"_s, u"-90m"_s});
        QCOMPARE(moved.exitCode, 1);
        QCOMPARE(moved.json["edit"_L1].toObject()["changed"_L1].toInteger(), 1);
        QCOMPARE(moved.list("issues").size(), 2); // now it overlaps both others
        const auto after = cli.run({u"schedule"_s, u"list"_s}).list("events");
        QVERIFY(after != before);
        QVERIFY(cli.run({u"schedule"_s, u"undo"_s}).json["ok"_L1].toBool());
        QCOMPARE(cli.run({u"schedule"_s, u"list"_s}).list("events"), before);
        const auto redone = cli.run({u"schedule"_s, u"redo"_s});
        QCOMPARE(redone.list("issues"), moved.list("issues"));
        QCOMPARE(cli.run({u"schedule"_s, u"list"_s}).list("events"), after);
        QCOMPARE(cli.run({u"schedule"_s, u"redo"_s}).errorCode(), u"nothing-to-redo"_s);

        QCOMPARE(cli.run({u"schedule"_s, u"set"_s, film, u"locked=yes"_s, u"note=Premiere"_s}).exitCode % 2,
                 1);
        QCOMPARE(cli.run({u"schedule"_s, u"remove"_s, film}).errorCode(), u"event-locked"_s);
        const auto history = cli.run({u"history"_s}).list("edits");
        QVERIFY(history.size() >= 5);
        QCOMPARE(history.first().toObject()["changed"_L1].toInteger(), 1);
        QCOMPARE(cli.run({u"history"_s, u"--event"_s, film}).list("edits").size(), 5);
    }

    void anEventIsInserted()
    {
        CliRunner cli;
        addChannel(cli);
        const auto inserted = cli.run({u"schedule"_s, u"insert"_s, u"--at"_s, u"2026-11-23T20:00"_s,
                                       u"--title"_s, u"Live"_s, u"--duration"_s, u"1h"_s, u"--locked"_s});
        QCOMPARE(inserted.exitCode, 0);
        const QJsonObject event = cli.run({u"schedule"_s, u"list"_s}).list("events").first().toObject();
        QCOMPARE(event["start"_L1].toString(), u"2026-11-23T19:00:00Z"_s); // Rome is an hour ahead
        QCOMPARE(event["locked"_L1].toBool(), true);
        QVERIFY(event["assetId"_L1].isNull());
    }

    void unusableInputChangesNothing()
    {
        CliRunner cli;
        addChannel(cli);
        struct Case
        {
            QStringList command;
            QString code;
        };
        const QString broken = cli.write(u"broken.xml"_s, QByteArray(threeMorningEvents).left(500));
        const QString notes = cli.write(u"notes.m3u"_s, "### Taxi\n- [One](https://example.com/1.mp4)\n");
        const std::vector<Case> cases{
            {{u"schedule"_s, u"import"_s, cli.path(u"absent.xml"_s)}, u"file-not-found"_s},
            {{u"schedule"_s, u"import"_s, broken}, u"not-well-formed"_s},
            {{u"schedule"_s, u"import"_s, cli.write(u"empty.xml"_s, "")}, u"file-empty"_s},
            {{u"schedule"_s, u"import"_s, cli.write(u"odd.bin"_s, QByteArray(64, '\xFF'))}, QString()},
            {{u"media"_s, u"import"_s, notes}, u"no-usable-entry"_s},
            {{u"media"_s, u"import"_s, cli.path(u"."_s)}, QString()},
        };
        for (const Case &wrong : cases) {
            const auto answer = cli.run(wrong.command);
            QCOMPARE(answer.exitCode, 3);
            if (!wrong.code.isEmpty())
                QCOMPARE(answer.errorCode(), wrong.code);
        }
        QVERIFY(cli.run({u"schedule"_s, u"list"_s}).list("events").isEmpty());
        QVERIFY(cli.run({u"media"_s, u"list"_s}).list("assets").isEmpty());
        QCOMPARE(cli.run({u"schedule"_s, u"import"_s, broken, u"--partial"_s}).number("imported"), 2);
        const auto linked = cli.run({u"media"_s, u"import"_s, notes}).json["error"_L1].toObject();
        QVERIFY(linked["message"_L1].toString().contains(u"They hold 1 addresses; --links takes those."_s));
        QCOMPARE(cli.run({u"media"_s, u"import"_s, notes, u"--links"_s}).number("added"), 1);
        QCOMPARE(cli.run({u"media"_s, u"import"_s, broken}).exitCode, 3);
        QCOMPARE(cli.run({u"media"_s, u"import"_s, broken, u"--partial"_s}).number("entries"), 2);
    }

    void aDamagedStationIsRefusedAndLeftAlone()
    {
        CliRunner cli;
        const QByteArray garbage(5000, 'x');
        cli.write(u"station.scheduleflow"_s, garbage);
        const auto answer = cli.run({u"channel"_s, u"list"_s});
        QCOMPARE(answer.exitCode, 4);
        QCOMPARE(answer.errorCode(), u"station-damaged"_s);
        QCOMPARE(cli.read(u"station.scheduleflow"_s), garbage);
    }

    void twoCommandsAtOnceBothCount()
    {
        CliRunner cli;
        addChannel(cli);
        const QString file = cli.write(u"in.xml"_s, threeMorningEvents);
        std::vector<std::unique_ptr<QProcess>> processes;
        for (int i = 0; i < 4; ++i) {
            processes.push_back(std::make_unique<QProcess>());
            processes.back()->start(CliRunner::program(), cli.arguments({u"schedule"_s, u"import"_s, file}));
        }
        qint64 imported = 0;
        for (const auto &process : processes) {
            QVERIFY(process->waitForFinished(60'000));
            const auto answer = CliRunner::answerOf(*process);
            QVERIFY2(answer.exitCode == 0 || answer.exitCode == 1, answer.out.constData());
            imported += answer.number("imported");
        }
        QCOMPARE(imported, 3);
        QCOMPARE(cli.run({u"schedule"_s, u"list"_s}).list("events").size(), 3);
    }

    void mediaIsScannedAndSet()
    {
        CliRunner cli;
        // Ten seconds of silence: a RIFF header and 8-bit mono samples at 8 kHz.
        QByteArray wave(
            "RIFF\xA4\x38\x01\x00WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1F\0\0\x40\x1F\0\0\x01\0\x08\0"
            "data\x80\x38\x01\0",
            44);
        wave += QByteArray(80'000, '\x80');
        cli.write(u"tone.wav"_s, wave);
        cli.write(u"fake.mp4"_s, "this is text");
        const auto scanned =
            cli.run({u"media"_s, u"scan"_s, cli.path(u"tone.wav"_s), cli.path(u"fake.mp4"_s)});
        QCOMPARE(scanned.exitCode, 1);
        QCOMPARE(scanned.number("found"), 2);
        QCOMPARE(scanned.number("ready"), 1);
        QCOMPARE(scanned.list("unreadable").size(), 1);
        QCOMPARE(scanned.json["queue"_L1].toObject()["totalProcessed"_L1].toInteger(), 2);
        const QJsonObject asset =
            cli.run({u"media"_s, u"list"_s, u"--status"_s, u"ready"_s}).list("assets").first().toObject();
        QCOMPARE(asset["durationMs"_L1].toInteger(), 10'000);
        const QString id = asset["id"_L1].toString();
        const auto set =
            cli.run({u"media"_s, u"set"_s, id, u"title=Silence"_s, u"kind=filler"_s, u"tags=a, b"_s});
        QCOMPARE(set.exitCode, 0);
        QCOMPARE(set.json["asset"_L1].toObject()["kind"_L1].toString(), u"filler"_s);
        QCOMPARE(cli.run({u"media"_s, u"set"_s, id, u"colour=red"_s}).errorCode(), u"unknown-field"_s);
        QCOMPARE(cli.run({u"media"_s, u"set"_s, id, u"season=two"_s}).errorCode(), u"bad-field-value"_s);
        QCOMPARE(cli.run({u"media"_s, u"list"_s, u"--search"_s, u"silen"_s}).list("assets").size(), 1);
        const auto removed = cli.run({u"media"_s, u"remove"_s, id, id});
        QCOMPARE(removed.exitCode, 0);
        QCOMPARE(removed.number("removed"), 1);
        QCOMPARE(removed.number("inUse"), 0);
        QCOMPARE(cli.run({u"media"_s, u"list"_s, u"--search"_s, u"silen"_s}).list("assets").size(), 0);
        QCOMPARE(cli.run({u"media"_s, u"remove"_s, id}).errorCode(), u"unknown-object"_s);
        QCOMPARE(cli.run({u"schedule"_s, u"undo"_s}).exitCode, 0);
        QCOMPARE(cli.run({u"media"_s, u"list"_s, u"--search"_s, u"silen"_s}).list("assets").size(), 1);
    }

    void theDoctorAndTheFormatsAnswer()
    {
        CliRunner cli;
        const auto doctor = cli.run({u"doctor"_s});
        QCOMPARE(doctor.exitCode, 0);
        QCOMPARE(doctor.json["database"_L1].toObject()["ok"_L1].toBool(), true);
        QVERIFY(doctor.json["disk"_L1].toObject()["freeBytes"_L1].toDouble() > 0);
        QVERIFY(!doctor.json["libraries"_L1].toObject()["qt"_L1].toString().isEmpty());
        QVERIFY(doctor.json["queue"_L1].toObject().contains("utilizationPercent"_L1));
        QVERIFY(cli.run({u"formats"_s}).list("formats").size() >= 3);
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
