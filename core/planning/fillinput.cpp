// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/fillinput.h"

#include "core/planning/aired.h"
#include "core/planning/rulesweep.h"
#include "core/time/iso8601.h"

#include <algorithm>
#include <unordered_set>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis margin = std::chrono::hours(8 * 24); ///< rows may begin long before, and weeks are counted

bool wantsAllHistory(const FillInput &input, const FillRequest &request)
{
    const auto isShuffled = [](PickOrder order) {
        return order == PickOrder::Shuffle || order == PickOrder::Weighted;
    };
    return !isShuffled(request.order) ||
           std::any_of(input.blocks.begin(), input.blocks.end(), [&](const Block &block) {
               return block.daypart && !isShuffled(block.daypart->order);
           });
}

/// The airings that bear on the range. Orders that go by the last airing, and limits on all plays, want
/// everything.
std::optional<TimeRange> historyWindow(const FillInput &input, const FillRequest &request)
{
    if (wantsAllHistory(input, request))
        return std::nullopt;
    Micros lap{0};
    for (const Candidate &candidate : input.candidates.usable) {
        if (candidate.asset->maxPlays > 0)
            return std::nullopt;
        lap += std::min(candidate.asset->playable(), Micros(std::chrono::hours(24)));
    }
    constexpr Millis week = std::chrono::hours(8 * 24); // and a day, for changes of the clock
    const Millis reach = reachOf(input.rules, input.station.assets());
    const Millis before = std::max({reach, week, std::chrono::ceil<Millis>(lap)});
    return TimeRange::between(request.range.start - before, request.range.end() + std::max(reach, week));
}

void gatherHistory(FillInput &input, const FillRequest &request, const MakesWay &isLeftOut)
{
    AiringQuery query{
        request.plan, historyWindow(input, request), request.now, request.cooldown, {}, isLeftOut, {}};
    query.cooldownOf = [&](const Asset *asset, TimePoint t) {
        return input.rules.cooldownOf(asset, input.rulesDaypartAt(t));
    };
    if (input.rules.hasExemptions()) {
        query.isExempt = [&](const Asset *asset, TimePoint t) {
            return input.rules.isExempt(asset, input.rulesDaypartAt(t));
        };
    }
    auto airings = collectAirings(input.station, query, input.index);
    input.contents = input.index.size();
    if (input.rules.hasSeparations()) {
        std::vector<const Asset *> assets(input.contents, nullptr);
        input.station.assets().forEach([&](const Asset &asset) {
            const std::uint32_t content = input.index.of(asset.id).content;
            if (content < assets.size())
                assets[content] = &asset;
        });
        std::vector<Airing> bySeries;
        for (Airing airing : airings) {
            if (airing.isExempt)
                continue;
            const Asset *asset = assets[airing.content];
            airing.content = asset ? input.series.of(*asset) : ContentIndex::none;
            if (airing.content != ContentIndex::none)
                bySeries.push_back(airing);
        }
        input.seriesHistory = History(std::move(bySeries), input.series.size());
    }
    input.history = History(std::move(airings), input.contents);
}

void gatherFixed(FillInput &input, const FillRequest &request, const MakesWay &isLeftOut)
{
    if (input.rules.rules().empty())
        return;
    const TimeRange around = TimeRange::between(request.range.start - margin, request.range.end() + margin);
    const auto visit = [&](const ScheduledEvent &event, const Play *play) {
        const Asset *asset = event.asset ? input.station.assets().find(event.asset) : nullptr;
        const bool isSlate = event.tier == RelaxationTier::ElasticSlate; // no rule counts it
        if (event.layer != 0 || !asset || isSlate || (!play && isLeftOut && isLeftOut(event)))
            return;
        const QString daypart = input.rulesDaypartAt(event.range.start);
        input.fixed.push_back({event.range, asset, input.rules.classOf(*asset, daypart)});
    };
    AiredEvents(input.station, request.plan, request.now, around).forEach(visit);
}

/// What is around the range goes by the calendar in any case.
std::vector<Block> blocksAround(const FillInput &input, const FillRequest &request)
{
    const TimeRange around = aroundOf(input, request);
    const auto of = [&](TimePoint from, TimePoint until) {
        return blocksOf(input.station.templates(), input.channel, TimeRange::between(from, until));
    };
    if (!request.week)
        return of(around.start, around.end());
    std::vector<Block> blocks = of(around.start, request.range.start);
    const std::vector<Block> after = of(request.range.end(), around.end());
    blocks.insert(blocks.end(), input.blocks.begin(), input.blocks.end());
    blocks.insert(blocks.end(), after.begin(), after.end());
    return blocks;
}

} // namespace

Millis reachOf(const RuleBook &rules, const AssetTable &assets)
{
    Millis reach = longestCooldown(assets, rules.longestCooldown());
    for (const Rule &rule : rules.rules()) {
        if (const auto *cooldown = std::get_if<Cooldown>(&rule.body))
            reach = std::max(reach, cooldown->preferred.value_or(Millis::zero()));
        else if (const auto *separation = std::get_if<Separation>(&rule.body))
            reach = std::max({reach, separation->never.value_or(Millis::zero()),
                              separation->preferred.value_or(Millis::zero())});
        else if (const auto *plays = std::get_if<MaxPlays>(&rule.body))
            reach = std::max(reach, plays->window);
    }
    return reach;
}

