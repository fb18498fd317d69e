// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/joiner.h"

#include <algorithm>
#include <utility>

namespace sf {

namespace {

constexpr double costOfPlace = 1.0 / 32; ///< of a place further down the list of what is wanted
constexpr double costOfFillers = 2;      ///< of all of it being fillers
constexpr double goodEnough = 0.25;      ///< nothing more costly is looked for below this
constexpr std::size_t tripleDepth = 16;  ///< three programmes are tried of so many

double shareOf(std::int64_t part, std::int64_t whole)
{
    return static_cast<double>(part) / static_cast<double>(std::max<std::int64_t>(1, whole));
}

double placeCost(std::size_t place) { return costOfPlace * static_cast<double>(place); }

} // namespace

Joiner::Answer Joiner::close(const Question &question)
{
    m_exact = {};
    m_nearest = {};
    if (tryLap(question))
        return {m_exact.item, true};
    consider(question, 0, 0, std::numeric_limits<std::size_t>::max());
    tryWanted(question);
    if (m_exact.cost > 2 * goodEnough && !question.isOrdered)
        tryTriples(question);
    if (m_exact.cost > costOfFillers / 2 && !question.isOrdered)
        tryLengths(question);
    constexpr double none = std::numeric_limits<double>::infinity();
    if (m_exact.cost < none)
        return {m_exact.item, true};
    return {m_nearest.item, false};
}

double Joiner::costOfRest(const Question &question, std::int64_t rest) const
{
    if (rest >= -question.late && rest <= question.early)
        return 0.5 * shareOf(std::abs(rest), question.early + question.late + 1);
    const bool isSoft = question.early + question.late > 0;
    if (rest > 0 && question.fillers.has(rest))
        return 0.02 + costOfFillers * shareOf(rest, question.left);
    if (isSoft && rest > 0 && rest <= question.fillers.limit() &&
        question.fillers.nearest(rest, rest - question.early, rest + question.late))
        return 0.2 + costOfFillers * shareOf(rest, question.left);
    return std::numeric_limits<double>::infinity();
}

/// `item` none: the largest number.
void Joiner::consider(const Question &question, std::int64_t frames, double cost, std::size_t item)
{
    const std::int64_t rest = question.left - frames;
    if (rest < -question.late)
        return;
    const bool isProgramme = item != std::numeric_limits<std::size_t>::max();
    const auto chosen = isProgramme ? std::optional(item) : std::nullopt;
    const double exact = cost + costOfRest(question, rest);
    if (exact < m_exact.cost)
        m_exact = {exact, chosen};
    const double near = cost * 0.01 + shareOf(std::abs(rest), question.left);
    if (isProgramme && near < m_nearest.cost)
        m_nearest = {near, chosen};
}

/// One and two of what is wanted.
void Joiner::tryWanted(const Question &question)
{
    const auto &wanted = question.wanted;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        consider(question, wanted[i].frames, wanted[i].cost + placeCost(i), wanted[i].item);
    if (m_exact.cost <= goodEnough || question.isOrdered)
        return;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        for (std::size_t j = i + 1; j < wanted.size(); ++j) {
            consider(question, wanted[i].frames + wanted[j].frames,
                     wanted[i].cost + wanted[j].cost + placeCost(i + j - 1), wanted[i].item);
        }
    }
}

void Joiner::tryTriples(const Question &question)
{
    const auto wanted = question.wanted.first(std::min(question.wanted.size(), tripleDepth));
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        for (std::size_t j = i + 1; j < wanted.size(); ++j) {
            const std::int64_t two = wanted[i].frames + wanted[j].frames;
            if (two > question.left + question.late)
                continue;
            for (std::size_t k = j + 1; k < wanted.size(); ++k) {
                consider(question, two + wanted[k].frames,
                         wanted[i].cost + wanted[j].cost + wanted[k].cost + placeCost(i + j + k - 3),
                         wanted[i].item);
            }
        }
    }
}

/// Up to two of what is wanted and one of just the length that is missing, however little wanted that is.
void Joiner::tryLengths(const Question &question)
{
    if (tryLength(question, 0, std::nullopt))
        return;
    const auto &wanted = question.wanted;
    for (const Wanted &one : wanted) {
        if (tryLength(question, one.frames, one.item))
            return;
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        for (std::size_t j = i + 1; j < wanted.size(); ++j) {
            if (tryLength(question, wanted[i].frames + wanted[j].frames, wanted[i].item))
                return;
        }
    }
}

bool Joiner::tryLength(const Question &question, std::int64_t frames, std::optional<std::size_t> first)
{
    const auto found = ofMissing(question, frames, first);
    if (found)
        m_exact = {1, first.value_or(*found)};
    return found.has_value();
}

/// Another than the `first` one, of just the length that is missing after so many frames.
std::optional<std::size_t> Joiner::ofMissing(const Question &question, std::int64_t frames,
                                             std::optional<std::size_t> first) const
{
    const std::int64_t missing = question.left - frames - question.extra;
    if (missing + question.late < question.pool.shortestFrames() || missing - question.early <= 0 ||
        missing - question.early > question.pool.longestFrames())
        return std::nullopt;
    const auto found =
        question.pool.ofLength(question.frame, missing - question.early, missing + question.late);
    if (!found || found == first || (!first && !question.mayCome(*found)))
        return std::nullopt;
    return found;
}

/// Of a shuffle: two programmes of the lap that is drawn from, or one, with no filler or just one. The fewer
/// things meet an end, the fewer ends a change in the library reaches: each filler that is taken is missing at
/// the ends after it until it may air again.
bool Joiner::tryLap(const Question &question)
{
    const auto &wanted = question.wanted;
    if (question.isOrdered || wanted.empty() || !question.pool.lapOf(wanted.front().item))
        return false;
    bool isAlone = false;
    for (const Wanted &one : wanted) {
        if (one.cost > wanted.front().cost)
            break;
        // What leaves no room for another stands for any that is alone.
        const bool hasRoom = one.frames + question.pool.shortestFrames() <= question.left + question.late;
        if (hasRoom ? tryLap(question, one.frames, one.item)
                    : !std::exchange(isAlone, true) && tryLap(question, 0, std::nullopt))
            return true;
    }
    if (!isAlone && tryLap(question, 0, std::nullopt))
        return true;
    const auto tryFillers = [&](std::int64_t frames, std::optional<std::size_t> first) {
        const auto &lengths = question.fillerLengths;
        return std::any_of(lengths.begin(), lengths.end(),
                           [&](std::int64_t filler) { return tryLap(question, frames + filler, first); });
    };
    for (const Wanted &one : wanted) {
        if (one.cost <= wanted.front().cost && tryFillers(one.frames, one.item))
            return true;
    }
    return tryFillers(0, std::nullopt);
}

bool Joiner::tryLap(const Question &question, std::int64_t frames, std::optional<std::size_t> first)
{
    const Wanted &most = question.wanted.front();
    const auto found = ofMissing(question, frames, first);
    if (!found || question.pool.lapOf(*found) != question.pool.lapOf(most.item) ||
        question.costOf(*found) > most.cost)
        return false;
    m_exact = {0, first.value_or(*found)};
    return true;
}

} // namespace sf
