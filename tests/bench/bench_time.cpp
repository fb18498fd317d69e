// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
// What the time types cost, each beside what Qt's own costs for the same.
#include "core/time/channelclock.h"
#include "core/time/framegrid.h"
#include "core/time/iso8601.h"
#include "core/time/zonetable.h"

#include <QDateTime>
#include <QTimeZone>

#include <benchmark/benchmark.h>

using namespace sf;
using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t someMs = 1774728000125;

/// A different instant each time, so that nothing is remembered: hours apart, over three years.
TimePoint instant(std::uint64_t i)
{
    return timePointFromMs(someMs + std::int64_t(i * 7919 % 26'280) * 3'600'000);
}

ChannelClock rome()
{
    return ChannelClock::create(u"Europe/Rome"_s, std::chrono::hours(6)).value_or(ChannelClock());
}

void parse(benchmark::State &state, const QString &text)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(parseIso8601(text));
}
BENCHMARK_CAPTURE(parse, utc, u"2026-03-28T20:00:00Z"_s);
BENCHMARK_CAPTURE(parse, ms_offset, u"2026-03-28T21:00:00.125+01:00"_s);

void parseByQt(benchmark::State &state, const QString &text)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(QDateTime::fromString(text, Qt::ISODateWithMs).toMSecsSinceEpoch());
}
BENCHMARK_CAPTURE(parseByQt, utc, u"2026-03-28T20:00:00Z"_s);
BENCHMARK_CAPTURE(parseByQt, ms_offset, u"2026-03-28T21:00:00.125+01:00"_s);

void write(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(toIso8601(timePointFromMs(someMs)));
}
BENCHMARK(write);

void writeByQt(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(QDateTime::fromMSecsSinceEpoch(someMs, Qt::UTC).toString(Qt::ISODateWithMs));
}
BENCHMARK(writeByQt);

void offsetAt(benchmark::State &state)
{
    const ChannelClock clock = rome();
    std::uint64_t i = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(clock.offsetAt(instant(i++)));
}
BENCHMARK(offsetAt);

void offsetByQt(benchmark::State &state)
{
    const QTimeZone zone("Europe/Rome");
    std::uint64_t i = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(
            zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(toMs(instant(i++)), Qt::UTC)));
}
BENCHMARK(offsetByQt);

void toUtc(benchmark::State &state)
{
    const ChannelClock clock = rome();
    std::uint64_t i = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(clock.toUtc(LocalTime(instant(i++).time_since_epoch())));
}
BENCHMARK(toUtc);

void broadcastDate(benchmark::State &state)
{
    const ChannelClock clock = rome();
    std::uint64_t i = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(clock.broadcastDate(instant(i++)));
}
BENCHMARK(broadcastDate);

void makeClock(benchmark::State &state)
{
    const QString zone = u"Europe/Rome"_s;
    for (auto _ : state)
        benchmark::DoNotOptimize(ChannelClock::create(zone, std::chrono::hours(6)));
}
BENCHMARK(makeClock);

/// Once per zone and run: what the first clock of a zone costs.
void firstClockOfAZone(benchmark::State &state)
{
    const auto zones = QTimeZone::availableTimeZoneIds();
    static qsizetype next = 0; // each run goes on to zones that nobody has asked for
    for (auto _ : state)
        benchmark::DoNotOptimize(ZoneTable::named(QString::fromUtf8(zones[next++ % zones.size()])));
}
BENCHMARK(firstClockOfAZone)->Iterations(50)->Unit(benchmark::kMillisecond);

void frameIndex(benchmark::State &state)
{
    const FrameGrid grid(FrameRate{30000, 1001});
    std::uint64_t i = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(grid.timeOf(grid.indexOf(instant(i++))));
}
BENCHMARK(frameIndex);

} // namespace

BENCHMARK_MAIN();
