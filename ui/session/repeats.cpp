// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/session/repeats.h"

#include "core/planning/aired.h"
#include "core/planning/blocks.h"
#include "core/planning/contents.h"
#include "core/planning/rulebook.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace sf {

namespace {

/// The assets of a content, mostly one.
std::unordered_set<AssetId> assetsOf(const Station &station, AssetId wanted)
{
    std::unordered_set<AssetId> same{wanted};
    const Asset *asset = station.assets().find(wanted);
    if (!asset || asset->houseNumber.isEmpty())
        return same;
    ContentIndex contents(station.assets());
    const std::uint32_t content = contents.of(wanted).content;
    station.assets().forEach([&](const Asset &other) {
        if (!other.houseNumber.isEmpty() && contents.of(other.id).content == content)
            same.insert(other.id);
    });
    return same;
}

/// The cooldown of an asset by where it airs.
class Cooldowns
{
public:
    Cooldowns(const Station &station, const Channel &channel, PlanId plan, Millis usual)
        : m_station(station)
        , m_rules(station.rules(), channel.id, usual)
    {
        const auto extent = station.schedule().extent(plan);
        if (extent && m_rules.hasDayparts())
            m_blocks = blocksOf(station.templates(), channel, *extent);
    }
    Millis of(AssetId asset, TimePoint t)
    {
        const Block *block = blockAt(m_blocks, t);
        return m_rules.cooldownOf(m_station.assets().find(asset), block ? block->name() : QString());
    }
    bool isExempt(AssetId asset, TimePoint t)
    {
        const Block *block = blockAt(m_blocks, t);
        return m_rules.isExempt(m_station.assets().find(asset), block ? block->name() : QString());
    }

private:
    const Station &m_station;
    RuleBook m_rules;
    std::vector<Block> m_blocks;
};

/// `ranges` come by start, or nearly so: cooldowns may differ.
std::vector<TimeRange> merged(std::vector<TimeRange> ranges)
{
    std::sort(ranges.begin(), ranges.end(),
              [](const TimeRange &a, const TimeRange &b) { return a.start < b.start; });
    std::vector<TimeRange> out;
    for (const TimeRange &range : ranges) {
        if (!out.empty() && range.start <= out.back().end())
            out.back() = TimeRange::between(out.back().start, std::max(out.back().end(), range.end()));
        else
            out.push_back(range);
    }
    return out;
}

RepeatLane laneFor(const Station &station, const Plan &plan, const Channel &channel,
                   const std::unordered_set<AssetId> &assets, const RepeatQuery &query, const Job &job)
{
    RepeatLane lane;
    lane.plan = plan.id;
    Cooldowns cooldowns(station, channel, plan.id, query.cooldown);
    std::unordered_set<AiringId> seen;
    std::vector<TimeRange> cooling;
    const AssetId single = *assets.begin();
    const auto visit = [&](const ScheduledEvent &event, const Play *) {
        const bool isWanted = assets.size() == 1 ? event.asset == single : assets.contains(event.asset);
        if (!isWanted || event.layer != 0 || job.isCancelled())
            return;
        lane.airings.push_back(event.range);
        // An intended rerun has no cooldown; the parts of a split programme have one together.
        if (event.isExempt || (event.airing && !seen.insert(event.airing).second) ||
            cooldowns.isExempt(event.asset, event.range.start))
            return;
        const Millis cooldown = cooldowns.of(event.asset, event.range.start);
        cooling.push_back({event.range.start - cooldown, 2 * cooldown});
    };
    AiredEvents(station, plan.id, query.now, std::nullopt).forEach(visit);
    lane.cooling = merged(std::move(cooling));
    return lane;
}

} // namespace

const RepeatLane *Repeats::laneOf(PlanId plan) const
{
    const auto at = std::find_if(lanes.begin(), lanes.end(),
                                 [plan](const RepeatLane &lane) { return lane.plan == plan; });
    return at == lanes.end() ? nullptr : &*at;
}

Result<Repeats> findRepeats(const Station &station, const RepeatQuery &query, Job &job)
{
    Repeats repeats;
    repeats.asset = query.asset;
    const std::unordered_set<AssetId> assets = assetsOf(station, query.asset);
    for (const Plan &plan : station.plans()) {
        const Channel *channel = station.channelOf(plan.id);
        if (!plan.isOnAir || !channel)
            continue;
        RepeatLane lane = laneFor(station, plan, *channel, assets, query, job);
        if (!lane.airings.empty())
            repeats.lanes.push_back(std::move(lane));
        if (job.isCancelled())
            return fail(ErrorCode::Cancelled);
    }
    return repeats;
}

} // namespace sf
