// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "awkwardday.h"
#include "importfixture.h"

#include "core/time/iso8601.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sf;
using namespace sf::test;
using namespace Qt::StringLiterals;

/// What playout programs read and write: CasparCG rundowns, ffplayout day files, MLT.
class PlayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dayFilesAreAsLongAsTheirDay_data();
    void dayFilesAreAsLongAsTheirDay();
    void dayFilesHaveNoOtherFields();
    void splitsIntoDays_data();
    void splitsIntoDays();
    void saysThatNothingFillsAGap();
    void choosesTheFiller_data();
    void choosesTheFiller();
    void readsDayFilesOfOthers();
    void needsADate();
    void rejectsItemsAlone();
    void groupsWhatRunsBackToBack();
    void namesMediaBelowTheFolder_data();
    void namesMediaBelowTheFolder();
    void readsRundownsFromAStart();
    void placesEveryFrame();
};

namespace {

ReadOptions romeOptions()
{
    ReadOptions options;
    options.channel = *ChannelClock::create(u"Europe/Rome"_s, std::chrono::hours(6));
    return options;
}

/// One event of ten minutes from 06:00, back to back with nothing.
AwkwardDay emptyDay(QDate date)
{
    AwkwardDay day;
    day.range = day.channel.clock().broadcastDay(date);
    day.events.resize(1);
    day.events[0].range = {day.range.start + std::chrono::minutes(10), std::chrono::minutes(10)};
    day.pointers = {day.events.data()};
    return day;
}

double lengthOf(const QJsonArray &program)
{
    double sum = 0;
    for (const QJsonValue &item : program)
        sum += item["out"_L1].toDouble() - item["in"_L1].toDouble();
    return sum;
}

} // namespace

void PlayoutTest::dayFilesAreAsLongAsTheirDay_data()
{
    QTest::addColumn<QDate>("date");
    QTest::addColumn<int>("hours");
    QTest::newRow("clocks go forward") << QDate(2026, 3, 28) << 23;
    QTest::newRow("an ordinary day") << QDate(2026, 6, 1) << 24;
    QTest::newRow("clocks go back") << QDate(2026, 10, 24) << 25;
}

void PlayoutTest::dayFilesAreAsLongAsTheirDay()
{
    QFETCH(QDate, date);
    QFETCH(int, hours);
    const AwkwardDay day = emptyDay(date);
    QByteArray bytes;
    const auto report = day.write(u"ffplayout", bytes);
    QVERIFY(report);
    for (const WriteLoss &loss : report->lost)
        QVERIFY2(loss.kind == LossKind::StartMode, qPrintable(loss.what));
    const QJsonObject file = QJsonDocument::fromJson(bytes).object();
    QCOMPARE(file["date"_L1].toString(), date.toString(Qt::ISODate));
    const QJsonArray program = file["program"_L1].toArray();
    QVERIFY(std::abs(lengthOf(program) - hours * 3600.0) < 0.001);
    QCOMPARE(program[0]["source"_L1].toString(), u"/media/slate.mp4"_s); // 7 minutes, then 3
    QCOMPARE(program[1]["out"_L1].toDouble(), 180.0);
    QCOMPARE(program[2]["title"_L1].toString(), day.events[0].title);
}

void PlayoutTest::dayFilesHaveNoOtherFields()
{
    QByteArray bytes;
    QVERIFY(AwkwardDay().write(u"ffplayout", bytes));
    const QJsonArray program = QJsonDocument::fromJson(bytes).object()["program"_L1].toArray();
    QVERIFY(program.size() > 10);
    const QSet<QString> known{u"in"_s, u"out"_s, u"duration"_s, u"source"_s, u"title"_s, u"category"_s};
    for (const QJsonValue &item : program) {
        for (const QString &key : item.toObject().keys())
            QVERIFY2(known.contains(key), qPrintable(key));
        QVERIFY(item["in"_L1].isDouble() && item["out"_L1].isDouble() && item["duration"_L1].isDouble());
        QVERIFY(item["out"_L1].toDouble() > item["in"_L1].toDouble());
        QVERIFY(item["out"_L1].toDouble() <= item["duration"_L1].toDouble());
    }
}

