// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/recurrenceplan.h"

#include "core/base/mix.h"
#include "core/planning/candidates.h"
#include "core/planning/eventmaker.h"
#include "core/planning/fillcheck.h"
#include "core/planning/occurrences.h"

#include <algorithm>
#include <set>

namespace sf {

namespace {

struct Due
{
    const Recurrence *recurrence = nullptr;
    Occurrence occurrence;
};

bool isSeries(const Due &due) { return !due.recurrence->asset && !due.occurrence.asset; }

/// The hardest first: what can be one asset only, locked ones before others, originals before reruns.
bool isHarder(const Due &a, const Due &b)
{
    if (isSeries(a) != isSeries(b))
        return isSeries(b);
    if (a.recurrence->isLocked != b.recurrence->isLocked)
        return a.recurrence->isLocked;
    if (a.occurrence.start != b.occurrence.start)
        return a.occurrence.start < b.occurrence.start;
    return a.recurrence->id < b.recurrence->id;
}

/// Places occurrences one by one into what stands.
class Placer
{
public:
    Placer(const Station &station, const FillRequest &request, const MakesWay &isLeftOut, FillInput &input)
        : m_station(station)
        , m_request(request)
        , m_isLeftOut(isLeftOut)
        , m_input(input)
        , m_grid(input.channel.grid())
        , m_eligibility(input.rules,
                        {input.history, input.seriesHistory, input.contents, input.series.size()},
                        input.channel, request.range)
        , m_maker(station, input.channel, request, {})
    {
    }

    void place(const Due &due)
    {
        const Asset *asset = assetOf(due);
        const auto candidate = asset ? candidateOf(*asset, due) : std::nullopt;
        if (!candidate) {
            refuse(due, OccurrenceFailure::NoEpisode);
            return;
        }
        const std::int64_t first = m_grid.ceilIndex(due.occurrence.start);
        const TimeRange range =
            TimeRange::between(m_grid.timeOf(first), m_grid.timeOf(first + candidate->frames));
        if (!m_request.range.contains(range)) {
            refuse(due, OccurrenceFailure::OutsideRange);
            return;
        }
        if (const auto blockedBy = standingIn(range)) {
            refuse(due, OccurrenceFailure::Occupied, *blockedBy);
            return;
        }
        const Wait wait = due.recurrence->isRerun ? Wait{} : m_eligibility.waitAt(*candidate, first);
        if (!wait.isClear()) {
            refuse(due, OccurrenceFailure::RuleBroken, {}, wait.obstacle);
            return;
        }
        if (!due.recurrence->isRerun)
            m_eligibility.notePlaced(*candidate, range.start);
        m_plan.events.push_back(m_maker.make(*due.recurrence, *candidate, due.occurrence.original, range));
    }

    RecurrencePlan take()
    {
        std::sort(m_plan.events.begin(), m_plan.events.end(), startsBefore);
        return std::move(m_plan);
    }

private:
    void refuse(const Due &due, OccurrenceFailure failure, EventId blockedBy = {},
                Obstacle obstacle = Obstacle::None)
    {
        m_plan.unplaced.push_back(
            {due.recurrence->id, due.recurrence->name, due.occurrence.start, failure, blockedBy, obstacle});
    }

    /// By the history at that time, never by a stored cursor.
    const Asset *assetOf(const Due &due)
    {
        if (!isSeries(due))
            return m_station.assets().find(due.occurrence.asset ? due.occurrence.asset
                                                                : due.recurrence->asset);
        const auto episodes = episodesOf(m_station.assets(), due.recurrence->series);
        TimePoint latest = TimePoint::min();
        std::size_t last = episodes.size();
        for (std::size_t i = 0; i < episodes.size(); ++i) {
            const TimePoint aired = lastBefore(*episodes[i], due.occurrence.start);
            if (aired > latest) {
                latest = aired;
                last = i;
            }
        }
        if (due.recurrence->isRerun)
            return last < episodes.size() ? episodes[last] : nullptr;
        for (std::size_t step = 0; step < episodes.size(); ++step) {
            const std::size_t next = last < episodes.size() ? (last + 1 + step) % episodes.size() : step;
            if (candidateOf(*episodes[next], due))
                return episodes[next];
        }
        return nullptr;
    }

    TimePoint lastBefore(const Asset &asset, TimePoint t)
    {
        TimePoint last = TimePoint::min();
        for (const Airing &airing : m_input.history.of(m_input.index.of(asset.id).content)) {
            if (airing.start < t)
                last = std::max(last, airing.start);
        }
        for (const ScheduledEvent &event : m_plan.events) {
            if (event.asset == asset.id && !event.isExempt && event.range.start < t)
                last = std::max(last, event.range.start);
        }
        return last;
    }

