// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "tests/ui/timelinefixture.h"
#include "ui/assetmime.h"

#include <QDragEnterEvent>
#include <QDropEvent>

using namespace sf;
using namespace sf::test;

/// What an operator does with mouse, wheel, keyboard and a drag from the library.
class TestTimelineHands : public QObject, private TimelineFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { view.reset(); }

    void aDragAsksForAMove()
    {
        QSignalSpy moved(view.get(), &TimelineView::moveRequested);
        drop(pointAt(4.5, 0), pointAt(5.5, 0));
        QCOMPARE(moved.size(), 1);
        QCOMPARE(idsOf(moved), Ids{idOf(3)});
        QCOMPARE(moved.last().at(1).value<Millis>(), Millis(hours(1)));
        QVERIFY(holdSame(station, makeStation())); // it only asked
    }

    void aDragSnapsToItsNeighbour()
    {
        QSignalSpy moved(view.get(), &TimelineView::moveRequested);
        drop(pointAt(4.5, 0), pointAt(2.5, 0) + QPoint(5, 0));
        QCOMPARE(moved.last().at(1).value<Millis>(), -Millis(hours(2)));
        drop(pointAt(4.5, 0), pointAt(2.5, 0) + QPoint(5, 0), Qt::AltModifier);
        QCOMPARE(moved.last().at(1).value<Millis>(), -Millis(hours(2)) + seconds(150));
    }

    void aSelectionIsDraggedWithoutWhatIsLocked()
    {
        view->setSelection({idOf(1), idOf(2), idOf(3)});
        QSignalSpy moved(view.get(), &TimelineView::moveRequested);
        drop(pointAt(4.5, 0), pointAt(6.5, 0));
        Ids ids = idsOf(moved);
        std::sort(ids.begin(), ids.end());
        QCOMPARE(ids, (Ids{idOf(1), idOf(3)}));
        QCOMPARE(view->selection().size(), std::size_t(3));
    }

    void aLockedEventStays()
    {
        QSignalSpy moved(view.get(), &TimelineView::moveRequested);
        drop(pointAt(1.5, 0), pointAt(2.5, 0));
        QCOMPARE(moved.size(), 0);
        view->setSelection({idOf(2)});
        QTest::keyClick(view.get(), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(moved.size(), 0);
    }

    void aDragIntoTheOtherChannelNamesIt()
    {
        QSignalSpy moved(view.get(), &TimelineView::moveToPlanRequested);
        drop(pointAt(4.5, 0), pointAt(4.5, 1));
        QCOMPARE(moved.size(), 1);
        QCOMPARE(idsOf(moved), Ids{idOf(3)});
        QCOMPARE(moved.last().at(1).value<PlanId>(), planOf(2));
        QCOMPARE(moved.last().at(2).value<Millis>(), Millis(0));
    }

    void edgesTrim()
    {
        QSignalSpy trimmed(view.get(), &TimelineView::trimRequested);
        drop(pointAt(5, 0) - QPoint(3, 0), pointAt(5.5, 0) - QPoint(3, 0));
        QCOMPARE(trimmed.size(), 1);
        QCOMPARE(trimmed.last().at(0).value<EventId>(), idOf(3));
        QCOMPARE(trimmed.last().at(1).value<TimeRange>(), (TimeRange{day + hours(4), minutes(90)}));
        drop(pointAt(4, 0) + QPoint(2, 0), pointAt(2, 0) + QPoint(4, 0)); // to the end of the one before
        QCOMPARE(trimmed.last().at(1).value<TimeRange>(), (TimeRange{day + hours(2), hours(3)}));
    }

    void escapeCancelsADrag()
    {
        QSignalSpy moved(view.get(), &TimelineView::moveRequested);
        drag(pointAt(4.5, 0), pointAt(6.5, 0));
        QTest::keyClick(view.get(), Qt::Key_Escape);
        QTest::mouseRelease(port(), Qt::LeftButton, {}, pointAt(6.5, 0));
        QCOMPARE(moved.size(), 0);
        QCOMPARE(view->selection(), Ids{idOf(3)}); // the first Escape leaves the selection
        QTest::keyClick(view.get(), Qt::Key_Escape);
        QVERIFY(view->selection().empty());
    }

    void aChangeOfWhatIsDraggedEndsTheDrag()
    {
        QSignalSpy moved(view.get(), &TimelineView::moveRequested);
        drag(pointAt(4.5, 0), pointAt(6.5, 0));
        const EventId id = idOf(3);
        const auto edit = removeEvents(station, std::span(&id, 1), EditStamp{});
        QVERIFY(edit && station.apply(*edit));
        view->setStation(station, *edit);
        QTest::mouseRelease(port(), Qt::LeftButton, {}, pointAt(6.5, 0));
        QCOMPARE(moved.size(), 0);
        QVERIFY(view->selection().empty());
    }

    void theWheelZoomsAtThePointerAndScrolls()
    {
        QSignalSpy ranges(view.get(), &TimelineView::visibleRangeChanged);
        const QPoint at = pointAt(4, 0);
        const double before = view->layout().msPerPixel;
        wheel(at, 120, Qt::ControlModifier);
        QVERIFY(view->layout().msPerPixel < before);
        QVERIFY((pointAt(4, 0) - at).manhattanLength() <= 1);
        wheel(at, -120, Qt::ControlModifier);
        QVERIFY(qAbs(view->layout().msPerPixel - before) < 1e-6 * before);
        const TimePoint origin = view->layout().origin;
        wheel(at, -120, Qt::ShiftModifier);
        QCOMPARE(view->layout().origin, origin + Millis(hours(1)));
        wheel(at, 120, Qt::NoModifier); // both lanes fit: the wheel is for time
        QCOMPARE(view->layout().origin, origin);
        QCOMPARE(ranges.size(), 4);
    }

    void fromAMonthToSeconds()
    {
        const QPoint at = pointAt(4, 0);
        for (int i = 0; i < 80; ++i)
            wheel(at, 120, Qt::ControlModifier);
        QCOMPARE(view->layout().msPerPixel, TimelineLayout::closest);
        QVERIFY(view->visibleRange().contains(day + hours(4)));
        port()->grab();
        for (int i = 0; i < 120; ++i)
            wheel(at, -120, Qt::ControlModifier);
        QVERIFY(view->visibleRange().duration > days(365));
        port()->grab();
    }

    void keysMoveTheFocus()
    {
        QTest::keyClick(view.get(), Qt::Key_Right);
        QCOMPARE(view->selection(), Ids{idOf(1)});
        QTest::keyClick(view.get(), Qt::Key_Right);
        QTest::keyClick(view.get(), Qt::Key_Right);
        QVERIFY(view->selection().empty()); // the gap
        QTest::keyClick(view.get(), Qt::Key_Right);
        QCOMPARE(view->selection(), Ids{idOf(3)});
        QTest::keyClick(view.get(), Qt::Key_Right); // the last one
        QCOMPARE(view->focusedEvent(), idOf(3));
        QTest::keyClick(view.get(), Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(view->selection(), (Ids{idOf(2), idOf(3)}));
        QTest::keyClick(view.get(), Qt::Key_Down);
        QCOMPARE(view->selection(), Ids{idOf(4)});
        QCOMPARE(view->currentPlan(), planOf(2));
        QTest::keyClick(view.get(), Qt::Key_Up);
        QCOMPARE(view->focusedEvent(), idOf(1));
        QVERIFY(view->accessibleDescription().contains(u"Event 1"_s));
        QVERIFY(view->accessibleDescription().contains(u"06:00:00"_s));
        QVERIFY(!view->accessibleName().isEmpty());
    }

    void keysPickAGap()
    {
        const TimeRange gap{day + hours(2), hours(2)};
        QSignalSpy picked(view.get(), &TimelineView::spotPicked);
        QSignalSpy opened(view.get(), &TimelineView::gapActivated);
        QSignalSpy menus(view.get(), &TimelineView::menuRequested);
        view->setSelection({idOf(3)});
        const QImage before = port()->grab().toImage();
        QTest::keyClick(view.get(), Qt::Key_Left);
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked.last().first().value<TimelineSpot>().plan, planOf(1));
        QVERIFY(picked.last().first().value<TimelineSpot>().gap == gap);
        QVERIFY(view->selection().empty() && !view->focusedEvent());
        QVERIFY(view->accessibleDescription().contains(u"2 h"_s));
        const QRect box = view->layout().boxRect(0, gap);
        QVERIFY(port()->grab(box).toImage() != before.copy(box)); // it shows which
        QTest::keyClick(view.get(), Qt::Key_Return);
        QCOMPARE(opened.last().at(1).value<TimeRange>(), gap);
        QContextMenuEvent menu(QContextMenuEvent::Keyboard, {}, {});
        QApplication::sendEvent(port(), &menu);
        QVERIFY(menus.last().first().value<TimelineSpot>().gap == gap);
        QTest::keyClick(view.get(), Qt::Key_Left);
        QCOMPARE(view->selection(), Ids{idOf(2)});
    }

    void aPickedGapFollowsTheStation()
    {
        view->setSelection({idOf(3)});
        QTest::keyClick(view.get(), Qt::Key_Left);
        StationEdit part;
        addEvent(part, 9, 1, day + hours(2), hours(1));
        QVERIFY(station.apply(part));
        view->setStation(station, part);
        QTest::keyClick(view.get(), Qt::Key_Right); // on from what stands there now
        QVERIFY(view->selection().empty());
        QVERIFY(view->accessibleDescription().contains(u"1 h"_s));
        QTest::keyClick(view.get(), Qt::Key_Escape);
        QVERIFY(view->accessibleDescription().isEmpty());
    }

    void keysNudge_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<qint64>("byMs");
        using Mods = Qt::KeyboardModifiers;
        QTest::newRow("a second") << int(Qt::Key_Right) << Mods(Qt::ControlModifier) << qint64(1000);
        QTest::newRow("a second back") << int(Qt::Key_Left) << Mods(Qt::ControlModifier) << qint64(-1000);
        QTest::newRow("a minute") << int(Qt::Key_Right) << Mods(Qt::ControlModifier | Qt::ShiftModifier)
                                  << qint64(60'000);
        QTest::newRow("a frame") << int(Qt::Key_Right) << Mods(Qt::ControlModifier | Qt::AltModifier)
                                 << qint64(40);
        QTest::newRow("a frame back") << int(Qt::Key_Left) << Mods(Qt::AltModifier) << qint64(-40);
    }
    void keysNudge()
    {
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(qint64, byMs);
        QSignalSpy moved(view.get(), &TimelineView::moveRequested);
        view->setSelection({idOf(1), idOf(3)});
        QTest::keyClick(view.get(), Qt::Key(key), modifiers);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(idsOf(moved), (Ids{idOf(1), idOf(3)}));
        QCOMPARE(moved.last().at(1).value<Millis>(), Millis(byMs));
    }

    void keysActOnTheSelection()
    {
        QSignalSpy removed(view.get(), &TimelineView::removeRequested);
        QSignalSpy activated(view.get(), &TimelineView::activated);
        QTest::keyClick(view.get(), Qt::Key_Delete);
        QTest::keyClick(view.get(), Qt::Key_Return);
        QCOMPARE(removed.size() + activated.size(), 0);
        view->setSelection({idOf(3)});
        QTest::keyClick(view.get(), Qt::Key_Return);
        QCOMPARE(activated.last().first().value<EventId>(), idOf(3));
        QTest::keyClick(view.get(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(view.get(), Qt::Key_Delete);
        QCOMPARE(idsOf(removed), (Ids{idOf(1), idOf(2), idOf(3)}));
    }

    void keysNavigate()
    {
        const double scale = view->layout().msPerPixel;
        QTest::keyClick(view.get(), Qt::Key_Plus);
        QVERIFY(view->layout().msPerPixel < scale);
        QTest::keyClick(view.get(), Qt::Key_Minus);
        QVERIFY(qAbs(view->layout().msPerPixel - scale) < 1e-6 * scale);
        const TimeRange before = view->visibleRange();
        QTest::keyClick(view.get(), Qt::Key_PageDown);
        QVERIFY(view->visibleRange().start > before.start + before.duration / 2);
        QTest::keyClick(view.get(), Qt::Key_Home);
        QVERIFY(view->visibleRange().contains(day - hours(30))); // now
        QTest::keyClick(view.get(), Qt::Key_End);
        QVERIFY(view->visibleRange().contains(day + hours(5)));
        QTest::keyClick(view.get(), Qt::Key_0);
        QVERIFY(view->visibleRange().contains(TimeRange{day, hours(5)}));
    }

    void dropsOfTheLibraryAreAskedFor()
    {
        QSignalSpy inserted(view.get(), &TimelineView::insertRequested);
        QMimeData mime;
        mime.setData(assetMimeType(), toAssetMime({assetOf(1), assetOf(1)}));
        const QPoint at = pointAt(2, 0) + QPoint(7, 0);
        QDragEnterEvent enter(at, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        const QImage before = port()->grab().toImage();
        QApplication::sendEvent(port(), &enter);
        QVERIFY(enter.isAccepted());
        QVERIFY(port()->grab().toImage() != before); // the ghost
        QDropEvent dropped(QPointF(at), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(port(), &dropped);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted.last().at(0).value<std::vector<AssetId>>(),
                 (std::vector<AssetId>{assetOf(1), assetOf(1)}));
        QCOMPARE(inserted.last().at(1).value<PlanId>(), planOf(1));
        QCOMPARE(inserted.last().at(2).value<TimePoint>(), day + hours(2)); // the end of the one before
        QCOMPARE(port()->grab().toImage(), before);
    }

    void dropsThatCannotBePlannedAreRefused_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<int>("lane");
        QTest::newRow("files are the window's") << u"text/uri-list"_s << QByteArray("file:///a.mxf") << 0;
        QTest::newRow("no length") << assetMimeType() << toAssetMime({assetOf(2)}) << 0;
        QTest::newRow("not in the library") << assetMimeType() << toAssetMime({assetOf(77)}) << 0;
        QTest::newRow("no ids") << assetMimeType() << QByteArray("rubbish\n\n") << 0;
        QTest::newRow("below the lanes") << assetMimeType() << toAssetMime({assetOf(1)}) << 2;
    }
    void dropsThatCannotBePlannedAreRefused()
    {
        QFETCH(QString, type);
        QFETCH(QByteArray, data);
        QFETCH(int, lane);
        QSignalSpy inserted(view.get(), &TimelineView::insertRequested);
        QMimeData mime;
        mime.setData(type, data);
        const QPoint at = pointAt(3, lane);
        QDragEnterEvent enter(at, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(port(), &enter);
        const bool isOurs = type == assetMimeType();
        QCOMPARE(enter.isAccepted(), isOurs); // it may find its place on the way
        QDragMoveEvent move(at, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        move.accept();
        QApplication::sendEvent(port(), &move);
        QCOMPARE(move.isAccepted(), !isOurs); // others' moves never come: the entry was refused
        QDropEvent dropped(QPointF(at), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(port(), &dropped);
        QVERIFY(!dropped.isAccepted());
        QCOMPARE(inserted.size(), 0);
    }
};

QTEST_MAIN(TestTimelineHands)
#include "tst_timelinehands.moc"
