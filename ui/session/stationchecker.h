// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/issuegroups.h"
#include "ui/session/stationeditor.h"

#include <QTimer>

#include <memory>
#include <optional>

namespace sf {

/// What the last check found, and in which state of the station.
struct CheckedStation
{
    Station station;
    SharedIssueGroups groups = std::make_shared<const IssueGroups>();
    std::int64_t notices = 0;
    std::int64_t events = 0;
    /// Starts of what needs a person (warnings and errors), by plan and time: to find the next one.
    std::vector<std::pair<PlanId, TimeRange>> problems;
};

/// Checks every plan on air in the background, a moment after the last edit.
class StationChecker : public QObject
{
    Q_OBJECT

public:
    explicit StationChecker(StationEditor &editor, QObject *parent = nullptr);

    const CheckedStation &latest() const { return *m_latest; }
    /// The latest check is of the station as it is.
    bool isSettled() const { return !m_delay.isActive() && !m_job; }
    /// That the latest check went by.
    Millis cooldown() const { return m_cooldown; }
    void checkNow();

    /// The first problem of a plan that lasts beyond `t`.
    std::optional<TimeRange> nextProblem(PlanId plan, TimePoint t) const;

Q_SIGNALS:
    void checked();
    void failed(const sf::Error &error);

private:
    void checkSoon();
    void followCooldown();

    StationEditor &m_editor;
    std::shared_ptr<const CheckedStation> m_latest = std::make_shared<const CheckedStation>();
    Millis m_cooldown = std::chrono::hours(48);
    QTimer m_delay;
    std::shared_ptr<Job> m_job;
};

} // namespace sf
