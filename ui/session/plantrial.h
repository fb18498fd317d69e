// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/feasibilityreport.h"
#include "core/planning/replan.h"
#include "ui/session/prepared.h"

#include <QDate>

#include <memory>
#include <optional>
#include <vector>

namespace sf {

/// What the planner is asked for: to fill what is free, or to plan a part anew.
struct PlanOrder
{
    ReplanRequest request;
    bool isReplan = false; ///< else scope and selection do not count
};

enum class PlanLineKind : std::uint8_t { Added, Moved, Changed, Removed, Gap, Unplaced };

/// Something that a plan would do to an event, or that it can't do.
struct PlanLine
{
    PlanLineKind kind = PlanLineKind::Added;
    TimeRange range;              ///< as it will be; of what is removed: as it was
    std::optional<TimePoint> was; ///< the start before, of what is moved
    QString text;                 ///< its title; of a gap and what found no place: why
};
using PlanLines = std::shared_ptr<const std::vector<PlanLine>>;

/// A week template that counts in a range.
struct TemplateUse
{
    QString name; ///< empty: the days that have none
    QDate first;
    QDate last; ///< inclusive
    int days = 0;
    QStringList dayparts;

    bool operator==(const TemplateUse &) const = default;
};

/// What can be said before anything is filled.
struct PlanOutlook
{
    FeasibilityReport feasibility;
    std::vector<TemplateUse> templates; ///< by their first day
};

/// A plan that was worked out and not applied.
struct PlanTrial
{
    PlanOrder order;
    Station base;        ///< what it was worked out on
    FillOutcome outcome; ///< but for its edit
    PreparedEdit edit;
    PlanLines difference; ///< to what stands, by time
    PlanLines open;       ///< gaps, and recurring events that found no place, by time
};

/// For a job. Errors: those of feasibilityReport().
Result<PlanOutlook> outlookOf(const Station &station, const PlanOrder &order, Job &job);
/// For a job. Errors: those of fill().
Result<PlanTrial> tryPlan(const Snapshot &snapshot, const PlanOrder &order, const EditStamp &stamp, Job &job);
/// The edit of a trial, made ready for a station that has changed since, where nothing that it relied on has; for a job.
/// Errors: StationChanged, as stillHolds().
Result<PreparedEdit> rebase(const PlanTrial &trial, const Snapshot &current);

/// The templates that count on the broadcast days of a range: by the calendar, or the one given.
std::vector<TemplateUse> templatesIn(const Station &station, PlanId plan, TimeRange range,
                                     TemplateId only = {});

} // namespace sf
