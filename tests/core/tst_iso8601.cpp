// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/time/iso8601.h"

#include <QTest>

#include <random>

using namespace sf;
using namespace std::chrono;
using namespace Qt::StringLiterals;

class TestIso8601 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsInstants_data();
    void readsInstants();
    void readsNaiveTimes_data();
    void readsNaiveTimes();
    void refuses_data();
    void refuses();
    void errorNamesTheTextCutShort();
    void everyDayOfTheRangeIsReadAndNoOther();
    void randomInstantsComeBack();
    void writesTheShortestForm_data();
    void writesTheShortestForm();
};

void TestIso8601::readsInstants_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");
    const qint64 evening = 1774728000000; // 2026-03-28T20:00:00Z
    QTest::newRow("Z") << u"2026-03-28T20:00:00Z"_s << evening;
    QTest::newRow("small z") << u"2026-03-28T20:00:00z"_s << evening;
    QTest::newRow("small t") << u"2026-03-28t20:00:00Z"_s << evening;
    QTest::newRow("space for T") << u"2026-03-28 20:00:00Z"_s << evening;
    QTest::newRow("blanks before the offset") << u"2026-03-28 20:00:00  +01:00"_s << evening - 3600000;
    QTest::newRow("offset with colon") << u"2026-03-28T21:00:00+01:00"_s << evening;
    QTest::newRow("offset without colon") << u"2026-03-28T21:00:00+0100"_s << evening;
    QTest::newRow("offset of hours only") << u"2026-03-28T21:00:00+01"_s << evening;
    QTest::newRow("offset of half an hour") << u"2026-03-29T01:30:00+05:30"_s << evening;
    QTest::newRow("west") << u"2026-03-28T16:30:00-03:30"_s << evening;
    QTest::newRow("west with a true minus sign") << u"2026-03-28T16:30:00\u221203:30"_s << evening;
    QTest::newRow("minus zero is UTC") << u"2026-03-28T20:00:00-00:00"_s << evening;
    QTest::newRow("basic form") << u"20260328T200000Z"_s << evening;
    QTest::newRow("basic form with offset") << u"20260328T210000+0100"_s << evening;
    QTest::newRow("basic form without seconds") << u"20260328T2000Z"_s << evening;
    QTest::newRow("without seconds") << u"2026-03-28T20:00Z"_s << evening;
    QTest::newRow("hour only") << u"2026-03-28T20Z"_s << evening;
    QTest::newRow("one digit of fraction") << u"2026-03-28T20:00:00.5Z"_s << evening + 500;
    QTest::newRow("two digits") << u"2026-03-28T20:00:00.05Z"_s << evening + 50;
    QTest::newRow("three digits") << u"2026-03-28T20:00:00.125Z"_s << evening + 125;
    QTest::newRow("more digits are cut off") << u"2026-03-28T20:00:00.1239999Z"_s << evening + 123;
    QTest::newRow("never rounded up") << u"2026-03-28T20:00:00.9999999999999999999999Z"_s << evening + 999;
    QTest::newRow("comma") << u"2026-03-28T20:00:00,125+00:00"_s << evening + 125;
    QTest::newRow("24:00 is the next midnight") << u"2026-03-28T24:00:00Z"_s << evening + 4 * 3600000;
    QTest::newRow("24:00 without seconds") << u"2026-12-31T24:00Z"_s << 1798761600000LL;
    QTest::newRow("24:00:00.000") << u"2026-03-28T24:00:00.000Z"_s << evening + 4 * 3600000;
    QTest::newRow("blanks around") << u" \t2026-03-28T20:00:00Z\r\n"_s << evening;
    QTest::newRow("leap day of 2096") << u"2096-02-29T00:00:00Z"_s << 3981312000000LL;
    QTest::newRow("leap day of 2000") << u"2000-02-29T00:00:00Z"_s << 951782400000LL;
    QTest::newRow("before the epoch") << u"1969-12-31T23:59:59.999Z"_s << -1LL;
    QTest::newRow("first") << u"1900-01-01T00:00:00Z"_s << -2208988800000LL;
    QTest::newRow("last") << u"2199-12-31T23:59:59.999Z"_s << 7258118399999LL;
}

void TestIso8601::readsInstants()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    const auto time = parseIso8601(text);
    QVERIFY2(time, text.toUtf8());
    QVERIFY(time->offset);
    QVERIFY(!time->isDateOnly);
    QCOMPARE(toMs(time->asUtc()), ms);
}

