// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/feasibilityreport.h"

#include "core/planning/maxflow.h"
#include "core/planning/offers.h"

#include <algorithm>
#include <array>
#include <map>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

Light lightOf(Millis needed, Millis library, Millis shortage)
{
    if (shortage > Millis::zero())
        return Light::Red;
    return library - needed < needed / 10 ? Light::Amber : Light::Green;
}

/// The free time of one daypart.
struct Demand
{
    QString name;
    PoolSpec pool;
    Millis needed{0};
    std::vector<TimeRange> windows;
};

std::vector<Demand> demandsOf(const FillInput &input, const FillRequest &request)
{
    const FrameGrid grid = input.channel.grid();
    std::vector<Demand> demands;
    const auto demandOf = [&](const Block &block) -> Demand & {
        PoolSpec pool = chainOf(block.daypart, request, input.rules.hasDayparts()).front().spec;
        pool.cooldown = request.allowedCooldown;
        const auto known = std::find_if(demands.begin(), demands.end(), [&](const Demand &demand) {
            return demand.name == block.name() && demand.pool == pool;
        });
        return known != demands.end() ? *known : demands.emplace_back(Demand{block.name(), pool, {}, {}});
    };
    std::size_t next = 0;
    for (const Block &block : input.blocks) {
        Demand &demand = demandOf(block);
        for (; next < input.free.size(); ++next) {
            const FreeSlot &slot = input.free[next];
            const TimeRange free = TimeRange::between(grid.timeOf(slot.first), grid.timeOf(slot.end));
            const TimeRange window = free.intersected(block.range);
            if (!window.isEmpty()) {
                demand.needed += window.duration;
                demand.windows.push_back(window);
            }
            if (free.end() > block.range.end())
                break;
        }
    }
    return demands;
}

/// Contents of which the same dayparts may draw, taken together.
struct Supply
{
    Millis airtime{0};
    std::vector<Millis> byDemand;
};
using Supplies = std::map<std::vector<bool>, Supply>;

/// The offer of each content to one demand.
std::vector<Offer> offersFor(FillInput &input, const Demand &demand)
{
    std::vector<Offer> offers(input.contents);
    for (const Candidate &candidate : candidatesOf(input.candidates, demand.pool, input.rules))
        add(offers[candidate.content], candidate);
    return offers;
}

Supplies suppliesOf(FillInput &input, const std::vector<Demand> &demands, TimeRange range, Millis most)
{
    std::vector<std::vector<Offer>> offers;
    for (const Demand &demand : demands)
        offers.push_back(offersFor(input, demand));
    const OfferBound bound(input);
    Supplies supplies;
    for (std::uint32_t content = 0; content < input.contents; ++content) {
        std::vector<bool> drawn(demands.size(), false);
        std::vector<Millis> byDemand(demands.size(), Millis::zero());
        Millis airtime{0};
        for (std::size_t i = 0; i < demands.size(); ++i) {
            const Offer &offer = offers[i][content];
            if (offer.longest == 0)
                continue;
            drawn[i] = true;
            airtime = std::max(airtime, bound.airtimeOf(offer, content, range, most));
            for (const TimeRange &window : demands[i].windows)
                byDemand[i] += bound.airtimeOf(offer, content, window, window.duration);
            byDemand[i] = std::min({byDemand[i], airtime, 2 * demands[i].needed});
        }
        if (airtime == Millis::zero())
            continue;
        Supply &supply =
            supplies.try_emplace(drawn, Supply{{}, std::vector<Millis>(demands.size(), Millis::zero())})
                .first->second;
        supply.airtime = std::min(most, supply.airtime + airtime);
        for (std::size_t i = 0; i < demands.size(); ++i)
            supply.byDemand[i] = std::min(2 * demands[i].needed, supply.byDemand[i] + byDemand[i]);
    }
    return supplies;
}

