// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/schedule/station.h"

#include <functional>
#include <span>

namespace sf {

/// What an operator can do to events. Each is a pure function that returns the edit, applied by nobody yet.
/// Events that an operator changes become Manual; locked ones are refused (EventLocked), unknown ids too
/// (UnknownObject). An operation that changes nothing returns an empty edit. Times beyond 1900 to 2199 are
/// refused (TimeOutOfRange).

/// A channel with its plan on air. Errors: ChannelExists, UnknownZone, BadDayStart.
Result<StationEdit> addChannel(const Station &station, Channel channel, PlanId plan, const EditStamp &stamp);

/// A channel's name, zone, day start and rate; its events stay where they are. Errors: as addChannel, and UnknownObject.
Result<StationEdit> changeChannel(const Station &station, Channel channel, const EditStamp &stamp);

/// Places events as they are given. Errors: EndNotAfterStart; UnknownObject for a plan or asset that is not
/// there.
Result<StationEdit> insertEvents(const Station &station, std::vector<ScheduledEvent> events,
                                 const EditStamp &stamp);

/// Shifts events by so many milliseconds, negative for earlier. Their lengths stay.
Result<StationEdit> moveEvents(const Station &station, std::span<const EventId> ids, Millis by,
                               const EditStamp &stamp);

/// As moveEvents, and into another plan. Errors: UnknownObject for the plan too.
Result<StationEdit> moveEventsToPlan(const Station &station, std::span<const EventId> ids, PlanId plan,
                                     Millis by, const EditStamp &stamp);

/// Gives an event a new range: cutting its head also moves the point in the media where play begins, so that
/// what was shown at an instant still is. A head that would begin before the media does is refused
/// (BadArgument), so is an empty range (EndNotAfterStart).
Result<StationEdit> trimEvent(const Station &station, EventId id, TimeRange range, const EditStamp &stamp);

Result<StationEdit> removeEvents(const Station &station, std::span<const EventId> ids,
                                 const EditStamp &stamp);

/// Changes other fields than the time: title, note, colour, lock, exemption. Locked events are not refused.
Result<StationEdit> changeEvents(const Station &station, std::span<const EventId> ids, const QString &name,
                                 const std::function<void(ScheduledEvent &)> &change, const EditStamp &stamp);

/// Replaces assets by changed copies of themselves (same ids). Errors: UnknownObject.
Result<StationEdit> changeAssets(const Station &station, std::vector<Asset> changed, const QString &name,
                                 const EditStamp &stamp);

/// Takes assets out of the library; their files stay. Those that an event or a recurring event uses stay in it, too.
/// Errors: UnknownObject; BadArgument where all of them are in use.
Result<StationEdit> removeAssets(const Station &station, std::span<const AssetId> ids,
                                 const EditStamp &stamp);

} // namespace sf
