// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/feasibilityreport.h"

#include "core/planning/demands.h"
#include "core/planning/maxflow.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

struct Amounts
{
    Millis needed{0};
    Millis own{0}; ///< of available: what is drawn from first
    Millis available{0};
    Millis shortage{0};
    bool hasFallback = false;
    bool hasSlates = false;
    bool isWish = false; ///< what is needed is only preferred
};

LightReason reasonFor(const Amounts &of)
{
    if (of.shortage > Millis::zero())
        return of.isWish      ? LightReason::GivesWay
               : of.hasSlates ? LightReason::NeedsSlates
                              : LightReason::Short;
    if (of.hasFallback && of.own < of.needed)
        return LightReason::NeedsFallback;
    // What goes between programmes fills no daypart alone.
    const Millis spare = (of.hasFallback ? of.available : of.own) - of.needed;
    return spare < of.needed / 10 ? LightReason::Tight : LightReason::Enough;
}

bool hasSlates(const FillInput &input)
{
    const auto &usable = input.candidates.usable;
    return std::any_of(usable.begin(), usable.end(),
                       [](const Candidate &one) { return one.asset->isElastic; });
}

void setLight(PartFeasibility &part, const Amounts &amounts)
{
    part.needed = amounts.needed;
    part.available = amounts.available;
    part.library = std::min(amounts.available, 2 * amounts.needed);
    part.shortage = amounts.shortage;
    part.reason = reasonFor(amounts);
    part.light = lightOf(part.reason);
}

/// The flow from what contents can give to what dayparts need.
struct DaypartFlow
{
    std::vector<Millis> shortages; ///< by demand
    std::vector<bool> isShort;     ///< by demand: in the minimum cut
};

DaypartFlow flowTo(const std::vector<Demand> &demands, const Stock &stock)
{
    constexpr std::size_t source = 0;
    constexpr std::size_t sink = 1;
    constexpr std::size_t firstDemand = 2;
    MaxFlow flow(firstDemand + demands.size() + stock.supplies.size());
    std::vector<std::size_t> met;
    for (std::size_t i = 0; i < demands.size(); ++i)
        met.push_back(flow.addEdge(firstDemand + i, sink, demands[i].needed.count()));
    std::size_t node = firstDemand + demands.size();
    for (const auto &[drawn, supply] : stock.supplies) {
        flow.addEdge(source, node, supply.airtime.count());
        for (std::size_t i = 0; i < demands.size(); ++i) {
            if (drawn[i])
                flow.addEdge(node, firstDemand + i, supply.byDemand[i].count());
        }
        ++node;
    }
    flow.run(source, sink);
    const std::vector<bool> sinkSide = flow.sinkSide(sink);
    DaypartFlow found;
    for (std::size_t i = 0; i < demands.size(); ++i) {
        found.shortages.push_back(demands[i].needed - Millis(flow.flowOf(met[i])));
        found.isShort.push_back(sinkSide[firstDemand + i] && demands[i].needed > Millis::zero());
    }
    return found;
}

/// By demand: the first of those that are short with it and linked to it by what they both draw from.
std::vector<std::size_t> linked(const std::vector<bool> &isShort, const Stock &stock)
{
    std::vector<std::size_t> first(isShort.size());
    std::iota(first.begin(), first.end(), std::size_t{0});
    for (const auto &entry : stock.supplies) {
        std::optional<std::size_t> known;
        for (std::size_t i = 0; i < isShort.size(); ++i) {
            if (!isShort[i] || entry.second.byDemand[i] == Millis::zero())
                continue;
            if (!known)
                known = i;
            const std::size_t to = std::min(first[*known], first[i]);
            const std::size_t from = std::max(first[*known], first[i]);
            std::replace(first.begin(), first.end(), from, to);
        }
    }
    return first;
}

void addShared(FeasibilityReport &report, const std::vector<Demand> &demands, const DaypartFlow &flow,
               const Stock &stock)
{
    const std::vector<std::size_t> first = linked(flow.isShort, stock);
    for (std::size_t group = 0; group < demands.size(); ++group) {
        SharedShortage shared;
        for (std::size_t i = group; i < demands.size(); ++i) {
            if (first[i] != group || !flow.isShort[i])
                continue;
            shared.dayparts.push_back(demands[i].name);
            shared.shortage += flow.shortages[i];
        }
        if (!shared.dayparts.empty())
            report.shared.push_back(std::move(shared));
    }
}

