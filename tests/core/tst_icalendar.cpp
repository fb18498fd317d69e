// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "awkwardday.h"
#include "importfixture.h"

#include "core/time/iso8601.h"

#include <QTest>
#include <QTimeZone>

using namespace sf;
using namespace sf::test;
using namespace Qt::StringLiterals;

class IcalendarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnEvent();
    void readsTimes_data();
    void readsTimes();
    void saysWhatBecomesOfManyZones();
    void expandsRules_data();
    void expandsRules();
    void changesAndMovesOccurrences();
    void staysInsideTheWindow();
    void refusesRules_data();
    void refusesRules();
    void failsWithALine_data();
    void failsWithALine();
    void takesWhatIsCompleteWhenAsked();
    void writesShortLines();
};

namespace {

QByteArray calendar(const QByteArray &inside)
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + inside + "END:VCALENDAR\r\n";
}

QByteArray vevent(const QByteArray &inside)
{
    return "BEGIN:VEVENT\r\nUID:1\r\n" + inside + "END:VEVENT\r\n";
}

QStringList startsOf(const ImportedSchedule &schedule)
{
    QStringList starts;
    for (const ScheduledEvent &event : schedule.events)
        starts += toIso8601(event.range.start);
    starts.sort();
    return starts;
}

} // namespace

void IcalendarTest::readsAnEvent()
{
    const auto read = scheduleOf(calendar(
        "X-WR-CALNAME:One\\, two\r\n"
        "BEGIN:VTODO\r\nSUMMARY:no\r\nEND:VTODO\r\n" +
        vevent(
            "DTSTART:20260328T060000Z\r\nDTEND:20260328T063000Z\r\nSUMMARY:News\\, local\\; a\\\\b\r\n"
            "DESCRIPTION:First\\nsecond line that is fol\r\n ded\r\nCATEGORIES:News,Local\r\n"
            "BEGIN:VALARM\r\nSUMMARY:alarm\r\nEND:VALARM\r\nATTACH;FMTTYPE=video/mp4:file:///m/a.mp4\r\n")));
    QVERIFY2(read, read ? "" : qPrintable(sentence(read.error())));
    QCOMPARE(read->channelName, u"One, two"_s);
    QCOMPARE(read->events.size(), std::size_t(1));
    QCOMPARE(read->events.front().title, u"News, local; a\\b"_s);
    QCOMPARE(read->events.front().range.duration, Millis(1'800'000));
    QCOMPARE(read->assets.front().url, u"/m/a.mp4"_s);
    QCOMPARE(read->assets.front().category, u"News"_s);
    QCOMPARE(read->assets.front().description, u"First\nsecond line that is folded"_s);
}

void IcalendarTest::readsTimes_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("start"); // empty: rejected
    QTest::addColumn<qlonglong>("seconds");
    const auto row = [](const char *claim, const QByteArray &lines, const QString &start, qlonglong seconds) {
        QTest::newRow(claim) << lines << start << seconds;
    };
    row("UTC and a duration", "DTSTART:20260328T060000Z\r\nDURATION:PT1H\r\n", u"2026-03-28T06:00:00Z"_s,
        3600);
    row("a zone, over the change to summer time",
        "DTSTART;TZID=Europe/Rome:20260329T013000\r\nDTEND;TZID=Europe/Rome:20260329T033000\r\n",
        u"2026-03-29T00:30:00Z"_s, 3600);
    row("a quoted zone", "DTSTART;TZID=\"America/Chicago\":20261123T060000\r\nDURATION:PT30M\r\n",
        u"2026-11-23T12:00:00Z"_s, 1800);
    row("a vendor's path before the zone",
        "DTSTART;TZID=/example.org/2005_1/Europe/Rome:20260601T060000\r\nDURATION:PT1H\r\n",
        u"2026-06-01T04:00:00Z"_s, 3600);
    row("what Windows calls it", "DTSTART;TZID=W. Europe Standard Time:20260601T060000\r\nDURATION:PT1H\r\n",
        u"2026-06-01T04:00:00Z"_s, 3600);
    row("floating is the channel's", "DTSTART:20260601T060000\r\nDURATION:PT1H\r\n",
        u"2026-06-01T04:00:00Z"_s, 3600);
    row("a zone that nobody knows is the channel's",
        "DTSTART;TZID=Mars/Base:20260601T060000\r\nDURATION:PT1H\r\n", u"2026-06-01T04:00:00Z"_s, 3600);
    row("a whole day", "DTSTART;VALUE=DATE:20260601\r\n", u"2026-05-31T22:00:00Z"_s, 24 * 3600);
    row("no end", "DTSTART:20260601T060000Z\r\n", QString(), 0);
    row("no start", "DTEND:20260601T060000Z\r\n", QString(), 0);
    row("an end before the start", "DTSTART:20260601T060000Z\r\nDTEND:20260601T050000Z\r\n", QString(), 0);
    row("words", "DTSTART:tomorrow\r\nDURATION:PT1H\r\n", QString(), 0);
}

