// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/weekshape.h"

#include "core/planning/blocks.h"

#include <QTest>

using namespace sf;
using namespace std::chrono_literals;

class TestWeekShape : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void piecesLieOnTheBroadcastDay_data();
    void piecesLieOnTheBroadcastDay();
    void overlapsAreNamed();
    void whatGoesOnFromTheDayBeforeBeganFirst();
    void aBlockThatEndsWhereAnotherStartsIsNoOverlap();
    void aDaypartLongerThanADayMeetsItself();
    void shiftsRoundTheClockAndTheWeek_data();
    void shiftsRoundTheClockAndTheWeek();
};

namespace {

constexpr int monday = 1 << 0;
constexpr int tuesday = 1 << 1;
constexpr int sunday = 1 << 6;

Daypart made(int mask, Millis from, Millis until)
{
    Daypart daypart;
    daypart.name = QStringLiteral("Block");
    daypart.dayMask = mask;
    daypart.from = from;
    daypart.until = until;
    return daypart;
}

QString shown(const std::vector<WeekPiece> &pieces)
{
    QStringList out;
    for (const WeekPiece &piece : pieces)
        out << QStringLiteral("%1:%2-%3%4%5")
                   .arg(piece.day)
                   .arg(piece.from / 1min)
                   .arg(piece.until / 1min)
                   .arg(piece.hasStart ? QString() : QStringLiteral("<"),
                        piece.hasEnd ? QString() : QStringLiteral(">"));
    return out.join(u' ');
}

} // namespace

void TestWeekShape::piecesLieOnTheBroadcastDay_data()
{
    QTest::addColumn<int>("mask");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("until");        // in minutes from midnight
    QTest::addColumn<QString>("expected"); // day:from-until, in minutes from 06:00
    QTest::newRow("a morning") << monday << 6 * 60 << 9 * 60 << "0:0-180";
    QTest::newRow("past midnight stays on its broadcast day") << monday << 22 * 60 << 26 * 60 << "0:960-1200";
    QTest::newRow("past the day's end goes on in the next column")
        << monday << 28 * 60 << 32 * 60 << "0:1320-1440> 1:0-120<";
    QTest::newRow("before the day start belongs to the day before") << tuesday << 120 << 300 << "0:1200-1380";
    QTest::newRow("Monday before the day start is Sunday's") << monday << 120 << 300 << "6:1200-1380";
    QTest::newRow("Sunday night goes round to Monday")
        << sunday << 23 * 60 << 31 * 60 << "0:0-60< 6:1020-1440>";
    QTest::newRow("ends just at the day's end") << monday << 29 * 60 << 30 * 60 << "0:1380-1440";
    QTest::newRow("no day") << 0 << 60 << 120 << "";
    QTest::newRow("no length") << monday << 60 << 60 << "";
    QTest::newRow("each of its days") << (monday | tuesday) << 720 << 780 << "0:360-420 1:360-420";
}

void TestWeekShape::piecesLieOnTheBroadcastDay()
{
    QFETCH(int, mask);
    QFETCH(int, from);
    QFETCH(int, until);
    QFETCH(QString, expected);
    const std::vector<Daypart> dayparts{made(mask, Millis(from * 60'000), Millis(until * 60'000))};
    QCOMPARE(shown(piecesOf(dayparts, 6h)), expected);
}

void TestWeekShape::overlapsAreNamed()
{
    const std::vector<Daypart> dayparts{made(monday | tuesday, 8h, 10h), made(tuesday, 9h, 11h),
                                        made(tuesday, 12h, 13h)};
    const auto overlaps = overlapsOf(piecesOf(dayparts, 6h));
    const std::vector<DaypartOverlap> expected{{0, 1, 1, 3h, 4h}};
    QVERIFY(overlaps == expected);
}

void TestWeekShape::whatGoesOnFromTheDayBeforeBeganFirst()
{
    const std::vector<Daypart> dayparts{made(monday, 6h, 9h), made(sunday, 23h, 31h)};
    const auto overlaps = overlapsOf(piecesOf(dayparts, 6h));
    const std::vector<DaypartOverlap> expected{{1, 0, 0, 0h, 1h}};
    QVERIFY(overlaps == expected);
}

void TestWeekShape::aBlockThatEndsWhereAnotherStartsIsNoOverlap()
{
    const std::vector<Daypart> dayparts{made(monday, 8h, 10h), made(monday, 10h, 11h)};
    QVERIFY(overlapsOf(piecesOf(dayparts, 6h)).empty());
}

void TestWeekShape::aDaypartLongerThanADayMeetsItself()
{
    const std::vector<Daypart> dayparts{made(0x7F, 6h, 31h)};
    const auto overlaps = overlapsOf(piecesOf(dayparts, 6h));
    QCOMPARE(overlaps.size(), 7U);
    QCOMPARE(overlaps.front().first, overlaps.front().second);
    QCOMPARE(overlaps.front().until, Millis(1h));
}

void TestWeekShape::shiftsRoundTheClockAndTheWeek_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("until"); // hours of a Monday
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("by"); // hours
    QTest::addColumn<int>("newMask");
    QTest::addColumn<int>("newFrom");
    QTest::addColumn<int>("newUntil");
    QTest::newRow("an hour later") << 8 << 9 << 0 << 1 << monday << 9 << 10;
    QTest::newRow("a day later") << 8 << 9 << 1 << 0 << tuesday << 8 << 9;
    QTest::newRow("Monday back is Sunday") << 8 << 9 << -1 << 0 << sunday << 8 << 9;
    QTest::newRow("past midnight it stays on its broadcast day") << 22 << 23 << 0 << 4 << monday << 26 << 27;
    QTest::newRow("past the day start it is of the next") << 28 << 29 << 0 << 2 << tuesday << 6 << 7;
    QTest::newRow("before the day start it is of the day before") << 6 << 7 << 0 << -1 << sunday << 29 << 30;
    QTest::newRow("what would end after 48:00 takes the calendar's day")
        << 8 << 28 << 0 << 21 << tuesday << 5 << 25;
}

void TestWeekShape::shiftsRoundTheClockAndTheWeek()
{
    QFETCH(int, from);
    QFETCH(int, until);
    QFETCH(int, days);
    QFETCH(int, by);
    QFETCH(int, newMask);
    QFETCH(int, newFrom);
    QFETCH(int, newUntil);
    WeekTemplate week;
    week.dayparts = {shifted(made(monday, std::chrono::hours(from), std::chrono::hours(until)), days,
                             std::chrono::hours(by), 6h)};
    QCOMPARE(week.dayparts.front().dayMask, newMask);
    QCOMPARE(week.dayparts.front().from / 1h, newFrom);
    QCOMPARE(week.dayparts.front().until / 1h, newUntil);
    QVERIFY(checkTemplate(week));
}

QTEST_GUILESS_MAIN(TestWeekShape)
#include "tst_weekshape.moc"
