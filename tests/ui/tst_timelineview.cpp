// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "tests/ui/timelinefixture.h"

#include <QPaintEvent>
#include <QPushButton>

using namespace sf;
using namespace sf::test;

namespace {

/// Remembers which parts of a widget were painted.
class PaintLog : public QObject
{
public:
    explicit PaintLog(QWidget *watched)
        : QObject(watched)
    {
        watched->installEventFilter(this);
    }
    QRegion take() { return std::exchange(m_region, {}); }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_region += static_cast<QPaintEvent *>(event)->region();
        return false;
    }

private:
    QRegion m_region;
};

} // namespace

class TestTimelineView : public QObject, private TimelineFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { view.reset(); }

    void anEmptyStationOffersAChannel()
    {
        QSignalSpy asked(view.get(), &TimelineView::addChannelRequested);
        auto *button = view->findChild<QPushButton *>();
        QVERIFY(button);
        QVERIFY(!button->isVisible());
        view->setStation(Station());
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QTest::keyClick(view.get(), Qt::Key_Right); // nothing there, nothing happens
        QVERIFY(view->selection().empty());
        QVERIFY(view->currentPlan().isNull());
    }

    void itOpensOnTheBroadcastDayOfNow()
    {
        TimelineView fresh;
        fresh.resize(1328, 400);
        fresh.show();
        fresh.setNow(day + hours(20)); // 02:00 on the next date, still the same broadcast day
        fresh.setStation(station);
        QCOMPARE(fresh.visibleRange().start, day);
    }

    void itOpensWhereThePlanIs_data()
    {
        QTest::addColumn<Millis>("ahead");
        QTest::newRow("today where something is planned") << Millis(hours(-20));
        QTest::newRow("the next planned day") << Millis(days(5));
        QTest::newRow("the last day of a plan that has ended") << Millis(days(-5));
    }
    void itOpensWhereThePlanIs()
    {
        QFETCH(Millis, ahead);
        TimelineView fresh;
        fresh.resize(1328, 400);
        fresh.show();
        fresh.setNow(day - ahead);
        fresh.setStation(station);
        QCOMPARE(fresh.visibleRange().start, day);
        fresh.showRange({day + days(3), hours(1)});
        fresh.showPlan();
        QCOMPARE(fresh.visibleRange().start, day);
    }

    void whatWasAskedForStaysThroughAResize()
    {
        view->resize(900, 400);
        QVERIFY(std::chrono::abs(view->visibleRange().duration - hours(10)) < minutes(1));
        QCOMPARE(view->visibleRange().start, day);
        view->zoom(0.5);
        const double scale = view->layout().msPerPixel;
        view->resize(1328, 400);
        QCOMPARE(view->layout().msPerPixel, scale); // the operator's own zoom stays as it is
    }

    void revealScrollsOnlyWhereNothingIsSeen()
    {
        view->reveal({day + hours(9), hours(4)});
        QCOMPARE(view->visibleRange().start, day);
        view->reveal({day + hours(40), hours(1)});
        QVERIFY(view->visibleRange().contains(TimeRange{day + hours(40), hours(1)}));
        QVERIFY(std::chrono::abs(view->visibleRange().duration - hours(10)) < minutes(1));
        view->reveal({day, days(1)});
        QVERIFY(view->visibleRange().contains(day));
    }

    void fewLanesAreTallAndManyAreNot()
    {
        QCOMPARE(view->layout().laneHeight, TimelineLayout::tallestLane);
        view->resize(1328, 260);
        QVERIFY(view->layout().laneHeight < TimelineLayout::tallestLane);
        QVERIFY(view->layout().laneRect(1).bottom() < port()->height());
        view->resize(1328, 120);
        QCOMPARE(view->layout().laneHeight, TimelineLayout::lowestLane);
    }

    void clicksSelect()
    {
        QSignalSpy changed(view.get(), &TimelineView::selectionChanged);
        QTest::mouseClick(port(), Qt::LeftButton, {}, pointAt(0.5, 0));
        QCOMPARE(view->selection(), Ids{idOf(1)});
        QCOMPARE(view->focusedEvent(), idOf(1));
        QTest::mouseClick(port(), Qt::LeftButton, Qt::ControlModifier, pointAt(1, 1));
        QCOMPARE(view->selection(), (Ids{idOf(1), idOf(4)}));
        QCOMPARE(view->currentPlan(), planOf(2));
        QTest::mouseClick(port(), Qt::LeftButton, Qt::ControlModifier, pointAt(0.5, 0));
        QCOMPARE(view->selection(), Ids{idOf(4)});
        QTest::mouseClick(port(), Qt::LeftButton, {}, pointAt(0.5, 0));
        QTest::mouseClick(port(), Qt::LeftButton, Qt::ShiftModifier, pointAt(4.5, 0));
        QCOMPARE(view->selection(), (Ids{idOf(1), idOf(2), idOf(3)}));
        QTest::mouseClick(port(), Qt::LeftButton, {}, pointAt(3, 0)); // a gap
        QVERIFY(view->selection().empty());
        QCOMPARE(changed.size(), 6);
    }

    void theRubberBandSelectsWhatItTouches()
    {
        drop(pointAt(3.5, 0), pointAt(0.5, 1));
        QCOMPARE(view->selection(), (Ids{idOf(1), idOf(4), idOf(2)}));
        drop(pointAt(3.9, 0), pointAt(4.2, 0), Qt::ControlModifier);
        QCOMPARE(view->selection().size(), std::size_t(4));
    }

    void aDragStepPaintsOnlyAroundTheGhost()
    {
        PaintLog log(port());
        drag(pointAt(4.5, 0), pointAt(5.5, 0));
        QApplication::processEvents();
        log.take();
        const QPoint next = pointAt(5.6, 0);
        QMouseEvent move(QEvent::MouseMove, QPointF(next), port()->mapToGlobal(QPointF(next)), Qt::NoButton,
                         Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(port(), &move);
        QApplication::processEvents();
        const QRegion painted = log.take();
        QVERIFY(!painted.isEmpty());
        const TimelineLayout &layout = view->layout();
        const QRect ghost = layout.boxRect(0, {day + minutes(300), minutes(70)});
        QVERIFY(painted.contains(ghost.center()));
        const QRect allowed = ghost.adjusted(-20, -40, 120, 40); // with its label
        const QRect bounds = painted.boundingRect();
        QVERIFY2(allowed.contains(bounds), qPrintable(u"%1..%2, %3..%4"_s.arg(bounds.left())
                                                          .arg(bounds.right())
                                                          .arg(bounds.top())
                                                          .arg(bounds.bottom())));
    }

    void anEditPaintsOnlyWhatItTouched()
    {
        PaintLog log(port());
        QApplication::processEvents();
        log.take();
        const EventId id = idOf(3);
        const auto edit = moveEvents(station, std::span(&id, 1), minutes(30), EditStamp{});
        QVERIFY(edit && station.apply(*edit));
        view->setStation(station, *edit);
        QApplication::processEvents();
        const QRegion painted = log.take();
        QVERIFY(painted.contains(pointAt(5.2, 0)));
        QVERIFY(painted.contains(pointAt(3, 0)));    // the gap before it is longer now
        QVERIFY(!painted.contains(pointAt(0.5, 0))); // the rest of the lane
        QVERIFY(!painted.intersects(view->layout().laneRect(1).adjusted(0, 8, 0, 0)));
        QCOMPARE(port()->grab().toImage(), [&] { // and what it painted is all there was to paint
            view->setStation(station);
            return port()->grab().toImage();
        }());
    }

    void anAssetThatGoesMissingIsSeen()
    {
        const QImage before = port()->grab().toImage();
        Asset asset = *station.assets().find(assetOf(1));
        asset.status = AssetStatus::Missing;
        const auto edit = changeAssets(station, {asset}, u"Scan"_s, EditStamp{});
        QVERIFY(edit && station.apply(*edit));
        view->setStation(station, *edit);
        QVERIFY(port()->grab().toImage() != before);
    }

    void nowPaintsOnlyItsLine()
    {
        view->setNow(day + hours(3));
        PaintLog log(port());
        QApplication::processEvents();
        log.take();
        view->setNow(day + hours(3) + minutes(1));
        QApplication::processEvents();
        const QRegion painted = log.take();
        QVERIFY(painted.contains(pointAt(3, 0)));
        QVERIFY(painted.boundingRect().width() < 20);
        view->setNow(day + hours(3) + minutes(1) + Millis(5));
        QApplication::processEvents();
        QVERIFY(log.take().isEmpty());
    }

    void goToShowsAndSelects()
    {
        view->showRange({day + days(20), hours(1)});
        view->goTo({day, hours(3)}, idOf(4));
        QVERIFY(view->visibleRange().contains(TimeRange{day, hours(3)}));
        QCOMPARE(view->selection(), Ids{idOf(4)});
        QCOMPARE(view->currentPlan(), planOf(2));
        const QImage highlighted = port()->grab().toImage();
        QTRY_VERIFY_WITH_TIMEOUT(port()->grab().toImage() != highlighted, 5000); // for a moment only
        view->goTo({day + days(2), seconds(10)}); // short ones are brought near
        QVERIFY(view->layout().pixelsOf(seconds(10)) >= 12);
    }

    void doubleClicksOpen()
    {
        QSignalSpy activated(view.get(), &TimelineView::activated);
        QSignalSpy gaps(view.get(), &TimelineView::gapActivated);
        QTest::mouseDClick(port(), Qt::LeftButton, {}, pointAt(0.5, 0));
        QCOMPARE(activated.last().first().value<EventId>(), idOf(1));
        QTest::mouseDClick(port(), Qt::LeftButton, {}, pointAt(3, 0));
        QCOMPARE(gaps.last().at(0).value<PlanId>(), planOf(1));
        QCOMPARE(gaps.last().at(1).value<TimeRange>(), (TimeRange{day + hours(2), hours(2)}));
        QTest::mouseDClick(port(), Qt::LeftButton, {}, pointAt(8, 0)); // after the last event: no gap
        QCOMPARE(gaps.size(), 1);
        view->showRange({day + hours(1), hours(2)});
        QTest::mouseDClick(port(), Qt::LeftButton, {}, QPoint(600, 10)); // the ruler: the day
        QCOMPARE(view->visibleRange().start, day);
    }

    void marksTheDaysThatWerePublished_data()
    {
        QTest::addColumn<int>("changes");
        QTest::addColumn<bool>("isDiamond");
        QTest::addColumn<QString>("words");
        QTest::newRow("changed since") << 3 << true << u"Changed since published: 3 events"_s;
        QTest::newRow("as published") << 0 << false << u"As published"_s;
    }
    void marksTheDaysThatWerePublished()
    {
        QFETCH(int, changes);
        QFETCH(bool, isDiamond);
        QFETCH(QString, words);
        const auto has = [&](const QColor &colour) {
            const QImage ruler = port()->grab().toImage().copy(TimelineLayout::headerWidth, 0, 1200, 24);
            for (int y = 0; y < ruler.height(); ++y) {
                for (int x = 0; x < ruler.width(); ++x) {
                    if (ruler.pixelColor(x, y) == colour)
                        return true;
                }
            }
            return false;
        };
        const Tokens &t = tokens(Theme::Dark);
        QVERIFY(!has(t.warning));
        const PublishMark mark{{day, days(1)}, changes};
        view->setPublished(planOf(1), {mark});
        QApplication::processEvents();
        QCOMPARE(has(t.warning), isDiamond);
        QVERIFY2(describe(mark).startsWith(words.left(20)), qPrintable(describe(mark)));
        view->setPublished(planOf(1), {});
        QVERIFY(!has(t.warning));
    }

    void afarTheSameStationIsAnOverview()
    {
        StationEdit edit;
        for (std::uint64_t i = 0; i < 4000; ++i)
            addEvent(edit, 100 + i, 2, day + hours(10) + minutes(10) * static_cast<int>(i), minutes(10));
        QVERIFY(station.apply(edit));
        view->setStation(station, edit);
        view->showRange({day, days(365)});
        const auto pixelAt = [&](TimePoint t) {
            const TimelineLayout &layout = view->layout();
            return port()->grab().toImage().pixelColor(layout.xAt(t), layout.laneRect(1).top() + 12);
        };
        const Tokens &t = tokens(Theme::Dark);
        const auto isFill = [&](const QColor &colour) {
            return std::find(t.categories.begin(), t.categories.end(), colour) != t.categories.end();
        };
        QTRY_VERIFY(isFill(pixelAt(day + days(10)))); // it comes in slices
        const QColor planned = pixelAt(day + days(10));
        QCOMPARE(pixelAt(day + days(60)), tokens(Theme::Dark).lane);
        std::vector<EventId> all;
        for (const ScheduledEvent &event : edit.events.after)
            all.push_back(event.id);
        const auto moved = moveEvents(station, all, days(40), EditStamp{});
        QVERIFY(moved && station.apply(*moved));
        view->setStation(station, *moved);
        QVERIFY(pixelAt(day + days(10)) != planned);
        QTRY_COMPARE(pixelAt(day + days(60)), planned);
    }
};

QTEST_MAIN(TestTimelineView)
#include "tst_timelineview.moc"
