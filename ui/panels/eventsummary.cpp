// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/panels/eventsummary.h"

#include <algorithm>

namespace sf {

namespace {

EventSummary summaryOf(const Station &station, const ScheduledEvent &event)
{
    return {.count = 1,
            .extent = event.range,
            .total = event.range.duration,
            .title = station.titleOf(event),
            .start = event.range.start,
            .duration = event.range.duration,
            .mediaIn = event.mediaIn,
            .startMode = event.startMode,
            .isLocked = event.isLocked,
            .isExempt = event.isExempt,
            .note = event.note,
            .colour = event.colour,
            .asset = event.asset};
}

template <class T>
void keepIfSame(Common<T> &common, const Common<T> &other)
{
    if (common != other)
        common.reset();
}

void join(EventSummary &all, const EventSummary &one)
{
    all.count += one.count;
    all.extent = TimeRange::between(std::min(all.extent.start, one.extent.start),
                                    std::max(all.extent.end(), one.extent.end()));
    all.total += one.total;
    keepIfSame(all.title, one.title);
    keepIfSame(all.start, one.start);
    keepIfSame(all.duration, one.duration);
    keepIfSame(all.mediaIn, one.mediaIn);
    keepIfSame(all.startMode, one.startMode);
    keepIfSame(all.isLocked, one.isLocked);
    keepIfSame(all.isExempt, one.isExempt);
    keepIfSame(all.note, one.note);
    keepIfSame(all.colour, one.colour);
    keepIfSame(all.asset, one.asset);
}

} // namespace

EventSummary summarise(const Station &station, std::span<const EventId> ids)
{
    EventSummary all;
    for (const EventId id : ids) {
        const ScheduledEvent *event = station.schedule().find(id);
        if (!event)
            continue;
        const EventSummary one = summaryOf(station, *event);
        if (all.count == 0)
            all = one;
        else
            join(all, one);
    }
    return all;
}

std::vector<AssetId> assetIdsOf(const Station &station, std::span<const EventId> ids)
{
    std::vector<AssetId> assets;
    for (const EventId id : ids) {
        const ScheduledEvent *event = station.schedule().find(id);
        if (event && event->asset)
            assets.push_back(event->asset);
    }
    std::sort(assets.begin(), assets.end());
    assets.erase(std::unique(assets.begin(), assets.end()), assets.end());
    return assets;
}

} // namespace sf