void TestIso8601::readsNaiveTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wall");
    QTest::addColumn<bool>("isDateOnly");
    QTest::newRow("no offset") << u"2026-03-28T20:00:00"_s << u"2026-03-28T20:00:00"_s << false;
    QTest::newRow("no seconds") << u"2026-03-28 20:00"_s << u"2026-03-28T20:00:00"_s << false;
    QTest::newRow("hour") << u"2026-03-28T20"_s << u"2026-03-28T20:00:00"_s << false;
    QTest::newRow("date") << u"2026-03-28"_s << u"2026-03-28T00:00:00"_s << true;
    QTest::newRow("basic date") << u" 20260328 "_s << u"2026-03-28T00:00:00"_s << true;
    QTest::newRow("24:00") << u"2026-12-31 24:00"_s << u"2027-01-01T00:00:00"_s << false;
    QTest::newRow("the hour that Rome skips") << u"2026-03-29T02:30"_s << u"2026-03-29T02:30:00"_s << false;
}

void TestIso8601::readsNaiveTimes()
{
    QFETCH(QString, text);
    QFETCH(QString, wall);
    const auto time = parseIso8601(text);
    QVERIFY2(time, text.toUtf8());
    QVERIFY(!time->offset);
    QCOMPARE(toIso8601(time->local), wall);
    QTEST(time->isDateOnly, "isDateOnly");
    QCOMPARE(toIso8601(time->asUtc()), QString(wall + u'Z'));
}

void TestIso8601::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, QString text, QString code) {
        QTest::newRow(name) << std::move(text) << std::move(code);
    };
    const QString bad = u"bad-time"_s;
    const QString impossible = u"impossible-date"_s;
    const QString range = u"time-out-of-range"_s;
    row("empty", u""_s, bad);
    row("blanks", u"  \n"_s, bad);
    row("words", u"tomorrow"_s, bad);
    row("year only", u"2026"_s, bad);
    row("year and month", u"2026-03"_s, bad);
    row("day and month first", u"28-03-2026"_s, bad);
    row("slashes", u"2026/03/28"_s, bad);
    row("one-digit day", u"2026-03-8"_s, bad);
    row("five-digit year", u"12026-03-28"_s, bad);
    row("signed year", u"-2026-03-28"_s, bad);
    row("mixed separators", u"2026-0328"_s, bad);
    row("T without a time", u"2026-03-28T"_s, bad);
    row("offset without a time", u"2026-03-28Z"_s, bad);
    row("one-digit hour", u"2026-03-28T2:00"_s, bad);
    row("colon at the end", u"2026-03-28T20:"_s, bad);
    row("one-digit second", u"2026-03-28T20:00:0"_s, bad);
    row("point without digits", u"2026-03-28T20:00:00."_s, bad);
    row("fraction of a minute", u"2026-03-28T20:00.5"_s, bad);
    row("letter behind", u"2026-03-28T20:00:00Zx"_s, bad);
    row("two offsets", u"2026-03-28T20:00:00Z+01:00"_s, bad);
    row("offset without digits", u"2026-03-28T20:00:00+"_s, bad);
    row("offset cut off", u"2026-03-28T20:00:00+01:"_s, bad);
    row("offset of three digits", u"2026-03-28T20:00:00+010"_s, bad);
    row("offset of 24 hours", u"2026-03-28T20:00:00+24:00"_s, bad);
    row("offset of 60 minutes", u"2026-03-28T20:00:00+01:60"_s, bad);
    row("zone name", u"2026-03-28T20:00:00[Europe/Rome]"_s, bad);
    row("Arabic digits", u"\u0662\u0660\u0662\u0666-03-28"_s, bad);
    row("NUL inside", u"2026-03-28T20:00:00Z"_s + QChar(u'\0') + u"x"_s, bad);
    row("NUL behind", u"2026-03-28T20:00:00"_s + QChar(u'\0'), bad);
    row("huge", QString(1'000'000, u'9'), bad);
    row("30 February", u"2026-02-30"_s, impossible);
    row("29 February 2026", u"2026-02-29T10:00:00Z"_s, impossible);
    row("29 February 2100", u"2100-02-29"_s, impossible);
    row("31 April", u"2026-04-31"_s, impossible);
    row("month 0", u"2026-00-10"_s, impossible);
    row("month 13", u"2026-13-10"_s, impossible);
    row("day 0", u"2026-03-00"_s, impossible);
    row("hour 25", u"2026-03-28T25:00"_s, impossible);
    row("24:00:01", u"2026-03-28T24:00:01"_s, impossible);
    row("24:01", u"2026-03-28T24:01"_s, impossible);
    row("24:00:00.001", u"2026-03-28T24:00:00.001Z"_s, impossible);
    row("24:00:00.0001", u"2026-03-28T24:00:00.0001Z"_s, impossible);
    row("minute 60", u"2026-03-28T20:60"_s, impossible);
    row("second 60", u"2026-12-31T23:59:60Z"_s, impossible);
    row("1899", u"1899-12-31T23:59:59Z"_s, range);
    row("2200", u"2200-01-01"_s, range);
    row("year 0", u"0000-01-01"_s, range);
    row("year 9999", u"9999-12-31T00:00:00Z"_s, range);
    row("24:00 that leads out of range", u"2199-12-31T24:00Z"_s, range);
    row("offset that leads out of range", u"1900-01-01T00:00+01:00"_s, range);
}