void PlayoutTest::splitsIntoDays_data()
{
    QTest::addColumn<int>("firstHour"); // from 28 March 06:00
    QTest::addColumn<int>("hours");
    QTest::addColumn<QStringList>("paths");
    QTest::newRow("a whole day") << 0 << 23 << QStringList(u"2026/03/2026-03-28.json"_s);
    QTest::newRow("two days") << 0 << 24
                              << QStringList({u"2026/03/2026-03-28.json"_s, u"2026/03/2026-03-29.json"_s});
    QTest::newRow("an hour before the day's end") << 22 << 1 << QStringList(u"2026/03/2026-03-28.json"_s);
    QTest::newRow("over the month's end")
        << 48 << 72
        << QStringList({u"2026/03/2026-03-30.json"_s, u"2026/03/2026-03-31.json"_s,
                        u"2026/04/2026-04-01.json"_s, u"2026/04/2026-04-02.json"_s});
}

void PlayoutTest::splitsIntoDays()
{
    QFETCH(int, firstHour);
    QFETCH(int, hours);
    QFETCH(QStringList, paths);
    const AwkwardDay day;
    const TimeRange range{day.range.start + std::chrono::hours(firstHour), std::chrono::hours(hours)};
    QStringList found;
    for (const ExportPart &part : exportParts(*findFormat(u"ffplayout"), day.channel, range)) {
        found += part.path;
        QCOMPARE(day.channel.clock().broadcastDay(QDate::fromString(part.path.mid(8, 10), Qt::ISODate)),
                 part.range);
    }
    QCOMPARE(found, paths);
    QVERIFY(exportParts(*findFormat(u"m3u"), day.channel, range).empty());
}

void PlayoutTest::saysThatNothingFillsAGap()
{
    AwkwardDay day = emptyDay(QDate(2026, 6, 1));
    const AssetTable none;
    QByteArray bytes;
    QBuffer device(&bytes);
    device.open(QIODevice::WriteOnly);
    AssetTable table;
    Changes<Asset> changes;
    changes.after = {day.media[0]};
    QVERIFY(table.apply(changes));
    const ScheduleExport schedule{day.channel, day.plan, day.range, day.pointers, table, {}, {}};
    const auto report = writeSchedule(device, *findFormat(u"ffplayout"), schedule, Job());
    QVERIFY(report);
    const auto gaps = std::count_if(report->lost.begin(), report->lost.end(),
                                    [](const WriteLoss &loss) { return loss.kind == LossKind::Gap; });
    QCOMPARE(gaps, 2);
    QCOMPARE(QJsonDocument::fromJson(bytes).object()["program"_L1].toArray().size(), 1);
}

void PlayoutTest::choosesTheFiller_data()
{
    QTest::addColumn<QString>("filler");
    QTest::addColumn<QString>("source");
    QTest::newRow("the library's first") << QString() << u"/media/slate.mp4"_s;
    QTest::newRow("by id") << AssetId::fromBits(7, 3).toString() << u"/media/it's a film.mkv"_s;
    QTest::newRow("by address") << u"/media/it's a film.mkv"_s << u"/media/it's a film.mkv"_s;
    QTest::newRow("an address that the library has not") << u"/other.mp4"_s << u"/other.mp4"_s;
}

void PlayoutTest::choosesTheFiller()
{
    QFETCH(QString, filler);
    QFETCH(QString, source);
    const AwkwardDay day = emptyDay(QDate(2026, 6, 1));
    QByteArray bytes;
    QVERIFY(day.write(u"ffplayout", bytes,
                      filler.isEmpty() ? OptionValues() : OptionValues{{u"filler"_s, filler}}));
    const QJsonArray program = QJsonDocument::fromJson(bytes).object()["program"_L1].toArray();
    QCOMPARE(program.first()["source"_L1].toString(), source);
    QVERIFY(std::abs(lengthOf(program) - 24 * 3600.0) < 0.001);
}

