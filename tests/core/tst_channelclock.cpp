// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/time/channelclock.h"

#include "core/time/iso8601.h"

#include <QTest>

using namespace sf;
using namespace std::chrono;
using namespace Qt::StringLiterals;

namespace {

ChannelClock clockOf(const QString &zone, Millis dayStart = Millis::zero())
{
    const auto clock = ChannelClock::create(zone, dayStart);
    return clock ? *clock : ChannelClock();
}

LocalTime wall(const QString &text) { return parseIso8601(text)->local; }

} // namespace

class TestChannelClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void broadcastDayLength_data();
    void broadcastDayLength();
    void wallTimeIsResolved_data();
    void wallTimeIsResolved();
    void skippedTimeIsAnErrorThatNamesIt_data();
    void skippedTimeIsAnErrorThatNamesIt();
    void dayStartInTheSkippedHourIsTheJump();
    void dayStartInTheRepeatedHourIsTheFirst();
    void skippedDayIsEmptyAndBelongsToNoInstant();
    void broadcastDateBelongsToTheDayBefore_data();
    void broadcastDateBelongsToTheDayBefore();
    void parsesWhatAnOperatorTypes_data();
    void parsesWhatAnOperatorTypes();
    void parseRefuses();
    void refusesBadZonesAndDayStarts_data();
    void refusesBadZonesAndDayStarts();
    void defaultIsUtc();
    void dayStartText_data();
    void dayStartText();
    void badDayStartText_data();
    void badDayStartText();
};

void TestChannelClock::broadcastDayLength_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<int>("dayStart");
    QTest::addColumn<QDate>("date");
    QTest::addColumn<double>("hours");
    const auto row = [](const char *name, QString zone, int dayStart, QDate date, double hours) {
        QTest::newRow(name) << std::move(zone) << dayStart << date << hours;
    };
    const QString rome = u"Europe/Rome"_s;
    const QString york = u"America/New_York"_s;
    const QString howe = u"Australia/Lord_Howe"_s;
    row("Rome at midnight: the Sunday is short", rome, 0, {2026, 3, 29}, 23);
    row("Rome at midnight: the Saturday is not", rome, 0, {2026, 3, 28}, 24);
    row("Rome at six: the Saturday is short", rome, 6, {2026, 3, 28}, 23);
    row("Rome at six: the Sunday is not", rome, 6, {2026, 3, 29}, 24);
    row("Rome at midnight: the Sunday is long", rome, 0, {2026, 10, 25}, 25);
    row("Rome at six: the Saturday is long", rome, 6, {2026, 10, 24}, 25);
    row("Rome at six: the long Sunday is not", rome, 6, {2026, 10, 25}, 24);
    row("New York at midnight: short", york, 0, {2026, 3, 8}, 23);
    row("New York at six: short", york, 6, {2026, 3, 7}, 23);
    row("New York at midnight: long", york, 0, {2026, 11, 1}, 25);
    row("New York at six: long", york, 6, {2026, 10, 31}, 25);
    row("Lord Howe at midnight: half an hour short", howe, 0, {2026, 10, 4}, 23.5);
    row("Lord Howe at six: half an hour short", howe, 6, {2026, 10, 3}, 23.5);
    row("Lord Howe at midnight: half an hour long", howe, 0, {2026, 4, 5}, 24.5);
    row("Lord Howe at six: half an hour long", howe, 6, {2026, 4, 4}, 24.5);
    row("Troll leaps two hours", u"Antarctica/Troll"_s, 0, {2026, 3, 29}, 22);
    row("Troll falls two hours back", u"Antarctica/Troll"_s, 0, {2026, 10, 25}, 26);
    row("Kathmandu knows no summer time", u"Asia/Kathmandu"_s, 6, {2026, 3, 28}, 24);
    row("UTC", u"UTC"_s, 0, {2026, 3, 29}, 24);
    row("rules go on past the zone file", rome, 6, {2150, 3, 28}, 23);
    row("and in autumn", rome, 6, {2199, 10, 26}, 25);
}

