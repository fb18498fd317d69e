// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/station.h"
#include "ui/timeline/walltimes.h"

#include <QFontMetricsF>
#include <QString>

namespace sf {

/// What an event is called: its title, with the asset's "S02E05" where it has one and the title does not say.
QString eventTitle(const Station &station, const ScheduledEvent &event);

/// `title` in at most `width` pixels. Long names lose their middle, never the episode number ("S02E05",
/// "2x05", "Ep. 5", "#5"); empty where not even three letters fit.
QString elidedTitle(const QString &title, qreal width, const QFontMetricsF &metrics);
/// Up to `mostLines` of whole words, with line feeds between; the last one is elided.
QString wrappedTitle(const QString &title, qreal width, int mostLines, const QFontMetricsF &metrics);

/// "06:00:00"; with ".040" where milliseconds are not zero and `withMillis`.
QString wallClockText(LocalTime t, bool withMillis = false);
/// "06:00".
QString wallClockShort(LocalTime t);
/// As people say it, the two largest units: "2 h 10 min", "1 d 4 h", "40 s", "320 ms".
QString lengthText(Millis length);
/// "+0:01:30", "−0:00:05.040".
QString deltaText(Millis delta);

/// A sentence or two for a screen reader: title, start, length, channel and what is wrong with it.
QString eventDescription(const Station &station, const ScheduledEvent &event);
/// The same of a gap in a plan.
QString gapDescription(const Station &station, PlanId plan, TimeRange gap);

} // namespace sf
