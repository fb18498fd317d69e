// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/check.h"

#include "core/planning/aired.h"
#include "core/planning/candidates.h"
#include "core/planning/checkissues.h"
#include "core/time/iso8601.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// Finds duplicates among the events of one start.
class DuplicateFinder
{
public:
    explicit DuplicateFinder(const Station &station)
        : m_station(station)
    {
    }

    /// Takes the next event in order of start.
    void add(const ScheduledEvent &event)
    {
        if (!m_together.empty() && m_together.front()->range.start != event.range.start)
            compare();
        m_together.push_back(&event);
    }
    std::vector<DuplicateEvent> take()
    {
        compare();
        return std::move(m_found);
    }

private:
    struct Title
    {
        EventId first;
        bool hasNoAddress = false; ///< of one of its events
        QHash<QString, EventId> byAddress;
    };

    void compare()
    {
        QHash<QString, Title> titles;
        for (const ScheduledEvent *event : m_together) {
            if (m_together.size() == 1)
                break;
            addTo(titles[m_station.titleOf(*event).trimmed().toCaseFolded()], *event);
        }
        m_together.clear();
    }

    void addTo(Title &title, const ScheduledEvent &event)
    {
        const Asset *asset = m_station.assets().find(event.asset);
        const QString address = asset && !asset->url.isEmpty() ? asset->url : event.asset.toString();
        if (!title.first)
            title.first = event.id;
        else if (!event.asset || title.hasNoAddress)
            m_found.push_back({event.id, title.first});
        else if (const auto same = title.byAddress.constFind(address); same != title.byAddress.constEnd())
            m_found.push_back({event.id, *same});
        title.hasNoAddress = title.hasNoAddress || !event.asset;
        if (event.asset && !title.byAddress.contains(address))
            title.byAddress.insert(address, event.id);
    }

    const Station &m_station;
    std::vector<const ScheduledEvent *> m_together;
    std::vector<DuplicateEvent> m_found;
};

/// Collects what no event covers.
class GapFinder
{
public:
    GapFinder(const FrameGrid &grid, const std::optional<TimeRange> &range)
        : m_grid(grid)
        , m_range(range)
    {
        if (range)
            m_covered = range->start;
    }

    void add(const TimeRange &event)
    {
        addUntil(event.start);
        m_covered = std::max(m_covered, event.end());
    }
    std::vector<TimeRange> take()
    {
        if (m_range)
            addUntil(m_range->end());
        return std::move(m_found);
    }

private:
    void addUntil(TimePoint until)
    {
        if (m_covered != TimePoint::min() && m_covered < until &&
            m_grid.indexOf(m_covered) < m_grid.indexOf(until))
            m_found.push_back(TimeRange::between(m_covered, until));
    }

    FrameGrid m_grid;
    std::optional<TimeRange> m_range;
    TimePoint m_covered = TimePoint::min();
    std::vector<TimeRange> m_found;
};

/// The time that the check is about; none for a plan without events.
std::optional<TimeRange> spanOf(const Station &station, const CheckRequest &request)
{
    return request.range ? request.range : station.schedule().extent(request.plan);
}

/// What the rules of the plan's channel say, and about which dayparts.
struct Scene
{
    Scene(const Station &station, const CheckRequest &request, TimeRange span)
        : channel(*station.channelOf(request.plan))
        , rules(station.rules(), channel.id, request.cooldown)
        , reach(reachOf(rules, station.assets()))
        , around(TimeRange::between(span.start - reach, span.end()))
    {
        if (rules.hasDayparts())
            blocks = blocksOf(station.templates(), channel, around);
    }

    const Channel &channel;
    RuleBook rules;
    Millis reach;
    TimeRange around;
    std::vector<Block> blocks;
};