void TestChannelClock::broadcastDayLength()
{
    QFETCH(QString, zone);
    QFETCH(int, dayStart);
    QFETCH(QDate, date);
    QFETCH(double, hours);
    const ChannelClock clock = clockOf(zone, std::chrono::hours(dayStart));
    QCOMPARE(clock.zoneName(), zone);
    const TimeRange day = clock.broadcastDay(date);
    QCOMPARE(double(day.duration.count()) / 3'600'000, hours);
    QCOMPARE(clock.format(day.start).left(16),
             u"%1T%2:00"_s.arg(date.toString(Qt::ISODate)).arg(dayStart, 2, 10, '0'_L1));
    QCOMPARE(clock.broadcastDate(day.start), date);
    QCOMPARE(clock.broadcastDate(day.end() - 1ms), date);
    QCOMPARE(clock.broadcastDate(day.start - 1ms), date.addDays(-1));
    QCOMPARE(clock.broadcastDate(day.end()), date.addDays(1));
    const TimeRange week = clock.broadcastDays(date, 7);
    QCOMPARE(toIso8601(week.start), toIso8601(day.start));
    QCOMPARE(toIso8601(week.end()), toIso8601(clock.broadcastDay(date.addDays(6)).end()));
}

void TestChannelClock::wallTimeIsResolved_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc");
    QTest::addColumn<bool>("isAmbiguous");
    const auto row = [](const char *name, QString zone, QString text, QString utc, bool isAmbiguous) {
        QTest::newRow(name) << std::move(zone) << std::move(text) << std::move(utc) << isAmbiguous;
    };
    const QString rome = u"Europe/Rome"_s;
    row("winter", rome, u"2026-01-10T20:00"_s, u"2026-01-10T19:00:00Z"_s, false);
    row("summer", rome, u"2026-07-10T20:00"_s, u"2026-07-10T18:00:00Z"_s, false);
    row("last before the gap", rome, u"2026-03-29T01:59:59.999"_s, u"2026-03-29T00:59:59.999Z"_s, false);
    row("first after the gap", rome, u"2026-03-29T03:00"_s, u"2026-03-29T01:00:00Z"_s, false);
    row("last before the repetition", rome, u"2026-10-25T01:59:59.999"_s, u"2026-10-24T23:59:59.999Z"_s,
        false);
    row("repeated: the first", rome, u"2026-10-25T02:00"_s, u"2026-10-25T00:00:00Z"_s, true);
    row("repeated to the end", rome, u"2026-10-25T02:59:59.999"_s, u"2026-10-25T00:59:59.999Z"_s, true);
    row("first after the repetition", rome, u"2026-10-25T03:00"_s, u"2026-10-25T02:00:00Z"_s, false);
    row("New York repeated", u"America/New_York"_s, u"2026-11-01T01:30"_s, u"2026-11-01T05:30:00Z"_s, true);
    row("Lord Howe repeats half an hour", u"Australia/Lord_Howe"_s, u"2026-04-05T01:45"_s,
        u"2026-04-04T14:45:00Z"_s, true);
    row("Lord Howe not more", u"Australia/Lord_Howe"_s, u"2026-04-05T01:29:59"_s, u"2026-04-04T14:29:59Z"_s,
        false);
    row("Kathmandu", u"Asia/Kathmandu"_s, u"2026-03-28T20:00"_s, u"2026-03-28T14:15:00Z"_s, false);
    row("far east", u"Pacific/Kiritimati"_s, u"2026-03-28T00:00"_s, u"2026-03-27T10:00:00Z"_s, false);
    row("far west", u"Pacific/Pago_Pago"_s, u"2026-03-28T23:00"_s, u"2026-03-29T10:00:00Z"_s, false);
    row("Apia after the skipped day", u"Pacific/Apia"_s, u"2011-12-31T00:00"_s, u"2011-12-30T10:00:00Z"_s,
        false);
    row("Kwajalein lived a day twice", u"Pacific/Kwajalein"_s, u"1969-09-30T12:00"_s,
        u"1969-09-30T01:00:00Z"_s, true);
}

