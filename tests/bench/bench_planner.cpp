// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// What the planner must reach. Each row says what it made: the share that is filled, of the joins those met
// to the frame, the worst quota. The floor is the bare walk: as many look-ups in a set ordered by when an
// item is free again as there are events.
#include "core/base/mix.h"
#include "core/planning/replan.h"
#include "core/planning/subsetsum.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <set>

#include <sys/resource.h>

using namespace sf;
using namespace std::chrono_literals;

namespace {

constexpr Millis fourWeeks = 28 * 24h;
const TimePoint start = timePointFromMs(1'772'409'600'000); // Monday, 2 March 2026, 00:00 UTC

Asset assetOf(IdSource &ids, std::uint64_t i, Micros duration, AssetKind kind)
{
    Asset asset;
    asset.id = ids.next<AssetId>();
    asset.title = QStringLiteral("Item %1").arg(i);
    asset.kind = kind;
    asset.duration = duration;
    asset.durationSource = DurationSource::Probed;
    asset.status = AssetStatus::Ready;
    return asset;
}

/// 5 to 60 minutes, odd frames and all; one item in twenty is a filler of 5 to 90 s.
Asset itemOf(IdSource &ids, std::uint64_t i)
{
    const std::uint64_t roll = mix64(i, 77);
    if (i % 20 == 19)
        return assetOf(ids, i, Micros(40'000 * static_cast<std::int64_t>(125 + roll % 2125)),
                       AssetKind::Filler);
    Asset asset =
        assetOf(ids, i, Micros(40'000 * static_cast<std::int64_t>(7500 + roll % 82'500)), AssetKind::Program);
    asset.series = QStringLiteral("Series %1").arg(i / 20);
    return asset;
}

struct Task
{
    std::uint64_t items = 10'000;
    Millis range = fourWeeks;
    Millis join = 1h;
    bool hasLocks = true;
};

void addTemplate(StationEdit &edit, IdSource &ids, ChannelId channel, Millis join)
{
    WeekTemplate week;
    week.id = ids.next<TemplateId>();
    week.channel = channel;
    week.name = QStringLiteral("Joins");
    for (Millis at{0}; at < 24h; at += join) {
        Daypart daypart;
        daypart.name = QStringLiteral("Block %1").arg(at / join);
        daypart.from = at;
        daypart.until = at + join;
        week.dayparts.push_back(daypart);
    }
    edit.templates.after.push_back(week);
}

/// One join in twenty begins with something locked.
void addLocks(StationEdit &edit, IdSource &ids, const Task &task)
{
    for (std::int64_t i = 0; i < task.range / task.join; ++i) {
        if (mix64(static_cast<std::uint64_t>(i), 5) % 20 != 0)
            continue;
        const Asset &asset = edit.assets.after[mix64(static_cast<std::uint64_t>(i), 6) % task.items];
        ScheduledEvent event;
        event.id = ids.next<EventId>();
        event.plan = edit.plans.after.front().id;
        event.asset = asset.id;
        event.title = asset.title;
        event.range = {start + i * task.join,
                       std::min(std::chrono::round<Millis>(asset.duration), task.join)};
        event.isLocked = true;
        edit.events.after.push_back(event);
    }
}

StationEdit base(IdSource &ids)
{
    StationEdit edit;
    Channel channel;
    channel.id = ids.next<ChannelId>();
    edit.plans.after = {{ids.next<PlanId>(), channel.id, QStringLiteral("On air"), true}};
    edit.channels.after = {channel};
    return edit;
}

Station made(const StationEdit &edit)
{
    Station station;
    if (!station.apply(edit))
        qFatal("the station does not fit together");
    return station;
}

Station stationOf(const Task &task)
{
    IdSource ids(1'700'000'000'000, 1);
    StationEdit edit = base(ids);
    for (std::uint64_t i = 0; i < task.items; ++i)
        edit.assets.after.push_back(itemOf(ids, i));
    Rule separation{ids.next<RuleId>(), QStringLiteral("Series"), {}, Separation{3h, std::nullopt}};
    edit.rules.after = {separation};
    if (task.join > 0h)
        addTemplate(edit, ids, edit.channels.after.front().id, task.join);
    if (task.hasLocks && task.join > 0h)
        addLocks(edit, ids, task);
    return made(edit);
}

FillRequest requestOf(const Station &station, Millis range)
{
    FillRequest request;
    request.plan = station.plans().front().id;
    request.range = {start, range};
    request.now = start;
    return request;
}

FillOutcome filled(const Station &station, const FillRequest &request)
{
    Job job;
    auto outcome = fill(station, request, {}, job);
    if (!outcome || outcome->violations != 0)
        qFatal("a rule was broken");
    return std::move(*outcome);
}

void report(benchmark::State &state, const FillOutcome &outcome)
{
    const double needed = static_cast<double>(outcome.feasibility.needed.count());
    state.counters["filled%"] = 100 * static_cast<double>(outcome.filled.count()) / needed;
    state.counters["events"] = static_cast<double>(outcome.placed);
    if (outcome.joins > 0) {
        state.counters["exact%"] =
            100 * static_cast<double>(outcome.exactJoins) / static_cast<double>(outcome.joins);
    }
}

void run(benchmark::State &state, const Task &task)
{
    const Station station = stationOf(task);
    FillOutcome last;
    for (auto _ : state)
        last = filled(station, requestOf(station, task.range));
    report(state, last);
}

void hourlyJoins(benchmark::State &state) { run(state, {}); }
/// Run alone (--benchmark_filter=yearOfHalfHours) the peak is this run's and its library's.
void yearOfHalfHours(benchmark::State &state)
{
    run(state, {100'000, 365 * 24h, 30min, true});
    rusage used{};
    if (getrusage(RUSAGE_SELF, &used) == 0)
        state.counters["peakMB"] = static_cast<double>(used.ru_maxrss) / 1024;
}

/// Plans the same once more with one more asset in the library, for some assets, and counts what is not as it
/// was, the mean: afresh by the same seed, and going on from the old result.
void oneMoreAsset(benchmark::State &state)
{
    constexpr std::uint64_t tries = 10;
    Task task;
    task.items = static_cast<std::uint64_t>(state.range(0));
    task.join = std::chrono::minutes(state.range(1));
    double changed = 0;
    double replanned = 0;
    double placed = 0;
    for (auto _ : state) {
        Station before = stationOf(task);
        FillRequest request = requestOf(before, task.range);
        if (!before.apply(filled(before, request).edit))
            qFatal("what was filled does not fit");
        request.replaceAuto = true;
        IdSource ids(1'800'000'000'000, 2);
        for (std::uint64_t i = 0; i < tries; ++i) {
            Station station = before;
            StationEdit more;
            more.assets.after = {itemOf(ids, 20 * i + 3)};
            if (!station.apply(more))
                qFatal("one more does not fit");
            const FillOutcome outcome = filled(station, request);
            changed += static_cast<double>(outcome.added + outcome.moved + outcome.removed) / tries;
            placed = static_cast<double>(outcome.placed);
            Job job;
            const auto again = replan(station, {request, ReplanScope::Range, {}}, {}, job);
            if (!again || again->violations != 0)
                qFatal("a rule was broken");
            replanned += static_cast<double>(again->added + again->moved + again->removed) / tries;
        }
    }
    state.counters["changed"] = changed;
    state.counters["replanned"] = replanned;
    state.counters["events"] = placed;
}
/// For the curve: events are as many at each size.
void bySize(benchmark::State &state)
{
    run(state, {static_cast<std::uint64_t>(state.range(0)), fourWeeks, 1h, false});
}

void smallLibrary(benchmark::State &state)
{
    IdSource ids(1'700'000'000'000, 1);
    StationEdit edit = base(ids);
    std::uint64_t i = 0;
    for (Micros left = std::chrono::hours(state.range(0)); left > 0s; ++i) {
        const Micros length = std::min<Micros>(left, std::chrono::minutes(5 + mix64(i, 3) % 115));
        edit.assets.after.push_back(assetOf(ids, i, length, AssetKind::Program));
        left -= length;
    }
    const Station station = made(edit);
    FillOutcome last;
    for (auto _ : state)
        last = filled(station, requestOf(station, fourWeeks));
    state.counters["bound%"] = 100 * static_cast<double>(last.filled.count()) /
                               static_cast<double>(last.feasibility.library.count());
}

/// One gap, from nothing: 64 fillers of 5 to 90 s.
void closeGap(benchmark::State &state)
{
    std::vector<std::int64_t> lengths;
    for (std::uint64_t i = 0; i < 64; ++i)
        lengths.push_back(static_cast<std::int64_t>(125 + mix64(i, 9) % 2126));
    const std::int64_t gap = state.range(0) * 60 * 25 + 7; // frames, and a few more
    std::int64_t missed = 0;
    for (auto _ : state) {
        const auto chosen = lengthsThatMake(gap, lengths);
        std::int64_t sum = 0;
        for (const std::size_t place : chosen)
            sum += lengths[place];
        missed += sum == gap ? 0 : 1;
        benchmark::DoNotOptimize(sum);
    }
    state.counters["missed"] = static_cast<double>(missed);
}

/// All gaps from 2 to 30 minutes, in steps of 997 frames' worth of odd lengths.
void closeAllGaps(benchmark::State &state)
{
    std::vector<std::int64_t> lengths;
    for (std::uint64_t i = 0; i < 64; ++i)
        lengths.push_back(static_cast<std::int64_t>(125 + mix64(i, 9) % 2126));
    std::int64_t missed = 0;
    std::int64_t gaps = 0;
    for (auto _ : state) {
        for (std::int64_t gap = 2 * 60 * 25; gap <= 30 * 60 * 25; gap += 97, ++gaps)
            missed += lengthsThatMake(gap, lengths).empty() ? 1 : 0;
    }
    state.counters["missed"] = static_cast<double>(missed);
    state.counters["gaps"] = benchmark::Counter(static_cast<double>(gaps), benchmark::Counter::kIsRate);
}

void quota(benchmark::State &state)
{
    IdSource ids(1'700'000'000'000, 1);
    StationEdit edit = base(ids);
    const std::vector<std::pair<QString, double>> wanted{
        {QStringLiteral("Film"), 0.5}, {QStringLiteral("Music"), 0.3}, {QStringLiteral("Talk"), 0.2}};
    for (std::uint64_t i = 0; i < 6000; ++i) {
        edit.assets.after.push_back(
            assetOf(ids, i, Micros(40'000 * static_cast<std::int64_t>(7500 + mix64(i, 1) % 82'500)),
                    AssetKind::Program));
        edit.assets.after.back().category = wanted[i % 3].first;
    }
    for (const auto &[category, share] : wanted) {
        Rule rule{ids.next<RuleId>(), category, {}, Quota{std::nullopt, share}};
        rule.scope.category = category;
        edit.rules.after.push_back(rule);
    }
    const Station station = made(edit);
    FillOutcome last;
    for (auto _ : state)
        last = filled(station, requestOf(station, fourWeeks));
    double worst = 0;
    for (const QuotaShare &share : last.shares)
        worst = std::max(worst, 100 * std::abs(share.planned - share.wanted));
    state.counters["worst%"] = worst;
    report(state, last);
}

void floorOrderedSet(benchmark::State &state)
{
    for (auto _ : state) {
        std::set<std::pair<std::int64_t, std::uint32_t>> free;
        for (std::uint32_t i = 0; i < 10'000; ++i)
            free.emplace(-static_cast<std::int64_t>(mix64(i) % 1000), i);
        std::int64_t placed = 0;
        for (std::int64_t t = 0; t < fourWeeks.count(); t += 1'200'000, ++placed) {
            const auto item = *free.begin();
            free.erase(free.begin());
            free.emplace(t + 48 * 3'600'000, item.second);
        }
        benchmark::DoNotOptimize(placed);
    }
}

} // namespace

BENCHMARK(hourlyJoins)->Unit(benchmark::kMillisecond);
BENCHMARK(yearOfHalfHours)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(oneMoreAsset)
    ->Args({10'000, 60})
    ->Args({2000, 60})
    ->Args({10'000, 0})
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);
BENCHMARK(smallLibrary)->Arg(12)->Arg(24)->Arg(47)->Arg(49)->Unit(benchmark::kMillisecond);
BENCHMARK(closeGap)->Arg(2)->Arg(5)->Arg(15)->Arg(30)->Unit(benchmark::kMicrosecond);
BENCHMARK(closeAllGaps)->Unit(benchmark::kMillisecond);
BENCHMARK(quota)->Unit(benchmark::kMillisecond);
BENCHMARK(bySize)->Arg(1000)->Arg(3000)->Arg(10'000)->Arg(30'000)->Arg(100'000)->Unit(
    benchmark::kMillisecond);
BENCHMARK(floorOrderedSet)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
