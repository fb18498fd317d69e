// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "weekfixture.h"

#include "ui/planning/daybuttons.h"
#include "ui/planning/daypartform.h"

#include <QLineEdit>

using namespace sf;
using namespace sf::test;

class TestWeekGrid : public QObject, protected WeekBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { stop(); }
    void paintsABlockOverSeveralDays();
    void aClickOnEmptySpacePaintsNothing();
    void draggingTheBodyMovesOverDaysAndTime();
    void draggingAnEdgeSizes_data();
    void draggingAnEdgeSizes();
    void altIsFreeToTheMinute();
    void escapeGivesADragUp();
    void movesAndSizesWithTheKeys_data();
    void movesAndSizesWithTheKeys();
    void tabGoesFromBlockToBlock();
    void deletesAndEdits();
    void drawsWhatPassesTheDaysEnd();
};

void TestWeekGrid::paintsABlockOverSeveralDays()
{
    opened(fresh());
    drag(at(0, 8h) + QPoint(0, 1), at(2, 10h) + QPoint(0, 1));
    QCOMPARE(dayparts().size(), 1U);
    QCOMPARE(shown(), u"7 480 600"_s);
    QVERIFY(m_week->inspector().name().hasFocus()); // to be named at once
    QTest::keyClicks(&m_week->inspector().name(), u"Kids"_s);
    QCOMPARE(dayparts().front().name, u"Kids"_s);
    drag(at(5, 14h) + QPoint(0, 1), at(3, 12h) + QPoint(0, 1)); // backwards, too
    QCOMPARE(shown(1), u"56 720 840"_s);
    drag(at(6, 28h) + QPoint(0, 1), at(6, 30h) + QPoint(0, 40)); // no farther than the day's end
    QCOMPARE(shown(2), u"64 1680 1800"_s);
}

void TestWeekGrid::aClickOnEmptySpacePaintsNothing()
{
    WeekTemplate week = fresh();
    week.dayparts = {madeDaypart(u"A"_s, monday, 8h, 10h)};
    opened(week);
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, at(0, 9h));
    QCOMPARE(grid().scene().selected, std::optional<std::size_t>(0));
    QCOMPARE(m_week->inspector().name().text(), u"A"_s);
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, at(3, 9h));
    QCOMPARE(dayparts().size(), 1U);
    QVERIFY(!grid().scene().selected);
}

void TestWeekGrid::draggingTheBodyMovesOverDaysAndTime()
{
    WeekTemplate week = fresh();
    week.dayparts = {madeDaypart(u"A"_s, monday | tuesday, 8h, 10h)};
    opened(week);
    drag(at(0, 9h), at(1, 12h));
    QCOMPARE(shown(), u"6 660 780"_s); // Tuesday and Wednesday, three hours later
    drag(at(1, 12h), at(0, 12h));
    QCOMPARE(shown(), u"3 660 780"_s);
    drag(at(0, 12h), at(0, 29h)); // past midnight, on its broadcast day
    QCOMPARE(shown(), u"3 1680 1800"_s);
}

void TestWeekGrid::draggingAnEdgeSizes_data()
{
    QTest::addColumn<int>("fromColumn");
    QTest::addColumn<int>("fromMinute");
    QTest::addColumn<int>("toColumn");
    QTest::addColumn<int>("toMinute");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the end, later") << 0 << 599 << 0 << 660 << "1 480 660";
    QTest::newRow("the end, earlier") << 0 << 599 << 0 << 541 << "1 480 540";
    QTest::newRow("the end not before the start") << 0 << 599 << 0 << 400 << "1 480 495";
    QTest::newRow("the start, earlier") << 0 << 481 << 0 << 420 << "1 420 600";
    QTest::newRow("the start not after the end") << 0 << 481 << 0 << 700 << "1 585 600";
    QTest::newRow("the end, on the next day") << 0 << 599 << 1 << 421 << "1 480 1860";
}

void TestWeekGrid::draggingAnEdgeSizes()
{
    QFETCH(int, fromColumn);
    QFETCH(int, fromMinute);
    QFETCH(int, toColumn);
    QFETCH(int, toMinute);
    QFETCH(QString, expected);
    WeekTemplate week = fresh();
    week.dayparts = {madeDaypart(u"A"_s, monday, 8h, 10h)};
    opened(week);
    const QPoint inward(0, fromMinute == 481 ? 1 : -1); // from the edge's pixel into the block
    drag(at(fromColumn, std::chrono::minutes(fromMinute)) + inward,
         at(toColumn, std::chrono::minutes(toMinute)));
    QCOMPARE(shown(), expected);
}

void TestWeekGrid::altIsFreeToTheMinute()
{
    WeekTemplate week = fresh();
    week.dayparts = {madeDaypart(u"A"_s, monday, 8h, 10h)};
    opened(week);
    drag(at(0, 9h), at(0, 9h) + QPoint(0, 4), Qt::AltModifier);
    const Millis by = grid().scene().layout.lengthOf(4);
    const auto minutes = std::chrono::round<std::chrono::minutes>(by).count();
    QVERIFY(minutes % 15 != 0);
    QCOMPARE(shown(), u"1 %1 %2"_s.arg(480 + minutes).arg(600 + minutes));
}