void TestChannelClock::wallTimeIsResolved()
{
    QFETCH(QString, zone);
    QFETCH(QString, text);
    const ChannelClock clock = clockOf(zone);
    const auto resolved = clock.toUtc(wall(text));
    QVERIFY(resolved);
    QTEST(toIso8601(resolved->time), "utc");
    QTEST(resolved->isAmbiguous, "isAmbiguous");
    QVERIFY(clock.toLocal(resolved->time) == wall(text));
    QCOMPARE(toIso8601(clock.toUtcForward(wall(text))), toIso8601(resolved->time));
}

void TestChannelClock::skippedTimeIsAnErrorThatNamesIt_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("jump");
    QTest::newRow("Rome") << u"Europe/Rome"_s << u"2026-03-29T02:30:00"_s << u"2026-03-29T03:00:00+02:00"_s;
    QTest::newRow("first of the gap")
        << u"Europe/Rome"_s << u"2026-03-29T02:00:00"_s << u"2026-03-29T03:00:00+02:00"_s;
    QTest::newRow("last of the gap") << u"Europe/Rome"_s << u"2026-03-29T02:59:59.999"_s
                                     << u"2026-03-29T03:00:00+02:00"_s;
    QTest::newRow("New York") << u"America/New_York"_s << u"2026-03-08T02:15:00"_s
                              << u"2026-03-08T03:00:00-04:00"_s;
    QTest::newRow("Lord Howe") << u"Australia/Lord_Howe"_s << u"2026-10-04T02:15:00"_s
                               << u"2026-10-04T02:30:00+11:00"_s;
    QTest::newRow("midnight itself") << u"Africa/Cairo"_s << u"2026-04-24T00:30:00"_s
                                     << u"2026-04-24T01:00:00+03:00"_s;
    QTest::newRow("a whole day") << u"Pacific/Apia"_s << u"2011-12-30T12:00:00"_s
                                 << u"2011-12-31T00:00:00+14:00"_s;
    QTest::newRow("in 2150") << u"Europe/Rome"_s << u"2150-03-29T02:30:00"_s
                             << u"2150-03-29T03:00:00+02:00"_s;
}

void TestChannelClock::skippedTimeIsAnErrorThatNamesIt()
{
    QFETCH(QString, zone);
    QFETCH(QString, text);
    const ChannelClock clock = clockOf(zone);
    const auto resolved = clock.toUtc(wall(text));
    QVERIFY(!resolved);
    QCOMPARE(resolved.error(), (Error{ErrorCode::TimeDoesNotExist, {text, zone}, {}}));
    QTEST(clock.format(clock.toUtcForward(wall(text))), "jump");
}

void TestChannelClock::dayStartInTheSkippedHourIsTheJump()
{
    const ChannelClock clock = clockOf(u"Europe/Rome"_s, 2h + 30min);
    const TimeRange saturday = clock.broadcastDay({2026, 3, 28});
    QCOMPARE(clock.format(saturday.end()), u"2026-03-29T03:00:00+02:00"_s);
    QCOMPARE(saturday.duration.count(), Millis(23h + 30min).count());
    const TimeRange sunday = clock.broadcastDay({2026, 3, 29});
    QCOMPARE(sunday.duration.count(), Millis(23h + 30min).count());
    QCOMPARE(clock.broadcastDate(sunday.start), QDate(2026, 3, 29));
    QCOMPARE(clock.broadcastDate(sunday.start - 1ms), QDate(2026, 3, 28));
}

void TestChannelClock::dayStartInTheRepeatedHourIsTheFirst()
{
    const ChannelClock clock = clockOf(u"Europe/Rome"_s, 2h + 30min);
    const TimeRange sunday = clock.broadcastDay({2026, 10, 25});
    QCOMPARE(clock.format(sunday.start), u"2026-10-25T02:30:00+02:00"_s);
    QCOMPARE(sunday.duration.count(), Millis(25h).count());
    // 02:10 comes again after the day began, and still belongs to it.
    const TimePoint again = sunday.start + 40min;
    QCOMPARE(clock.format(again), u"2026-10-25T02:10:00+01:00"_s);
    QCOMPARE(clock.broadcastDate(again), QDate(2026, 10, 25));
}

