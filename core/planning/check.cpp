// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/check.h"

#include "core/planning/candidates.h"
#include "core/planning/checkissues.h"
#include "core/time/iso8601.h"

#include <QHash>
#include <QSet>

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

/// Airings that start in the range, each against the one before it.
std::vector<CooldownBreak> cooldownBreaks(const Station &station, const CheckRequest &request,
                                          ContentIndex &contents)
{
    AiringQuery query;
    query.plan = request.plan;
    query.now = request.now;
    query.cooldown = request.cooldown;
    if (request.range) {
        const Millis back = longestCooldown(station.assets(), request.cooldown);
        query.window = TimeRange::between(request.range->start - back, request.range->end());
    }
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

    CheckReport finish(std::vector<CooldownBreak> breaks)
    {
        m_report.overlaps = m_sweep.take();
        m_report.gaps = m_gaps.take();
        m_report.duplicates = m_duplicates.take();
        m_report.cooldown = std::move(breaks);
        m_report.issues = m_issues.take(m_report);
        return std::move(m_report);
    }

private:
    void checkMedia(const ScheduledEvent &event, const Asset *asset)
    {
        if (!asset || asset->status == AssetStatus::Missing || asset->status == AssetStatus::Unreadable) {
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
    std::vector<CooldownBreak> breaks = cooldownBreaks(station, request, contents);
    if (job.isCancelled())
        return fail(ErrorCode::Cancelled);
    return pass.finish(std::move(breaks));
}

} // namespace sf