void TestWeekGrid::escapeGivesADragUp()
{
    WeekTemplate week = fresh();
    week.dayparts = {madeDaypart(u"A"_s, monday, 8h, 10h)};
    opened(week);
    QWidget *viewport = grid().viewport();
    grid().setFocus();
    QTest::mousePress(viewport, Qt::LeftButton, {}, at(0, 9h));
    QTest::mouseMove(viewport, at(0, 15h));
    QVERIFY(grid().scene().ghost);
    QTest::keyClick(&grid(), Qt::Key_Escape);
    QVERIFY(!grid().scene().ghost);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, at(0, 15h));
    QCOMPARE(shown(), u"1 480 600"_s);
    QVERIFY(m_week->isVisible());
}

void TestWeekGrid::movesAndSizesWithTheKeys_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<QString>("expected"); // of Monday and Tuesday, 08:00 to 10:05
    const auto row = [](const char *claim, Qt::Key key, Qt::KeyboardModifiers modifiers,
                        const char *expected) {
        QTest::newRow(claim) << int(key) << int(modifiers) << QString::fromLatin1(expected);
    };
    row("down is a quarter later", Qt::Key_Down, {}, "3 495 620");
    row("up is a quarter earlier", Qt::Key_Up, {}, "3 465 590");
    row("with Alt a minute", Qt::Key_Down, Qt::AltModifier, "3 481 606");
    row("right is a day later", Qt::Key_Right, {}, "6 480 605");
    row("left of Monday is Sunday", Qt::Key_Left, {}, "65 480 605");
    row("with Shift the end falls on the next quarter", Qt::Key_Down, Qt::ShiftModifier, "3 480 615");
    row("with Shift the end falls on the quarter before", Qt::Key_Up, Qt::ShiftModifier, "3 480 600");
    row("with Shift and Alt a minute", Qt::Key_Up, Qt::ShiftModifier | Qt::AltModifier, "3 480 604");
    row("with Shift a day more", Qt::Key_Right, Qt::ShiftModifier, "7 480 605");
    row("with Shift a day less", Qt::Key_Left, Qt::ShiftModifier, "1 480 605");
}

void TestWeekGrid::movesAndSizesWithTheKeys()
{
    QFETCH(int, key);
    QFETCH(int, modifiers);
    QFETCH(QString, expected);
    WeekTemplate week = fresh();
    week.dayparts = {madeDaypart(u"A"_s, monday | tuesday, 8h, 10h + 5min)};
    opened(week);
    grid().setFocus(Qt::TabFocusReason);
    QCOMPARE(grid().scene().selected, std::optional<std::size_t>(0));
    QTest::keyClick(&grid(), Qt::Key(key), Qt::KeyboardModifiers(modifiers));
    QCOMPARE(shown(), expected);
    QCOMPARE(m_week->inspector().days().mask(), dayparts().front().dayMask); // the fields follow
}

void TestWeekGrid::tabGoesFromBlockToBlock()
{
    WeekTemplate week = fresh();
    week.dayparts = {madeDaypart(u"Late"_s, wednesday, 20h, 22h), madeDaypart(u"Early"_s, monday, 8h, 10h)};
    opened(week);
    grid().setFocus(Qt::TabFocusReason);
    QCOMPARE(grid().scene().selected, std::optional<std::size_t>(1)); // by where they lie
    QTest::keyClick(&grid(), Qt::Key_Tab);
    QCOMPARE(grid().scene().selected, std::optional<std::size_t>(0));
    QTest::keyClick(&grid(), Qt::Key_Backtab);
    QCOMPARE(grid().scene().selected, std::optional<std::size_t>(1));
    QTest::keyClick(&grid(), Qt::Key_Tab);
    QTest::keyClick(&grid(), Qt::Key_Tab); // after the last one, on
    QVERIFY(!grid().hasFocus());
}

void TestWeekGrid::deletesAndEdits()
{
    WeekTemplate week = fresh();
    week.dayparts = {madeDaypart(u"A"_s, monday, 8h, 10h), madeDaypart(u"B"_s, tuesday, 8h, 10h)};
    opened(week);
    grid().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&grid(), Qt::Key_Return);
    QVERIFY(m_week->inspector().name().hasFocus());
    QVERIFY(m_week->isVisible());                                 // Enter is the grid's, not the button's
    QTest::keyClick(&m_week->inspector().name(), Qt::Key_Return); // back, and nothing is saved yet
    QVERIFY(grid().hasFocus());
    QVERIFY(m_week->isVisible());
    QTest::keyClick(&grid(), Qt::Key_Delete);
    QCOMPARE(dayparts().size(), 1U);
    QCOMPARE(dayparts().front().name, u"B"_s);
    QVERIFY(!grid().scene().selected);
    QVERIFY(grid().hasFocus());
}

void TestWeekGrid::drawsWhatPassesTheDaysEnd()
{
    WeekTemplate week = fresh();
    week.dayparts = {madeDaypart(u"Night"_s, sunday, 28h, 32h)};
    opened(week);
    // It goes on in Monday's column, and can be grabbed there.
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, at(0, 7h));
    QCOMPARE(grid().scene().selected, std::optional<std::size_t>(0));
    drag(at(0, 7h), at(1, 7h));
    QCOMPARE(shown(), u"1 1680 1920"_s); // Monday night now
    const QImage picture = grid().viewport()->grab().toImage();
    const auto colourAt = [&](int column, Millis wall) { // right of the text, inside the outline
        return picture.pixel(grid().scene().layout.columnRect(column).right() - 9, at(column, wall).y());
    };
    QVERIFY(colourAt(1, 7h) != colourAt(3, 7h));
    QCOMPARE(colourAt(0, 29h), colourAt(1, 7h));
}

QTEST_MAIN(TestWeekGrid)
#include "tst_weekgrid.moc"
