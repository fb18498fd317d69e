// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/schedule.h"
#include "core/time/iso8601.h"
#include "ui/timeline/eventtext.h"
#include "ui/timeline/laneindex.h"
#include "ui/timeline/snapping.h"
#include "ui/timeline/timelinelayout.h"
#include "ui/timeline/timelineruler.h"

#include <QTest>

using namespace sf;
using namespace std::chrono;
using namespace Qt::StringLiterals;

namespace {

ChannelClock rome() { return *ChannelClock::create(u"Europe/Rome"_s, hours(6)); }
TimePoint at(const char *text) { return parseIso8601(QString::fromLatin1(text))->asUtc(); }

QStringList labels(const Ruler &ruler)
{
    QStringList out;
    for (const RulerTick &tick : ruler.ticks) {
        if (!tick.label.isEmpty())
            out << tick.label;
    }
    return out;
}

TimelineLayout screenLayout()
{
    TimelineLayout layout;
    layout.size = QSize(1920, 1080);
    layout.laneCount = 8;
    layout.origin = at("2026-03-28T05:00:00Z");
    return layout;
}

} // namespace

class TestTimelineLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data()
    {
        QTest::addColumn<double>("msPerPixel");
        QTest::newRow("frames") << TimelineLayout::closest;
        QTest::newRow("not a whole number") << 33.333333;
        QTest::newRow("an hour") << 2008.9285714;
        QTest::newRow("a day") << 48214.28571428;
        QTest::newRow("a month") << 1446428.571428;
        QTest::newRow("a year") << 17598214.2857;
        QTest::newRow("years") << TimelineLayout::farthest;
    }
    void roundTrip()
    {
        QFETCH(double, msPerPixel);
        TimelineLayout layout = screenLayout();
        layout.msPerPixel = msPerPixel;
        for (int x = -300; x < 2500; ++x) {
            const TimePoint t = layout.timeAt(x);
            QCOMPARE(layout.xAt(t), x);
            QCOMPARE(layout.xAt(t - Millis(1)), x - 1);
        }
    }

    void farTimesStayInRange()
    {
        TimelineLayout layout = screenLayout();
        layout.msPerPixel = TimelineLayout::closest;
        QVERIFY(layout.xAt(at("2190-01-01T00:00:00Z")) > 10'000'000);
        QVERIFY(layout.xAt(at("1900-01-01T00:00:00Z")) < -10'000'000);
    }

    void zoomingKeepsTheTimeUnderThePointer_data()
    {
        QTest::addColumn<int>("x");
        QTest::newRow("left edge") << 128;
        QTest::newRow("middle") << 1000;
        QTest::newRow("right edge") << 1919;
    }
    void zoomingKeepsTheTimeUnderThePointer()
    {
        QFETCH(int, x);
        TimelineLayout layout = screenLayout();
        const TimePoint under = layout.timeAt(x);
        for (const double factor : {0.5, 0.01, 3.0, 1000.0, 0.2}) {
            layout.zoomAround(x, factor);
            QVERIFY(std::abs(layout.xAt(under) - x) <= 1);
        }
        layout.zoomAround(x, 1e-12);
        QCOMPARE(layout.msPerPixel, TimelineLayout::closest);
        layout.zoomAround(x, 1e12);
        QCOMPARE(layout.msPerPixel, TimelineLayout::farthest);
    }

    void showFillsTheWidth()
    {
        TimelineLayout layout = screenLayout();
        const TimeRange day = rome().broadcastDay(QDate(2026, 3, 28)); // 23 hours
        layout.show(day);
        QCOMPARE(layout.xAt(day.start), TimelineLayout::headerWidth);
        QVERIFY(std::abs(layout.xAt(day.end()) - 1920) <= 1);
    }

    void ensureVisibleScrollsNoMoreThanNeeded()
    {
        TimelineLayout layout = screenLayout();
        const TimePoint origin = layout.origin;
        const TimeRange visible = layout.visibleRange();
        layout.ensureVisible({visible.start + hours(1), hours(1)});
        QCOMPARE(layout.origin, origin);
        layout.ensureVisible({visible.end() + hours(1), hours(1)});
        QVERIFY(layout.visibleRange().contains(TimeRange{visible.end() + hours(1), hours(1)}));
        layout.ensureVisible({origin - days(3), hours(1)});
        QVERIFY(layout.visibleRange().contains(TimeRange{origin - days(3), hours(1)}));
        const TimeRange tooLong{origin + days(9), days(30)};
        layout.ensureVisible(tooLong);
        QVERIFY(layout.visibleRange().contains(tooLong.start));
    }

    void lanesAreHitWithinTheirEdges()
    {
        TimelineLayout layout = screenLayout();
        for (int lane = 0; lane < layout.laneCount; ++lane) {
            const QRect row = layout.laneRect(lane);
            QCOMPARE(layout.laneAt(row.top()), lane);
            QCOMPARE(layout.laneAt(row.bottom()), lane);
            QCOMPARE(layout.laneAt(row.bottom() + 1), -1);
            QCOMPARE(layout.nearestLane(row.bottom() + 1), lane);
        }
        QCOMPARE(layout.laneAt(0), -1);
        QCOMPARE(layout.nearestLane(0), 0);
        QCOMPARE(layout.nearestLane(5000), 7);
        layout.scrollY = 60;
        QCOMPARE(layout.laneAt(layout.laneRect(3).center().y()), 3);
        QCOMPARE(layout.laneAt(TimelineLayout::rulerHeight - 1), -1); // the ruler covers lane 0
        layout.laneCount = 0;
        QCOMPARE(layout.laneAt(100), -1);
        QCOMPARE(layout.nearestLane(100), -1);
    }

    void neighboursAreToldApartByAPixel()
    {
        TimelineLayout layout = screenLayout();
        const TimeRange first{layout.origin, minutes(30)};
        const TimeRange second{first.end(), minutes(30)};
        QCOMPARE(layout.boxRect(0, first).right() + 2, layout.boxRect(0, second).left());
        QCOMPARE(layout.boxRect(0, {layout.origin, Millis(1)}).width(), 1);
    }

    void springChangeLeavesOutAnHour()
    {
        const TimeRange night = TimeRange::between(at("2026-03-28T23:00:00Z"), at("2026-03-29T03:00:00Z"));
        const Ruler ruler = makeRuler(rome(), WallTimes(rome(), night), 40'000); // an hour is 90 px
        QCOMPARE(labels(ruler), (QStringList{u"00:00"_s, u"01:00"_s, u"03:00"_s, u"04:00"_s}));
        for (std::size_t i = 1; i < ruler.ticks.size(); ++i)
            QVERIFY(ruler.ticks[i - 1].time < ruler.ticks[i].time);
    }

    void autumnChangeShowsAnHourTwiceWithItsOffset()
    {
        const TimeRange night = TimeRange::between(at("2026-10-24T22:00:00Z"), at("2026-10-25T03:00:00Z"));
        const Ruler ruler = makeRuler(rome(), WallTimes(rome(), night), 40'000);
        QCOMPARE(labels(ruler), (QStringList{u"00:00"_s, u"01:00"_s, u"02:00"_s, u"02:00 +1"_s, u"03:00"_s}));
    }

    void hoursAreThoseOfTheWall_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("range");
        QTest::newRow("whole hours") << u"Europe/Rome"_s << u"2026-06-01T10:00:00Z"_s;
        QTest::newRow("a quarter hour off") << u"Asia/Kathmandu"_s << u"2026-06-01T10:00:00Z"_s;
        QTest::newRow("half an hour of summer time") << u"Australia/Lord_Howe"_s << u"2026-04-04T10:00:00Z"_s;
        QTest::newRow("behind UTC") << u"America/St_Johns"_s << u"2026-03-08T00:00:00Z"_s;
    }
    void hoursAreThoseOfTheWall()
    {
        QFETCH(QString, zone);
        QFETCH(QString, range);
        const ChannelClock clock = *ChannelClock::create(zone, Millis(0));
        const TimeRange day{parseIso8601(range)->asUtc(), hours(24)};
        for (const double scale : {100.0, 1000.0, 9000.0, 40'000.0, 200'000.0}) {
            const Ruler ruler = makeRuler(clock, WallTimes(clock, day), scale);
            QVERIFY(!ruler.ticks.empty());
            for (const RulerTick &tick : ruler.ticks) {
                if (!tick.label.isEmpty())
                    QCOMPARE(tick.label.left(5), wallClockShort(clock.toLocal(tick.time)));
            }
        }
    }

    void labelsKeepTheirDistance_data()
    {
        QTest::addColumn<double>("msPerPixel");
        for (double scale = 10; scale < 5e7; scale *= 1.7)
            QTest::addRow("%.0f ms a pixel", scale) << scale;
    }
    void labelsKeepTheirDistance()
    {
        QFETCH(double, msPerPixel);
        const Millis width(static_cast<std::int64_t>(1800 * msPerPixel));
        const TimeRange range{at("2026-10-25T00:30:00Z") - width / 2, width};
        const Ruler ruler = makeRuler(rome(), WallTimes(rome(), range), msPerPixel);
        std::optional<TimePoint> last;
        int count = 0;
        for (const RulerTick &tick : ruler.ticks) {
            if (tick.label.isEmpty())
                continue;
            ++count;
            if (last)
                QVERIFY(static_cast<double>((tick.time - *last).count()) / msPerPixel >= 35);
            last = tick.time;
        }
        QVERIFY(count >= 2);
        QVERIFY(!ruler.bands.empty());
        QVERIFY(ruler.bands.front().range.start <= range.start);
        QVERIFY(ruler.bands.back().range.end() >= range.end());
        for (std::size_t i = 1; i < ruler.bands.size(); ++i)
            QCOMPARE(ruler.bands[i].range.start, ruler.bands[i - 1].range.end());
    }

    void daysBeginAtTheDayStart()
    {
        const TimeRange range = rome().broadcastDays(QDate(2026, 3, 27), 3);
        const Ruler ruler = makeRuler(rome(), WallTimes(rome(), range), 120'000);
        QCOMPARE(ruler.bands.size(), std::size_t(3));
        QCOMPARE(ruler.bands[1].range, rome().broadcastDay(QDate(2026, 3, 28)));
        QCOMPARE(ruler.bands[1].range.duration, Millis(hours(23)));
        QCOMPARE(ruler.bands[1].label, u"Sat 28 March 2026"_s);
    }

    void wallTimesAgreeWithTheClock()
    {
        const TimeRange year{at("2026-01-01T00:00:00Z"), days(400)};
        const WallTimes wall(rome(), year);
        QCOMPARE(wall.segments().size(), std::size_t(3));
        for (TimePoint t = year.start; t < year.end(); t += minutes(97))
            QCOMPARE(wall.toLocal(t), rome().toLocal(t));
        QCOMPARE(wall.segments()[1].start, at("2026-03-29T01:00:00Z"));
    }

    void snapping_data()
    {
        QTest::addColumn<int>("wantedMs");
        QTest::addColumn<bool>("isFree");
        QTest::addColumn<int>("resultMs");
        QTest::addColumn<bool>("isCaught");
        QTest::newRow("an edge in reach wins") << 101'000 << false << 100'000 << true;
        QTest::newRow("the nearer edge wins") << 103'500 << false << 104'000 << true;
        QTest::newRow("an edge wins over the minute") << 119'000 << false << 117'000 << true;
        QTest::newRow("the minute without an edge") << 181'500 << false << 180'000 << false;
        QTest::newRow("out of reach, the nearest frame") << 150'013 << false << 150'000 << false;
        QTest::newRow("reach is included") << 97'000 << false << 100'000 << true;
        QTest::newRow("a step beyond it is not") << 96'990 << false << 97'000 << false;
        QTest::newRow("free: frames only") << 100'050 << true << 100'040 << false;
    }
    void snapping()
    {
        QFETCH(int, wantedMs);
        QFETCH(bool, isFree);
        QFETCH(int, resultMs);
        QFETCH(bool, isCaught);
        const FrameGrid grid(FrameRate{25, 1});
        const auto ms = [](int value) { return timePointFromMs(value); };
        const SnapTargets targets{{ms(104'000), ms(100'000), ms(117'000)}, Millis(3000), isFree};
        const Snapped snapped = snapTime(ms(wantedMs), targets, grid);
        QCOMPARE(snapped.time, ms(resultMs));
        QCOMPARE(snapped.caughtOn.has_value(), isCaught);
    }

    void aRangeSnapsByEitherEnd()
    {
        const FrameGrid grid(FrameRate{25, 1});
        const SnapTargets targets{{timePointFromMs(100'000), timePointFromMs(161'000)}, Millis(3000), false};
        const TimeRange nearStart{timePointFromMs(101'000), seconds(30)};
        QCOMPARE(snapRange(nearStart, targets, grid).time, timePointFromMs(100'000));
        const TimeRange nearEnd{timePointFromMs(130'000), seconds(30)};
        const Snapped snapped = snapRange(nearEnd, targets, grid);
        QCOMPARE(snapped.time, timePointFromMs(131'000));
        QCOMPARE(snapped.caughtOn, std::optional(timePointFromMs(161'000)));
        const TimeRange both{timePointFromMs(102'000), seconds(58)}; // its end is nearer
        QCOMPARE(snapRange(both, targets, grid).time, timePointFromMs(103'000));
    }

    void gapsLieBetweenWhatIsPlanned()
    {
        const PlanId plan = PlanId::fromBits(1, 1);
        const TimePoint start = at("2026-03-28T22:00:00Z");
        std::vector<ScheduledEvent> events(4);
        const TimeRange ranges[] = {{start, hours(1)},
                                    {start + hours(5), hours(1)}, // the next day
                                    {start + hours(5), minutes(20)},
                                    {start + hours(7), hours(1)}};
        for (std::size_t i = 0; i < events.size(); ++i) {
            events[i].id = EventId::fromBits(0, i + 1);
            events[i].plan = plan;
            events[i].range = ranges[i];
        }
        ScheduledEvent logo = events[0];
        logo.id = EventId::fromBits(0, 9);
        logo.layer = 1;
        logo.range = {start, hours(9)}; // another layer fills no gap
        events.push_back(logo);
        const Schedule schedule = Schedule::fromEvents(events);
        const LaneIndex index(schedule, plan);
        QCOMPARE(index.extent(), std::optional(TimeRange{start, hours(8)}));
        const TimeRange gap{start + hours(1), hours(4)};
        QCOMPARE(index.gapAt(schedule, gap.start), std::optional(gap));
        QCOMPARE(index.gapAt(schedule, gap.end() - Millis(1)), std::optional(gap));
        QCOMPARE(index.gapAt(schedule, gap.end()), std::nullopt);
        QCOMPARE(index.gapAt(schedule, gap.start - Millis(1)), std::nullopt);
        QCOMPARE(index.gapAt(schedule, start + minutes(390)),
                 std::optional(TimeRange{start + hours(6), hours(1)}));
        QCOMPARE(index.gapAt(schedule, start - hours(1)), std::nullopt);
        QCOMPARE(index.gapAt(schedule, start + hours(20)), std::nullopt);
        QCOMPARE(index.after(schedule, events[0])->id, events[1].id);
        QCOMPARE(index.before(schedule, events[3])->id, events[2].id);
        QCOMPARE(index.after(schedule, events[3]), nullptr);
        QCOMPARE(index.before(schedule, events[0]), nullptr);
        const LaneIndex none(schedule, PlanId::fromBits(7, 7));
        QVERIFY(!none.extent() && !none.gapAt(schedule, start));
    }

    void theEpisodeNumberIsNeverElided_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("kept");
        QTest::newRow("at the end") << u"A very long name of some series S02E05"_s << u"S02E05"_s;
        QTest::newRow("before a title") << u"Harbour Lights 2x05 The lighthouse keeper's son"_s << u"2x05"_s;
        QTest::newRow("written out") << u"The daily round at the harbour, Ep. 112"_s << u"Ep. 112"_s;
        QTest::newRow("a hash") << u"The daily round at the harbour #112"_s << u"#112"_s;
    }
    void theEpisodeNumberIsNeverElided()
    {
        QFETCH(QString, title);
        QFETCH(QString, kept);
        const QFontMetricsF metrics{QFont()};
        bool wasCut = false;
        for (qreal width = metrics.horizontalAdvance(kept) + 1; width < 600; width += 7) {
            const QString elided = elidedTitle(title, width, metrics);
            QVERIFY2(elided.contains(kept), qPrintable(elided));
            QVERIFY(metrics.horizontalAdvance(elided) <= width + 1);
            wasCut = wasCut || elided != title;
        }
        QVERIFY(wasCut);
        QCOMPARE(elidedTitle(title, 3, metrics), QString());
    }

    void titlesWrapAtWords()
    {
        const QFontMetricsF metrics{QFont()};
        const QString title = u"The Strange Love of Martha Ivers (1946) S01E12"_s;
        const qreal width = metrics.horizontalAdvance(u"Strange Love of"_s) + 2;
        const QStringList three = wrappedTitle(title, width, 3, metrics).split(u'\n');
        QCOMPARE(three.size(), 3);
        QCOMPARE(three[0], u"The Strange"_s);
        for (const QString &line : three)
            QVERIFY2(metrics.horizontalAdvance(line) <= width + 1, qPrintable(line));
        QVERIFY2(three[2].contains(u"S01E12"_s), qPrintable(three[2]));
        QCOMPARE(wrappedTitle(title, width, 1, metrics), elidedTitle(title, width, metrics));
        QCOMPARE(wrappedTitle(title, 2000, 3, metrics), title);
        QVERIFY(!wrappedTitle(u"Unbreakable"_s, 30, 3, metrics).contains(u'\n'));
        const qreal narrow = metrics.horizontalAdvance(u"i…"_s) + 1; // a cut word would tell nothing there
        QCOMPARE(wrappedTitle(u"i Wolkenkratzer"_s, narrow, 3, metrics), u"i…"_s);
    }

    void lengthsAsPeopleSayThem_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << qint64(0) << u"0 ms"_s;
        QTest::newRow("a frame") << qint64(40) << u"40 ms"_s;
        QTest::newRow("seconds") << qint64(40'000) << u"40 s"_s;
        QTest::newRow("two units") << qint64(7'800'000) << u"2 h 10 min"_s;
        QTest::newRow("a whole unit") << qint64(7'200'000) << u"2 h"_s;
        QTest::newRow("days") << qint64(Millis(days(1) + hours(4) + minutes(3)).count()) << u"1 d 4 h"_s;
    }
    void lengthsAsPeopleSayThem()
    {
        QFETCH(qint64, ms);
        QFETCH(QString, text);
        QCOMPARE(lengthText(Millis(ms)), text);
    }
};

QTEST_MAIN(TestTimelineLayout)
#include "tst_timelinelayout.moc"
