// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/checkissues.h"

#include "core/model/names.h"
#include "core/planning/candidates.h"
#include "core/planning/explaintext.h"

#include <algorithm>

namespace sf {

IssueList::IssueList(const Station &station, const CheckRequest &request)
    : m_station(station)
    , m_grid(station.channelOf(request.plan)->grid())
    , m_plan(request.plan)
    , m_limit(request.limit)
    , m_counts(namesOf<IssueCode>().size(), 0)
{
}

void IssueList::add(IssueCode code, Severity severity, TimeRange range, std::vector<EventId> events,
                    QStringList args)
{
    if (m_counts[static_cast<std::size_t>(code)]++ < m_limit)
        m_issues.push_back({code, severity, m_plan, range, std::move(events), std::move(args)});
}

void IssueList::addMissing(const ScheduledEvent &event, const Asset *asset)
{
    const bool isUnreadable = asset && asset->status == AssetStatus::Unreadable;
    add(isUnreadable ? IssueCode::MediaUnreadable : IssueCode::MediaMissing, Severity::Error, event.range,
        {event.id}, {asset ? asset->url : event.asset.toString()});
}

void IssueList::addUnprobed(const ScheduledEvent &event, const Asset &asset)
{
    add(IssueCode::MediaUnprobed, Severity::Info, event.range, {event.id}, {asset.url});
}

void IssueList::addIfTooLong(const ScheduledEvent &event, const Asset &asset)
{
    if (asset.isElastic || !isDurationKnown(asset))
        return;
    const Micros available = asset.som + asset.playable() - event.mediaIn;
    const std::int64_t frames = available > Micros::zero() ? m_grid.framesFor(available) : 0;
    if (m_grid.indexOf(event.range.end()) - m_grid.indexOf(event.range.start) <= frames)
        return;
    add(IssueCode::DurationMismatch,
        asset.durationSource == DurationSource::Probed ? Severity::Warning : Severity::Info, event.range,
        {event.id}, {QString::number((event.range.duration - m_grid.lengthOf(frames)).count())});
}

void IssueList::addShort(const std::vector<QuotaShare> &quotas, TimeRange range)
{
    const auto percent = [](double share) { return QString::number(100 * share, 'f', 1); };
    for (const QuotaShare &share : quotas)
        add(IssueCode::QuotaShort, Severity::Warning, range, {},
            {share.category, percent(share.planned), percent(share.never)});
}

std::vector<Issue> IssueList::take(const CheckReport &report)
{
    for (const Overlap &pair : report.overlaps.pairs)
        add(IssueCode::Overlap, Severity::Error, pair.shared, {pair.a, pair.b});
    for (const TimeRange &gap : report.gaps)
        add(IssueCode::Gap, Severity::Warning, gap, {});
    for (const CooldownBreak &found : report.cooldown) {
        const ScheduledEvent *event = m_station.schedule().find(found.event);
        std::vector<EventId> events{found.event};
        if (found.previous)
            events.push_back(found.previous);
        add(IssueCode::CooldownBreak, Severity::Warning,
            event ? event->range : TimeRange{found.start, Millis::zero()}, std::move(events),
            {QString::number(found.shortBy.count())});
    }
    for (const RuleBreak &found : report.rules) {
        const ScheduledEvent *event = m_station.schedule().find(found.event);
        std::vector<EventId> events{found.event};
        if (found.other)
            events.push_back(found.other);
        add(IssueCode::RuleBreak, Severity::Warning,
            event ? event->range : TimeRange{found.start, Millis::zero()}, std::move(events),
            {reasonOf(found), found.ruleName});
    }
    for (const DuplicateEvent &duplicate : report.duplicates) {
        const ScheduledEvent *event = m_station.schedule().find(duplicate.event);
        add(IssueCode::Duplicate, Severity::Warning, event ? event->range : TimeRange{},
            {duplicate.event, duplicate.first});
    }
    std::stable_sort(m_issues.begin(), m_issues.end(),
                     [](const Issue &a, const Issue &b) { return a.range.start < b.range.start; });
    return std::move(m_issues);
}

} // namespace sf
