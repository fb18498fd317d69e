// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/explain.h"

#include "core/planning/explainscene.h"

#include <algorithm>
#include <array>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostShutOut = 200;
constexpr std::size_t rated = 64; ///< of so many the runners-up are chosen
constexpr std::size_t runnersUp = 3;

/// Candidates that only the cooldown shuts out, and what a shorter one would let in.
std::vector<Counterfactual> whatIf(ExplainScene &scene,
                                   std::vector<std::pair<Millis, const Candidate *>> cooling)
{
    std::sort(cooling.begin(), cooling.end(), [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first > b.first : a.second->asset->id < b.second->asset->id;
    });
    std::vector<Counterfactual> found;
    for (const std::size_t wanted : {std::size_t{1}, std::size_t{10}, std::size_t{50}}) {
        const std::size_t count = std::min(wanted, cooling.size());
        if (count == 0 || (!found.empty() && found.back().count >= static_cast<std::int64_t>(count)))
            continue;
        Counterfactual one;
        // Full minutes, as people set it; never more than the shortest of them is apart.
        one.cooldown = std::chrono::floor<std::chrono::minutes>(cooling[count - 1].first);
        one.count = std::count_if(cooling.begin(), cooling.end(),
                                  [&](const auto &entry) { return entry.first >= one.cooldown; });
        for (const auto &[apart, candidate] : cooling) {
            if (apart < one.cooldown)
                continue;
            const auto free = scene.freeAgain(*candidate);
            if (free && (!one.firstFree || *free < *one.firstFree)) {
                one.firstFree = free;
                one.first = candidate->asset->id;
            }
        }
        found.push_back(one);
    }
    return found;
}

void addFunnel(Explanation &explanation, ExplainScene &scene, bool isGap)
{
    std::array<std::int64_t, 9> stopped{};
    std::int64_t all = 0;
    std::vector<std::pair<Millis, const Candidate *>> cooling;
    scene.forEachAsset([&](const Asset &asset, const Candidate *candidate) {
        ++all;
        const std::vector<Objection> objections = scene.objectionsTo(asset, candidate);
        if (objections.empty())
            return;
        ++stopped[static_cast<std::size_t>(objections.front().step)];
        if (!isGap)
            return;
        if (objections.front().step >= FunnelStep::Rights)
            explanation.shutOut.push_back({asset.id, asset.title, objections.front()});
        if (candidate && objections.size() == 1 && objections.front().step == FunnelStep::Cooldown)
            cooling.emplace_back(scene.apart(*candidate), candidate);
    });
    std::int64_t left = all;
    for (std::size_t step = 0; step < stopped.size(); ++step) {
        left -= stopped[step];
        explanation.funnel.push_back({static_cast<FunnelStep>(step), left});
    }
    std::sort(explanation.shutOut.begin(), explanation.shutOut.end(), [](const ShutOut &a, const ShutOut &b) {
        const TimePoint x = a.first.until.value_or(TimePoint::max());
        const TimePoint y = b.first.until.value_or(TimePoint::max());
        return x != y ? x < y : a.asset < b.asset;
    });
    explanation.shutOut.resize(std::min(explanation.shutOut.size(), mostShutOut));
    explanation.whatIf = whatIf(scene, std::move(cooling));
}

void addRunnersUp(Explanation &explanation, ExplainScene &scene)
{
    const auto wanted = scene.wanted(rated);
    double chosenCost = 0;
    for (const ScoreLine &line : explanation.score)
        chosenCost += line.cost;
    std::vector<RunnerUp> others;
    const auto chosen = std::find_if(wanted.begin(), wanted.end(), [&](const ExplainScene::Wanted &one) {
        return one.candidate.asset->id == explanation.chosen;
    });
    const auto isWantedMore = [&](const ExplainScene::Wanted &one) {
        return explanation.chosen && (chosen == wanted.end() || one.rank < chosen->rank);
    };
    for (const ExplainScene::Wanted &one : wanted) {
        const Candidate &candidate = one.candidate;
        if (candidate.asset->id == explanation.chosen)
            continue;
        RunnerUp other{candidate.asset->id, candidate.asset->title, LossReason::Order, 0,
                       explanation.room.duration - scene.lengthOf(candidate)};
        for (const ScoreLine &line : scene.scoreOf(candidate))
            other.cost += line.cost;
        if (other.cost > chosenCost)
            other.why = LossReason::Preference;
        else if (isWantedMore(one)) // and no more costly: it was the length
            other.why = LossReason::Length;
        others.push_back(other);
    }
    std::stable_sort(others.begin(), others.end(),
                     [](const RunnerUp &a, const RunnerUp &b) { return a.cost < b.cost; });
    others.resize(std::min(others.size(), runnersUp));
    explanation.runnersUp = std::move(others);
}

