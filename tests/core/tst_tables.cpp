// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "awkwardday.h"
#include "importfixture.h"

#include "core/formats/csvreader.h"
#include "core/time/iso8601.h"

#include <QTest>

using namespace sf;
using namespace sf::test;
using namespace Qt::StringLiterals;

/// CSV and fixed columns.
class TablesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRows_data();
    void readsRows();
    void readsCells();
    void sniffsSeparators_data();
    void sniffsSeparators();
    void tellsWhatItDoesNotUnderstand();
    void needsADate();
    void goesOnIntoTheNextDay();
    void rejectsRowsAlone_data();
    void rejectsRowsAlone();
    void failsOnAQuoteThatNeverEnds();
    void takesAMapping_data();
    void takesAMapping();
    void savesMappings();
    void refusesMappings_data();
    void refusesMappings();
    void readsFixedColumns_data();
    void readsFixedColumns();
    void guardsFormulas();
    void previewsATable();
};

namespace {

ReadOptions rome(FrameRate rate = {25, 1})
{
    ReadOptions options;
    options.channel = *ChannelClock::create(u"Europe/Rome"_s, std::chrono::hours(6));
    options.rate = rate;
    return options;
}

} // namespace

void TablesTest::readsRows_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("start"); // empty: rejected
    QTest::addColumn<qlonglong>("ms");
    const auto row = [](const char *claim, const char *header, const char *line, const QString &start,
                        qlonglong ms) {
        QTest::newRow(claim) << QByteArray(header) << QByteArray(line) << start << ms;
    };
    row("time code", "Date,Start,Duration,Title", "2026-03-28,06:00:00:12,00:30:00:00,A",
        u"2026-03-28T05:00:00.480Z"_s, 1'800'000);
    row("a clock", "Date,Start,Duration,Title", "2026-03-28,06:00:00.5,00:30:00,A",
        u"2026-03-28T05:00:00.500Z"_s, 1'800'000);
    row("hours and minutes", "Date,Time,Length,Title", "2026-03-28,06:30,30:00,A", u"2026-03-28T05:30:00Z"_s,
        1'800'000);
    row("a clock of twelve hours", "Date,Start,End,Title", "2026-03-28,8:30 PM,09:00:00 p.m.,A",
        u"2026-03-28T19:30:00Z"_s, 1'800'000);
    row("a spreadsheet's length", "Start,Duration,Title", "2026-03-28 12:05:00 AM,12:30:00 AM,A",
        u"2026-03-27T23:05:00Z"_s, 1'800'000);
    row("no such hour", "Date,Start,Duration,Title", "2026-03-28,13:30 PM,60,A", QString(), 0);
    row("seconds as length", "Date,Time,Length,Title", "2026-03-28,06:30,90,A", u"2026-03-28T05:30:00Z"_s,
        90'000);
    row("an end", "Date,Start,End,Title", "2026-03-28,06:00,06:30,A", u"2026-03-28T05:00:00Z"_s, 1'800'000);
    row("an end after midnight", "Date,Start,End,Title", "2026-03-27,23:30,00:30,A",
        u"2026-03-27T22:30:00Z"_s, 3'600'000);
    row("an hour past 24 belongs to the day named", "Date,Start,Duration,Title", "2026-03-27,25:30:00,60,A",
        u"2026-03-28T00:30:00Z"_s, 60'000);
    row("ISO 8601 in one cell", "Start,End,Title", "2026-03-28T06:00:00,2026-03-28T07:00:00,A",
        u"2026-03-28T05:00:00Z"_s, 3'600'000);
    row("an offset in the cell", "Start,Duration,Title", "2026-03-28T06:00:00+03:00,60,A",
        u"2026-03-28T03:00:00Z"_s, 60'000);
    row("an offset of its own", "Date,Start,Duration,Title,UTC offset", "2026-10-25,02:30:00,60,A,UTC+01:00",
        u"2026-10-25T01:30:00Z"_s, 60'000);
    row("day first", "Date,Start,Duration,Title", "28/03/2026,06:00:00,60,A", u"2026-03-28T05:00:00Z"_s,
        60'000);
    row("month first, as the 28 tells", "Date,Start,Duration,Title", "03/28/2026,06:00:00,60,A",
        u"2026-03-28T05:00:00Z"_s, 60'000);
    row("dots and two digits", "Date,Start,Duration,Title", "28.03.26,06:00:00,60,A",
        u"2026-03-28T05:00:00Z"_s, 60'000);
    row("digits alone", "Date,Start,Duration,Title", "20260328,060000,003000,A", u"2026-03-28T05:00:00Z"_s,
        1'800'000);
    row("date and time in one cell", "Start,Duration,Title", "28/03/2026 06:00:00,60,A",
        u"2026-03-28T05:00:00Z"_s, 60'000);
    row("names in other words", "TX Date;On-Air;Dur;Programme", "2026-03-28;06:00:00;60;A",
        u"2026-03-28T05:00:00Z"_s, 60'000);
    row("a time that does not exist", "Date,Start,Duration,Title", "2026-03-29,02:30:00,60,A", QString(), 0);
    row("a label that the rate has not", "Date,Start,Duration,Title", "2026-03-28,06:00:00:25,60,A",
        QString(), 0);
    row("no time", "Date,Start,Duration,Title", "2026-03-28,,60,A", QString(), 0);
    row("no length", "Date,Start,Duration,Title", "2026-03-28,06:00:00,,A", QString(), 0);
    row("a date that does not exist", "Date,Start,Duration,Title", "2026-02-30,06:00:00,60,A", QString(), 0);
}

void TablesTest::readsRows()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, row);
    QFETCH(QString, start);
    QFETCH(qlonglong, ms);
    const auto read = scheduleOf(header + "\r\n" + row + "\r\n", rome());
    QVERIFY2(read, read ? "" : qPrintable(sentence(read.error())));
    QCOMPARE(read->format, u"csv"_s);
    QCOMPARE(read->events.size(), std::size_t(start.isEmpty() ? 0 : 1));
    QCOMPARE(read->rejected.size(), std::size_t(start.isEmpty() ? 1 : 0));
    if (start.isEmpty())
        return;
    QCOMPARE(toIso8601(read->events.front().range.start), start);
    QCOMPARE(read->events.front().range.duration, Millis(ms));
}

void TablesTest::readsCells()
{
    const auto read = scheduleOf(
        "\xEF\xBB\xBF"
        "Date,Start,Duration,Title,Episode,Category,Type,House ID,File,In,Out,Fixed,Notes\n"
        "2026-03-28,06:00:00:00,00:00:20:00,\"Say \"\"hi\"\",\ntwo\",S02E05,News,COM,PG0105,news.mp4,"
        "00:00:05:00,00:00:25:00,Y,\"a, b\"\n",
        rome());
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(1));
    const ScheduledEvent &event = read->events.front();
    QCOMPARE(event.title, u"Say \"hi\", two"_s);
    QCOMPARE(event.startMode, StartMode::Fixed);
    QCOMPARE(event.mediaIn, Micros(5'000'000));
    QCOMPARE(event.note, u"a, b"_s);
    const Asset &asset = read->assets.front();
    QCOMPARE(asset.url, u"news.mp4"_s);
    QCOMPARE(asset.houseNumber, u"PG0105"_s);
    QCOMPARE(asset.kind, AssetKind::Commercial);
    QCOMPARE(asset.season, 2);
    QCOMPARE(asset.episode, 5);
    QCOMPARE(asset.category, u"News"_s);
    QCOMPARE(asset.duration, Micros(25'000'000));
    QCOMPARE(read->assumedZone, u"Europe/Rome"_s);
}

void TablesTest::sniffsSeparators_data()
{
    QTest::addColumn<QByteArray>("separator");
    for (const char *separator : {",", ";", "\t", "|"})
        QTest::newRow(separator) << QByteArray(separator);
}

void TablesTest::sniffsSeparators()
{
    QFETCH(QByteArray, separator);
    QByteArray file = "Date,Start,Duration,Title\n2026-03-28,06:00:00,60,caf\xE9\n";
    file.replace(',', separator);
    const auto read = scheduleOf(file, rome());
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(1));
    QCOMPARE(read->events.front().title, u"café"_s);
    QCOMPARE(read->warnings.size(), std::size_t(1)); // Windows-1252
}

void TablesTest::tellsWhatItDoesNotUnderstand()
{
    ReadOptions options = rome();
    options.label = u"list.csv"_s;
    const auto read = scheduleOf("Wann,Was\n06:00,A\n", options);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::BadMapping);
    const QString text = sentence(read.error());
    QVERIFY(text.contains(u"list.csv"_s) && text.contains(u"Wann, Was"_s) && text.contains(u"--mapping"_s));
}

void TablesTest::needsADate()
{
    const QByteArray file = "Start,Duration,Title\n06:00:00,60,A\n";
    auto read = scheduleOf(file, rome());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::DateNeeded);
    ReadOptions options = rome();
    options.date = QDate(2026, 3, 28);
    read = scheduleOf(file, options);
    QVERIFY(read);
    QCOMPARE(toIso8601(read->events.front().range.start), u"2026-03-28T05:00:00Z"_s);
}

void TablesTest::goesOnIntoTheNextDay()
{
    ReadOptions options = rome();
    options.date = QDate(2026, 3, 27);
    const auto read =
        scheduleOf("Start,Duration,Title\n06:00:00,60,A\n23:00:00,60,B\n00:30:00,60,C\n05:00:00,60,D\n"
                   "06:00:00,60,E\n",
                   options);
    QVERIFY(read);
    QStringList starts;
    for (const ScheduledEvent &event : read->events)
        starts += toIso8601(event.range.start);
    QCOMPARE(starts,
             QStringList({u"2026-03-27T05:00:00Z"_s, u"2026-03-27T22:00:00Z"_s, u"2026-03-27T23:30:00Z"_s,
                          u"2026-03-28T04:00:00Z"_s, u"2026-03-28T05:00:00Z"_s}));
}

void TablesTest::rejectsRowsAlone_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("code");
    QTest::newRow("no title") << QByteArray("2026-03-28,06:00,60,,") << u"missing-title"_s;
    QTest::newRow("a time in words") << QByteArray("2026-03-28,noon,60,A,") << u"bad-time"_s;
    QTest::newRow("ninety-nine minutes past") << QByteArray("2026-03-28,25:99,60,A,") << u"bad-time"_s;
    QTest::newRow("sixty seconds past") << QByteArray("2026-03-28,06:00:60,60,A,") << u"bad-time"_s;
    QTest::newRow("no length at all") << QByteArray("2026-03-28,06:00,0,A,") << u"end-not-after-start"_s;
    QTest::newRow("too few cells") << QByteArray("2026-03-28") << u"missing-start"_s;
    QTest::newRow("an address that runs code")
        << QByteArray("2026-03-28,06:00,60,A,javascript:x") << u"url-not-allowed"_s;
}

void TablesTest::rejectsRowsAlone()
{
    QFETCH(QByteArray, row);
    const QByteArray good = "2026-03-28,06:00:00,60,A,/a.mp4\n";
    const auto read = scheduleOf("Date,Start,Duration,Title,File\n" + good + row + "\n" + good, rome());
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(2));
    QCOMPARE(read->rejected.size(), std::size_t(1));
    QTEST(QString(codeName(read->rejected.front().reason.code)), "code");
    QCOMPARE(read->rejected.front().line, std::int64_t(3));
}