    /// What may be live or looped lasts as long as the recurrence says, anything else as long as it is.
    std::optional<Candidate> candidateOf(const Asset &asset, const Due &due)
    {
        const Millis duration = due.recurrence->duration;
        if (cannotBePlayed(asset))
            return std::nullopt;
        const bool isAsSaid = duration > Millis::zero() &&
                              (asset.kind == AssetKind::Live || asset.isElastic || !isDurationKnown(asset));
        if (!isAsSaid && !isDurationKnown(asset))
            return std::nullopt;
        Candidate candidate;
        candidate.asset = &asset;
        candidate.content = m_input.index.of(asset.id).content;
        candidate.series = m_input.rules.hasSeparations() ? m_input.series.of(asset) : ContentIndex::none;
        candidate.ruleClass = m_input.rules.classOf(asset, m_input.rulesDaypartAt(due.occurrence.start));
        candidate.frames = isAsSaid ? m_grid.framesNear(duration) : m_grid.framesFor(asset.playable());
        candidate.cooldown = m_input.rules.cooldownOf(&asset, candidate.ruleClass);
        candidate.hash = mix64(asset.id.bits.high, asset.id.bits.low);
        candidate.isExempt = m_input.rules.at(candidate.ruleClass).isExempt;
        return candidate;
    }

    std::optional<EventId> standingIn(TimeRange range) const
    {
        std::optional<EventId> found;
        m_station.schedule().forEachIn(m_request.plan, range, [&](const ScheduledEvent &event) {
            if (event.layer == 0 && !(m_isLeftOut && m_isLeftOut(event)))
                found = event.id;
        });
        for (const ScheduledEvent &event : m_plan.events) {
            if (event.range.overlaps(range))
                found = event.id;
        }
        return found;
    }

    const Station &m_station;
    const FillRequest &m_request;
    const MakesWay &m_isLeftOut;
    FillInput &m_input;
    FrameGrid m_grid;
    Eligibility m_eligibility;
    EventMaker m_maker;
    RecurrencePlan m_plan;
};

/// What would break a rule with what is before or after it finds no place.
void refuseBreaks(FillInput &input, const FillRequest &request, const MakesWay &isLeftOut,
                  RecurrencePlan &plan, const Job &job)
{
    for (const ScheduledEvent &event : takeBackBreaks(input, request, isLeftOut, plan.events, job)) {
        plan.unplaced.push_back({event.recurrence,
                                 event.title,
                                 event.range.start,
                                 OccurrenceFailure::RuleBroken,
                                 {},
                                 Obstacle::None});
    }
}

/// The occurrences that events of the plan already are.
std::set<std::pair<RecurrenceId, LocalTime>> plannedIn(const Station &station, const FillRequest &request)
{
    std::set<std::pair<RecurrenceId, LocalTime>> planned;
    constexpr Millis around = std::chrono::hours(24 * 60); // as far as an operator may have moved one
    const TimeRange range = TimeRange::between(request.range.start - around, request.range.end() + around);
    station.schedule().forEachIn(request.plan, range, [&](const ScheduledEvent &event) {
        if (event.recurrence && event.occurrence)
            planned.emplace(event.recurrence, *event.occurrence);
    });
    return planned;
}

Result<std::vector<Due>> dueIn(const Station &station, const Channel &channel, const FillRequest &request)
{
    const auto planned = plannedIn(station, request);
    std::vector<Due> due;
    for (const Recurrence &recurrence : station.recurrences()) {
        if (recurrence.channel != channel.id)
            continue;
        const auto occurrences = occurrencesOf(recurrence, channel.clock(), request.range);
        if (!occurrences)
            return fail(occurrences.error());
        for (const Occurrence &occurrence : *occurrences) {
            if (!planned.contains({recurrence.id, occurrence.original}))
                due.push_back({&recurrence, occurrence});
        }
    }
    std::sort(due.begin(), due.end(), isHarder);
    return due;
}

} // namespace

std::vector<const Asset *> episodesOf(const AssetTable &assets, const QString &series)
{
    std::vector<const Asset *> episodes;
    assets.forEach([&](const Asset &asset) {
        if (asset.series.compare(series, Qt::CaseInsensitive) == 0)
            episodes.push_back(&asset);
    });
    std::sort(episodes.begin(), episodes.end(), [](const Asset *a, const Asset *b) {
        if (a->season != b->season)
            return a->season < b->season;
        if (a->episode != b->episode)
            return a->episode < b->episode;
        const int byTitle = a->title.compare(b->title, Qt::CaseInsensitive);
        return byTitle != 0 ? byTitle < 0 : a->id < b->id;
    });
    return episodes;
}

Result<RecurrencePlan> planRecurrences(const Station &station, const FillRequest &request,
                                       const MakesWay &isLeftOut, const Job &job)
{
    const Channel &channel = *station.channelOf(request.plan);
    const auto due = dueIn(station, channel, request);
    if (!due)
        return fail(due.error());
    if (due->empty())
        return RecurrencePlan();
    FillRequest whole = request;
    whole.order = PickOrder::Sequential; // a cursor wants all history
    auto input = gatherFillInput(station, whole, isLeftOut, job);
    if (!input)
        return fail(input.error());
    station.assets().forEach([&](const Asset &asset) { // dense numbers for those that never fill, too
        (*input)->index.of(asset.id);
        (*input)->series.of(asset);
    });
    (*input)->contents = (*input)->index.size();
    Placer placer(station, whole, isLeftOut, **input);
    for (const Due &one : *due) {
        if (job.isCancelled())
            return fail(ErrorCode::Cancelled);
        placer.place(one);
    }
    RecurrencePlan plan = placer.take();
    refuseBreaks(**input, whole, isLeftOut, plan, job);
    return plan;
}

} // namespace sf