void IcalendarTest::readsTimes()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, start);
    QFETCH(qlonglong, seconds);
    ReadOptions options;
    options.channel = *ChannelClock::create(u"Europe/Rome"_s, Millis::zero());
    const auto read = scheduleOf(calendar(vevent(lines + "SUMMARY:A\r\n")), options);
    QVERIFY(read);
    QCOMPARE(startsOf(*read), start.isEmpty() ? QStringList() : QStringList(start));
    QCOMPARE(read->rejected.size(), std::size_t(start.isEmpty() ? 1 : 0));
    if (!start.isEmpty())
        QCOMPARE(read->events.front().range.duration, Millis(seconds * 1000));
}

void IcalendarTest::saysWhatBecomesOfManyZones()
{
    QByteArray events;
    QList<QByteArray> zones = QTimeZone::availableTimeZoneIds();
    QVERIFY(zones.size() > 50);
    for (const QByteArray &zone : zones.first(50))
        events += vevent("DTSTART;TZID=" + zone + ":20260601T060000\r\nDURATION:PT1H\r\nSUMMARY:A\r\n");
    const auto read = scheduleOf(calendar(events));
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(50));
    QCOMPARE(read->warnings.size(), std::size_t(1));
    QCOMPARE(read->warnings.front().text,
             u"The file has more than 40 time zones; those from “%1” on were taken as UTC."_s.arg(
                 QString::fromLatin1(zones[40])));
}

void IcalendarTest::expandsRules_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QStringList>("starts");
    const QByteArray rome = "DTSTART;TZID=Europe/Rome:20260327T200000\r\nDURATION:PT1H\r\n";
    QTest::newRow("each day, through the change to summer time")
        << rome + "RRULE:FREQ=DAILY;COUNT=4\r\n"
        << QStringList({u"2026-03-27T19:00:00Z"_s, u"2026-03-28T19:00:00Z"_s, u"2026-03-29T18:00:00Z"_s,
                        u"2026-03-30T18:00:00Z"_s});
    QTest::newRow("until, in UTC, the last included")
        << rome + "RRULE:FREQ=DAILY;UNTIL=20260329T180000Z\r\n"
        << QStringList({u"2026-03-27T19:00:00Z"_s, u"2026-03-28T19:00:00Z"_s, u"2026-03-29T18:00:00Z"_s});
    QTest::newRow("until before the change")
        << rome + "RRULE:FREQ=DAILY;UNTIL=20260328T190000Z\r\n"
        << QStringList({u"2026-03-27T19:00:00Z"_s, u"2026-03-28T19:00:00Z"_s});
    QTest::newRow("without those excepted")
        << rome + "RRULE:FREQ=DAILY;COUNT=4\r\nEXDATE;TZID=Europe/Rome:20260328T200000,20260329T200000\r\n"
        << QStringList({u"2026-03-27T19:00:00Z"_s, u"2026-03-30T18:00:00Z"_s});
    QTest::newRow("an exception of a whole day")
        << rome + "RRULE:FREQ=DAILY;COUNT=3\r\nEXDATE;VALUE=DATE;TZID=Europe/Rome:20260328\r\n"
        << QStringList({u"2026-03-27T19:00:00Z"_s, u"2026-03-29T18:00:00Z"_s});
    QTest::newRow("with one more") << rome + "RRULE:FREQ=WEEKLY;COUNT=2\r\nRDATE:20260328T100000Z\r\n"
                                   << QStringList({u"2026-03-27T19:00:00Z"_s, u"2026-03-28T10:00:00Z"_s,
                                                   u"2026-04-03T18:00:00Z"_s});
    QTest::newRow("a start that the rule does not hold counts too")
        << rome + "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=2\r\n"
        << QStringList({u"2026-03-27T19:00:00Z"_s, u"2026-03-30T18:00:00Z"_s, u"2026-04-06T18:00:00Z"_s});
    QTest::newRow("the last Friday of a month")
        << rome + "RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=2\r\n"
        << QStringList({u"2026-03-27T19:00:00Z"_s, u"2026-04-24T18:00:00Z"_s});
}

void IcalendarTest::expandsRules()
{
    QFETCH(QByteArray, lines);
    QFETCH(QStringList, starts);
    const auto read = scheduleOf(calendar(vevent(lines + "SUMMARY:A\r\n")));
    QVERIFY(read);
    QVERIFY(read->rejected.empty());
    QCOMPARE(startsOf(*read), starts);
}

void IcalendarTest::changesAndMovesOccurrences()
{
    const auto read = scheduleOf(calendar(
        vevent(
            "RECURRENCE-ID;TZID=Europe/Rome:20260328T200000\r\nDTSTART;TZID=Europe/Rome:20260328T210000\r\n"
            "DURATION:PT1H\r\nSUMMARY:Late\r\n") +
        vevent("DTSTART;TZID=Europe/"
               "Rome:20260327T200000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=4\r\nSUMMARY:A\r\n") +
        vevent("RECURRENCE-ID:20260330T180000Z\r\nDTSTART:20260330T180000Z\r\nDURATION:PT1H\r\nSTATUS:"
               "CANCELLED\r\n") +
        "BEGIN:VEVENT\r\nUID:2\r\nRECURRENCE-ID:20260327T190000Z\r\nDTSTART:20260327T220000Z\r\nDURATION:"
        "PT1H\r\n"
        "SUMMARY:Another's\r\nEND:VEVENT\r\n"));
    QVERIFY(read);
    QCOMPARE(startsOf(*read), QStringList({u"2026-03-27T19:00:00Z"_s, u"2026-03-27T22:00:00Z"_s,
                                           u"2026-03-28T20:00:00Z"_s, u"2026-03-29T18:00:00Z"_s}));
}