/// Airings that start in the range, each against the one before it.
std::vector<CooldownBreak> cooldownBreaks(const Station &station, const CheckRequest &request, Scene &scene,
                                          ContentIndex &contents)
{
    AiringQuery query;
    query.plan = request.plan;
    query.now = request.now;
    query.cooldownOf = [&](const Asset *asset, TimePoint t) {
        const Block *block = scene.rules.hasDayparts() ? blockAt(scene.blocks, t) : nullptr;
        return scene.rules.cooldownOf(asset, block ? block->name() : QString());
    };
    if (scene.rules.hasExemptions()) {
        query.isExempt = [&](const Asset *asset, TimePoint t) {
            const Block *block = scene.rules.hasDayparts() ? blockAt(scene.blocks, t) : nullptr;
            return scene.rules.isExempt(asset, block ? block->name() : QString());
        };
    }
    if (request.range)
        query.window = scene.around;
    const std::vector<Airing> airings = collectAirings(station, query, contents);
    CooldownSweep sweep(contents.size());
    std::vector<CooldownBreak> breaks;
    for (const Airing &airing : airings) {
        const auto found = sweep.add(airing);
        if (found && found->event && (!request.range || request.range->contains(found->start)))
            breaks.push_back(*found);
    }
    return breaks;
}

bool hasLimits(const Asset &asset)
{
    return asset.rightsFrom || asset.rightsUntil || asset.hours || asset.maxPlays > 0 ||
           asset.maxPlaysPerDay > 0 || asset.maxPlaysPerWeek > 0;
}

/// As far back as rules look at single events, where no limit counts all plays.
std::optional<TimeRange> sweptRange(const CheckRequest &request, const Scene &scene, bool countsAll)
{
    constexpr Millis week = std::chrono::hours(8 * 24);
    if (!request.range || countsAll)
        return std::nullopt;
    return TimeRange::between(std::min(scene.around.start, request.range->start - week),
                              request.range->end());
}

/// Events that start in the range and stand where a rule or a limit does not let them.
std::vector<RuleBreak> ruleBreaks(const Station &station, const CheckRequest &request, Scene &scene,
                                  ContentIndex &contents)
{
    bool isLimited = !scene.rules.rules().empty();
    bool countsAll = false;
    station.assets().forEach([&](const Asset &asset) {
        isLimited = isLimited || hasLimits(asset);
        countsAll = countsAll || asset.maxPlays > 0;
    });
    std::vector<RuleBreak> found;
    if (!isLimited)
        return found;
    const WallHours hours(scene.channel.clock(), scene.around);
    RuleSweep sweep(scene.rules, hours, scene.blocks, scene.channel, contents);
    const auto visit = [&](const ScheduledEvent &event, const Play *) {
        const Asset *asset = event.layer == 0 && event.asset ? contents.of(event.asset).asset : nullptr;
        if (asset && event.tier != RelaxationTier::ElasticSlate)
            sweep.add(event, *asset, found);
    };
    AiredEvents(station, request.plan, request.now, sweptRange(request, scene, countsAll)).forEach(visit);
    // What aired without having been planned is nobody's to mend.
    const auto isOutside = [&](const RuleBreak &one) {
        return !one.event || (request.range && !request.range->contains(one.start));
    };
    found.erase(std::remove_if(found.begin(), found.end(), isOutside), found.end());
    return found;
}

/// Categories with less of the airtime than a rule asks for in any case.
std::vector<QuotaShare> shortQuotas(const Station &station, const CheckRequest &request, const Scene &scene,
                                    TimeRange span)
{
    QuotaCount count(scene.rules);
    if (!count.hasQuotas())
        return {};
    AiredEvents(station, request.plan, request.now, span)
        .forEach([&](const ScheduledEvent &event, const Play *) {
            const Asset *asset =
                event.layer == 0 && event.asset ? station.assets().find(event.asset) : nullptr;
            if (!asset || event.tier == RelaxationTier::ElasticSlate)
                return;
            const Block *block =
                scene.rules.hasDayparts() ? blockAt(scene.blocks, event.range.start) : nullptr;
            count.add(*asset, event.range.intersected(span).duration, block ? block->name() : QString());
        });
    std::vector<QuotaShare> shares = count.isEmpty() ? std::vector<QuotaShare>() : count.shares();
    std::erase_if(shares, [](const QuotaShare &share) { return !share.isShort(); });
    return shares;
}

