// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// 500 small clips through the pool, the workers' start included, beside what the machine can do: libavformat in
// this process with two threads, which a hostile file would bring down, and one ffprobe process a file.

#include "core/media/probepool.h"
#include "tests/wavfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

extern "C" {
#include <libavformat/avformat.h>
}

#include <atomic>
#include <cstdio>
#include <thread>

using namespace sf;
using namespace Qt::StringLiterals;

namespace {

constexpr int clipCount = 500;
constexpr int ffprobeSample = 20;

/// The clips: MP4 with H.264 and AAC where ffmpeg is at hand, else WAV.
class Clips
{
public:
    Clips()
    {
        const QByteArray mp4 = encoded();
        const QString suffix = mp4.isEmpty() ? u"wav"_s : u"mp4"_s;
        for (int i = 0; i < clipCount; ++i) {
            QFile file(m_dir.filePath(u"clip%1.%2"_s.arg(i).arg(suffix)));
            const QByteArray bytes =
                mp4.isEmpty() ? sf::testing::wavFile(8000 + static_cast<std::uint32_t>(i)) : mp4;
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                std::abort();
            m_paths << file.fileName();
        }
    }
    const QStringList &paths() const { return m_paths; }

private:
    QByteArray encoded() const
    {
        const QString clip = m_dir.filePath(u"original.mp4"_s);
        QProcess::execute(
            u"ffmpeg"_s, u"-nostdin -v error -f lavfi -i testsrc2=size=320x180:rate=25 -f lavfi -i sine -t 5 "
                         "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac"_s.split(u' ')
                             << clip);
        QFile file(clip);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_dir;
    QStringList m_paths;
};

const Clips &clips()
{
    static const Clips made;
    return made;
}

void pool(benchmark::State &state)
{
    const QStringList &paths = clips().paths();
    ProbeOptions options;
    options.workers = static_cast<int>(state.range(0));
    options.workerProgram = QStringLiteral(SF_PROBE_PROGRAM);
    for (auto _ : state) {
        Job job;
        QueueStats stats;
        const Status status = probeFiles(
            paths, options, job, [](const ProbeReport &) {}, stats);
        if (!status || stats.totalErrors > 0 || stats.totalProcessed != clipCount)
            state.SkipWithError("a clip was not read");
    }
    state.SetItemsProcessed(state.iterations() * clipCount);
}

bool readHeader(const char *path)
{
    AVFormatContext *context = nullptr;
    if (avformat_open_input(&context, path, nullptr, nullptr) < 0)
        return false;
    bool isRead = context->nb_streams > 0;
    if (context->duration == AV_NOPTS_VALUE && context->streams[0]->duration == AV_NOPTS_VALUE)
        isRead = avformat_find_stream_info(context, nullptr) >= 0;
    avformat_close_input(&context);
    return isRead;
}

void inProcessFloor(benchmark::State &state)
{
    std::vector<QByteArray> paths;
    for (const QString &path : clips().paths())
        paths.push_back(QFile::encodeName(path));
    for (auto _ : state) {
        std::atomic<std::size_t> next = 0;
        std::atomic<int> read = 0;
        const auto work = [&] {
            for (std::size_t i = next++; i < paths.size(); i = next++)
                read += readHeader(paths[i].constData()) ? 1 : 0;
        };
        std::thread other(work);
        work();
        other.join();
        if (read != clipCount)
            state.SkipWithError("a clip was not read");
    }
    state.SetItemsProcessed(state.iterations() * clipCount);
}

void ffprobePerFile(benchmark::State &state)
{
    if (QStandardPaths::findExecutable(u"ffprobe"_s).isEmpty()) {
        state.SkipWithError("ffprobe is not installed");
        return;
    }
    for (auto _ : state) {
        for (int i = 0; i < ffprobeSample; ++i) {
            QProcess ffprobe;
            ffprobe.start(u"ffprobe"_s, {u"-v"_s, u"error"_s, u"-show_entries"_s, u"format=duration"_s,
                                         clips().paths()[i]});
            if (!ffprobe.waitForFinished() || ffprobe.exitCode() != 0)
                state.SkipWithError("a clip was not read");
        }
    }
    state.SetItemsProcessed(state.iterations() * ffprobeSample);
}

BENCHMARK(inProcessFloor)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(pool)->Arg(1)->Arg(2)->Arg(4)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(ffprobePerFile)->UseRealTime()->Unit(benchmark::kMillisecond)->Iterations(1);

} // namespace

int main(int count, char **values)
{
    const QCoreApplication application(count, values);
    av_log_set_level(AV_LOG_QUIET);
    benchmark::Initialize(&count, values);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
