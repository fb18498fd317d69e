// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/asrunlog.h"

#include "stationfixture.h"

#include <QBuffer>

using namespace sf;
using namespace sf::fixture;
using namespace std::chrono;

class TestAsRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLogs_data();
    void readsLogs();
    void refusesALogWithoutPlays();
    void findsThePlannedEvent_data();
    void findsThePlannedEvent();
    void knowsHowLongThingsPlayed();
    void takesALogOnce();
    void comparesPlannedAndAired();
};

namespace {

Result<AsRunLog> read(const QByteArray &bytes)
{
    QBuffer device;
    device.setData(bytes);
    device.open(QIODevice::ReadOnly);
    ReadOptions options;
    options.label = u"log"_s;
    options.channel = *ChannelClock::create(u"Europe/Rome"_s, 6h);
    IdSource ids(1, 1);
    return readAsRun(device, options, ids, Job());
}

/// Three hours on 1 June from 10:00 UTC: asset 1, asset 2, asset 1 again.
Station planned()
{
    auto one = asset(1, u"/media/films/Heat.mp4"_s);
    one.houseNumber = u"H1"_s;
    std::vector<ScheduledEvent> events;
    for (std::uint64_t i = 0; i < 3; ++i) {
        auto event = eventAt(i + 1, u"2026-06-01T10:00Z"_s, 1h, i == 1 ? u"News"_s : u"Heat"_s);
        event.range.start += hours(i);
        event.asset = assetId(i == 1 ? 2 : 1);
        events.push_back(event);
    }
    return stationWith(std::move(events), {one, asset(2, u"/media/news.mp4"_s)});
}

AsRunEntry entry(const QString &start, const QString &url, std::optional<Millis> duration = 1h)
{
    AsRunEntry made;
    made.start = at(start);
    made.url = url;
    made.title = u"T"_s;
    made.duration = duration;
    return made;
}

Result<AsRunMatch> match(const Station &station, std::vector<AsRunEntry> entries)
{
    IdSource ids(1, 1);
    return matchAsRun(station, channelId(1), std::move(entries), ids, stamp, Job());
}

} // namespace

void TestAsRun::readsLogs_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QStringList>("starts");
    QTest::addColumn<QStringList>("media");
    QTest::newRow("ffplayout")
        << QByteArray("[2026-06-01 11:59:58.000] [ INFO] Read playlist: \"/srv/2026-06-01.json\"\n"
                      "[2026-06-01 12:00:00.123] [ INFO] Play 01:00:00.00: \"/media/films/Heat.mp4\"\n"
                      "[2026-06-01 12:30:00.000] [ WARN] something else\n"
                      "[2026-06-01 13:00:00,500] [INFO]  Play: \"/media/news.mp4\"\n")
        << u"ffplayout-log"_s << QStringList({u"2026-06-01T10:00:00.123Z"_s, u"2026-06-01T11:00:00.500Z"_s})
        << QStringList({u"/media/films/Heat.mp4"_s, u"/media/news.mp4"_s});
    QTest::newRow("CasparCG")
        << QByteArray(
               "[2026-06-01 11:00:00.000] [info]    Starting CasparCG Video and Graphics Playout Server "
               "2.4.0\n"
               "[2026-06-01 12:00:00.123] [3040] [info]    Received message from 127.0.0.1: PLAY 1-10 "
               "\"FILMS/HEAT\" CUT 1 Linear RIGHT\\r\\n\n"
               "[2026-06-01 12:00:00.200] [3040] [info]    Sent message to 127.0.0.1: 202 PLAY OK\\r\\n\n"
               "[2026-06-01 12:59:00.000] [3040] [info]    Received message from 127.0.0.1: LOADBG 1-10 "
               "NEWS\\r\\n\n"
               "[2026-06-01 13:00:00.000] [3040] [info]    Received message from 127.0.0.1: PLAY 1-10\\r\\n\n"
               "[2026-06-01 13:30:00.000] [3040] [info]    Received message from 127.0.0.1: PLAY "
               "1-20\\r\\n\n")
        << u"caspar-log"_s << QStringList({u"2026-06-01T10:00:00.123Z"_s, u"2026-06-01T11:00:00Z"_s})
        << QStringList({u"FILMS/HEAT"_s, u"NEWS"_s});
    QTest::newRow("a table")
        << QByteArray("Date,Start,Duration,Title,File\n2026-06-01,12:00:00,3600,Heat,/media/a.mp4\n")
        << u"csv"_s << QStringList(u"2026-06-01T10:00:00Z"_s) << QStringList(u"/media/a.mp4"_s);
    QTest::newRow("JSON")
        << QByteArray(R"([{"title":"A","url":"/a.mp4","start":"2026-06-01T10:00Z","duration":60}])")
        << u"json"_s << QStringList(u"2026-06-01T10:00:00Z"_s) << QStringList(u"/a.mp4"_s);
}

void TestAsRun::readsLogs()
{
    QFETCH(QByteArray, file);
    const auto log = read(file);
    QVERIFY2(log, log ? "" : qPrintable(sentence(log.error())));
    QTEST(log->format, "format");
    QStringList starts;
    QStringList media;
    for (const AsRunEntry &one : log->entries) {
        starts += toIso8601(one.start);
        media += one.url;
        QVERIFY(!one.title.isEmpty());
    }
    QTEST(starts, "starts");
    QTEST(media, "media");
}

void TestAsRun::refusesALogWithoutPlays()
{
    const auto log = read("[2026-06-01 11:00:00.000] [info]    Starting CasparCG Server\n");
    QVERIFY(!log);
    QCOMPARE(log.error().code, ErrorCode::NoUsableEntry);
}

