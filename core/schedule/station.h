// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/assettable.h"
#include "core/schedule/schedule.h"

#include <memory>
#include <vector>

namespace sf {

/// What a station is made of when it is loaded: each list in its order.
struct StationContents
{
    std::vector<Channel> channels;
    std::vector<Plan> plans;
    std::vector<Asset> assets;
    std::vector<ScheduledEvent> events;
    std::vector<Rule> rules;
    std::vector<WeekTemplate> templates;
    std::vector<Recurrence> recurrences;
    std::vector<Play> plays;
};

/// Everything a station holds. A value: a copy is a snapshot for a job, and costs microseconds. It changes
/// only by apply().
class Station
{
public:
    /// No id may stand twice in `contents`.
    static Station fromContents(StationContents contents);

    /// In the order in which they were added.
    const std::vector<Channel> &channels() const { return m_channels; }
    const std::vector<Plan> &plans() const { return m_plans; }
    const std::vector<Rule> &rules() const { return m_rules; }
    const std::vector<WeekTemplate> &templates() const { return m_templates; }
    const std::vector<Recurrence> &recurrences() const { return m_recurrences; }
    /// By start.
    const std::vector<Play> &plays() const;
    const AssetTable &assets() const { return m_assets; }
    const Schedule &schedule() const { return m_schedule; }

    /// Null where there is none.
    const Channel *findChannel(ChannelId id) const;
    /// By name, case ignored. Errors: UnknownChannel, or where `name` is empty NoChannel and ChannelNeeded.
    Result<Channel> channelNamed(const QString &name) const;
    const Plan *findPlan(PlanId id) const;
    /// The plan that a channel airs; null only for a channel that is not there.
    const Plan *onAirPlan(ChannelId channel) const;
    /// The channel of a plan; null where there is none.
    const Channel *channelOf(PlanId plan) const;
    /// An event's title, else its asset's.
    QString titleOf(const ScheduledEvent &event) const;

    /// All or nothing. Errors: EditConflict where the station does not hold what the edit says stood before.
    Status apply(const StationEdit &edit);

private:
    std::vector<Channel> m_channels;
    std::vector<Plan> m_plans;
    std::vector<Rule> m_rules;
    std::vector<WeekTemplate> m_templates;
    std::vector<Recurrence> m_recurrences;
    std::shared_ptr<const std::vector<Play>> m_plays;
    AssetTable m_assets;
    Schedule m_schedule;
};

/// Whether two stations hold the same, whatever the order.
bool holdSame(const Station &a, const Station &b);

} // namespace sf
