// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/explain.h"
#include "core/planning/fillinput.h"

#include <memory>
#include <unordered_map>

namespace sf {

/// The planner's view of one instant: all else stands, and each asset can be asked about.
class ExplainScene
{
public:
    /// `event` (may be null) is away; what it plays counts as if its file were there. Errors: those of checkRequest(), Cancelled.
    static Result<std::unique_ptr<ExplainScene>> make(const Station &station, const ScheduledEvent *event,
                                                      TimeRange where, const FillRequest &request, Job &job);

    TimeRange room() const { return m_request.range; }
    QString daypart() const { return m_daypart; }

    /// Null where the asset can't be played.
    const Candidate *candidateOf(const Asset &asset) const;
    /// In the order of the funnel; empty where it may start.
    std::vector<Objection> objectionsTo(const Asset &asset, const Candidate *candidate);
    std::vector<ScoreLine> scoreOf(const Candidate &candidate);
    /// The first instant at which the candidate may start, within ninety days.
    std::optional<TimePoint> freeAgain(const Candidate &candidate);
    /// To the nearest other airing.
    Millis apart(const Candidate &candidate) const { return m_eligibility->nearest(candidate, m_start); }
    Millis lengthOf(const Candidate &candidate) const;
    /// Something that may start here and fits; of one rank all are wanted alike.
    struct Wanted
    {
        Candidate candidate;
        std::uint64_t rank = 0;
    };
    /// The most wanted first.
    std::vector<Wanted> wanted(std::size_t count);

    template <class F>
    void forEachAsset(F &&visit)
    {
        m_input->station.assets().forEach([&](const Asset &asset) { visit(asset, candidateOf(asset)); });
    }

private:
    ExplainScene(FillInputPtr input, FillRequest request, TimePoint start);
    Objection toObjection(FunnelStep step, const Wait &wait) const;

    FillInputPtr m_input;
    FillRequest m_request; ///< its range is the room
    TimePoint m_start;
    std::int64_t m_frame = 0;
    std::int64_t m_roomFrames = 0;
    QString m_daypart;
    PoolSpec m_pool;
    std::vector<Candidate> m_drawn; ///< of the daypart
    std::unordered_map<const Asset *, std::size_t> m_known;
    std::unordered_map<const Asset *, std::size_t> m_drawnPlaces;
    std::unique_ptr<Eligibility> m_eligibility;
    std::unique_ptr<RuleState> m_state;
};

} // namespace sf
