// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/base/mix.h"
#include "core/planning/fillrun.h"
#include "core/planning/gapsearch.h"

#include <memory>
#include <unordered_map>

namespace sf {

/// What is done once the walk is over. Gaps are made smaller by clearing their neighbourhood, up to three
/// programmes before and after or all that lies side by side, and filling it anew; then what breaks a
/// preference gives way to something as long that breaks none. Never worse: less stays empty, or as much with
/// fewer preferences broken. No never rule is broken, and nothing is moved that the walk did not place. As many
/// neighbourhoods are tried as the request says, by count, so that the result does not depend on the machine.
/// Errors: Cancelled.
Status mendGaps(FillInput &input, const FillRequest &request, const MakesWay &isLeftOut, FillRun &run,
                const Job &job);

/// The last resort: what may be looped or trimmed covers what is left.
void coverWithSlates(FillInput &input, const FillRequest &request, FillRun &run);

/// What a daypart draws from, by length, and where each lies on a ring of hashes: from a point of its own each
/// neighbourhood asks those that come next, so that one more asset is asked in few of them.
struct GapStock
{
    PoolSpec spec;
    std::vector<Candidate> items;
    std::vector<std::int64_t> lengths; ///< of items, close together
    std::vector<Candidate> closers;
    std::vector<std::uint32_t> ring;       ///< places in items by hash
    std::vector<std::uint32_t> closerRing; ///< and in closers
};

/// The state of mendGaps().
class GapMender
{
public:
    /// `budget` neighbourhoods may be tried.
    GapMender(FillInput &input, const FillRequest &request, FillRun &run, std::int32_t budget)
        : m_input(input)
        , m_request(request)
        , m_run(run)
        , m_grid(input.channel.grid())
        , m_eligibility(input.rules,
                        {input.history, input.seriesHistory, input.contents, input.series.size()},
                        input.channel, request.range)
        , m_state(input.rules, m_eligibility.hours(), request.range, input.fixed)
        , m_budget(budget)
    {
        for (const Placement &placement : run.placements)
            note(placement);
    }

    Status mendAll(const Job &job);
    Status keepPreferences(const Job &job);
    void coverWithSlates();
    std::int32_t budget() const { return m_budget; }

private:
    /// Placements and gaps that lie side by side, in frames.
    struct Neighbourhood
    {
        std::int64_t first = 0;
        std::int64_t end = 0;
        std::size_t from = 0; ///< placements
        std::size_t until = 0;
        std::int64_t empty = 0; ///< frames of it
        FreeSlot slot;          ///< beyond it something stands fast, if only for no time
        bool hadProgrammes = false;

        std::int64_t frames() const { return end - first; }
    };

    bool isMendable(const FillGap &gap) const;
    void mend(const FillGap &gap);
    Neighbourhood around(const FillGap &gap, const Block &block, std::size_t reach) const;
    void extendBack(Neighbourhood &near, const Block &block, std::size_t reach) const;
    void extendAhead(Neighbourhood &near, const Block &block, std::size_t reach) const;
    bool mayClear(const Placement &placement, const Block &block) const;
    /// How a neighbourhood is filled anew.
    enum class Search : std::uint8_t {
        Near,  ///< up to three programmes of a few, and what leaves least
        Exact, ///< up to three programmes of many, to the frame
        Sum,   ///< any number of programmes
    };
    /// So many that fit, of so many that are asked.
    struct ListSize
    {
        std::size_t most = 0;
        std::size_t drawn = 0;
    };
    std::optional<FillGap> refill(const Neighbourhood &near, const GapStock &stock, Search search);
    void fillRest(const FillGap &gap, const GapStock &stock);
    std::optional<Placement> firstThatFits(std::int64_t frame, std::int64_t end, const GapStock &stock);
    std::optional<std::int64_t> putTogether(const Neighbourhood &near, const GapStock &stock,
                                            const MayStand &mayStand);
    FillGap replace(const Neighbourhood &near, std::vector<Placement> made, std::int64_t rest);
    std::vector<const Candidate *> shortListOf(const Neighbourhood &near, const GapStock &stock,
                                               ListSize size);
    SubsetSum listFillers(const Neighbourhood &near, const GapStock &stock);
    bool place(std::span<const Candidate *const> programmes, std::int64_t fillers, const Neighbourhood &near,
               std::vector<Placement> &made);
    bool placeAll(std::span<const Candidate *const> programmes, std::int64_t fillers, std::int64_t frame,
                  std::vector<Placement> &made);
    bool placeOne(const Candidate &candidate, std::int64_t &frame, std::vector<Placement> &made);
    bool allStand(std::vector<Placement> &made);
    bool keepsPreference(std::size_t place, const GapStock &stock);
    double costsFrom(std::size_t place);
    double costOf(const Placement &placement, bool &hasNever);
    RelaxationTier tierOf(const Placement &placement);
    /// Whether programmes of a daypart may be put elsewhere: nothing goes between them, in no fixed order.
    bool isPlain(const Daypart *daypart) const;
    const GapStock &stockFor(const Daypart *daypart);
    bool coverWithSlate(const FillGap &gap, std::vector<Candidate> &slates, std::vector<int> &uses,
                        std::vector<Placement> &made);

    TimeRange rangeOf(std::int64_t frame, std::int64_t frames) const
    {
        return TimeRange::between(m_grid.timeOf(frame), m_grid.timeOf(frame + frames));
    }
    /// As the walk does: a split programme counts from its first part on, whole.
    void note(const Placement &placement)
    {
        if (placement.mediaIn > 0 || placement.isSlate)
            return;
        const TimeRange range = rangeOf(placement.frame, placement.candidate.frames);
        m_eligibility.notePlaced(placement.candidate, range.start);
        m_state.notePlaced(placement.candidate, range);
    }
    void takeBack(const Placement &placement)
    {
        const TimeRange range = rangeOf(placement.frame, placement.candidate.frames);
        m_eligibility.takeBack(placement.candidate, range.start);
        m_state.takeBack(placement.candidate, range);
    }
    std::uint64_t pointAt(std::int64_t frame) const
    {
        return mix64(m_request.seed, static_cast<std::uint64_t>(frame));
    }

    FillInput &m_input;
    const FillRequest &m_request;
    FillRun &m_run;
    FrameGrid m_grid;
    Eligibility m_eligibility;
    RuleState m_state;
    std::int32_t m_budget;
    std::vector<std::unique_ptr<GapStock>> m_stocks; ///< dayparts that draw from the same share one
    std::vector<const Candidate *> m_fillers;        ///< those that make the sums of the neighbourhood
    GapSearch m_search;
    std::vector<ScoreTerm> m_terms;
};

} // namespace sf
