// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "filloracle.h"

#include <algorithm>
#include <set>

namespace sf::test {

namespace {

QString says(const char *what, TimePoint at)
{
    return QStringLiteral("%1 at %2").arg(QString::fromLatin1(what), toIso8601(at));
}

} // namespace

FillOracle::FillOracle(const Station &before, const FillRequest &request, const FillOutcome &outcome)
    : m_station(before)
    , m_request(request)
    , m_outcome(outcome)
    , m_grid(before.channelOf(request.plan)->grid())
    , m_clock(before.channelOf(request.plan)->clock())
{
    std::set<EventId> removed;
    for (const ScheduledEvent &event : outcome.edit.events.before)
        removed.insert(event.id);
    const auto add = [&](const ScheduledEvent &event, bool isPlaced) {
        if (event.layer == 0 && !removed.contains(event.id))
            m_showings.push_back({before.assets().find(event.asset), event.range.start, event.range.end(),
                                  isPlaced, event.isExempt});
    };
    before.schedule().forEach(request.plan, [&](const ScheduledEvent &event) { add(event, false); });
    removed.clear();
    for (const ScheduledEvent &event : outcome.edit.events.after)
        add(event, true);
    std::sort(m_showings.begin(), m_showings.end(),
              [](const Showing &a, const Showing &b) { return a.start < b.start; });
    before.assets().forEach(
        [&](const Asset &asset) { m_hasPrograms = m_hasPrograms || asset.kind == AssetKind::Program; });
}

QString FillOracle::judge() const
{
    QString wrong;
    for (const Showing &showing : m_showings) {
        if (showing.isPlaced && wrong.isEmpty())
            wrong = judgePlaced(showing);
    }
    for (const FillGap &gap : m_outcome.gaps) {
        if (wrong.isEmpty())
            wrong = judgeGap(gap);
    }
    return wrong.isEmpty() ? judgeSums() : wrong;
}

QString FillOracle::judgePlaced(const Showing &showing) const
{
    const TimePoint start = showing.start;
    if (!showing.asset || !(isCandidate(*showing.asset) || isCloser(*showing.asset)))
        return says("not a candidate", start);
    if (start < m_request.range.start || showing.end > m_request.range.end())
        return says("outside the range", start);
    if (!m_grid.isOnGrid(start) || !m_grid.isOnGrid(showing.end) ||
        m_grid.indexOf(showing.end) - m_grid.indexOf(start) != m_grid.framesFor(showing.asset->playable()))
        return says("not on the grid", start);
    for (const Showing &other : m_showings) {
        const bool isSame = &other == &showing;
        if (!isSame && other.start < showing.end && start < other.end)
            return says("overlap", start);
    }
    return mayStart(*showing.asset, start, false) ? QString() : says("not eligible", start);
}

QString FillOracle::judgeGap(const FillGap &gap) const
{
    const TimePoint end = gap.range.end();
    if (gap.range.isEmpty() || end > slotEnd(gap.range.start))
        return says("bad gap", gap.range.start);
    for (const Showing &showing : m_showings) {
        if (showing.start < gap.range.end() && gap.range.start < showing.end)
            return says("gap that is not free", gap.range.start);
    }
    const std::int64_t first = m_grid.indexOf(gap.range.start);
    const std::int64_t last = m_grid.indexOf(gap.range.end()) - 1;
    for (const std::int64_t frame : {first, first + (last - first) / 3, last - (last - first) / 3, last}) {
        const TimePoint at = m_grid.timeOf(frame);
        QString wrong;
        m_station.assets().forEach([&](const Asset &asset) {
            if (isCandidate(asset) && m_grid.timeOf(frame + m_grid.framesFor(asset.playable())) <= end &&
                mayStart(asset, at, true))
                wrong = says("something would have fitted", at);
        });
        if (!wrong.isEmpty())
            return wrong;
    }
    return {};
}

QString FillOracle::judgeSums() const
{
    Millis filled{0};
    for (const Showing &showing : m_showings)
        filled += showing.isPlaced ? showing.end - showing.start : Millis::zero();
    Millis gap{0};
    for (const FillGap &one : m_outcome.gaps)
        gap += one.range.duration;
    if (filled != m_outcome.filled || gap != m_outcome.gap)
        return QStringLiteral("sums do not match the lists");
    if (filled + gap != m_outcome.feasibility.needed)
        return QStringLiteral("filled and gap do not make up the free time");
    if (filled > m_outcome.feasibility.library)
        return QStringLiteral("more was filled than the bound allows");
    return m_outcome.violations == 0 ? QString() : QStringLiteral("violations");
}

bool FillOracle::isCandidate(const Asset &asset) const
{
    const bool isOfKind = m_hasPrograms ? asset.kind == AssetKind::Program : asset.kind != AssetKind::Live;
    return isOfKind && asset.weight > 0 && asset.durationSource != DurationSource::Unknown &&
           asset.playable() > Micros::zero() && asset.status != AssetStatus::Missing &&
           asset.status != AssetStatus::Unreadable;
}

/// Fillers and promos close joins where programmes fill.
bool FillOracle::isCloser(const Asset &asset) const
{
    Asset programme = asset;
    programme.kind = AssetKind::Program;
    return m_hasPrograms && (asset.kind == AssetKind::Filler || asset.kind == AssetKind::Promo) &&
           isCandidate(programme);
}

/// What is placed later was chosen with this one there; what would be added has to stand with all there is.
bool FillOracle::mayStart(const Asset &asset, TimePoint start, bool isAdded) const
{
    const TimePoint end = m_grid.timeOf(m_grid.indexOf(start) + m_grid.framesFor(asset.playable()));
    if ((asset.rightsFrom && start < *asset.rightsFrom) || (asset.rightsUntil && end > *asset.rightsUntil))
        return false;
    std::vector<TimePoint> others;
    for (const Showing &other : m_showings) {
        if (!other.asset || other.isExempt || contentKey(*other.asset) != contentKey(asset))
            continue;
        if (other.start < start && start - other.start < cooldownOf(asset))
            return false;
        const bool isLaterChoice = !isAdded && other.isPlaced && other.start >= start;
        if (isLaterChoice)
            continue;
        if (other.start >= start &&
            other.start - start < std::max(cooldownOf(asset), cooldownOf(*other.asset)))
            return false;
        others.push_back(other.start);
    }
    return keepsLimits(asset, start, others);
}

bool FillOracle::keepsLimits(const Asset &asset, TimePoint start, const std::vector<TimePoint> &others) const
{
    if (asset.hours) {
        const LocalTime local = m_clock.toLocal(start);
        const auto day = std::chrono::floor<std::chrono::days>(local);
        const auto weekday = std::chrono::weekday(day).iso_encoding() - 1;
        const auto hour = std::chrono::floor<std::chrono::hours>(local - day).count();
        if (!asset.hours->test(weekday * 24 + static_cast<std::size_t>(hour)))
            return false;
    }
    const QDate date = m_clock.broadcastDate(start);
    int today = 0;
    int thisWeek = 0;
    for (const TimePoint other : others) {
        const QDate otherDate = m_clock.broadcastDate(other);
        today += otherDate == date ? 1 : 0;
        thisWeek += otherDate.addDays(-otherDate.dayOfWeek()) == date.addDays(-date.dayOfWeek()) ? 1 : 0;
    }
    return (asset.maxPlays == 0 || static_cast<int>(others.size()) < asset.maxPlays) &&
           (asset.maxPlaysPerDay == 0 || today < asset.maxPlaysPerDay) &&
           (asset.maxPlaysPerWeek == 0 || thisWeek < asset.maxPlaysPerWeek);
}

TimePoint FillOracle::slotEnd(TimePoint start) const
{
    TimePoint end = m_request.range.end();
    for (const Showing &showing : m_showings) {
        if (!showing.isPlaced && showing.start >= start)
            end = std::min(end, showing.start);
    }
    return m_grid.timeOf(m_grid.floorIndex(end));
}

FillRequest requestOf(const PlanningFixture &fixture, TimePoint start, Millis length)
{
    FillRequest request;
    request.plan = fixture.plan.id;
    request.range = {start, length};
    request.seed = 42;
    request.now = start;
    return request;
}

EditStamp stampAt(TimePoint now) { return {EditId::fromBits(1, 2), QStringLiteral("test"), now}; }

FillOutcome filled(const Station &station, const FillRequest &request)
{
    Job job;
    auto outcome = fill(station, request, stampAt(request.now), job);
    if (!outcome)
        qFatal("fill failed: %s", qPrintable(sentence(outcome.error())));
    return *outcome;
}

FillOutcome filledWell(const PlanningFixture &fixture, const FillRequest &request)
{
    const Station station = fixture.station();
    const FillOutcome outcome = filled(station, request);
    const QString wrong = FillOracle(station, request, outcome).judge();
    if (!wrong.isEmpty())
        qFatal("%s", qPrintable(wrong));
    return outcome;
}

} // namespace sf::test