void TestChannelClock::skippedDayIsEmptyAndBelongsToNoInstant()
{
    const ChannelClock midnight = clockOf(u"Pacific/Apia"_s);
    QCOMPARE(midnight.broadcastDay({2011, 12, 30}).duration.count(), 0);
    const TimePoint jump = midnight.broadcastDay({2011, 12, 31}).start;
    QCOMPARE(midnight.broadcastDate(jump - 1ms), QDate(2011, 12, 29));
    QCOMPARE(midnight.broadcastDate(jump), QDate(2011, 12, 31));
    const ChannelClock six = clockOf(u"Pacific/Apia"_s, 6h);
    QCOMPARE(six.broadcastDay({2011, 12, 29}).duration.count(), Millis(18h).count());
    QCOMPARE(six.broadcastDay({2011, 12, 30}).duration.count(), Millis(6h).count());
    QCOMPARE(six.broadcastDate(jump), QDate(2011, 12, 30));
}

void TestChannelClock::broadcastDateBelongsToTheDayBefore_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("date");
    QTest::newRow("at the start") << u"2026-03-28T06:00"_s << QDate(2026, 3, 28);
    QTest::newRow("just before it") << u"2026-03-28T05:59:59.999"_s << QDate(2026, 3, 27);
    QTest::newRow("past midnight") << u"2026-03-29T01:00"_s << QDate(2026, 3, 28);
    QTest::newRow("over the new year") << u"2027-01-01T05:00"_s << QDate(2026, 12, 31);
    QTest::newRow("a leap day") << u"2028-03-01T05:00"_s << QDate(2028, 2, 29);
    QTest::newRow("before the epoch") << u"1960-01-01T05:00"_s << QDate(1959, 12, 31);
}

void TestChannelClock::broadcastDateBelongsToTheDayBefore()
{
    QFETCH(QString, text);
    const ChannelClock clock = clockOf(u"Europe/Rome"_s, 6h);
    QTEST(clock.broadcastDate(clock.toUtc(wall(text))->time), "date");
}

void TestChannelClock::parsesWhatAnOperatorTypes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("channel time without an offset")
        << u"2026-03-28 20:00"_s << u"2026-03-28T20:00:00+01:00"_s;
    QTest::newRow("an offset wins") << u"2026-03-28T20:00:00Z"_s << u"2026-03-28T21:00:00+01:00"_s;
    QTest::newRow("a date is the broadcast day's start") << u"2026-03-28"_s << u"2026-03-28T06:00:00+01:00"_s;
    QTest::newRow("24:00 is midnight, not the day's end")
        << u"2026-03-28 24:00"_s << u"2026-03-29T00:00:00+01:00"_s;
    QTest::newRow("twice means the first") << u"2026-10-25T02:30"_s << u"2026-10-25T02:30:00+02:00"_s;
    QTest::newRow("the offset chooses the second")
        << u"2026-10-25T02:30+01:00"_s << u"2026-10-25T02:30:00+01:00"_s;
}

void TestChannelClock::parsesWhatAnOperatorTypes()
{
    QFETCH(QString, text);
    const ChannelClock clock = clockOf(u"Europe/Rome"_s, 6h);
    const auto time = clock.parse(text);
    QVERIFY(time);
    QTEST(clock.format(*time), "expected");
}

void TestChannelClock::parseRefuses()
{
    const ChannelClock clock = clockOf(u"Europe/Rome"_s, 2h + 30min);
    QCOMPARE(clock.parse(u"2026-03-29T02:30").error().code, ErrorCode::TimeDoesNotExist);
    QCOMPARE(clock.parse(u"2026-02-30").error().code, ErrorCode::ImpossibleDate);
    QCOMPARE(clock.parse(u"soon").error().code, ErrorCode::BadTime);
    // A date alone means a day, and that day exists although its start does not.
    QCOMPARE(clock.format(*clock.parse(u"2026-03-29")), u"2026-03-29T03:00:00+02:00"_s);
}