Result<Explanation> explain(const Station &station, const ScheduledEvent *event, TimeRange where,
                            const FillRequest &request, Job &job)
{
    auto scene = ExplainScene::make(station, event, where, request, job);
    if (!scene)
        return fail(scene.error());
    ExplainScene &at = **scene;
    Explanation explanation;
    explanation.where = where;
    explanation.room = at.room();
    explanation.daypart = at.daypart();
    if (event) {
        explanation.event = event->id;
        explanation.chosen = event->asset;
        explanation.title = station.titleOf(*event);
        explanation.origin = event->origin;
        explanation.tier = event->tier;
    }
    addFunnel(explanation, at, event == nullptr);
    const Asset *asset = event ? station.assets().find(event->asset) : nullptr;
    if (asset) {
        explanation.status = asset->status;
        explanation.url = asset->url;
    }
    if (const Candidate *chosen = asset ? at.candidateOf(*asset) : nullptr) {
        explanation.score = at.scoreOf(*chosen);
        explanation.objections = at.objectionsTo(*asset, chosen);
    }
    addRunnersUp(explanation, at);
    if (job.isCancelled())
        return fail(ErrorCode::Cancelled);
    return explanation;
}

/// What nothing of the main layer covers around an instant, up to a day in each direction.
std::optional<TimeRange> gapAround(const Station &station, PlanId plan, TimePoint t)
{
    constexpr Millis day = std::chrono::hours(24);
    TimePoint from = t - day;
    TimePoint until = t + day;
    bool isFree = true;
    station.schedule().forEachIn(plan, TimeRange::between(from, until), [&](const ScheduledEvent &event) {
        if (event.layer != 0)
            return;
        isFree = isFree && !event.range.contains(t);
        if (event.range.end() <= t)
            from = std::max(from, event.range.end());
        if (event.range.start > t)
            until = std::min(until, event.range.start);
    });
    return isFree ? std::optional(TimeRange::between(from, until)) : std::nullopt;
}

} // namespace

Result<Explanation> explainEvent(const Station &station, EventId id, const FillRequest &request, Job &job)
{
    const ScheduledEvent *event = station.schedule().find(id);
    if (!event)
        return fail(ErrorCode::UnknownObject, {u"event"_s, id.toString()});
    FillRequest of = request;
    of.plan = event->plan;
    return explain(station, event, event->range, of, job);
}

Result<Explanation> explainAt(const Station &station, TimePoint t, const FillRequest &request, Job &job)
{
    if (const auto gap = gapAround(station, request.plan, t))
        return explain(station, nullptr, *gap, request, job);
    EventId found;
    station.schedule().forEachIn(request.plan, {t, Millis(1)}, [&](const ScheduledEvent &event) {
        if (event.layer == 0)
            found = event.id;
    });
    return explainEvent(station, found, request, job);
}

Result<std::vector<Objection>> explainAsset(const Station &station, AssetId id, TimePoint t,
                                            const FillRequest &request, Job &job)
{
    const Asset *asset = station.assets().find(id);
    if (!asset)
        return fail(ErrorCode::UnknownObject, {u"asset"_s, id.toString()});
    const ScheduledEvent *event = nullptr;
    station.schedule().forEachIn(request.plan, {t, Millis(1)}, [&](const ScheduledEvent &one) {
        if (one.layer == 0)
            event = &one;
    });
    auto scene =
        ExplainScene::make(station, event, event ? event->range : TimeRange{t, Millis(1)}, request, job);
    if (!scene)
        return fail(scene.error());
    return (*scene)->objectionsTo(*asset, (*scene)->candidateOf(*asset));
}

template <>
std::span<const QLatin1StringView> namesOf<FunnelStep>()
{
    static constexpr std::array names{"library"_L1, "daypart"_L1,  "playable"_L1, "rights"_L1, "hours"_L1,
                                      "fits"_L1,    "cooldown"_L1, "limits"_L1,   "rules"_L1};
    return names;
}

template <>
std::span<const QLatin1StringView> namesOf<LossReason>()
{
    static constexpr std::array names{"preference"_L1, "length"_L1, "order"_L1};
    return names;
}

} // namespace sf
