// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// Conflicts among 1,000,000 events. The floor is a bare sweep over the same events as a sorted vector of
// start and end.
#include "core/base/mix.h"
#include "core/planning/check.h"

#include <benchmark/benchmark.h>

using namespace sf;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t events = 1'000'000;
constexpr std::size_t assets = 10'000;

struct Fixture
{
    Station station;
    PlanId plan;
    std::vector<Schedule::Span> spans;
};

/// Back to back for years, one event in a thousand reaching into the next.
const Fixture &fixture()
{
    static const Fixture made = [] {
        Fixture fixture;
        IdSource ids(1'700'000'000'000, 1);
        StationEdit edit;
        Channel channel;
        channel.id = ids.next<ChannelId>();
        edit.channels.after = {channel};
        fixture.plan = ids.next<PlanId>();
        edit.plans.after = {{fixture.plan, channel.id, QStringLiteral("On air"), true}};
        for (std::size_t i = 0; i < assets; ++i) {
            Asset asset;
            asset.id = ids.next<AssetId>();
            asset.title = QStringLiteral("Item %1").arg(i);
            asset.duration = 3h;
            asset.durationSource = DurationSource::Probed;
            asset.status = AssetStatus::Ready;
            edit.assets.after.push_back(asset);
        }
        TimePoint at = timePointFromMs(1'700'000'000'000);
        for (std::size_t i = 0; i < events; ++i) {
            ScheduledEvent event;
            event.id = ids.next<EventId>();
            event.plan = fixture.plan;
            event.asset = edit.assets.after[mix64(i, 3) % assets].id;
            event.title = QStringLiteral("Event %1").arg(i);
            const Millis length = std::chrono::minutes(1 + mix64(i, 1) % 60);
            event.range = {at, length + (mix64(i, 2) % 1000 == 0 ? Millis(30s) : Millis(0))};
            fixture.spans.push_back({at, event.range.end()});
            at += length;
            edit.events.after.push_back(std::move(event));
        }
        if (!fixture.station.apply(edit))
            qFatal("the fixture does not fit together");
        return fixture;
    }();
    return made;
}

void floorBareSweep(benchmark::State &state)
{
    const auto &spans = fixture().spans;
    for (auto _ : state) {
        std::int64_t overlaps = 0;
        TimePoint latest = TimePoint::min();
        for (const Schedule::Span &span : spans) {
            overlaps += span.start < latest ? 1 : 0;
            latest = std::max(latest, span.end);
        }
        benchmark::DoNotOptimize(overlaps);
    }
}

/// The bare sweep that also lists the pairs, as any user of it needs.
void floorListingSweep(benchmark::State &state)
{
    const auto &spans = fixture().spans;
    for (auto _ : state) {
        std::vector<std::pair<std::size_t, std::size_t>> pairs;
        std::vector<std::size_t> active;
        for (std::size_t i = 0; i < spans.size(); ++i) {
            std::erase_if(active, [&](std::size_t other) { return spans[other].end <= spans[i].start; });
            for (const std::size_t other : active)
                pairs.emplace_back(other, i);
            active.push_back(i);
        }
        benchmark::DoNotOptimize(pairs.data());
    }
}

void conflicts(benchmark::State &state)
{
    const Fixture &made = fixture();
    std::int64_t total = 0;
    for (auto _ : state)
        total = findOverlaps(made.station.schedule(), made.plan).total;
    state.counters["pairs"] = static_cast<double>(total);
}

void wholeCheck(benchmark::State &state)
{
    const Fixture &made = fixture();
    CheckRequest request;
    request.plan = made.plan;
    for (auto _ : state) {
        Job job;
        const auto report = check(made.station, request, job);
        if (!report)
            qFatal("check failed");
        benchmark::DoNotOptimize(report->events);
    }
}

} // namespace

BENCHMARK(floorBareSweep)->Unit(benchmark::kMillisecond);
BENCHMARK(floorListingSweep)->Unit(benchmark::kMillisecond);
BENCHMARK(conflicts)->Unit(benchmark::kMillisecond);
BENCHMARK(wholeCheck)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
