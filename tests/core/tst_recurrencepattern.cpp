// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/recurrencepattern.h"

#include "core/time/iso8601.h"

#include <QTest>

using namespace sf;

class TestRecurrencePattern : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackTheSame_data();
    void comesBackTheSame();
    void readsWhatIsWrittenOtherwise_data();
    void readsWhatIsWrittenOtherwise();
    void keepsWhatItDoesNotKnow_data();
    void keepsWhatItDoesNotKnow();
};

namespace {

LocalTime wednesday() { return parseIso8601(u"2027-03-24T20:00")->local; }

} // namespace

void TestRecurrencePattern::comesBackTheSame_data()
{
    QTest::addColumn<QString>("rrule");
    QTest::addColumn<int>("kind");
    QTest::newRow("daily") << "FREQ=DAILY" << static_cast<int>(RepeatKind::Daily);
    QTest::newRow("every third day, ten times")
        << "FREQ=DAILY;INTERVAL=3;COUNT=10" << static_cast<int>(RepeatKind::Daily);
    QTest::newRow("weekdays") << "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" << static_cast<int>(RepeatKind::Weekly);
    QTest::newRow("every other week until a day")
        << "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;UNTIL=20271224" << static_cast<int>(RepeatKind::Weekly);
    QTest::newRow("first Tuesday") << "FREQ=MONTHLY;BYDAY=1TU"
                                   << static_cast<int>(RepeatKind::MonthlyByWeekday);
    QTest::newRow("last Friday of every other month")
        << "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR" << static_cast<int>(RepeatKind::MonthlyByWeekday);
}

void TestRecurrencePattern::comesBackTheSame()
{
    QFETCH(QString, rrule);
    QFETCH(int, kind);
    const RepeatPattern pattern = patternOf(rrule, wednesday());
    QCOMPARE(static_cast<int>(pattern.kind), kind);
    QCOMPARE(rruleOf(pattern), rrule);
}

void TestRecurrencePattern::readsWhatIsWrittenOtherwise_data()
{
    QTest::addColumn<QString>("rrule");
    QTest::addColumn<QString>("expected");
    QTest::newRow("small letters and another order") << "byday=mo;freq=weekly"
                                                     << "FREQ=WEEKLY;BYDAY=MO";
    QTest::newRow("weekly without a day is that of the start") << "FREQ=WEEKLY"
                                                               << "FREQ=WEEKLY;BYDAY=WE";
    QTest::newRow("the week's usual start") << "FREQ=DAILY;WKST=MO"
                                            << "FREQ=DAILY";
    QTest::newRow("blanks around it") << "  FREQ=DAILY ;"
                                      << "FREQ=DAILY";
}

void TestRecurrencePattern::readsWhatIsWrittenOtherwise()
{
    QFETCH(QString, rrule);
    QFETCH(QString, expected);
    const RepeatPattern pattern = patternOf(rrule, wednesday());
    QVERIFY(pattern.kind != RepeatKind::Other);
    QCOMPARE(rruleOf(pattern), expected);
}

void TestRecurrencePattern::keepsWhatItDoesNotKnow_data()
{
    QTest::addColumn<QString>("rrule");
    QTest::newRow("until a time of day") << "FREQ=DAILY;UNTIL=20270330T180000Z";
    QTest::newRow("monthly by date") << "FREQ=MONTHLY;BYMONTHDAY=13";
    QTest::newRow("monthly without a day") << "FREQ=MONTHLY";
    QTest::newRow("several weekdays of a month") << "FREQ=MONTHLY;BYDAY=1MO,1TU";
    QTest::newRow("yearly") << "FREQ=YEARLY";
    QTest::newRow("a part twice") << "FREQ=DAILY;COUNT=2;COUNT=3";
    QTest::newRow("both count and until") << "FREQ=DAILY;COUNT=2;UNTIL=20270330";
    QTest::newRow("an interval of nothing") << "FREQ=DAILY;INTERVAL=0";
    QTest::newRow("an until that is no date") << "FREQ=DAILY;UNTIL=20270230";
    QTest::newRow("weekly with a number") << "FREQ=WEEKLY;BYDAY=1MO";
    QTest::newRow("another part") << "FREQ=DAILY;BYHOUR=8,20";
    QTest::newRow("nonsense") << "every day";
    QTest::newRow("empty") << "";
}

void TestRecurrencePattern::keepsWhatItDoesNotKnow()
{
    QFETCH(QString, rrule);
    const RepeatPattern pattern = patternOf(rrule, wednesday());
    QCOMPARE(pattern.kind, RepeatKind::Other);
    QCOMPARE(rruleOf(pattern), rrule);
}

QTEST_GUILESS_MAIN(TestRecurrencePattern)
#include "tst_recurrencepattern.moc"
