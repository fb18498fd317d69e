// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/time/framegrid.h"

#include <QTest>

#include <random>

using namespace sf;
using namespace Qt::StringLiterals;

namespace {

__extension__ using Wide = __int128;

void addRates()
{
    QTest::addColumn<int>("numerator");
    QTest::addColumn<int>("denominator");
    const auto row = [](const char *name, int numerator, int denominator) {
        QTest::newRow(name) << numerator << denominator;
    };
    row("12.5", 25, 2);
    row("23.976", 24000, 1001);
    row("24", 24, 1);
    row("25", 25, 1);
    row("29.97", 30000, 1001);
    row("30", 30, 1);
    row("50", 50, 1);
    row("59.94", 60000, 1001);
    row("60", 60, 1);
    row("119.88", 120000, 1001);
    row("300, the highest", 300, 1);
    row("1, the lowest", 1, 1);
}

FrameRate fetchRate()
{
    QFETCH(int, numerator);
    QFETCH(int, denominator);
    return {numerator, denominator};
}

} // namespace

class TestFrameGrid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void indexAndTimeGiveEachOtherBack_data() { addRates(); }
    void indexAndTimeGiveEachOtherBack();
    void timeIsTheNearestMillisecond_data() { addRates(); }
    void timeIsTheNearestMillisecond();
    void ceilAndFloorEncloseTheTime_data() { addRates(); }
    void ceilAndFloorEncloseTheTime();
    void aThousandEventsDoNotDrift_data() { addRates(); }
    void aThousandEventsDoNotDrift();
    void exactFramesCostNoFrameMore_data() { addRates(); }
    void exactFramesCostNoFrameMore();
    void lengthsInFrames();
    void ratesAreRead_data();
    void ratesAreRead();
    void badRates_data();
    void badRates();
};