void TestIso8601::refuses()
{
    QFETCH(QString, text);
    const auto time = parseIso8601(text);
    QVERIFY2(!time, text.left(100).toUtf8());
    QTEST(QString(codeName(time.error().code)), "code");
}

void TestIso8601::errorNamesTheTextCutShort()
{
    QCOMPARE(parseIso8601(u" 2026-02-30 ").error().args, QStringList{u"2026-02-30"_s});
    QCOMPARE(parseIso8601(QString(1000, u'x')).error().args, QStringList{QString(80, u'x')});
}

void TestIso8601::everyDayOfTheRangeIsReadAndNoOther()
{
    qint64 expected = -2208988800000;
    int days = 0;
    for (int y = 1900; y <= 2199; ++y) {
        for (int m = 1; m <= 12; ++m) {
            for (int d = 1; d <= 31; ++d) {
                const QString text = u"%1-%2-%3"_s.arg(y).arg(m, 2, 10, '0'_L1).arg(d, 2, 10, '0'_L1);
                const auto time = parseIso8601(text);
                QCOMPARE(time.has_value(), QDate::isValid(y, m, d));
                if (!time)
                    continue;
                QCOMPARE(toMs(time->asUtc()), expected);
                expected += Millis(24h).count();
                ++days;
            }
        }
    }
    QCOMPARE(days, 109'573);
}

void TestIso8601::randomInstantsComeBack()
{
    std::mt19937_64 random(20260328);
    std::uniform_int_distribution<qint64> anyMs(-2208988800000 + 93'600'000, 7258118399999 - 93'600'000);
    std::uniform_int_distribution<int> anyOffset(-24 * 60 + 1, 24 * 60 - 1);
    for (int i = 0; i < 100'000; ++i) {
        const TimePoint t = timePointFromMs(anyMs(random));
        const minutes offset(anyOffset(random));
        const auto utc = parseIso8601(toIso8601(t));
        QVERIFY(utc && utc->asUtc() == t && utc->offset == minutes::zero());
        const auto zoned = parseIso8601(toIso8601(t, offset));
        QVERIFY2(zoned && zoned->asUtc() == t, toIso8601(t, offset).toUtf8());
        QCOMPARE(zoned->offset->count(), offset.count());
        const LocalTime wall(t.time_since_epoch());
        const auto naive = parseIso8601(toIso8601(wall));
        QVERIFY(naive && naive->local == wall && !naive->offset);
    }
}

void TestIso8601::writesTheShortestForm_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<int>("offset");
    QTest::addColumn<QString>("utc");
    QTest::addColumn<QString>("zoned");
    QTest::newRow("whole seconds") << 1774728000000LL << 60 << u"2026-03-28T20:00:00Z"_s
                                   << u"2026-03-28T21:00:00+01:00"_s;
    QTest::newRow("milliseconds") << 1774728000005LL << -210 << u"2026-03-28T20:00:00.005Z"_s
                                  << u"2026-03-28T16:30:00.005-03:30"_s;
    QTest::newRow("before the epoch")
        << -1LL << 0 << u"1969-12-31T23:59:59.999Z"_s << u"1969-12-31T23:59:59.999+00:00"_s;
    QTest::newRow("beyond what can be read")
        << 253402300800000LL << 0 << u"+10000-01-01T00:00:00Z"_s << u"+10000-01-01T00:00:00+00:00"_s;
    QTest::newRow("before Christ") << -62198755200000LL << 0 << u"-0001-01-01T00:00:00Z"_s
                                   << u"-0001-01-01T00:00:00+00:00"_s;
}

void TestIso8601::writesTheShortestForm()
{
    QFETCH(qint64, ms);
    QFETCH(int, offset);
    QTEST(toIso8601(timePointFromMs(ms)), "utc");
    QTEST(toIso8601(timePointFromMs(ms), minutes(offset)), "zoned");
}

QTEST_GUILESS_MAIN(TestIso8601)
#include "tst_iso8601.moc"
