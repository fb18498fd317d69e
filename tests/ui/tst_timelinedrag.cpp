// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/timeline/timelinedrag.h"

#include <QTest>

using namespace sf;
using namespace std::chrono;

namespace {

constexpr TimePoint midnight{};
const FrameGrid grid(FrameRate{25, 1});

EventId idOf(std::uint64_t number) { return EventId::fromBits(0, number); }

/// A second a pixel; the reach of a snap is eight seconds.
TimelineLayout secondsLayout()
{
    TimelineLayout layout;
    layout.origin = midnight;
    layout.msPerPixel = 1000;
    layout.size = QSize(2000, 600);
    layout.laneCount = 3;
    return layout;
}

QPoint pointAt(int second, int lane)
{
    return {TimelineLayout::headerWidth + second, secondsLayout().laneRect(lane).center().y()};
}

TimeRange range(int from, int until)
{
    return TimeRange::between(midnight + seconds(from), midnight + seconds(until));
}

} // namespace

class TestTimelineDrag : public QObject
{
    Q_OBJECT

    TimelineLayout m_layout = secondsLayout();
    std::vector<TimePoint> m_edges;
    std::vector<int> m_askedLanes;

    DragStart pressOn(DragKind kind, int second)
    {
        DragStart start;
        start.kind = kind;
        start.pos = pointAt(second, 0);
        start.grabbed = {idOf(1), 0, range(100, 200)};
        start.items = {start.grabbed};
        start.ids = {idOf(1)};
        start.shortest = Millis(40);
        return start;
    }
    bool move(TimelineDrag &drag, QPoint pos, bool isFree = false)
    {
        return drag.move(pos, isFree, m_layout, grid, [this](int lane, TimeRange around) {
            m_askedLanes.push_back(lane);
            std::vector<TimePoint> found;
            for (const TimePoint edge : m_edges) {
                if (around.contains(edge))
                    found.push_back(edge);
            }
            return found;
        });
    }

private Q_SLOTS:
    void init()
    {
        m_layout = secondsLayout();
        m_edges.clear();
        m_askedLanes.clear();
    }

    void nothingHappensWithoutAPress()
    {
        TimelineDrag drag;
        QVERIFY(!move(drag, pointAt(500, 0)));
        QVERIFY(std::holds_alternative<std::monostate>(drag.release()));
    }

    void aClickMayTremble()
    {
        TimelineDrag drag;
        drag.press(pressOn(DragKind::Move, 150), m_layout);
        QVERIFY(drag.isPressed());
        QVERIFY(!move(drag, pointAt(150 + TimelineDrag::threshold - 1, 0)));
        QVERIFY(!drag.isDragging());
        QVERIFY(std::holds_alternative<ClickOutcome>(drag.release()));
        QVERIFY(!drag.isPressed());
    }

