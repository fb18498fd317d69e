// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/pickkeys.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sf {

namespace {

constexpr std::uint64_t latestLap = (std::uint64_t{1} << 20) - 2;

std::uint64_t wholeLaps(double laps)
{
    // A little more, so that ten draws at weight 10 make one lap in spite of rounding.
    return laps >= static_cast<double>(latestLap) ? latestLap : static_cast<std::uint64_t>(laps + 1e-6);
}

/// The last airing of a content before `start`; TimePoint::min() where there is none.
TimePoint lastBefore(const History &history, std::uint32_t content, TimePoint start)
{
    const auto airings = history.of(content);
    const auto next =
        std::lower_bound(airings.begin(), airings.end(), start,
                         [](const Airing &airing, TimePoint wanted) { return airing.start < wanted; });
    return next == airings.begin() ? TimePoint::min() : (next - 1)->start;
}

bool comesBefore(const Asset &a, const Asset &b)
{
    if (const int bySeries = a.series.compare(b.series, Qt::CaseInsensitive); bySeries != 0)
        return bySeries < 0;
    if (a.season != b.season)
        return a.season < b.season;
    if (a.episode != b.episode)
        return a.episode < b.episode;
    if (const int byTitle = a.title.compare(b.title, Qt::CaseInsensitive); byTitle != 0)
        return byTitle < 0;
    return a.id < b.id;
}

std::vector<std::size_t> numbersTo(std::size_t count)
{
    std::vector<std::size_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), std::size_t{0});
    return numbers;
}

} // namespace

PickKeys::PickKeys(const std::vector<Candidate> &candidates, Order order, std::uint64_t seed)
    : m_candidates(candidates)
    , m_order(order)
    , m_seed(seed)
    , m_daySeed(seed)
    , m_laps(candidates.size(), 0)
    , m_ranks(candidates.size(), 0)
    , m_nextRank(candidates.size())
    , m_draws(candidates.size(), 0)
    , m_firstBits(candidates.size(), 0)
{
    m_hashes.reserve(candidates.size());
    for (const Candidate &candidate : candidates)
        m_hashes.push_back(candidate.hash);
}

void PickKeys::learn(const History &history, TimePoint start)
{
    switch (m_order.pick) {
    case PickOrder::Shuffle:
        learnLap(history, start);
        break;
    case PickOrder::LeastRecent:
        learnRanks(history, start);
        break;
    case PickOrder::Weighted:
        for (std::size_t i = 0; i < m_candidates.size(); ++i)
            m_laps[i] = turnAfter(i);
        break;
    case PickOrder::Sequential:
        learnPosition(history, start);
        break;
    }
    for (std::size_t i = 0; i < m_candidates.size(); ++i)
        setFirstBits(i);
}

/// What aired within the time that the whole library takes has been drawn from the bag already.
void PickKeys::learnLap(const History &history, TimePoint start)
{
    Micros lap{0};
    for (const Candidate &candidate : m_candidates)
        lap += std::min(candidate.asset->playable(), Micros(std::chrono::hours(24)));
    const TimePoint since = start - std::chrono::ceil<Millis>(lap);
    for (std::size_t i = 0; i < m_candidates.size(); ++i)
        m_laps[i] = lastBefore(history, m_candidates[i].content, start) >= since ? 1 : 0;
}

void PickKeys::learnRanks(const History &history, TimePoint start)
{
    std::vector<TimePoint> last;
    last.reserve(m_candidates.size());
    for (const Candidate &candidate : m_candidates)
        last.push_back(lastBefore(history, candidate.content, start));
    std::vector<std::size_t> order = numbersTo(m_candidates.size());
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (last[a] != last[b])
            return last[a] < last[b];
        return mix64(m_seed, m_candidates[a].hash) < mix64(m_seed, m_candidates[b].hash);
    });
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        m_ranks[order[rank]] = rank;
}

void PickKeys::learnPosition(const History &history, TimePoint start)
{
    std::vector<std::size_t> order = numbersTo(m_candidates.size());
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return comesBefore(*m_candidates[a].asset, *m_candidates[b].asset);
    });
    std::size_t first = 0;
    TimePoint latest = TimePoint::min();
    for (std::size_t place = 0; place < order.size(); ++place) {
        const TimePoint last = lastBefore(history, m_candidates[order[place]].content, start);
        if (last > latest) {
            latest = last;
            first = place + 1;
        }
    }
    for (std::size_t place = 0; place < order.size(); ++place)
        m_ranks[order[place]] = (place + order.size() - first) % order.size();
}

void PickKeys::noteAired(std::size_t candidate)
{
    switch (m_order.pick) {
    case PickOrder::Shuffle:
        m_laps[candidate] += 1 / m_candidates[candidate].asset->weight;
        break;
    case PickOrder::LeastRecent:
        m_ranks[candidate] = m_nextRank++;
        break;
    case PickOrder::Weighted:
        ++m_draws[candidate];
        m_laps[candidate] += turnAfter(candidate);
        break;
    case PickOrder::Sequential:
        m_laps[candidate] += 1;
        break;
    }
    setFirstBits(candidate);
}

/// Turns come at random, the more often the more an item weighs: exponential waits make a draw from all that is
/// waiting one by weight, without asking the others.
double PickKeys::turnAfter(std::size_t candidate) const
{
    const std::uint64_t hash = mix64(mix64(m_seed, m_hashes[candidate]), m_draws[candidate]);
    const double uniform = (static_cast<double>(hash >> 11) + 0.5) * 0x1p-53;
    return -std::log(uniform) / m_candidates[candidate].asset->weight;
}

bool PickKeys::enterDay(QDate date)
{
    m_daySeed = mix64(m_seed, static_cast<std::uint64_t>(date.toJulianDay()));
    if (m_order.pick != PickOrder::Shuffle)
        return false;
    if (m_order.isAnewEachDay) {
        std::fill(m_laps.begin(), m_laps.end(), 0);
        for (std::size_t i = 0; i < m_candidates.size(); ++i)
            setFirstBits(i);
    }
    return true;
}

void PickKeys::setFirstBits(std::size_t candidate)
{
    if (m_order.pick == PickOrder::Weighted) {
        m_firstBits[candidate] = static_cast<std::uint64_t>(std::min(m_laps[candidate], 0x1p30) * 0x1p30);
        return;
    }
    std::uint64_t bits = m_ranks[candidate];
    if (m_order.pick != PickOrder::LeastRecent)
        bits |= wholeLaps(m_laps[candidate]) << hashBits;
    m_firstBits[candidate] = bits;
}

} // namespace sf
