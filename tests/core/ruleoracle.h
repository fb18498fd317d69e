// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/fill.h"

#include <QString>

#include <map>
#include <set>
#include <vector>

namespace sf::test {

/// Judges a fill of a station with rules, templates and recurring events, by looking at every pair, every hour
/// and every row. It shares no code with the planner but the clock and the frame grid.
class RuleOracle
{
public:
    RuleOracle(const Station &before, const FillRequest &request, const FillOutcome &outcome);

    /// What is wrong, first of all; empty where nothing is.
    QString judge() const;

private:
    struct Showing
    {
        ScheduledEvent event;
        const Asset *asset = nullptr;
        QString daypart;
        bool isOurs = false;
        bool isPart = false; ///< not the first one of a split programme

        TimePoint start() const { return event.range.start; }
    };
    /// What content rules count.
    struct Aired
    {
        TimePoint start{};
        const Asset *asset = nullptr;
        QString content;
        QString daypart;
        bool isOurs = false;
        Millis cooldown{0};
        bool isExempt = false; ///< by a rule: it counts to its asset's limits alone
    };

    void collect(const FillOutcome &outcome);
    void collectAired();
    QString daypartAt(TimePoint t) const;
    bool isInScope(const Rule &rule, const Asset &asset, const QString &daypart) const;
    Millis cooldownOf(const Asset *asset, const QString &daypart) const;
    bool isExempt(const Asset &asset, const QString &daypart) const;
    QString wrong(const QString &what, TimePoint t) const;

    QString judgeFrozen() const;
    QString judgePlaces() const;
    QString judgeCover() const;
    QString judgeLimits() const;
    QString judgeCooldown() const;
    QString judgeRule(const Rule &rule) const;
    QString judgeSeparation(const Rule &rule, Millis never) const;
    QString judgeHours(const Rule &rule, int never) const;
    QString judgePlays(const Rule &rule, const MaxPlays &limit) const;
    QString judgeSameHour(const Rule &rule) const;
    QString judgeWatershed(const Rule &rule, const Watershed &watershed) const;
    QString judgeRows(const Rule &rule, int never) const;
    QString judgeAdjacency(const Rule &rule, const Adjacency &adjacency) const;
    std::vector<const Showing *> programmes() const;
    LocalTime hourOf(TimePoint t) const;

    const Station &m_station;
    const FillRequest &m_request;
    const FillOutcome &m_outcome;
    const Channel &m_channel;
    ChannelClock m_clock;
    FrameGrid m_grid;
    std::set<EventId> m_movable;
    std::vector<Showing> m_showings; ///< of the main layer, by start and id
    std::vector<Aired> m_aired;      ///< by start
};

} // namespace sf::test