void TestChannelClock::refusesBadZonesAndDayStarts_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<qint64>("dayStart");
    QTest::addColumn<Error>("error");
    const auto zone = [](const char *name, QString text) {
        QTest::newRow(name) << text << qint64(0) << Error{ErrorCode::UnknownZone, {text}, {}};
    };
    zone("an empty name is not the machine's own zone", u""_s);
    zone("a city alone is not UTC", u"Rome"_s);
    zone("a region alone", u"Europe"_s);
    zone("wrong case", u"europe/rome"_s);
    zone("blanks", u" Europe/Rome"_s);
    zone("a path", u"../zoneinfo/Europe/Rome"_s);
    zone("leap seconds", u"right/Europe/Rome"_s);
    zone("a POSIX rule", u"CET-1CEST,M3.5.0,M10.5.0/3"_s);
    zone("a short POSIX rule", u"XYZ3"_s);
    zone("not Latin", u"Éurope/Rome"_s);
    QTest::newRow("day start of 24 hours")
        << u"UTC"_s << qint64(24 * 3'600'000) << Error{ErrorCode::BadDayStart, {u"24:00:00"_s}, {}};
    QTest::newRow("negative day start")
        << u"UTC"_s << qint64(-1) << Error{ErrorCode::BadDayStart, {u"-0:00:00.001"_s}, {}};
}

void TestChannelClock::refusesBadZonesAndDayStarts()
{
    QFETCH(QString, zone);
    QFETCH(qint64, dayStart);
    QFETCH(Error, error);
    const auto clock = ChannelClock::create(zone, Millis(dayStart));
    QVERIFY(!clock);
    QCOMPARE(clock.error().code, error.code);
    QCOMPARE(clock.error().args, error.args);
}

void TestChannelClock::defaultIsUtc()
{
    QCOMPARE(ChannelClock().zoneName(), u"UTC"_s);
    QCOMPARE(ChannelClock().format(timePointFromMs(0)), u"1970-01-01T00:00:00+00:00"_s);
    QCOMPARE(ChannelClock().broadcastDate(timePointFromMs(-1)), QDate(1969, 12, 31));
    for (const QString &name : {u"US/Eastern"_s, u"Etc/GMT+5"_s, u"EST5EDT"_s, u"GMT"_s, u"Asia/Calcutta"_s})
        QVERIFY2(ChannelClock::create(name, 0ms), name.toUtf8());
}

void TestChannelClock::dayStartText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("written");
    QTest::newRow("midnight") << u"00:00"_s << 0LL << u"00:00"_s;
    QTest::newRow("six") << u"06:00"_s << 21'600'000LL << u"06:00"_s;
    QTest::newRow("one digit") << u" 6:05 "_s << 21'900'000LL << u"06:05"_s;
    QTest::newRow("seconds") << u"05:59:30"_s << 21'570'000LL << u"05:59:30"_s;
    QTest::newRow("last") << u"23:59:59"_s << 86'399'000LL << u"23:59:59"_s;
}

void TestChannelClock::dayStartText()
{
    QFETCH(QString, text);
    const auto dayStart = parseDayStart(text);
    QVERIFY(dayStart);
    QTEST(qint64(dayStart->count()), "ms");
    QTEST(formatDayStart(*dayStart), "written");
}

void TestChannelClock::badDayStartText_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "6", "24:00", "06:60", "06:00:60", "06:00:00:00", "-1:00", "-0:30", "+6:00",
                             "06:", ":30", "006:00", "six", "06:00 Uhr", "06: 5", "06.00"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestChannelClock::badDayStartText()
{
    QFETCH(QString, text);
    const auto dayStart = parseDayStart(text);
    QVERIFY(!dayStart);
    QCOMPARE(dayStart.error().code, ErrorCode::BadDayStart);
    QCOMPARE(dayStart.error().args, QStringList{text});
}

QTEST_GUILESS_MAIN(TestChannelClock)
#include "tst_channelclock.moc"
