// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
// A station with a million events: what an edit, a look-up, a snapshot and opening cost, beside the floor of
// each (the same without the structure).
#include "core/schedule/operations.h"
#include "core/schedule/overlaps.h"
#include "core/schedule/station.h"

#include <benchmark/benchmark.h>

#include <malloc.h>

using namespace sf;
using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

constexpr std::int64_t eventCount = 1'000'000;
constexpr TimePoint start = sys_days(year(2026) / 1 / 1);

PlanId planId(std::int64_t n) { return PlanId::fromBits(3, static_cast<std::uint64_t>(n)); }

/// A million events back to back over a year: 2,740 a day on one plan, or 342 on each of eight.
std::vector<ScheduledEvent> makeEvents(std::int64_t plans)
{
    IdSource ids(1774728000000, 7);
    std::vector<ScheduledEvent> events;
    events.reserve(eventCount);
    const Millis length = duration_cast<Millis>(days(365)) * plans / eventCount;
    for (std::int64_t i = 0; i < eventCount; ++i) {
        ScheduledEvent event;
        event.id = ids.next<EventId>();
        event.plan = planId(i % plans);
        event.range = {start + length * (i / plans), length};
        event.title = u"A programme with a title, part %1"_s.arg(i);
        events.push_back(std::move(event));
    }
    return events;
}

Station makeStation(std::int64_t plans)
{
    StationEdit edit;
    for (std::int64_t n = 0; n < plans; ++n) {
        const auto id = ChannelId::fromBits(4, static_cast<std::uint64_t>(n));
        edit.channels.after.push_back({id, QString::number(n), u"Europe/Rome"_s, hours(6), {}});
        edit.plans.after.push_back({planId(n), id, u"On air"_s, true});
    }
    edit.events.after = makeEvents(plans);
    Station station;
    if (!station.apply(edit))
        qFatal("the million events do not apply");
    return station;
}

/// What malloc has given out, large blocks included.
std::size_t allocatedBytes()
{
    const auto info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

/// Made once for each number of plans.
const Station &stationOf(std::int64_t plans)
{
    static const Station one = makeStation(1);
    static const Station eight = makeStation(8);
    return plans == 1 ? one : eight;
}

const EditStamp stamp{EditId::fromBits(5, 1), u"bench"_s, start};

/// Moving one event within its day, while a job holds a snapshot: what every drag in the window costs.
void moveOneEvent(benchmark::State &state)
{
    Station station = stationOf(state.range(0));
    Station snapshot = station;
    const auto all = station.schedule().eventsIn(planId(0), {start + days(180), days(1)});
    const EventId id = all[all.size() / 2]->id;
    Millis by = seconds(1);
    for (auto _ : state) {
        const auto edit = moveEvents(station, std::span(&id, 1), by, stamp);
        if (!edit || !station.apply(*edit))
            state.SkipWithError("the move was refused");
        by = -by;
        state.PauseTiming();
        snapshot = station; // so that each edit meets shared buckets
        state.ResumeTiming();
    }
}
BENCHMARK(moveOneEvent)->Arg(1)->Arg(8)->Unit(benchmark::kMicrosecond);

/// The floor of it: copying the events of one day.
void copyOneDay(benchmark::State &state)
{
    const auto &days = stationOf(state.range(0)).schedule().days(planId(0));
    for (auto _ : state) {
        auto copy = days[180].bucket->events;
        benchmark::DoNotOptimize(copy.data());
    }
}
BENCHMARK(copyOneDay)->Arg(1)->Arg(8)->Unit(benchmark::kMicrosecond);

void snapshot(benchmark::State &state)
{
    const Station &station = stationOf(state.range(0));
    for (auto _ : state) {
        Station copy = station;
        benchmark::DoNotOptimize(copy);
    }
}
BENCHMARK(snapshot)->Arg(1)->Arg(8)->Unit(benchmark::kMicrosecond);

void eventsOfADay(benchmark::State &state)
{
    const Schedule &schedule = stationOf(state.range(0)).schedule();
    std::int64_t day = 0;
    for (auto _ : state) {
        day = (day + 37) % 360;
        benchmark::DoNotOptimize(schedule.eventsIn(planId(0), {start + days(day) + hours(5), days(1)}));
    }
}
BENCHMARK(eventsOfADay)->Arg(1)->Arg(8)->Unit(benchmark::kMicrosecond);

void findById(benchmark::State &state)
{
    const Schedule &schedule = stationOf(state.range(0)).schedule();
    std::vector<EventId> ids;
    schedule.forEach(planId(0), [&](const ScheduledEvent &event) { ids.push_back(event.id); });
    std::size_t next = 0;
    for (auto _ : state) {
        next = (next + 77'773) % ids.size();
        benchmark::DoNotOptimize(schedule.find(ids[next]));
    }
}
BENCHMARK(findById)->Arg(1)->Arg(8);

void overlapsOfAll(benchmark::State &state)
{
    const Schedule &schedule = stationOf(1).schedule();
    for (auto _ : state)
        benchmark::DoNotOptimize(findOverlaps(schedule, planId(0)));
}
BENCHMARK(overlapsOfAll)->Unit(benchmark::kMillisecond);

void fromEvents(benchmark::State &state)
{
    const auto events = makeEvents(state.range(0));
    for (auto _ : state) {
        state.PauseTiming();
        auto copy = events;
        const std::size_t before = allocatedBytes();
        state.ResumeTiming();
        auto schedule = Schedule::fromEvents(std::move(copy));
        state.PauseTiming();
        copy = {};
        // The list it was made from is gone now. Titles are shared with `events`, and not counted.
        const auto listBytes = eventCount * sizeof(ScheduledEvent);
        state.counters["bytes_per_event"] = double(allocatedBytes() + listBytes - before) / eventCount;
        schedule = {};
        state.ResumeTiming();
    }
}
BENCHMARK(fromEvents)->Arg(1)->Arg(8)->Unit(benchmark::kMillisecond)->Iterations(2);

/// The floor of it: moving the events once.
void moveTheList(benchmark::State &state)
{
    const auto events = makeEvents(1);
    for (auto _ : state) {
        state.PauseTiming();
        auto copy = events;
        std::vector<ScheduledEvent> moved;
        moved.reserve(copy.size());
        state.ResumeTiming();
        std::move(copy.begin(), copy.end(), std::back_inserter(moved));
        benchmark::DoNotOptimize(moved.data());
        state.PauseTiming();
        moved = {};
        copy = {};
        state.ResumeTiming();
    }
}
BENCHMARK(moveTheList)->Unit(benchmark::kMillisecond)->Iterations(2);

} // namespace

BENCHMARK_MAIN();