void TestFrameGrid::indexAndTimeGiveEachOtherBack()
{
    const FrameGrid grid(fetchRate());
    std::mt19937_64 random(7);
    // 230 years either way at the highest rate.
    std::uniform_int_distribution<std::int64_t> any(
        -2'000'000'000LL * grid.rate().numerator / grid.rate().denominator,
        7'000'000'000LL * grid.rate().numerator / grid.rate().denominator);
    for (int i = 0; i < 200'000; ++i) {
        const std::int64_t index = i < 20'000 ? i - 10'000 : any(random);
        const TimePoint t = grid.timeOf(index);
        QCOMPARE(grid.indexOf(t), index);
        QVERIFY(grid.isOnGrid(t));
        QCOMPARE(grid.ceilIndex(t), index);
        QCOMPARE(grid.floorIndex(t), index);
        QVERIFY(grid.timeOf(index + 1) > t);
    }
}

void TestFrameGrid::timeIsTheNearestMillisecond()
{
    const FrameGrid grid(fetchRate());
    for (std::int64_t index = -5'000'000'000; index < 5'000'000'000; index += 99'999'989) {
        // |ms * n - index * 1000 * d| is at most half of n.
        const Wide error = Wide(toMs(grid.timeOf(index))) * grid.rate().numerator -
                           Wide(index) * 1000 * grid.rate().denominator;
        QVERIFY(2 * (error < 0 ? -error : error) <= grid.rate().numerator);
    }
}

void TestFrameGrid::ceilAndFloorEncloseTheTime()
{
    const FrameGrid grid(fetchRate());
    for (std::int64_t ms = -3'000; ms <= 3'000; ++ms) {
        const TimePoint t = timePointFromMs(ms);
        const std::int64_t up = grid.ceilIndex(t);
        const std::int64_t down = grid.floorIndex(t);
        QVERIFY(grid.timeOf(up) >= t && grid.timeOf(up - 1) < t);
        QVERIFY(grid.timeOf(down) <= t && grid.timeOf(down + 1) > t);
        QCOMPARE(up - down, grid.isOnGrid(t) ? 0 : 1);
        QVERIFY(grid.indexOf(t) == up || grid.indexOf(t) == down);
    }
}

void TestFrameGrid::aThousandEventsDoNotDrift()
{
    const FrameGrid grid(fetchRate());
    const std::int64_t start = grid.indexOf(timePointFromMs(1774728000000));
    std::int64_t index = start;
    constexpr std::int64_t frames = 3'597;
    for (int i = 0; i < 1000; ++i) {
        // As an operation does it: from the stored time to the index and on by whole frames.
        index = grid.indexOf(grid.timeOf(index)) + frames;
    }
    QCOMPARE(index, start + 1000 * frames);
    const Wide exactMs = Wide(index) * 1000 * grid.rate().denominator / grid.rate().numerator;
    QVERIFY(std::abs(toMs(grid.timeOf(index)) - static_cast<std::int64_t>(exactMs)) <= 1);
}

void TestFrameGrid::exactFramesCostNoFrameMore()
{
    const FrameGrid grid(fetchRate());
    const Wide n = grid.rate().numerator;
    const Wide d = grid.rate().denominator;
    for (std::int64_t frames = 1; frames < 3'000'000; frames += frames < 2'000 ? 1 : 9'973) {
        const auto down = static_cast<std::int64_t>(Wide(frames) * 1'000'000 * d / n);
        const auto up = static_cast<std::int64_t>((Wide(frames) * 1'000'000 * d + n - 1) / n);
        QCOMPARE(grid.framesFor(Micros(down)), frames);
        QCOMPARE(grid.framesFor(Micros(up)), frames);
        QCOMPARE(grid.framesFor(Micros(up + 1)), frames + 1);
        QCOMPARE(grid.framesNear(grid.lengthOf(frames)), frames);
    }
    QCOMPARE(grid.framesFor(Micros(0)), 0);
    QCOMPARE(grid.framesFor(Micros(1)), 1);
}

void TestFrameGrid::lengthsInFrames()
{
    const FrameGrid grid(FrameRate{30000, 1001});
    QCOMPARE(grid.framesFor(Micros(120'000'000)), 3597); // 3596.4
    QCOMPARE(grid.framesNear(Millis(120'000)), 3596);
    QCOMPARE(grid.lengthOf(3597).count(), 120'020);
    QCOMPARE(grid.framesNear(Millis(-120'020)), -3597);
    QCOMPARE(grid.framesFor(Micros(100'100)), 3);
    QCOMPARE(grid.framesFor(Micros(100'101)), 4);
    // 100 years to the microsecond still fit.
    QCOMPARE(FrameGrid(FrameRate{25, 1}).framesFor(Micros(3'155'760'000'000'000)), 78'894'000'000);
}

void TestFrameGrid::ratesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("numerator");
    QTest::addColumn<int>("denominator");
    QTest::addColumn<QString>("written");
    const auto row = [](const char *text, int numerator, int denominator, const char *written) {
        QTest::newRow(text) << QString::fromLatin1(text) << numerator << denominator
                            << QString::fromLatin1(written);
    };
    row("25", 25, 1, "25");
    row(" 25 ", 25, 1, "25");
    row("25.0", 25, 1, "25");
    row("25/1", 25, 1, "25");
    row("50/2", 25, 1, "25");
    row("23.976", 24000, 1001, "23.976");
    row("23.98", 24000, 1001, "23.976");
    row("29.97", 30000, 1001, "29.97");
    row("29.970", 30000, 1001, "29.97");
    row("59.940", 60000, 1001, "59.94");
    row("60000/2002", 30000, 1001, "29.97");
    row("59.94", 60000, 1001, "59.94");
    row("119.88", 120000, 1001, "119.88");
    row("12.5", 25, 2, "25/2");
    row("15000/1001", 15000, 1001, "15000/1001");
    row("1", 1, 1, "1");
    row("300", 300, 1, "300");
}

void TestFrameGrid::ratesAreRead()
{
    QFETCH(QString, text);
    const auto rate = FrameRate::fromString(text);
    QVERIFY(rate);
    QTEST(rate->numerator, "numerator");
    QTEST(rate->denominator, "denominator");
    QTEST(rate->toString(), "written");
    QVERIFY(FrameRate::fromString(rate->toString()) == *rate);
}

void TestFrameGrid::badRates_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",       "0",      "-25", "0.5",    "301",   "25/0",  "0/1",
                             "25/-1",  "-25/-1", "1/2", "25/1/1", "25fps", "nan",   "inf",
                             "1e2",    "+25",    "25/", "/25",    "29,97", "2.5/1", "99999999999999999999",
                             "12.3456"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestFrameGrid::badRates()
{
    QFETCH(QString, text);
    const auto rate = FrameRate::fromString(text);
    QVERIFY(!rate);
    QCOMPARE(rate.error().code, ErrorCode::BadFrameRate);
    QCOMPARE(rate.error().args, QStringList{text});
}

QTEST_GUILESS_MAIN(TestFrameGrid)
#include "tst_framegrid.moc"