void TestAsRun::findsThePlannedEvent_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("house");
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("event"); // 0: none
    QTest::newRow("by its path") << u"2026-06-01T10:00:05Z"_s << u"/media/films/Heat.mp4"_s << QString()
                                 << u"x"_s << 1;
    QTest::newRow("by its address") << u"2026-06-01T10:00:05Z"_s << u"file:///media/films/Heat.mp4"_s
                                    << QString() << u"x"_s << 1;
    QTest::newRow("by its name") << u"2026-06-01T10:00:05Z"_s << u"FILMS/HEAT"_s << QString() << u"x"_s << 1;
    QTest::newRow("the nearer of two")
        << u"2026-06-01T11:45Z"_s << u"FILMS/HEAT"_s << QString() << u"x"_s << 3;
    QTest::newRow("by its house number") << u"2026-06-01T10:10Z"_s << QString() << u"H1"_s << u"x"_s << 1;
    QTest::newRow("by its title") << u"2026-06-01T11:01Z"_s << u"/elsewhere.mp4"_s << QString() << u" news "_s
                                  << 2;
    QTest::newRow("too far away") << u"2026-06-01T11:31Z"_s << u"/media/news.mp4"_s << QString() << u"x"_s
                                  << 0;
    QTest::newRow("something else") << u"2026-06-01T11:00Z"_s << u"/media/films/Heat.mp4"_s << QString()
                                    << u"News"_s << 0;
}

void TestAsRun::findsThePlannedEvent()
{
    QFETCH(QString, start);
    QFETCH(QString, url);
    QFETCH(QString, house);
    QFETCH(QString, title);
    QFETCH(int, event);
    AsRunEntry one = entry(start, url);
    one.houseNumber = house;
    one.title = title;
    const auto matched = match(planned(), {one});
    QVERIFY(matched);
    QCOMPARE(matched->plays, std::int64_t(1));
    QCOMPARE(matched->matched, std::int64_t(event > 0 ? 1 : 0));
    QCOMPARE(matched->unmatched, std::int64_t(event > 0 ? 0 : 1));
    const Play &play = matched->edit.plays.after.front();
    QCOMPARE(play.event, event > 0 ? eventId(static_cast<std::uint64_t>(event)) : EventId());
    if (event == 1 || event == 3)
        QCOMPARE(play.content, u"H1"_s);
}

void TestAsRun::knowsHowLongThingsPlayed()
{
    const auto matched = match(planned(), {entry(u"2026-06-01T10:00Z"_s, u"FILMS/HEAT"_s, std::nullopt),
                                           entry(u"2026-06-01T10:50Z"_s, u"/media/news.mp4"_s, 20min),
                                           entry(u"2026-06-01T12:00Z"_s, u"FILMS/HEAT"_s, std::nullopt)});
    QVERIFY(matched);
    const auto &plays = matched->edit.plays.after;
    QCOMPARE(plays[0].range.duration, Millis(50min)); // up to the next
    QCOMPARE(plays[1].result, PlayResult::Partial);
    QCOMPARE(plays[2].range.duration, Millis(1h)); // as planned
    QCOMPARE(plays[2].event, eventId(3));          // each event airs once
}

void TestAsRun::takesALogOnce()
{
    Station station = planned();
    const std::vector<AsRunEntry> log{entry(u"2026-06-01T10:00Z"_s, u"FILMS/HEAT"_s)};
    auto matched = match(station, log);
    QVERIFY(matched && station.apply(matched->edit));
    matched = match(station, log);
    QVERIFY(matched);
    QCOMPARE(matched->plays, std::int64_t(0));
    QCOMPARE(matched->duplicates, std::int64_t(1));
    QVERIFY(matched->edit.isEmpty());
    IdSource ids(1, 1);
    QVERIFY(!matchAsRun(station, channelId(77), log, ids, stamp, Job()));
}

void TestAsRun::comparesPlannedAndAired()
{
    Station station = planned();
    const auto matched = match(station, {entry(u"2026-06-01T10:00:01Z"_s, u"FILMS/HEAT"_s),
                                         entry(u"2026-06-01T11:10Z"_s, u"/media/news.mp4"_s),
                                         entry(u"2026-06-01T14:00Z"_s, u"/unknown.mp4"_s)});
    QVERIFY(matched && station.apply(matched->edit));
    const auto lines = compareAired(station, channelId(1), {at(u"2026-06-01T00:00Z"_s), 24h}, 2s,
                                    at(u"2026-06-02T00:00Z"_s));
    QCOMPARE(lines.size(), std::size_t(4));
    QCOMPARE(lines[0].verdict, AiringVerdict::AsPlanned);
    QCOMPARE(lines[1].verdict, AiringVerdict::Late);
    QCOMPARE(lines[1].startsLate, Millis(10min));
    QCOMPARE(lines[2].verdict, AiringVerdict::NotAired);
    QVERIFY(lines[2].planned && !lines[2].play);
    QCOMPARE(lines[3].verdict, AiringVerdict::NotPlanned);
    QVERIFY(lines[3].play && !lines[3].planned);
    const TimeRange day{at(u"2026-06-01T00:00Z"_s), 24h};
    QVERIFY(compareAired(station, channelId(2), day, 2s, day.end()).empty());
    // What has not ended is no miss.
    const TimePoint end = lines[2].planned->range.end();
    QCOMPARE(compareAired(station, channelId(1), day, 2s, end - 1s)[2].verdict, AiringVerdict::Awaited);
    QCOMPARE(compareAired(station, channelId(1), day, 2s, end)[2].verdict, AiringVerdict::NotAired);
}

QTEST_GUILESS_MAIN(TestAsRun)
#include "tst_asrun.moc"
