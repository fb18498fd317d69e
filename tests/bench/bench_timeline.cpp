// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
//
// The timeline at 1920 x 1080 with 1,000,000 events on 8 lanes over one year. Each figure stands beside its
// floor: what the least possible painting of the same pixels costs.

#include "tests/bench/timelinestation.h"
#include "ui/timeline/timelinepainter.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QImage>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <benchmark/benchmark.h>

namespace {

using namespace sf;
using namespace std::chrono;

constexpr int laneCount = 8;
constexpr int eventCount = 1'000'000;
constexpr QSize screen(1920, 1080);

TimePoint firstDay()
{
    return ChannelClock::create(QStringLiteral("Europe/Rome"), hours(6))
        ->broadcastDay(QDate(2026, 1, 1))
        .start;
}

const Station &million()
{
    static const Station station = [] {
        bench::StationMaker maker(firstDay());
        maker.addLibrary(5000);
        const Millis year = days(365);
        for (int lane = 0; lane < laneCount; ++lane) {
            const PlanId plan =
                maker.addChannel(QStringLiteral("Channel %1").arg(lane + 1), QStringLiteral("Europe/Rome"));
            maker.fillPlan(plan, eventCount / laneCount, year / (eventCount / laneCount));
        }
        return maker.make();
    }();
    return station;
}

/// A view that is drawn into an image, as the raster back end of a window would.
class Stage
{
public:
    Stage()
        : image(screen, QImage::Format_RGB32)
    {
        view.resize(screen);
        view.setNow(firstDay() + days(40) + hours(9));
        view.setFont(uiFont());
        view.setStation(million());
        view.show();
        QApplication::processEvents();
    }
    void paint(const QRegion &region = QRect(QPoint(0, 0), screen))
    {
        view.viewport()->render(&image, region.boundingRect().topLeft(), region);
    }

