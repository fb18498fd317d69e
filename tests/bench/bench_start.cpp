// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
// From the start of the process to the first paint of the window (first*), and until the station that it loads
// meanwhile is on the screen (shown*), with the memory taken until then. The floor is a QMainWindow of the same
// size with one menu and one label. This program starts itself as one and as the other in turn, so that both meet
// the same machine; the counters are medians, times_* those of the ratio within a pair.
#include "core/document/document.h"
#include "tests/bench/timelinestation.h"
#include "ui/session/englishplurals.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/mainwindow.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QLabel>
#include <QMenuBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sf;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int pairCount = 15;
constexpr int eventCount = 100'000;
constexpr QSize windowSize(1600, 900);

/// Ends the process once a widget was painted and `isReady`.
class QuitAfterPaint : public QObject
{
public:
    QuitAfterPaint(QWidget &watched, std::function<bool()> isReady)
        : QObject(&watched)
        , m_isReady(std::move(isReady))
    {
        watched.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_isReady())
            QTimer::singleShot(0, qApp, [] { ::_exit(0); }); // what closing costs is not asked
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<bool()> m_isReady;
};

int runMinimal()
{
    QMainWindow window;
    window.resize(windowSize);
    window.menuBar()->addMenu(u"File"_s)->addAction(u"Quit"_s);
    auto *centre = new QLabel(u"Minimal"_s);
    window.setCentralWidget(centre);
    new QuitAfterPaint(*centre, [] { return true; });
    window.show();
    return QApplication::exec();
}

int runWindow(QApplication &application, const QString &station, bool isStationAwaited)
{
    EnglishPlurals plurals;
    QApplication::installTranslator(&plurals);
    prepareTheme(Theme::Dark);
    MainWindow window;
    applyTheme(application, Theme::Dark);
    window.resize(windowSize);
    const auto isReady = [&] { return !isStationAwaited || window.editor().channel() != nullptr; };
    new QuitAfterPaint(*window.centralWidget(), isReady);
    new QuitAfterPaint(*window.timeline().viewport(), isReady);
    QObject::connect(&window.editor(), &StationEditor::documentChanged, &window,
                     [&] { window.centralWidget()->update(); });
    window.show();
    window.openStation(station);
    return QApplication::exec();
}

struct Cost
{
    double cpu = 0;  ///< s
    double wall = 0; ///< s
    double peak = 0; ///< MB
};

Cost costOf(const char *program, const char *mode, const char *station)
{
    const auto before = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        execl(program, program, mode, station, static_cast<char *>(nullptr));
        ::_exit(127);
    }
    int status = 0;
    rusage usage{};
    if (wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        qFatal("the started program failed");
    const auto seconds = [](timeval t) {
        return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
    };
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - before;
    return {seconds(usage.ru_utime) + seconds(usage.ru_stime), wall.count(),
            static_cast<double>(usage.ru_maxrss) / 1024};
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

void writeStation(const QString &path, int events)
{
    const TimePoint now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    bench::StationMaker maker(now);
    const PlanId plan = maker.addChannel(u"Channel 1"_s, u"Europe/Rome"_s);
    if (events > 0) {
        maker.addLibrary(2'000);
        maker.fillPlan(plan, events, 300s);
    }
    const Job job;
    auto document = Document::open(path, u"bench"_s, SaveCheck::Rows, job);
    if (!document || !(*document)->apply(maker.edit()) || !(*document)->flush())
        qFatal("the station can't be made");
}

void start(benchmark::State &state, const char *program, const char *mode, const QByteArray &station)
{
    std::vector<double> cpu;
    std::vector<double> wall;
    std::vector<double> timesCpu;
    std::vector<double> timesWall;
    std::vector<double> peak;
    for (auto _ : state) {
        const Cost floor = costOf(program, "--minimal", "");
        const Cost ours = costOf(program, mode, station.constData());
        cpu.push_back(1e3 * ours.cpu);
        wall.push_back(1e3 * ours.wall);
        timesCpu.push_back(ours.cpu / floor.cpu);
        timesWall.push_back(ours.wall / floor.wall);
        peak.push_back(ours.peak);
    }
    state.counters["cpu_ms"] = median(cpu);
    state.counters["wall_ms"] = median(wall);
    state.counters["times_cpu"] = median(timesCpu);
    state.counters["times_wall"] = median(timesWall);
    state.counters["peak_mb"] = median(peak);
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QByteArray mode = argc > 1 ? argv[1] : "";
    if (mode.startsWith("--") && !mode.startsWith("--benchmark")) {
        QApplication application(argc, argv);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, u":/none"_s);
        return mode == "--minimal"
                   ? runMinimal()
                   : runWindow(application, QString::fromLocal8Bit(argv[2]), mode == "--shown");
    }
    QCoreApplication application(argc, argv);
    const QTemporaryDir dir;
    const QString empty = dir.filePath(u"empty.sqlite"_s);
    const QString full = dir.filePath(u"full.sqlite"_s);
    writeStation(empty, 0);
    writeStation(full, eventCount);
    const auto add = [&](const char *name, const char *what, const QString &path) {
        benchmark::RegisterBenchmark(name, start, argv[0], what, path.toLocal8Bit())
            ->Iterations(pairCount)
            ->Unit(benchmark::kMillisecond);
    };
    add("firstEmpty", "--first", empty);
    add("firstHundredThousand", "--first", full);
    add("shownEmpty", "--shown", empty);
    add("shownHundredThousand", "--shown", full);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
