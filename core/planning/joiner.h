// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/candidatequeue.h"
#include "core/planning/subsetsum.h"

#include <functional>
#include <limits>

namespace sf {

/// How to meet an end to the frame: one to three programmes, and what fillers can make of the rest.
class Joiner
{
public:
    /// A programme that is wanted here, with what goes with it.
    struct Wanted
    {
        std::size_t item = 0;    ///< in the pool
        std::int64_t frames = 0; ///< with idents and breaks
        double cost = 0;         ///< of the preferences it breaks
    };
    struct Question
    {
        CandidateQueue &pool;
        std::int64_t frame = 0;
        std::int64_t left = 0;  ///< frames up to the end
        std::int64_t early = 0; ///< it may be met so much early, or late
        std::int64_t late = 0;
        std::int64_t extra = 0; ///< what goes with any programme
        const SubsetSum &fillers;
        std::span<const std::int64_t> fillerLengths;      ///< what the sums are made of
        std::span<const Wanted> wanted;                   ///< the most wanted first
        const std::function<bool(std::size_t)> &mayCome;  ///< whether an item of the pool may stand here
        const std::function<double(std::size_t)> &costOf; ///< of the preferences that an item would break
        bool isOrdered = false;                           ///< the first comes first whatever fits
    };
    struct Answer
    {
        std::optional<std::size_t> item; ///< what comes now; none: fillers alone
        bool isExact = false;
    };

    /// Where nothing meets the end, what leaves least, not exact.
    Answer close(const Question &question);

private:
    struct Best
    {
        double cost = std::numeric_limits<double>::infinity();
        std::optional<std::size_t> item;
    };

    double costOfRest(const Question &question, std::int64_t rest) const;
    void consider(const Question &question, std::int64_t frames, double cost, std::size_t item);
    void tryWanted(const Question &question);
    void tryTriples(const Question &question);
    void tryLengths(const Question &question);
    bool tryLength(const Question &question, std::int64_t frames, std::optional<std::size_t> first);
    bool tryLap(const Question &question);
    bool tryLap(const Question &question, std::int64_t frames, std::optional<std::size_t> first);
    std::optional<std::size_t> ofMissing(const Question &question, std::int64_t frames,
                                         std::optional<std::size_t> first) const;

    Best m_exact;
    Best m_nearest;
};

} // namespace sf