    QImage image;
    TimelineView view;
};

Stage &stage()
{
    static Stage theStage;
    return theStage;
}

TimeRange spanFrom(Millis length) { return {firstDay() + days(40), length}; }

void fullRepaint(benchmark::State &state, Millis length)
{
    stage().view.showRange(spanFrom(length));
    for (int i = 0; i < 60; ++i) { // overviews come in slices
        stage().paint();
        QApplication::processEvents();
    }
    for (auto _ : state)
        stage().paint();
}

void day(benchmark::State &state) { fullRepaint(state, days(1)); }
void week(benchmark::State &state) { fullRepaint(state, days(7)); }
void year(benchmark::State &state) { fullRepaint(state, days(365)); }

/// As when scrolling: nothing of the last frame's overview can be kept.
template <int dayCount>
void scroll(benchmark::State &state)
{
    const Millis length = days(dayCount);
    TimeRange range = spanFrom(length);
    stage().view.showRange(range);
    for (int i = 0; i < 60; ++i) {
        stage().paint();
        QApplication::processEvents();
    }
    for (auto _ : state) {
        range.start += length / 1000;
        stage().view.showRange(range);
        stage().paint();
    }
}

/// Every hour of every lane lit up, as no station would have it, and cooled all along.
SharedRepeats hourly()
{
    static const SharedRepeats everywhere = [] {
        auto repeats = std::make_shared<Repeats>();
        for (const Plan &plan : million().plans()) {
            RepeatLane lane;
            lane.plan = plan.id;
            for (int hour = 0; hour < 24 * 365; ++hour) {
                lane.airings.push_back({firstDay() + hours(hour), minutes(30)});
                lane.cooling.push_back({firstDay() + hours(hour), minutes(50)});
            }
            repeats->lanes.push_back(std::move(lane));
        }
        return repeats;
    }();
    return everywhere;
}

template <int dayCount>
void litUp(benchmark::State &state)
{
    stage().view.setRepeats(hourly());
    fullRepaint(state, days(dayCount));
    stage().view.setRepeats(nullptr);
}

void dragStep(benchmark::State &state)
{
    Stage &s = stage();
    s.view.showRange(spanFrom(hours(6)));
    s.paint();
    const QPoint start(900, TimelineLayout::rulerHeight + 30);
    const auto send = [&](QEvent::Type type, QPoint at) {
        const bool isMove = type == QEvent::MouseMove;
        QMouseEvent event(type, QPointF(at), s.view.viewport()->mapToGlobal(QPointF(at)),
                          isMove ? Qt::NoButton : Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(s.view.viewport(), &event);
    };
    send(QEvent::MouseButtonPress, start);
    int x = 0;
    for (auto _ : state) {
        x = (x + 3) % 400;
        send(QEvent::MouseMove, start + QPoint(20 + x, 0));
        QApplication::processEvents(); // paints the dirty region alone
    }
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QApplication::sendEvent(&s.view, &escape);
}

/// One event moved by a second and back, seen from a day or a year away.
template <int dayCount>
void oneEdit(benchmark::State &state)
{
    Stage &s = stage();
    s.view.showRange(spanFrom(days(dayCount)));
    for (int i = 0; i < 60; ++i) {
        s.paint();
        QApplication::processEvents();
    }
    Station station = million();
    const PlanId plan = station.plans().front().id;
    const EventId id = station.schedule().eventsIn(plan, spanFrom(hours(12))).back()->id;
    Millis by = seconds(1);
    for (auto _ : state) {
        state.PauseTiming();
        const auto edit = moveEvents(station, std::span(&id, 1), by, EditStamp{});
        if (!edit || !station.apply(*edit))
            qFatal("The edit was refused.");
        by = -by;
        state.ResumeTiming();
        s.view.setStation(station, *edit);
        QApplication::processEvents();
    }
    s.view.setStation(million());
}

/// The floor of a day: one bare fillRect a visible event, nothing else.
void floorFillRects(benchmark::State &state)
{
    QImage image(screen, QImage::Format_RGB32);
    TimelineLayout layout;
    layout.size = screen;
    layout.laneCount = laneCount;
    layout.show(spanFrom(days(1)));
    for (auto _ : state) {
        QPainter painter(&image);
        painter.fillRect(image.rect(), Qt::black);
        int lane = 0;
        for (const Plan &plan : million().plans()) {
            million().schedule().forEachIn(plan.id, layout.visibleRange(), [&](const ScheduledEvent &event) {
                painter.fillRect(layout.boxRect(lane, event.range), Qt::darkBlue);
            });
            ++lane;
        }
    }
}

/// The floor of a year: the same pixels from an image.
void floorBlit(benchmark::State &state)
{
    QImage image(screen, QImage::Format_RGB32);
    QImage source(screen, QImage::Format_RGB32);
    source.fill(Qt::darkGreen);
    for (auto _ : state) {
        QPainter painter(&image);
        painter.drawImage(0, 0, source);
    }
}

BENCHMARK(floorFillRects)->Unit(benchmark::kMillisecond);
BENCHMARK(day)->Unit(benchmark::kMillisecond);
BENCHMARK(scroll<1>)->Name("day, scrolling")->Unit(benchmark::kMillisecond);
BENCHMARK(floorBlit)->Unit(benchmark::kMillisecond);
BENCHMARK(week)->Unit(benchmark::kMillisecond);
BENCHMARK(scroll<7>)->Name("week, scrolling")->Unit(benchmark::kMillisecond);
BENCHMARK(year)->Unit(benchmark::kMillisecond);
BENCHMARK(scroll<365>)->Name("year, scrolling")->Unit(benchmark::kMillisecond);
BENCHMARK(litUp<1>)->Name("day, a title lit up every hour")->Unit(benchmark::kMillisecond);
BENCHMARK(litUp<7>)->Name("week, a title lit up every hour")->Unit(benchmark::kMillisecond);
BENCHMARK(litUp<365>)->Name("year, a title lit up every hour")->Unit(benchmark::kMillisecond);
BENCHMARK(dragStep)->Unit(benchmark::kMillisecond);
BENCHMARK(oneEdit<1>)->Name("one edit, a day in view")->Unit(benchmark::kMillisecond);
BENCHMARK(oneEdit<365>)->Name("one edit, a year in view")->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