    void aMoveShiftsByWholeMinutesWhereNoEdgeIsNear()
    {
        TimelineDrag drag;
        drag.press(pressOn(DragKind::Move, 150), m_layout);
        QVERIFY(move(drag, pointAt(150 + 23, 0))); // 123 s: three from the minute
        QCOMPARE(drag.ghost().delta, Millis(20'000));
        QCOMPARE(drag.ghost().grabbed.range, range(120, 220));
        QVERIFY(!drag.ghost().caughtOn);
        QCOMPARE(drag.release(), DragOutcome(MoveOutcome{{idOf(1)}, seconds(20), -1}));
    }

    void aMoveCatchesOnAnEdgeWithItsEnd()
    {
        m_edges = {midnight + seconds(333)};
        TimelineDrag drag;
        drag.press(pressOn(DragKind::Move, 150), m_layout);
        QVERIFY(move(drag, pointAt(150 + 130, 0))); // ends at 330
        QCOMPARE(drag.ghost().caughtOn, std::optional(midnight + seconds(333)));
        QCOMPARE(drag.release(), DragOutcome(MoveOutcome{{idOf(1)}, seconds(133), -1}));
    }

    void altMovesFreelyToTheFrame()
    {
        m_edges = {midnight + seconds(333)};
        m_layout.msPerPixel = 333;
        TimelineDrag drag;
        DragStart start = pressOn(DragKind::Move, 450);
        drag.press(start, m_layout);
        QVERIFY(move(drag, start.pos + QPoint(10, 0), true));
        QCOMPARE(drag.ghost().delta, Millis(3320)); // 3330 on the 40 ms grid
        QVERIFY(grid.isOnGrid(drag.ghost().grabbed.range.start));
        QVERIFY(m_askedLanes.empty());
    }

    void aSelectionMovesTogether()
    {
        TimelineDrag drag;
        DragStart start = pressOn(DragKind::Move, 150);
        start.items.push_back({idOf(2), 1, range(400, 500)});
        start.ids = {idOf(1), idOf(2), idOf(3)}; // the third is out of view
        drag.press(start, m_layout);
        QVERIFY(move(drag, pointAt(150 + 80, 2)));
        QCOMPARE(drag.ghost().boxes.size(), std::size_t(2));
        QCOMPARE(drag.ghost().boxes[1], (DragItem{idOf(2), 1, range(480, 580)}));
        QCOMPARE(drag.release(), DragOutcome(MoveOutcome{start.ids, seconds(80), -1}));
    }

    void aMoveIntoAnotherLaneSnapsThere()
    {
        TimelineDrag drag;
        DragStart start = pressOn(DragKind::Move, 150);
        start.mayChangeLane = true;
        drag.press(start, m_layout);
        QVERIFY(move(drag, pointAt(150, 2)));
        QCOMPARE(drag.ghost().grabbed.lane, 2);
        QCOMPARE(drag.ghost().boxes.front().lane, 2);
        QVERIFY(std::all_of(m_askedLanes.begin(), m_askedLanes.end(), [](int lane) { return lane == 2; }));
        const DragOutcome outcome = drag.release();
        QCOMPARE(std::get<MoveOutcome>(outcome).lane, 2);
    }

    void aMoveBackToWhereItWasAsksForNothing()
    {
        m_edges = {midnight + seconds(100)};
        TimelineDrag drag;
        drag.press(pressOn(DragKind::Move, 150), m_layout);
        move(drag, pointAt(300, 0));
        move(drag, pointAt(153, 0));
        QVERIFY(std::holds_alternative<std::monostate>(drag.release()));
    }

    void trims_data()
    {
        QTest::addColumn<bool>("isStart");
        QTest::addColumn<int>("to");
        QTest::addColumn<qint64>("fromMs");
        QTest::addColumn<qint64>("untilMs");
        QTest::newRow("the head, to a minute") << true << 122 << qint64(120'000) << qint64(200'000);
        QTest::newRow("the head, to an edge") << true << 57 << qint64(55'000) << qint64(200'000);
        QTest::newRow("the head never passes the tail") << true << 900 << qint64(199'960) << qint64(200'000);
        QTest::newRow("the tail, to a minute") << false << 241 << qint64(100'000) << qint64(240'000);
        QTest::newRow("the tail never passes the head") << false << 0 << qint64(100'000) << qint64(100'040);
    }
    void trims()
    {
        QFETCH(bool, isStart);
        QFETCH(int, to);
        QFETCH(qint64, fromMs);
        QFETCH(qint64, untilMs);
        m_edges = {midnight + seconds(55)};
        TimelineDrag drag;
        const int edge = isStart ? 100 : 200;
        drag.press(pressOn(isStart ? DragKind::TrimStart : DragKind::TrimEnd, edge), m_layout);
        QVERIFY(move(drag, pointAt(to, 0)));
        const TimeRange wanted = TimeRange::between(timePointFromMs(fromMs), timePointFromMs(untilMs));
        QCOMPARE(drag.ghost().grabbed.range, wanted);
        QCOMPARE(drag.release(), DragOutcome(TrimOutcome{idOf(1), wanted}));
    }

    void escapeLeavesNothing()
    {
        TimelineDrag drag;
        drag.press(pressOn(DragKind::Move, 150), m_layout);
        QVERIFY(move(drag, pointAt(400, 0)));
        drag.cancel();
        QVERIFY(!drag.isPressed());
        QCOMPARE(drag.ghost(), DragGhost());
        QVERIFY(!move(drag, pointAt(500, 0)));
        QVERIFY(std::holds_alternative<std::monostate>(drag.release()));
    }

    void aRubberBandCoversWhatItTouches()
    {
        TimelineDrag drag;
        DragStart start;
        start.kind = DragKind::RubberBand;
        start.pos = pointAt(500, 2);
        drag.press(start, m_layout);
        QVERIFY(move(drag, pointAt(300, 0)));
        QCOMPARE(drag.release(), DragOutcome(BandOutcome{range(300, 500), 0, 2}));
    }

    void theViewMayScrollUnderADrag()
    {
        TimelineDrag drag;
        drag.press(pressOn(DragKind::Move, 150), m_layout);
        QVERIFY(move(drag, pointAt(170, 0)));
        m_layout.scrollBy(600);
        QVERIFY(move(drag, pointAt(170, 0))); // the pointer rests, time passes beneath it
        QCOMPARE(drag.ghost().delta, Millis(620'000));
    }

    void onlyWhatChangedIsDrawnAnew()
    {
        TimelineDrag drag;
        drag.press(pressOn(DragKind::Move, 150), m_layout);
        QVERIFY(move(drag, pointAt(172, 0)));
        QVERIFY(!move(drag, pointAt(173, 0))); // still the same minute
    }
};

QTEST_GUILESS_MAIN(TestTimelineDrag)
#include "tst_timelinedrag.moc"