void addDayparts(FeasibilityReport &report, const FillInput &input, const std::vector<Demand> &demands,
                 const Stock &stock)
{
    const DaypartFlow flow = flowTo(demands, stock);
    for (std::size_t i = 0; i < demands.size(); ++i) {
        PartFeasibility part;
        part.name = demands[i].name;
        part.when = demands[i].when.join(u"; "_s);
        setLight(part, {demands[i].needed, stock.own[i], stock.available[i], flow.shortages[i],
                        demands[i].hasFallback(), hasSlates(input)});
        report.daypartShortage += flow.shortages[i];
        report.dayparts.push_back(part);
        report.light = std::max(report.light, part.light);
        if (flow.isShort[i])
            report.shortDayparts.push_back(demands[i].name);
    }
    addShared(report, demands, flow, stock);
}

/// What the category of a quota can give.
Millis airtimeOf(std::uint32_t quota, const FillInput &input, const FillRequest &request, Millis needed)
{
    const OfferBound bound(input);
    ShortestCooldown cooldown(input, request);
    std::vector<Offer> offers(input.contents);
    for (Candidate candidate : input.candidates.usable) {
        cooldown.setFor(candidate);
        if (input.rules.at(candidate.ruleClass).quota == quota && isProgramme(*candidate.asset))
            add(offers[candidate.content], candidate);
    }
    Millis airtime{0};
    for (std::uint32_t content = 0; content < offers.size(); ++content)
        airtime += bound.airtimeOf(offers[content], content, request.range, needed);
    return airtime;
}

Millis shareOf(double share, Millis whole)
{
    return Millis(static_cast<std::int64_t>(share * static_cast<double>(whole.count())));
}

/// A value that is only preferred gives way, so that it never makes a light red.
void addCategories(FeasibilityReport &report, const FillInput &input, const FillRequest &request)
{
    const auto &rules = input.rules.rules();
    for (std::uint32_t place = 0; place < rules.size(); ++place) {
        const auto *quota = std::get_if<Quota>(&rules[place].body);
        if (!quota)
            continue;
        const QString &category = rules[place].scope.category;
        const Millis available = airtimeOf(place, input, request, report.channel.needed);
        const Millis least = shareOf(quota->never.value_or(0), report.channel.needed);
        const bool breaksNever = available < least;
        Amounts amounts;
        amounts.needed =
            breaksNever ? least : std::max(least, shareOf(quota->preferred, report.channel.needed));
        amounts.own = amounts.available = available;
        amounts.shortage = std::max(Millis::zero(), amounts.needed - available);
        amounts.isWish = !breaksNever;
        PartFeasibility part;
        part.name = category.isEmpty() ? rules[place].name : category;
        setLight(part, amounts);
        report.light = std::max(report.light, part.light);
        report.categories.push_back(part);
    }
}

} // namespace

Result<FeasibilityReport> feasibilityReport(const Station &station, const FillRequest &request, Job &job)
{
    if (const Status status = checkRequest(station, request); !status)
        return fail(status.error());
    const auto input = gatherFillInput(station, request, makesWay(station, request), job);
    if (!input)
        return fail(input.error());
    FeasibilityReport report;
    report.channel = feasibilityOf(**input, request);
    const Feasibility &channel = report.channel;
    report.channelReason =
        reasonFor({channel.needed, channel.available, channel.available,
                   std::max(Millis::zero(), channel.needed - channel.available), false, hasSlates(**input)});
    report.light = lightOf(report.channelReason);
    const std::vector<Demand> demands = demandsOf(**input, request);
    const Stock stock = stockFor(**input, demands, request.range, 2 * channel.needed);
    if (job.isCancelled())
        return fail(ErrorCode::Cancelled);
    addDayparts(report, **input, demands, stock);
    addCategories(report, **input, request);
    return report;
}

Light lightOf(LightReason reason)
{
    switch (reason) {
    case LightReason::Enough:
        return Light::Green;
    case LightReason::Short:
        return Light::Red;
    default:
        return Light::Amber;
    }
}

template <>
std::span<const QLatin1StringView> namesOf<LightReason>()
{
    static constexpr std::array names{"enough"_L1,       "tight"_L1,     "needs-fallback"_L1,
                                      "needs-slates"_L1, "gives-way"_L1, "short"_L1};
    return names;
}

template <>
std::span<const QLatin1StringView> namesOf<Light>()
{
    static constexpr std::array names{"green"_L1, "amber"_L1, "red"_L1};
    return names;
}

} // namespace sf
