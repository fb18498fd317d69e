// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/fillrun.h"
#include "core/planning/joiner.h"

#include <map>
#include <unordered_map>

namespace sf {

/// The state of a walk through the free slots.
class FillWalk
{
public:
    FillWalk(FillInput &input, const FillRequest &request, Job &job);

    Status fillSlot(const FreeSlot &slot);
    /// The ends in a slot that have to be met.
    void addJoins(const FreeSlot &slot, std::vector<std::int64_t> &joins) const;
    FillRun take() { return std::move(m_run); }

private:
    /// A stretch of a free slot under one daypart, in frames.
    struct Segment
    {
        std::int64_t end = 0;
        std::int64_t early = 0; ///< it may end so much early, or late
        std::int64_t late = 0;
        bool isHardEnd = true; ///< what follows starts there in any case
        TimePoint start{};     ///< of the daypart; of no daypart: always the same
        const Daypart *daypart = nullptr;
    };
    struct Pool
    {
        CandidateQueue *queue = nullptr;
        RelaxationTier tier = RelaxationTier::AllRules;
    };
    struct Chain
    {
        std::vector<Pool> pools;
        CandidateQueue *closers = nullptr;
        const Daypart *daypart = nullptr;
        QString rulesDaypart;
    };
    struct Choice
    {
        CandidateQueue *queue = nullptr;
        std::size_t item = 0;
        RelaxationTier tier = RelaxationTier::AllRules;
    };
    /// What goes with a programme here.
    struct Between
    {
        std::int64_t ident = 0;
        std::int64_t promo = 0;
        std::int64_t breakFrames = 0;
    };

    // fillwalk.cpp: the walk
    std::vector<Segment> segmentsOf(const FreeSlot &slot) const;
    Segment segmentOf(const Block &block, const Block *next, const FreeSlot &slot) const;
    Status fillSegment(std::int64_t &frame);
    void enter(const Segment &segment);
    TimePoint advance(std::int64_t frame);
    std::uint64_t slotHash() const;
    Result<std::int64_t> passGap(std::int64_t frame, std::int64_t end);
    bool mayStart(const Pool &pool, std::int64_t frame, std::int64_t end);
    FillGap reasonAt(std::int64_t frame, std::int64_t end);
    void addGap(std::int64_t frame, std::int64_t end, FillGap gap);
    Chain &chainFor(const Daypart *daypart, const QString &rulesDaypart);
    void chooseChain(std::int64_t frame);
    CandidateQueue &poolOf(PoolRole role);

    // fillchoice.cpp: what comes next
    std::optional<Choice> choose(std::int64_t frame);
    std::optional<Choice> chooseFrom(const Pool &pool, std::int64_t frame);
    std::optional<std::size_t> joinFrom(const Pool &pool, std::int64_t frame, bool hasMore);
    std::optional<Choice> choosePadded(const Pool &pool, std::int64_t frame);
    bool listWanted(const Pool &pool, std::int64_t frame, std::size_t count);
    Choice cheapest(const Pool &pool) const;
    RelaxationTier tierOf(const Pool &pool, std::size_t item, std::int64_t frame);
    bool mayComeBefore(const Candidate &candidate, std::int64_t frame, Millis shortest) const;
    double rateCosts(const Candidate &candidate, std::int64_t frame);
    const SubsetSum &fillersFor(std::int64_t frame);
    std::int64_t nextMultiple(std::int64_t frame) const;

    // fillplace.cpp: placing it, and what goes between
    void placeProgramme(const Choice &choice, std::int64_t &frame);
    std::int64_t placeParts(const Choice &choice, std::int64_t frame);
    void placeBreak(std::int64_t &frame, std::int64_t latest);
    void placeOne(PoolRole role, std::int64_t &frame);
    void listSummands(CandidateQueue &queue, std::int64_t frame, std::int64_t most, TimePoint inHourOf);
    bool placeSum(CandidateQueue &queue, std::int64_t target, std::int64_t &frame);
    bool maySplit(const Candidate &candidate, std::int64_t frame) const;
    bool closeWithFillers(std::int64_t &frame, std::int64_t end, std::int64_t early, std::int64_t late);
    void put(CandidateQueue &queue, std::size_t item, std::int64_t frame, RelaxationTier tier);
    void lookBetween(std::int64_t frame);
    std::int64_t framesWith(const Candidate &candidate, std::int64_t frame) const;
    std::vector<std::int64_t> splitsOf(const Candidate &candidate) const;
    std::int64_t mostEnd() const { return m_segment.end + m_segment.late; }

    FillInput &m_input;
    const FillRequest &m_request;
    Job &m_job;
    FrameGrid m_grid;
    ChannelClock m_clock;
    BroadcastDays m_days;
    Eligibility m_eligibility;
    RuleState m_state;
    PoolSet m_pools;
    std::map<std::pair<const Daypart *, QString>, Chain> m_chains; ///< by what draws, and whose rules count
    std::size_t m_nextAiring = 0; ///< the first in the history that time has not come to
    Segment m_segment;
    QDate m_date;                ///< the broadcast day that time has come to
    std::uint64_t m_ordinal = 0; ///< programmes placed on that day in this segment
    Chain *m_chain = nullptr;
    std::int64_t m_padUntil = 0;
    std::optional<std::int64_t> m_lastPromo;
    Between m_between;
    SubsetSum m_fillers;
    std::vector<std::int64_t> m_fillerLengths; ///< what they are made of
    bool m_hasFillers = false;                 ///< m_fillers is of this segment
    bool m_fillersOnly = false;                ///< the end is best met by fillers alone
    std::uint32_t m_airings = 0;
    Joiner m_joiner;
    std::vector<std::size_t> m_found; ///< kept for their memory, as those below
    std::vector<Joiner::Wanted> m_wanted;
    std::vector<ScoreTerm> m_terms;
    std::unordered_map<std::uint32_t, std::int32_t> m_startsLeft; ///< by rule
    FillRun m_run;
};

} // namespace sf