void IcalendarTest::staysInsideTheWindow()
{
    const QByteArray file =
        calendar(vevent("DTSTART:20200101T060000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY\r\nSUMMARY:A\r\n"));
    ReadOptions options;
    auto read = scheduleOf(file, options);
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(366));
    QCOMPARE(read->warnings.size(), std::size_t(1));
    options.window =
        TimeRange{timePointFromMs(1'774'656'000'000), std::chrono::hours(48)}; // 2026-03-28T00:00Z
    read = scheduleOf(file, options);
    QVERIFY(read);
    QCOMPARE(startsOf(*read), QStringList({u"2026-03-28T06:00:00Z"_s, u"2026-03-29T06:00:00Z"_s}));
}

void IcalendarTest::refusesRules_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::newRow("each second") << QByteArray("FREQ=SECONDLY");
    QTest::newRow("each minute") << QByteArray("FREQ=MINUTELY;COUNT=5");
    QTest::newRow("the 30th of February") << QByteArray("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30");
    QTest::newRow("hours that search for days") << QByteArray("FREQ=HOURLY;BYMONTH=1;BYDAY=MO");
    QTest::newRow("nonsense") << QByteArray("FREQ=SOMETIMES");
    QTest::newRow("nothing of a rule") << QByteArray("x");
}

void IcalendarTest::refusesRules()
{
    QFETCH(QByteArray, rule);
    const auto read = scheduleOf(
        calendar(vevent("DTSTART:20260101T060000Z\r\nDURATION:PT1H\r\nSUMMARY:A\r\nRRULE:" + rule + "\r\n") +
                 "BEGIN:VEVENT\r\nUID:2\r\nDTSTART:20260101T060000Z\r\nDURATION:PT1H\r\n"
                 "SUMMARY:B\r\nEND:VEVENT\r\n"));
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(1));
    QCOMPARE(read->rejected.size(), std::size_t(1));
    QVERIFY(sentence(read->rejected.front().reason).contains(u"RRULE"_s));
}

void IcalendarTest::failsWithALine_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    QTest::newRow("cut off") << QByteArray("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:A\r\n")
                             << u"not-well-formed"_s << 3;
    QTest::newRow("an end too many") << QByteArray("BEGIN:VCALENDAR\r\nEND:VEVENT\r\n")
                                     << u"not-well-formed"_s << 2;
    QTest::newRow("nested too deep") << "BEGIN:VCALENDAR\r\n" + QByteArray("BEGIN:X\r\n").repeated(100)
                                     << u"not-well-formed"_s << 65;
    QTest::newRow("a line without end")
        << "BEGIN:VCALENDAR\r\nX:" + QByteArray("a\r\n ").repeated(140'000) << u"limit-exceeded"_s << 0;
}

void IcalendarTest::failsWithALine()
{
    QFETCH(QByteArray, file);
    QFETCH(int, line);
    const auto read = scheduleOf(file);
    QVERIFY(!read);
    QTEST(QString(codeName(read.error().code)), "code");
    QVERIFY(read.error().args.value(1).toInt() > 0);
    if (line > 0)
        QCOMPARE(read.error().args.value(1).toInt(), line);
}

void IcalendarTest::takesWhatIsCompleteWhenAsked()
{
    ReadOptions options;
    options.isPartial = true;
    const auto read = scheduleOf("BEGIN:VCALENDAR\r\n" +
                                     vevent("DTSTART:20260101T060000Z\r\nDURATION:PT1H\r\nSUMMARY:A\r\n") +
                                     "BEGIN:VEVENT\r\nDTSTART:2026",
                                 options);
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(1));
    QCOMPARE(read->warnings.size(), std::size_t(1));
}

void IcalendarTest::writesShortLines()
{
    AwkwardDay day;
    for (ScheduledEvent &event : day.events)
        event.title = QString::fromUtf8("é😀 ציט").repeated(40);
    QByteArray bytes;
    QVERIFY(day.write(u"ics", bytes));
    for (const QByteArray &line : bytes.split('\n')) {
        QVERIFY(line.isEmpty() || line.endsWith('\r'));
        QVERIFY2(line.size() <= 76, line);
        QVERIFY(line.isValidUtf8());
    }
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    IdSource ids(1, 1);
    const auto read = readSchedule(device, {}, ids, Job());
    QVERIFY(read);
    QCOMPARE(read->events.front().title, day.events.front().title.simplified());
    QCOMPARE(read->events.front().id, day.events.front().id);
}

QTEST_GUILESS_MAIN(IcalendarTest)
#include "tst_icalendar.moc"
