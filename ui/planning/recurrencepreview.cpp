// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/recurrencepreview.h"

#include "core/time/timeofday.h"

#include <algorithm>
#include <array>

namespace sf {

namespace {

constexpr Millis aheadForClock = 400 * dayLength;
constexpr std::size_t aroundChange = 2;

Result<std::vector<Occurrence>> nextOf(const Recurrence &recurrence, const ChannelClock &clock,
                                       TimePoint from, std::size_t count)
{
    constexpr std::array<Millis, 2> reaches{aheadForClock, 8000 * dayLength}; // yearly ones are far apart
    for (const Millis reach : reaches) {
        auto found = occurrencesOf(recurrence, clock, {from, reach});
        if (!found || found->size() >= count || reach == reaches.back())
            return found;
    }
    return {};
}

/// The first whose offset is not that of the one before; the end where there is none.
std::size_t changeAfter(const std::vector<Occurrence> &occurrences, const ChannelClock &clock)
{
    std::size_t i = 1;
    while (i < occurrences.size() &&
           clock.offsetAt(occurrences[i].start) == clock.offsetAt(occurrences[i - 1].start))
        ++i;
    return i;
}

class Lines
{
public:
    Lines(const Recurrence &recurrence, const ChannelClock &clock)
        : m_recurrence(recurrence)
        , m_clock(clock)
    {
    }

    void add(const Occurrence &occurrence)
    {
        PreviewLine line;
        line.occurrence = occurrence;
        line.offset = m_clock.offsetAt(occurrence.start);
        const auto &exceptions = m_recurrence.exceptions;
        line.isLeftOut =
            std::find(exceptions.begin(), exceptions.end(), occurrence.original) != exceptions.end();
        if (m_last && *m_last != line.offset) {
            PreviewLine change;
            change.kind = PreviewLine::Kind::ClockChange;
            change.offset = line.offset;
            change.offsetBefore = *m_last;
            m_lines.push_back(change);
        }
        m_last = line.offset;
        m_lines.push_back(line);
    }
    void pause()
    {
        PreviewLine line;
        line.kind = PreviewLine::Kind::Pause;
        m_lines.push_back(line);
    }
    std::vector<PreviewLine> take() { return std::move(m_lines); }

private:
    const Recurrence &m_recurrence;
    const ChannelClock &m_clock;
    std::optional<std::chrono::minutes> m_last;
    std::vector<PreviewLine> m_lines;
};

} // namespace

Result<std::vector<PreviewLine>> previewOf(const Recurrence &recurrence, const ChannelClock &clock,
                                           TimePoint from, std::size_t count)
{
    Recurrence all = recurrence;
    all.exceptions.clear();
    const auto occurrences = nextOf(all, clock, from, count);
    if (!occurrences)
        return fail(occurrences.error());
    Lines lines(recurrence, clock);
    const std::size_t shown = std::min(count, occurrences->size());
    for (std::size_t i = 0; i < shown; ++i)
        lines.add((*occurrences)[i]);
    const std::size_t change = changeAfter(*occurrences, clock);
    const bool isNear = change < occurrences->size() && (*occurrences)[change].start < from + aheadForClock;
    if (isNear && change >= shown) {
        const std::size_t first = std::max(shown, change - std::min(change, aroundChange));
        if (first > shown)
            lines.pause();
        for (std::size_t i = first; i < std::min(occurrences->size(), change + aroundChange); ++i)
            lines.add((*occurrences)[i]);
    }
    return lines.take();
}

std::optional<Occurrence> nextAfter(const Recurrence &recurrence, const ChannelClock &clock, TimePoint from)
{
    const auto occurrences = nextOf(recurrence, clock, from, 1);
    return occurrences && !occurrences->empty() ? std::optional(occurrences->front()) : std::nullopt;
}

Result<std::vector<LocalTime>> staleDifferences(const Recurrence &recurrence, const ChannelClock &clock)
{
    std::vector<LocalTime> times = recurrence.exceptions;
    for (const OccurrenceChange &change : recurrence.changes)
        times.push_back(change.original);
    std::sort(times.begin(), times.end());
    if (times.empty())
        return times;
    Recurrence bare = recurrence;
    bare.exceptions.clear();
    bare.changes.clear();
    const TimeRange range =
        TimeRange::between(clock.toUtcForward(times.front()), clock.toUtcForward(times.back()) + Millis(1));
    const auto occurrences = occurrencesOf(bare, clock, range);
    if (!occurrences)
        return fail(occurrences.error());
    std::erase_if(times, [&](LocalTime time) {
        return std::any_of(occurrences->begin(), occurrences->end(),
                           [time](const Occurrence &one) { return one.original == time; });
    });
    return times;
}

} // namespace sf
