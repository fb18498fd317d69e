// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/candidates.h"
#include "core/planning/subsetsum.h"

#include <array>
#include <functional>
#include <optional>
#include <span>

namespace sf {

/// What could be put into a stretch: up to three programmes, one after the other, and then fillers.
struct GapPlan
{
    std::array<const Candidate *, 3> programmes{};
    std::size_t count = 0;
    std::int64_t fillers = 0; ///< frames that fillers make up
    std::int64_t rest = 0;    ///< frames that stay empty

    std::span<const Candidate *const> chosen() const { return std::span(programmes).first(count); }
};

/// Whether the rules let these programmes, and fillers of so many frames after them, stand.
using MayStand = std::function<bool(std::span<const Candidate *const> programmes, std::int64_t fillers)>;

/// Looks for programmes that fill a stretch to the frame: one or two of a short list, a last one of just the
/// length that is missing from all there are, and what fillers make of the rest. Where nothing does, what
/// leaves least.
class GapSearch
{
public:
    static constexpr std::int64_t exactOnly = -1;

    struct Question
    {
        std::int64_t frames = 0;
        std::span<const Candidate> all;              ///< by length
        std::span<const std::int64_t> lengths;       ///< of those
        std::span<const Candidate *const> shortList; ///< the most wanted first
        const SubsetSum &fillers;
        std::int64_t mostRest = 0; ///< more than this must not stay empty; exactOnly: nothing
        std::size_t mostTries = 0;
    };

    /// The first plan that may stand.
    std::optional<GapPlan> find(const Question &question, const MayStand &mayStand);

private:
    bool tryPrefix(const Question &question, GapPlan plan, std::int64_t left);
    bool tryPlan(const GapPlan &plan);
    void remember(const Question &question, GapPlan plan, std::int64_t left);

    const MayStand *m_mayStand = nullptr;
    std::size_t m_tries = 0;
    std::optional<GapPlan> m_found;
    std::vector<GapPlan> m_nearest; ///< a heap, of those that leave least the one that leaves most on top
};

} // namespace sf
