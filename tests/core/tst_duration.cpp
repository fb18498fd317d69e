// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/time/iso8601.h"

#include <QTest>

using namespace sf;
using namespace Qt::StringLiterals;

class TestDuration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void clockText_data();
    void clockText();
    void clockTextIsReadBack();
};

void TestDuration::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");
    const auto row = [](const char *name, QString text, qint64 ms) {
        QTest::newRow(name) << std::move(text) << ms;
    };
    row("seconds", u"90"_s, 90'000);
    row("fraction of a second", u"1.5"_s, 1'500);
    row("zero", u"0"_s, 0);
    row("negative", u"-90"_s, -90'000);
    row("plus", u"+90"_s, 90'000);
    row("blanks around", u" 90 "_s, 90'000);
    row("hours", u"48h"_s, 172'800'000);
    row("capital hours", u"48H"_s, 172'800'000);
    row("hours and minutes", u"1h30m"_s, 5'400'000);
    row("blanks between", u"1h 30m 5s"_s, 5'405'000);
    row("blank before the unit", u"48 h"_s, 172'800'000);
    row("minutes in words", u"5 min"_s, 300'000);
    row("days", u"2d"_s, 172'800'000);
    row("weeks", u"1w"_s, 604'800'000);
    row("milliseconds", u"500ms"_s, 500);
    row("fraction of an hour", u"1.5h"_s, 5'400'000);
    row("negative units", u"-1h30m"_s, -5'400'000);
    row("minutes and seconds", u"90:00"_s, 5'400'000);
    row("fraction in clock form", u"90:00.5"_s, 5'400'500);
    row("clock form", u"01:30:00"_s, 5'400'000);
    row("hours past a day", u"48:00:00"_s, 172'800'000);
    row("negative clock form", u"-00:00:01.250"_s, -1'250);
    row("ISO", u"PT1H30M"_s, 5'400'000);
    row("ISO small", u"pt1h30m"_s, 5'400'000);
    row("ISO seconds with fraction", u"PT0.5S"_s, 500);
    row("ISO days and hours", u"P1DT2H"_s, 93'600'000);
    row("ISO weeks", u"P2W"_s, 1'209'600'000);
    row("ISO minutes after T", u"PT5M"_s, 300'000);
    row("rounded to the millisecond", u"0.0006"_s, 1);
}

void TestDuration::reads()
{
    QFETCH(QString, text);
    const auto duration = parseDuration(text);
    QVERIFY2(duration, text.toUtf8());
    QTEST(qint64(duration->count()), "ms");
}

void TestDuration::refuses_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, QString text) { QTest::newRow(name) << std::move(text); };
    row("empty", u""_s);
    row("blanks", u"  "_s);
    row("sign alone", u"-"_s);
    row("two signs", u"--5"_s);
    row("words", u"long"_s);
    row("unit alone", u"h"_s);
    row("unknown unit", u"5y"_s);
    row("number without a unit behind one with", u"1h30"_s);
    row("exponent", u"1e3"_s);
    row("hexadecimal", u"0x10"_s);
    row("infinity", u"inf"_s);
    row("not a number", u"nan"_s);
    row("point alone", u"."_s);
    row("two points", u"1.2.3"_s);
    row("comma", u"1,5"_s);
    row("Arabic digits", u"\u0661\u0662s"_s);
    row("four parts", u"1:2:3:4"_s);
    row("empty part", u"1::5"_s);
    row("empty first part", u":30"_s);
    row("empty last part", u"1:"_s);
    row("fraction of an hour in clock form", u"1.5:00:00"_s);
    row("sign inside", u"1:-5"_s);
    row("unit in clock form", u"1:30h"_s);
    row("ISO months have no length", u"P1M"_s);
    row("ISO years have no length", u"P1Y"_s);
    row("ISO empty", u"P"_s);
    row("ISO without parts", u"PT"_s);
    row("ISO hours before T", u"P1H"_s);
    row("ISO days after T", u"PT1D"_s);
    row("ISO with two T", u"PT1HT1M"_s);
    row("longer than a century", u"999999999h"_s);
    row("astronomical", QString(70, u'9'));
    row("junk past the eightieth character", u"1h"_s + QString(100, u' ') + u"garbage"_s);
}

void TestDuration::refuses()
{
    QFETCH(QString, text);
    const auto duration = parseDuration(text);
    QVERIFY2(!duration, text.toUtf8());
    QCOMPARE(duration.error().code, ErrorCode::BadTime);
    QCOMPARE(duration.error().args, QStringList{text.trimmed().left(80)});
}

void TestDuration::clockText_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0LL << u"0:00:00"_s;
    QTest::newRow("padded") << 3'605'000LL << u"1:00:05"_s;
    QTest::newRow("milliseconds") << 5'405'250LL << u"1:30:05.250"_s;
    QTest::newRow("few milliseconds") << 5LL << u"0:00:00.005"_s;
    QTest::newRow("past a day") << 180'000'000LL << u"50:00:00"_s;
    QTest::newRow("negative") << -1'250LL << u"-0:00:01.250"_s;
}

void TestDuration::clockText()
{
    QFETCH(qint64, ms);
    QTEST(toClockText(Millis(ms)), "text");
}

void TestDuration::clockTextIsReadBack()
{
    for (qint64 ms = -400'000'000; ms < 400'000'000; ms += 77'777) {
        const auto back = parseDuration(toClockText(Millis(ms)));
        QVERIFY2(back && back->count() == ms, toClockText(Millis(ms)).toUtf8());
    }
}

QTEST_GUILESS_MAIN(TestDuration)
#include "tst_duration.moc"
