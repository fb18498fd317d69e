// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/aired.h"

#include "core/planning/broadcastdays.h"

namespace sf {

AiredEvents::AiredEvents(const Station &station, PlanId plan, TimePoint now,
                         const std::optional<TimeRange> &window)
    : m_station(station)
    , m_plan(plan)
    , m_window(window)
{
    const Channel *channel = station.channelOf(plan);
    if (!channel || station.plays().empty())
        return;
    cover(*channel, now);
    for (const Play &play : station.plays()) {
        if (play.channel == channel->id && play.range.start < now)
            addPlay(play);
    }
}

void AiredEvents::cover(const Channel &channel, TimePoint now)
{
    BroadcastDays days(channel.clock());
    QDate last;
    for (const Play &play : m_station.plays()) {
        if (play.channel != channel.id || play.range.start >= now)
            continue;
        const QDate date = days.at(play.range.start).date;
        const TimePoint end = std::min(play.range.end(), now);
        if (last.isValid() && last.daysTo(date) <= 1)
            m_covered.back() =
                TimeRange::between(m_covered.back().start, std::max(m_covered.back().end(), end));
        else
            m_covered.push_back(TimeRange::between(play.range.start, end));
        last = date;
    }
}

void AiredEvents::addPlay(const Play &play)
{
    if (play.event)
        m_loggedEvents.insert(play.event);
    const bool isOutside = m_window && !m_window->contains(play.range.start);
    if (isOutside || play.result == PlayResult::Failed || play.content.isEmpty())
        return;
    const ScheduledEvent *planned = play.event ? m_station.schedule().find(play.event) : nullptr;
    Logged logged{planned ? *planned : ScheduledEvent(), &play};
    logged.event.range = play.range;
    logged.event.plan = m_plan;
    logged.event.asset = assetOf(play, planned);
    if (!planned) {
        logged.event.title = play.title;
        logged.event.origin = EventOrigin::Import;
    }
    m_logged.push_back(std::move(logged));
}

AssetId AiredEvents::assetOf(const Play &play, const ScheduledEvent *planned)
{
    const AssetTable &assets = m_station.assets();
    const Asset *asset = planned ? assets.find(planned->asset) : nullptr;
    if (asset && !asset->houseNumber.isEmpty() && asset->houseNumber == play.content)
        return asset->id;
    // A log written before the asset was given a house number names the asset.
    if (const auto id = AssetId::fromString(play.content))
        return assets.find(*id) ? *id : AssetId();
    if (!m_byHouseNumber) {
        m_byHouseNumber.emplace();
        assets.forEach([&](const Asset &one) {
            if (!one.houseNumber.isEmpty())
                m_byHouseNumber->insert(one.houseNumber, one.id);
        });
    }
    return m_byHouseNumber->value(play.content);
}

bool AiredEvents::isLogged(const ScheduledEvent &event) const
{
    if (m_loggedEvents.contains(event.id))
        return true;
    const TimePoint t = event.range.start;
    const auto after =
        std::upper_bound(m_covered.begin(), m_covered.end(), t,
                         [](TimePoint wanted, const TimeRange &range) { return wanted < range.start; });
    return after != m_covered.begin() && (after - 1)->contains(t);
}

} // namespace sf
