// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/registry.h"

namespace sf {

/// Names of properties that only ScheduleFlow reads: what a calendar has no place for.
constexpr QByteArrayView icalStartProperty("X-SCHEDULEFLOW-START");
constexpr QByteArrayView icalDurationProperty("X-SCHEDULEFLOW-DURATION-MS");
constexpr QByteArrayView icalMediaProperty("X-SCHEDULEFLOW-MEDIA");
constexpr QByteArrayView icalInProperty("X-SCHEDULEFLOW-IN-US");

/// Writes iCalendar (RFC 5545), an event as one VEVENT in UTC, so that no reader needs a time zone.
Result<WriteReport> writeIcalendar(QIODevice &device, const ScheduleExport &schedule, const Job &job);

} // namespace sf
