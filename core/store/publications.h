// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/schedule/publishing.h"

namespace sf {

/// What was published, kept beside the station's history: it is no edit, and no undo takes it back. Each call opens a
/// connection of its own, so these are for jobs and commands. Errors: those of StationStore::open, and
/// StationReadOnly.

/// Keeps it; an older one of the same channel, format, target and range goes.
Status savePublication(const QString &location, const Publication &publication);

/// Of one channel, oldest first; at most the last 400.
Result<std::vector<Publication>> loadPublications(const QString &location, ChannelId channel);

/// When somebody published last, whatever the channel; the epoch where nobody has. Cheap enough to ask often.
Result<TimePoint> newestPublication(const QString &location);

/// How long before an event plays an edit to it asks first; zero where nobody has set it.
Result<Millis> loadOnAirHorizon(const QString &location, ChannelId channel);
Status saveOnAirHorizon(const QString &location, ChannelId channel, Millis horizon);

} // namespace sf