bool isFrozen(const ScheduledEvent &event, TimePoint now)
{
    return event.origin != EventOrigin::AutoFill || event.isLocked || event.range.start < now;
}

Status checkRequest(const Station &station, const FillRequest &request)
{
    if (!station.channelOf(request.plan))
        return fail(ErrorCode::UnknownObject, {u"plan"_s, request.plan.toString()});
    if (request.week && !findTemplate(station.templates(), station.channelOf(request.plan)->id, request.week))
        return fail(ErrorCode::UnknownObject, {u"template"_s, request.week.toString()});
    if (request.range.isEmpty())
        return fail(ErrorCode::EmptyRange, {toIso8601(request.range.start), toIso8601(request.range.end())});
    if (request.cooldown < Millis::zero())
        return fail(ErrorCode::BadArgument,
                    {toClockText(request.cooldown), u"the cooldown"_s, u"It must not be negative."_s});
    if (request.limit < 0)
        return fail(ErrorCode::BadArgument, {QString::number(request.limit), u"the limit on events"_s,
                                             u"It must not be negative."_s});
    return {};
}

TimeRange aroundOf(const FillInput &input, const FillRequest &request)
{
    const Millis reach = std::max(reachOf(input.rules, input.station.assets()), margin);
    return TimeRange::between(request.range.start - reach, request.range.end() + reach);
}

MakesWay makesWay(const Station &station, const FillRequest &request)
{
    if (!request.replaceAuto && request.replaced.empty())
        return {};
    const auto mayGo = [replaceAuto = request.replaceAuto, range = request.range, now = request.now,
                        ids = std::unordered_set<EventId>(request.replaced.begin(), request.replaced.end())](
                           const ScheduledEvent &event) {
        const bool isWanted = (replaceAuto && event.range.end() <= range.end()) || ids.contains(event.id);
        // What lasts no time takes none away, and no look at a range finds it.
        return event.layer == 0 && !isFrozen(event, now) && range.contains(event.range.start) &&
               !event.range.isEmpty() && isWanted;
    };
    if (!request.replaceAuto)
        return mayGo;
    constexpr Millis around = std::chrono::hours(24);
    std::unordered_set<AiringId> standing;
    station.schedule().forEachIn(
        request.plan, TimeRange::between(request.range.start - around, request.range.end() + around),
        [&](const ScheduledEvent &event) {
            if (event.airing && !mayGo(event))
                standing.insert(event.airing);
        });
    return [mayGo, standing](const ScheduledEvent &event) {
        return mayGo(event) && !(event.airing && standing.contains(event.airing));
    };
}

Result<FillInputPtr> gatherFillInput(const Station &station, const FillRequest &request,
                                     const MakesWay &isLeftOut, const Job &job, AssetId asPlayable)
{
    auto input = std::make_unique<FillInput>(station, *station.channelOf(request.plan), request.cooldown);
    const FrameGrid grid = input->channel.grid();
    const WeekTemplate *only = findTemplate(station.templates(), input->channel.id, request.week);
    input->blocks = blocksOf(station.templates(), input->channel, request.range, only);
    if (input->rules.hasDayparts())
        input->around = blocksAround(*input, request);
    input->candidates =
        findCandidates(station.assets(), grid, input->rules, input->index, input->series, asPlayable);
    if (job.isCancelled())
        return fail(ErrorCode::Cancelled);
    gatherHistory(*input, request, isLeftOut);
    gatherFixed(*input, request, isLeftOut);
    input->free = freeSlots(station.schedule(), request.plan, request.range, grid, isLeftOut);
    if (job.isCancelled())
        return fail(ErrorCode::Cancelled);
    return input;
}

std::vector<PoolUse> chainOf(const Daypart *daypart, const FillRequest &request, bool hasDaypartRules)
{
    PoolSpec main;
    main.order = daypart ? daypart->order : request.order;
    main.filter = daypart ? daypart->filter : AssetFilter();
    main.daypart = daypart && hasDaypartRules ? daypart->name : QString();
    std::vector<PoolUse> chain{{main, RelaxationTier::AllRules}};
    for (const QString &category : daypart ? daypart->fallbackCategories : QStringList()) {
        PoolSpec fallback = main;
        fallback.filter = AssetFilter{{category}, {}, {}, main.filter.kind};
        chain.push_back({fallback, RelaxationTier::FallbackCategory});
    }
    if (request.allowedCooldown) {
        PoolSpec allowed = main;
        allowed.cooldown = request.allowedCooldown;
        chain.push_back({allowed, RelaxationTier::OperatorAllowed});
    }
    return chain;
}

std::vector<PoolSpec> poolsFor(const Daypart *daypart, const FillRequest &request, bool hasDaypartRules)
{
    std::vector<PoolSpec> pools;
    for (const PoolUse &use : chainOf(daypart, request, hasDaypartRules)) {
        pools.push_back(use.spec);
        pools.back().cooldown = request.allowedCooldown;
    }
    std::vector<PoolRole> between{PoolRole::Closers};
    if (daypart && daypart->identAfterEach)
        between.push_back(PoolRole::Idents);
    if (daypart && daypart->promoEvery > Millis::zero())
        between.push_back(PoolRole::Promos);
    if (daypart && daypart->breakLength > Millis::zero())
        between.push_back(PoolRole::Commercials);
    for (const PoolRole role : between)
        pools.push_back({role, {}, PickOrder::Shuffle, pools.front().daypart, std::nullopt});
    return pools;
}

} // namespace sf