void TablesTest::failsOnAQuoteThatNeverEnds()
{
    const QByteArray file =
        "Date,Start,Duration,Title\n2026-03-28,06:00:00,60,A\n2026-03-28,07:00:00,60,\"B\n";
    ReadOptions options = rome();
    auto read = scheduleOf(file, options);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::NotWellFormed);
    QCOMPARE(read.error().args.value(1), u"3"_s);
    QCOMPARE(read.error().args.value(4), u"1"_s);
    options.isPartial = true;
    read = scheduleOf(file, options);
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(1));
}

void TablesTest::takesAMapping_data()
{
    QTest::addColumn<QByteArray>("mapping");
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("by name") << QByteArray(R"({"columns":{"start":"Wann","title":"Was","duration":"Dauer"}})")
                             << QByteArray("Was,Wann,Dauer\nA,2026-03-28 06:00:00,60\n");
    QTest::newRow("by number, without a header")
        << QByteArray(R"({"header":false,"columns":{"start":2,"title":1,"duration":3}})")
        << QByteArray("A,2026-03-28T06:00:00,60\n");
    QTest::newRow("behind a preamble, another separator, month first")
        << QByteArray(R"({"header":false,"skipLines":2,"separator":"|","dateOrder":"mdy",)"
                      R"("columns":{"date":1,"start":2,"title":3,"duration":4}})")
        << QByteArray("Station X|\nreport|1\n03/04/2026|06:00:00|A|60\n");
    QTest::newRow("fixed columns")
        << QByteArray(R"({"fixed":true,"recordStart":"E","columns":{"date":{"at":2,"length":10},)"
                      R"("start":{"at":12,"length":8},"duration":{"at":20,"length":5},"title":{"at":25}}})")
        << QByteArray("H header\nE2026-03-2806:00:0001:00A\n");
}

