// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/fill.h"

#include "planningfixture.h"

namespace sf::test {

/// The rules of auto-fill written down once more, slow and plain, to judge what fill() made. Every method
/// gives an empty string, or what is wrong.
class FillOracle
{
public:
    /// `before` is the station that was filled; events that made way are those the edit removes.
    FillOracle(const Station &before, const FillRequest &request, const FillOutcome &outcome);

    QString judge() const;

private:
    struct Showing
    {
        const Asset *asset = nullptr;
        TimePoint start{};
        TimePoint end{};
        bool isPlaced = false;
        bool isExempt = false;
    };

    QString judgePlaced(const Showing &showing) const;
    QString judgeGap(const FillGap &gap) const;
    QString judgeSums() const;
    bool isCandidate(const Asset &asset) const;
    bool isCloser(const Asset &asset) const;
    /// Whether it may start at `start` with regard to all showings; of placed ones only those before it.
    bool mayStart(const Asset &asset, TimePoint start, bool isAdded) const;
    bool keepsLimits(const Asset &asset, TimePoint start, const std::vector<TimePoint> &others) const;
    TimePoint slotEnd(TimePoint start) const;
    Millis cooldownOf(const Asset &asset) const { return asset.cooldown.value_or(m_request.cooldown); }

    const Station &m_station;
    const FillRequest &m_request;
    const FillOutcome &m_outcome;
    FrameGrid m_grid;
    ChannelClock m_clock;
    std::vector<Showing> m_showings; ///< whole events of the main layer, by start
    bool m_hasPrograms = false;
};

/// A fill of `length` from `start`, seed 42, seen from its start.
FillRequest requestOf(const PlanningFixture &fixture, TimePoint start, Millis length);
EditStamp stampAt(TimePoint now);
/// Fails the program where fill() does.
FillOutcome filled(const Station &station, const FillRequest &request);
/// And where the oracle finds fault.
FillOutcome filledWell(const PlanningFixture &fixture, const FillRequest &request);

} // namespace sf::test
