// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
// How long the window does not answer at worst: the longest time between two ticks of a timer of 1 ms, while
// 100,000 events are imported, undone, filled anew and exported. The floor is the same timer beside a job that
// only burns a core. Iterations stand for one run each; the figure is the counter stall_ms. On a machine that
// others use, too, it holds their turns as well: busy_ms is what this thread itself computed meanwhile.
#include "core/time/iso8601.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/filldialog.h"
#include "ui/dialogs/importdialog.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/flows.h"
#include "ui/window/mainwindow.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <ctime>

using namespace sf;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int eventCount = 100'000;

TimePoint now() { return timePointFromMs(1'774'267'200'000); }

/// Watches the event loop of this thread.
class StallMeter : public QObject
{
public:
    StallMeter()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1ms);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longest = std::max(m_longest, m_since.nsecsElapsed());
            m_since.start();
            const double busy = ownTime();
            m_busiest = std::max(m_busiest, busy - m_busySince);
            m_busySince = busy;
        });
        m_since.start();
        m_timer.start();
    }
    double milliseconds() const { return static_cast<double>(m_longest) / 1e6; }
    double busyMilliseconds() const { return m_busiest; }

private:
    /// What this thread has computed since it began, in ms.
    static double ownTime()
    {
        timespec t{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
        return 1e3 * static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_nsec);
    }

    double m_busySince = ownTime();
    double m_busiest = 0;
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

void spinUntil(const std::function<bool()> &isDone)
{
    while (!isDone())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void spinFor(std::chrono::milliseconds duration)
{
    QElapsedTimer timer;
    timer.start();
    spinUntil([&] { return timer.elapsed() >= duration.count(); });
}

/// What is shown is read before a button is pressed: the press is a turn of its own.
void readWhatItSays() { spinFor(50ms); }

QString writeSchedule(const QTemporaryDir &dir)
{
    QFile file(dir.filePath(u"schedule.json"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("the schedule can't be written");
    file.write("{\"events\":[");
    for (int i = 0; i < eventCount; ++i) {
        const TimePoint start = now() + 30s * i;
        file.write(i == 0 ? "" : ",");
        file.write(
            u"{\"title\":\"Item %1\",\"url\":\"/media/%2.mp4\",\"start\":\"%3\",\"end\":\"%4\"}"_s.arg(i)
                .arg(i % 2'000)
                .arg(toIso8601(start), toIso8601(start + 30s))
                .toUtf8());
    }
    file.write("]}");
    return file.fileName();
}

/// The window with a station of its own, and what each step of the run leaves for the next.
struct Session
{
    QTemporaryDir dir;
    MainWindow window{now};
    QString schedule = writeSchedule(dir);

    Session()
    {
        window.resize(1600, 900);
        window.show();
        window.openStation(dir.filePath(u"station.sqlite"_s));
        spinUntil([this] { return window.editor().channel() && window.isSettled(); });
    }
    void settle()
    {
        spinUntil([this] { return window.isSettled() && window.editor().document()->isSaved(); });
    }
};

std::unique_ptr<Session> session;

void report(benchmark::State &state, const StallMeter &meter)
{
    state.counters["stall_ms"] = meter.milliseconds();
    state.counters["busy_ms"] = meter.busyMilliseconds();
}

void floorBesideABusyJob(benchmark::State &state)
{
    for (auto _ : state) {
        StallMeter meter;
        session->window.editor().jobs().runQuietly<int>(
            &session->window,
            [](Job &) -> Result<int> {
                const auto until = std::chrono::steady_clock::now() + 2s;
                int count = 0;
                while (std::chrono::steady_clock::now() < until)
                    benchmark::DoNotOptimize(++count);
                return count;
            },
            [](const Result<int> &) {});
        session->settle();
        report(state, meter);
    }
}

void importAHundredThousand(benchmark::State &state)
{
    for (auto _ : state) {
        StallMeter meter;
        ImportDialog *dialog = session->window.flows().import(session->schedule);
        spinUntil([&] { return dialog->importButton().isEnabled(); });
        readWhatItSays();
        dialog->accept();
        session->settle();
        report(state, meter);
    }
    state.counters["events"] = static_cast<double>(session->window.editor().station().schedule().size());
}

void scrollThroughThem(benchmark::State &state)
{
    for (auto _ : state) {
        StallMeter meter;
        for (int hour = 0; hour < 48; ++hour) {
            session->window.timeline().showRange({now() + 1h * hour, 2h});
            spinFor(16ms);
        }
        report(state, meter);
    }
}

void exportThem(benchmark::State &state)
{
    for (auto _ : state) {
        StallMeter meter;
        ExportDialog *dialog = session->window.flows().exportPlan({now(), 24h * 40});
        spinUntil([&] { return dialog->isReady(); });
        readWhatItSays();
        dialog->setPath(session->dir.filePath(u"out.xml"_s));
        bool isExported = false;
        QObject::connect(dialog, &ExportDialog::exported, dialog, [&] { isExported = true; });
        dialog->accept();
        spinUntil([&] { return isExported; });
        report(state, meter);
        dialog->reject(); // it stands before the window: nothing is undone while it is open
        spinFor(50ms);
    }
}

void undoTheImport(benchmark::State &state)
{
    for (auto _ : state) {
        StallMeter meter;
        session->window.actions().undo->trigger();
        session->settle();
        report(state, meter);
    }
    state.counters["events"] = static_cast<double>(session->window.editor().station().schedule().size());
}

void fillAHundredThousand(benchmark::State &state)
{
    StationEditor &editor = session->window.editor();
    StationEdit edit = makeEdit(editor.stamp(), u"Add assets"_s);
    for (int i = 0; i < 20'000; ++i) {
        Asset asset;
        asset.id = editor.document()->ids().next<AssetId>();
        asset.title = u"Clip %1"_s.arg(i);
        asset.url = u"/clips/%1.mp4"_s.arg(i);
        asset.duration = 30s;
        asset.durationSource = DurationSource::Probed;
        asset.status = AssetStatus::Ready;
        edit.assets.after.push_back(std::move(asset));
    }
    editor.apply(std::move(edit));
    session->settle();
    for (auto _ : state) {
        StallMeter meter;
        FillDialog *dialog = session->window.flows().fill({now(), 30s * eventCount});
        spinUntil([&] { return dialog->fillButton().isEnabled(); });
        readWhatItSays();
        dialog->accept();
        session->settle();
        report(state, meter);
    }
    state.counters["events"] = static_cast<double>(editor.station().schedule().size());
}

BENCHMARK(floorBesideABusyJob)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(importAHundredThousand)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(scrollThroughThem)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(exportThem)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(undoTheImport)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(fillAHundredThousand)->Iterations(1)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    applyTheme(application, Theme::Dark);
    benchmark::Initialize(&argc, argv);
    session = std::make_unique<Session>();
    benchmark::RunSpecifiedBenchmarks();
    session.reset();
    return 0;
}
