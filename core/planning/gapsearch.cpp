// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/gapsearch.h"

#include <algorithm>

namespace sf {

namespace {

constexpr std::size_t mostOfLength = 6; ///< so many of one length are tried
constexpr std::size_t nearestKept = 12;

/// The first that is no shorter.
std::size_t firstOf(const GapSearch::Question &question, std::int64_t frames)
{
    const auto &lengths = question.lengths;
    return static_cast<std::size_t>(std::lower_bound(lengths.begin(), lengths.end(), frames) -
                                    lengths.begin());
}

bool leavesLess(const GapPlan &a, const GapPlan &b) { return a.rest < b.rest; }

GapPlan with(GapPlan plan, const Candidate &candidate)
{
    plan.programmes[plan.count++] = &candidate;
    return plan;
}

bool has(const GapPlan &plan, const Candidate &candidate)
{
    const auto chosen = plan.chosen();
    return std::any_of(chosen.begin(), chosen.end(),
                       [&](const Candidate *one) { return one->content == candidate.content; });
}

} // namespace

std::optional<GapPlan> GapSearch::find(const Question &question, const MayStand &mayStand)
{
    m_mayStand = &mayStand;
    m_tries = question.mostTries;
    m_found.reset();
    m_nearest.clear();
    if (tryPrefix(question, {}, question.frames))
        return m_found;
    for (const Candidate *first : question.shortList) {
        if (first->frames <= question.frames &&
            tryPrefix(question, with({}, *first), question.frames - first->frames))
            return m_found;
    }
    for (const Candidate *first : question.shortList) {
        for (const Candidate *second : question.shortList) {
            const std::int64_t left = question.frames - first->frames - second->frames;
            if (first->content != second->content && left > 0 &&
                tryPrefix(question, with(with({}, *first), *second), left))
                return m_found;
        }
        if (m_tries == 0)
            return std::nullopt;
    }
    std::sort(m_nearest.begin(), m_nearest.end(), leavesLess);
    for (const GapPlan &plan : m_nearest) {
        if (tryPlan(plan))
            break;
    }
    return m_found;
}

/// Ends what begins so: with a last programme of just what is left, or with fillers.
bool GapSearch::tryPrefix(const Question &question, GapPlan plan, std::int64_t left)
{
    if (m_tries == 0)
        return false;
    auto last = firstOf(question, left);
    for (std::size_t i = 0; i < mostOfLength && last < question.all.size() && question.lengths[last] == left;
         ++i, ++last) {
        if (!has(plan, question.all[last]) && tryPlan(with(plan, question.all[last])))
            return true;
    }
    if (plan.count > 0 && question.fillers.has(left)) {
        GapPlan filled = plan;
        filled.fillers = left;
        if (tryPlan(filled))
            return true;
    }
    if (question.mostRest != exactOnly)
        remember(question, plan, left);
    return false;
}

bool GapSearch::tryPlan(const GapPlan &plan)
{
    if (m_tries == 0)
        return false;
    --m_tries;
    if (!(*m_mayStand)(plan.chosen(), plan.fillers))
        return false;
    m_found = plan;
    return true;
}

/// What begins so and does not meet the end, for where nothing does.
void GapSearch::remember(const Question &question, GapPlan plan, std::int64_t left)
{
    const auto consider = [&](GapPlan near, std::int64_t frames) {
        near.fillers = question.fillers.nearestBelow(frames);
        near.rest = frames - near.fillers;
        if (near.count == 0 || near.rest > question.mostRest)
            return;
        m_nearest.push_back(near);
        std::push_heap(m_nearest.begin(), m_nearest.end(), leavesLess);
        if (m_nearest.size() > nearestKept) {
            std::pop_heap(m_nearest.begin(), m_nearest.end(), leavesLess);
            m_nearest.pop_back();
        }
    };
    consider(plan, left);
    const std::size_t next = firstOf(question, left);
    if (next > 0 && !has(plan, question.all[next - 1]))
        consider(with(plan, question.all[next - 1]), left - question.lengths[next - 1]);
}

} // namespace sf