/// One pass over the events that the check is about.
class Pass
{
public:
    Pass(const Station &station, const CheckRequest &request, ContentIndex &contents)
        : m_contents(contents)
        , m_sweep(request.limit)
        , m_gaps(station.channelOf(request.plan)->grid(), request.range)
        , m_duplicates(station)
        , m_issues(station, request)
    {
    }

    void add(const ScheduledEvent &event)
    {
        if (event.layer != 0)
            return;
        ++m_report.events;
        m_sweep.add(event);
        m_gaps.add(event.range);
        m_duplicates.add(event);
        if (event.asset)
            checkMedia(event, m_contents.of(event.asset).asset);
    }

    struct Broken
    {
        std::vector<CooldownBreak> cooldown;
        std::vector<RuleBreak> rules;
        std::vector<QuotaShare> quotas;
        TimeRange span; ///< what the quotas are of
    };

    CheckReport finish(Broken broken)
    {
        m_report.rules = std::move(broken.rules);
        m_report.quotas = std::move(broken.quotas);
        m_report.overlaps = m_sweep.take();
        m_report.gaps = m_gaps.take();
        m_report.duplicates = m_duplicates.take();
        m_report.cooldown = std::move(broken.cooldown);
        m_issues.addShort(m_report.quotas, broken.span);
        m_report.issues = m_issues.take(m_report);
        return std::move(m_report);
    }

private:
    void checkMedia(const ScheduledEvent &event, const Asset *asset)
    {
        if (!asset || cannotBePlayed(*asset)) {
            m_report.missing.push_back(event.id);
            m_issues.addMissing(event, asset);
            return;
        }
        if (asset->status == AssetStatus::Unprobed) {
            m_report.unprobed.push_back(event.id);
            m_issues.addUnprobed(event, *asset);
        }
        m_issues.addIfTooLong(event, *asset);
    }

    ContentIndex &m_contents;
    OverlapSweep m_sweep;
    GapFinder m_gaps;
    DuplicateFinder m_duplicates;
    IssueList m_issues;
    CheckReport m_report;
};

} // namespace

Result<CheckReport> check(const Station &station, const CheckRequest &request, Job &job)
{
    if (!station.channelOf(request.plan))
        return fail(ErrorCode::UnknownObject, {u"plan"_s, request.plan.toString()});
    if (request.range && request.range->isEmpty())
        return fail(ErrorCode::EmptyRange,
                    {toIso8601(request.range->start), toIso8601(request.range->end())});
    ContentIndex contents(station.assets());
    Pass pass(station, request, contents);
    const std::int64_t total = station.schedule().size();
    std::int64_t seen = 0;
    const auto visit = [&](const ScheduledEvent &event) {
        if ((++seen & 0x3FFF) == 0)
            job.setProgress(seen, total);
        if (!job.isCancelled())
            pass.add(event);
    };
    if (request.range)
        station.schedule().forEachIn(request.plan, *request.range, visit);
    else
        station.schedule().forEach(request.plan, visit);
    const auto span = spanOf(station, request);
    if (!span)
        return pass.finish({});
    Scene scene(station, request, *span);
    Pass::Broken broken;
    broken.span = *span;
    broken.cooldown = cooldownBreaks(station, request, scene, contents);
    if (job.isCancelled())
        return fail(ErrorCode::Cancelled);
    broken.rules = ruleBreaks(station, request, scene, contents);
    broken.quotas = shortQuotas(station, request, scene, *span);
    return pass.finish(std::move(broken));
}

} // namespace sf