void PlayoutTest::readsDayFilesOfOthers()
{
    const auto read = scheduleOf(R"({"channel":"Test 1","program":[{"in":0,"out":647.68,"duration":647.68,)"
                                 R"("source":"/Media/clip1.mp4","custom_filter":""},{"in":5.5,"out":10,)"
                                 R"("duration":149.2,"source":"/Media/clip2.mp4","category":"advertisement",)"
                                 R"("nested":{"in":7,"list":[{"out":1}]}}],"date":"2026-03-28"})",
                                 romeOptions());
    QVERIFY2(read, read ? "" : qPrintable(sentence(read.error())));
    QCOMPARE(read->format, u"ffplayout"_s);
    QCOMPARE(read->channelName, u"Test 1"_s);
    QCOMPARE(read->events.size(), std::size_t(2));
    QCOMPARE(toIso8601(read->events[0].range.start), u"2026-03-28T05:00:00Z"_s);
    QCOMPARE(read->events[0].title, u"clip1"_s);
    QCOMPARE(toIso8601(read->events[1].range.start), u"2026-03-28T05:10:47.680Z"_s);
    QCOMPARE(read->events[1].range.duration, Millis(4500));
    QCOMPARE(read->events[1].mediaIn, Micros(5'500'000));
    QCOMPARE(read->assets[1].duration, Micros(149'200'000));
    QCOMPARE(read->assumedZone, u"Europe/Rome"_s);
}

void PlayoutTest::needsADate()
{
    const QByteArray file = R"({"program":[{"in":0,"out":60,"duration":60,"source":"/a.mp4"}]})";
    auto read = scheduleOf(file, romeOptions());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::DateNeeded);
    ReadOptions options = romeOptions();
    options.date = QDate(2026, 3, 28);
    read = scheduleOf(file, options);
    QVERIFY(read);
    QCOMPARE(toIso8601(read->events.front().range.start), u"2026-03-28T05:00:00Z"_s);
}

void PlayoutTest::rejectsItemsAlone()
{
    const auto read =
        scheduleOf(R"({"date":"2026-03-28","program":[{"in":0,"out":60,"duration":60,"source":"/a.mp4"},)"
                   "\n"
                   R"({"in":60,"out":60,"duration":60,"source":"/a.mp4"},{"in":"0","out":"1","source":"/a"},)"
                   R"({"in":0,"out":1e999,"source":"/a.mp4"},{"in":0,"out":5},)"
                   R"({"in":0,"out":60,"duration":60,"source":"/b.mp4"}]})",
                   romeOptions());
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(2));
    QCOMPARE(read->rejected.size(), std::size_t(4));
    QCOMPARE(read->rejected.front().line, std::int64_t(2));
}

void PlayoutTest::groupsWhatRunsBackToBack()
{
    AwkwardDay day;
    QByteArray bytes;
    const auto report = day.write(u"caspar", bytes);
    QVERIFY(report);
    QCOMPARE(bytes.count("<type>MOVIE</type>"), report->events);
    // The gaps before the third event, at the placeholder, in the night and before the last one; the first start is fixed.
    QCOMPARE(bytes.count("<type>GROUP</type>"), 5);
    QVERIFY(!bytes.contains("<!--"));
    QVERIFY(bytes.contains("<notes>ScheduleFlow start 2026-03-28T05:00:00.000Z</notes>") ||
            bytes.contains("<notes>ScheduleFlow start 2026-03-28T05:00:00"));
}

void PlayoutTest::namesMediaBelowTheFolder_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QByteArray>("name"); // empty: the event is not written
    QTest::newRow("below the folder")
        << u"/media/films/a film.mp4"_s << u"/media"_s << QByteArray("FILMS/A FILM");
    QTest::newRow("a slash at the end") << u"/media/films/a.mp4"_s << u"/media/"_s << QByteArray("FILMS/A");
    QTest::newRow("no folder") << u"/media/films/a.mp4"_s << QString() << QByteArray("A");
    QTest::newRow("another folder") << u"/other/a.tar.gz"_s << u"/media"_s << QByteArray("A.TAR");
    QTest::newRow("accents") << u"/media/café & crème.mp4"_s << u"/media"_s << QByteArray("CAFÉ &amp; CRÈME");
    QTest::newRow("a file that begins with a dot")
        << u"/media/.hidden"_s << u"/media"_s << QByteArray(".HIDDEN");
    QTest::newRow("quotes") << u"/media/say \"hi\".mp4"_s << u"/media"_s << QByteArray();
}