void addDayparts(FeasibilityReport &report, const std::vector<Demand> &demands, const Supplies &supplies)
{
    constexpr std::size_t source = 0;
    constexpr std::size_t sink = 1;
    constexpr std::size_t firstDemand = 2;
    MaxFlow flow(firstDemand + demands.size() + supplies.size());
    std::vector<std::size_t> met;
    std::vector<Millis> alone(demands.size(), Millis::zero());
    for (std::size_t i = 0; i < demands.size(); ++i)
        met.push_back(flow.addEdge(firstDemand + i, sink, demands[i].needed.count()));
    std::size_t node = firstDemand + demands.size();
    for (const auto &[drawn, supply] : supplies) {
        flow.addEdge(source, node, supply.airtime.count());
        for (std::size_t i = 0; i < demands.size(); ++i) {
            if (drawn[i])
                flow.addEdge(node, firstDemand + i, supply.byDemand[i].count());
            alone[i] += supply.byDemand[i];
        }
        ++node;
    }
    flow.run(source, sink);
    const std::vector<bool> isShort = flow.sinkSide(sink);
    for (std::size_t i = 0; i < demands.size(); ++i) {
        const Millis shortage = demands[i].needed - Millis(flow.flowOf(met[i]));
        const Millis library = std::min(alone[i], 2 * demands[i].needed); // more makes no odds
        report.daypartShortage += shortage;
        report.dayparts.push_back({demands[i].name, demands[i].needed, library, shortage,
                                   lightOf(demands[i].needed, alone[i], shortage)});
        report.light = std::max(report.light, report.dayparts.back().light);
        if (isShort[firstDemand + i] && demands[i].needed > Millis::zero())
            report.shortDayparts.push_back(demands[i].name);
    }
}

void addCategories(FeasibilityReport &report, const FillInput &input, const FillRequest &request)
{
    const OfferBound bound(input);
    ShortestCooldown cooldown(input, request);
    const auto &rules = input.rules.rules();
    for (std::uint32_t place = 0; place < rules.size(); ++place) {
        const auto *quota = std::get_if<Quota>(&rules[place].body);
        if (!quota)
            continue;
        std::vector<Offer> offers(input.contents);
        for (Candidate candidate : input.candidates.usable) {
            candidate.cooldown = cooldown.of(candidate);
            if (input.rules.at(candidate.ruleClass).quota == place && isProgramme(*candidate.asset))
                add(offers[candidate.content], candidate);
        }
        const Millis most = 2 * report.channel.needed;
        PartFeasibility part;
        part.name = rules[place].scope.category.isEmpty() ? rules[place].name : rules[place].scope.category;
        const double share = std::max(quota->preferred, quota->never.value_or(0));
        part.needed =
            Millis(static_cast<std::int64_t>(share * static_cast<double>(report.channel.needed.count())));
        for (std::uint32_t content = 0; content < offers.size() && part.library < most; ++content)
            part.library += bound.airtimeOf(offers[content], content, request.range, most);
        part.shortage = std::max(Millis::zero(), part.needed - part.library);
        part.light = lightOf(part.needed, part.library, part.shortage);
        report.light = std::max(report.light, part.light);
        report.categories.push_back(part);
    }
}

} // namespace

Result<FeasibilityReport> feasibilityReport(const Station &station, const FillRequest &request, Job &job)
{
    if (const Status status = checkRequest(station, request); !status)
        return fail(status.error());
    const auto input = gatherFillInput(station, request, makesWay(request), job);
    if (!input)
        return fail(input.error());
    FeasibilityReport report;
    report.channel = feasibilityOf(**input, request);
    report.light = report.channel.shortage > Millis::zero() ? Light::Red : Light::Green;
    const std::vector<Demand> demands = demandsOf(**input, request);
    const Supplies supplies = suppliesOf(**input, demands, request.range, 2 * report.channel.needed);
    if (job.isCancelled())
        return fail(ErrorCode::Cancelled);
    addDayparts(report, demands, supplies);
    addCategories(report, **input, request);
    return report;
}

template <>
std::span<const QLatin1StringView> namesOf<Light>()
{
    static constexpr std::array names{"green"_L1, "amber"_L1, "red"_L1};
    return names;
}

} // namespace sf
