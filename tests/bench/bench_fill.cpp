// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// A year from 10,000 items at a cooldown of 48 h. The floor is the bare choice loop on two heaps, the peer a
// planner that looks at every item for each choice.
#include "core/base/mix.h"
#include "core/planning/fill.h"

#include <benchmark/benchmark.h>

#include <functional>
#include <queue>

using namespace sf;
using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t items = 10'000;
constexpr Millis year = 365 * 24h;
constexpr Millis cooldown = 48h;

Millis lengthOf(std::uint64_t item)
{
    return std::chrono::minutes(1 + mix64(item, 99) % 120) + Millis(40 * (mix64(item, 98) % 1500));
}

const Station &library()
{
    static const Station station = [] {
        IdSource ids(1'700'000'000'000, 1);
        StationEdit edit;
        Channel channel;
        channel.id = ids.next<ChannelId>();
        channel.zone = QStringLiteral("Europe/Rome");
        channel.dayStart = 6h;
        edit.plans.after = {{ids.next<PlanId>(), channel.id, QStringLiteral("On air"), true}};
        edit.channels.after = {channel};
        for (std::uint64_t i = 0; i < items; ++i) {
            Asset asset;
            asset.id = ids.next<AssetId>();
            asset.title = QStringLiteral("Item %1").arg(i);
            asset.duration = lengthOf(i);
            asset.durationSource = DurationSource::Probed;
            asset.status = AssetStatus::Ready;
            edit.assets.after.push_back(asset);
        }
        Station made;
        if (!made.apply(edit))
            qFatal("the library does not fit together");
        return made;
    }();
    return station;
}

void fillYear(benchmark::State &state)
{
    FillRequest request;
    request.plan = library().plans().front().id;
    request.range = {timePointFromMs(1'767'225'600'000), year};
    request.order = static_cast<PickOrder>(state.range(0));
    request.now = request.range.start;
    std::int64_t placed = 0;
    for (auto _ : state) {
        Job job;
        const auto outcome = fill(library(), request, {}, job);
        if (!outcome || outcome->violations != 0 || outcome->filled < year * 0.999)
            qFatal("the year was not filled");
        placed = outcome->placed;
    }
    state.counters["placed"] = static_cast<double>(placed);
    state.SetLabel(std::string(nameOf(request.order).data()));
}

struct Ready
{
    std::uint64_t key;
    std::uint32_t item;
    bool operator>(const Ready &other) const { return key > other.key; }
};
struct Cooling
{
    std::int64_t free;
    std::uint32_t item;
    bool operator>(const Cooling &other) const { return free > other.free; }
};
template <class T>
using Heap = std::priority_queue<T, std::vector<T>, std::greater<>>;

/// Two heaps of numbers: no library, no events, no frames, no rules but the cooldown.
void floorTwoHeaps(benchmark::State &state)
{
    for (auto _ : state) {
        std::vector<std::int64_t> lengths;
        std::vector<std::uint64_t> laps(items, 0);
        Heap<Ready> ready;
        Heap<Cooling> cooling;
        for (std::uint32_t i = 0; i < items; ++i) {
            lengths.push_back(lengthOf(i).count());
            ready.push({mix64(0, i) >> 20, i});
        }
        std::vector<std::pair<std::int64_t, std::uint32_t>> placed;
        for (std::int64_t t = 0; t < year.count();) {
            for (; !cooling.empty() && cooling.top().free <= t; cooling.pop()) {
                const std::uint32_t item = cooling.top().item;
                ready.push({laps[item] << 44 | mix64(laps[item], item) >> 20, item});
            }
            const std::uint32_t item = ready.top().item;
            ready.pop();
            placed.emplace_back(t, item);
            ++laps[item];
            cooling.push({t + cooldown.count(), item});
            t += lengths[item];
        }
        benchmark::DoNotOptimize(placed.data());
    }
}

/// The same choice by looking at every item.
void peerScan(benchmark::State &state)
{
    for (auto _ : state) {
        std::vector<std::int64_t> lengths;
        for (std::uint32_t i = 0; i < items; ++i)
            lengths.push_back(lengthOf(i).count());
        std::vector<std::uint64_t> laps(items, 0);
        std::vector<std::int64_t> free(items, 0);
        std::vector<std::pair<std::int64_t, std::uint32_t>> placed;
        for (std::int64_t t = 0; t < year.count();) {
            std::uint32_t best = 0;
            std::uint64_t bestKey = ~std::uint64_t{0};
            for (std::uint32_t i = 0; i < items; ++i) {
                const std::uint64_t key = laps[i] << 44 | mix64(laps[i], i) >> 20;
                if (free[i] <= t && t + lengths[i] <= year.count() && key < bestKey) {
                    best = i;
                    bestKey = key;
                }
            }
            if (bestKey == ~std::uint64_t{0})
                break;
            placed.emplace_back(t, best);
            ++laps[best];
            free[best] = t + cooldown.count();
            t += lengths[best];
        }
        benchmark::DoNotOptimize(placed.data());
    }
}

} // namespace

BENCHMARK(fillYear)->DenseRange(0, 2)->Unit(benchmark::kMillisecond);
BENCHMARK(floorTwoHeaps)->Unit(benchmark::kMillisecond);
BENCHMARK(peerScan)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