void PlayoutTest::namesMediaBelowTheFolder()
{
    QFETCH(QString, url);
    QFETCH(QString, folder);
    QFETCH(QByteArray, name);
    AwkwardDay day;
    Asset asset = day.media[0];
    asset.url = url;
    AssetTable table;
    Changes<Asset> changes;
    changes.after = {asset};
    QVERIFY(table.apply(changes));
    day.table = table;
    day.pointers.resize(1);
    QByteArray bytes;
    const auto report = day.write(
        u"caspar", bytes, folder.isEmpty() ? OptionValues() : OptionValues{{u"media-folder"_s, folder}});
    QVERIFY(report);
    QCOMPARE(report->events, std::int64_t(name.isEmpty() ? 0 : 1));
    if (!name.isEmpty())
        QVERIFY(bytes.contains("<name>" + name + "</name>"));
    else
        QCOMPARE(report->lost.back().kind, LossKind::Event);
}

void PlayoutTest::readsRundownsFromAStart()
{
    const QByteArray file =
        "<items><item><type>GROUP</type><label>G</label><items>"
        "<item><type>MOVIE</type><label>A</label><name>FILMS/A</name><seek>25</seek>"
        "<length>250</length></item><item><type>SEPARATOR</type></item>"
        "<item><type>MOVIE</type><name>B</name><length>50</length></item>"
        "<item><type>MOVIE</type><name>C</name><length>0</length></item></items></item></items>";
    auto read = scheduleOf(file);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::StartNeeded);
    ReadOptions options;
    options.start = timePointFromMs(1'774'674'000'000);
    read = scheduleOf(file, options);
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(2));
    QCOMPARE(read->events[0].title, u"A"_s);
    QCOMPARE(read->events[0].range.duration, Millis(10'000));
    QCOMPARE(read->events[0].mediaIn, Micros(1'000'000));
    QCOMPARE(read->events[1].range.start, *options.start + Millis(10'000));
    QCOMPARE(read->rejected.size(), std::size_t(1)); // a rundown need not say how long C is
}

void PlayoutTest::placesEveryFrame()
{
    AwkwardDay day;
    QByteArray bytes;
    QVERIFY(day.write(u"mlt", bytes));
    const FrameGrid grid = day.channel.grid();
    const auto frames = [&](TimePoint from, TimePoint to) { return grid.indexOf(to) - grid.indexOf(from); };
    const auto at = [&](std::size_t event) { return day.events[event].range; };
    QVERIFY(bytes.contains("frame_rate_num=\"30000\" frame_rate_den=\"1001\""));
    QVERIFY(bytes.contains("in=\"0\" out=\"" + QByteArray::number(frames(day.range.start, at(0).end()) - 1) +
                           "\""));
    const auto gap = frames(at(1).end(), at(2).start);
    QVERIFY(bytes.contains("<blank length=\"" + QByteArray::number(gap) + "\"/>"));
    const auto cut = frames(at(2).start, at(3).start);
    QVERIFY(bytes.contains("in=\"0\" out=\"" + QByteArray::number(cut - 1) + "\""));
    QVERIFY(bytes.contains("in=\"150\" out=\"" +
                           QByteArray::number(150 + frames(at(5).start, at(5).end()) - 1) + "\""));
    // Blanks and entries add up to where the last event ends.
    const auto read = scheduleOf(bytes);
    QVERIFY(read);
    QCOMPARE(read->events.back().range.end(), grid.timeOf(grid.indexOf(day.range.end())));
    QCOMPARE(read->events.back().id, day.events.back().id);
}

QTEST_GUILESS_MAIN(PlayoutTest)
#include "tst_playout.moc"