void TablesTest::takesAMapping()
{
    QFETCH(QByteArray, mapping);
    QFETCH(QByteArray, file);
    const auto read = columnMappingFromJson(mapping, u"m.json"_s);
    QVERIFY2(read, read ? "" : qPrintable(sentence(read.error())));
    ReadOptions options = rome();
    options.mapping = *read;
    const auto schedule = scheduleOf(file, options);
    QVERIFY2(schedule, schedule ? "" : qPrintable(sentence(schedule.error())));
    QCOMPARE(schedule->events.size(), std::size_t(1));
    QCOMPARE(schedule->events.front().title, u"A"_s);
    QCOMPARE(schedule->events.front().range.duration, Millis(60'000));
    QVERIFY(toIso8601(schedule->events.front().range.start).endsWith("T05:00:00Z"_L1));
}

void TablesTest::savesMappings()
{
    for (const ColumnMapping &preset : columnPresets()) {
        const auto read = columnMappingFromJson(toJson(preset), u"m"_s);
        QVERIFY(read);
        QCOMPARE(*read, preset);
        QCOMPARE(columnPreset(preset.name.toUpper()), &preset);
    }
    QVERIFY(!columnPreset(u"none"));
    QVERIFY(columnPresets().size() >= 4);
}

void TablesTest::refusesMappings_data()
{
    QTest::addColumn<QByteArray>("mapping");
    QTest::newRow("no JSON") << QByteArray("x");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("no start") << QByteArray(R"({"columns":{"title":1}})");
    QTest::newRow("an unknown field") << QByteArray(R"({"columns":{"start":1,"colour":2}})");
    QTest::newRow("column nought") << QByteArray(R"({"columns":{"start":0}})");
    QTest::newRow("a name for fixed columns") << QByteArray(R"({"fixed":true,"columns":{"start":"Time"}})");
    QTest::newRow("two separators") << QByteArray(R"({"separator":"::","columns":{"start":1}})");
    QTest::newRow("an order of dates that is none")
        << QByteArray(R"({"dateOrder":"ydm","columns":{"start":1}})");
}

void TablesTest::refusesMappings()
{
    QFETCH(QByteArray, mapping);
    const auto read = columnMappingFromJson(mapping, u"m.json"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::BadMapping);
    QVERIFY(sentence(read.error()).contains(u"m.json"_s));
}

void TablesTest::readsFixedColumns_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("title");
    QTest::newRow("traffic")
        << QByteArray("2026-03-28 06:00:00:00 00:00:30:00 F COM H0001            A title, with commas")
        << u"2026-03-28T05:00:00Z"_s << u"A title, with commas"_s;
    QTest::newRow("times alone") << QByteArray("06:00:00:00 00:00:30:00 H0001            A title")
                                 << u"2026-03-28T05:00:00Z"_s << u"A title"_s;
    QTest::newRow("compact") << QByteArray("202603280600000000003000H00000000001A title")
                             << u"2026-03-28T05:00:00Z"_s << u"A title"_s;
    QTest::newRow("spots") << QByteArray("06:00:00 00:30 H0001        A title") << u"2026-03-28T05:00:00Z"_s
                           << u"A title"_s;
}

void TablesTest::readsFixedColumns()
{
    QFETCH(QByteArray, line);
    ReadOptions options = rome();
    options.date = QDate(2026, 3, 28);
    options.label = u"day.dat"_s;
    const auto read = scheduleOf("# a comment\r\n" + line + "\r\n\r\n", options);
    QVERIFY2(read, read ? "" : qPrintable(sentence(read.error())));
    QCOMPARE(read->format, u"fixed"_s);
    QCOMPARE(read->events.size(), std::size_t(1));
    QTEST(toIso8601(read->events.front().range.start), "start");
    QTEST(read->events.front().title, "title");
    QCOMPARE(read->events.front().range.duration, Millis(30'000));
    QVERIFY(read->assets.front().houseNumber.startsWith(u'H'));
}

void TablesTest::guardsFormulas()
{
    AwkwardDay day;
    const QStringList titles{u"=1+1"_s, u"+SUM"_s, u"-cmd"_s, u"@x"_s, u"-5"_s, u"a=b"_s, u"'quoted"_s};
    for (std::size_t i = 0; i < 7; ++i) {
        day.events[i].title = titles[static_cast<qsizetype>(i)];
        day.events[i].layer = 0;
    }
    QByteArray bytes;
    QVERIFY(day.write(u"csv", bytes));
    for (const char *guarded : {",'=1+1,", ",'+SUM,", ",'-cmd,", ",'@x,", ",-5,", ",a=b,", ",'quoted,"})
        QVERIFY2(bytes.contains(guarded), guarded);
    ReadOptions options = rome(day.channel.rate);
    const auto read = scheduleOf(bytes, options);
    QVERIFY(read);
    for (std::size_t i = 0; i < 7; ++i)
        QCOMPARE(read->events[i].title, titles[static_cast<qsizetype>(i)]);
}

void TablesTest::previewsATable()
{
    QBuffer device;
    device.setData("Wann;Was;Title\n06:00;A;B\n07:00;C;D\n");
    device.open(QIODevice::ReadOnly);
    const auto preview = previewTable(device, rome(), Job());
    QVERIFY(preview);
    QCOMPARE(preview->separator, u";"_s);
    QCOMPARE(preview->header, QStringList({u"Wann"_s, u"Was"_s, u"Title"_s}));
    QCOMPARE(preview->rows.size(), 2);
    QCOMPARE(preview->columns[static_cast<std::size_t>(ColumnField::Title)], 2);
    QCOMPARE(preview->columns[static_cast<std::size_t>(ColumnField::Start)], -1);
}

QTEST_GUILESS_MAIN(TablesTest)
#include "tst_tables.moc"
