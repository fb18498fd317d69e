// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/format.h"
#include "core/formats/icalendarreader.h"
#include "core/formats/icalendarwriter.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView extensions[]{"ics"_L1, "ical"_L1};

Likeness likeness(QByteArrayView head)
{
    constexpr QByteArrayView mark("BEGIN:VCALENDAR");
    return head.size() >= mark.size() && qstrnicmp(head.data(), mark.size(), mark.data(), mark.size()) == 0
               ? Likeness::Certain
               : Likeness::None;
}

} // namespace

constinit const Format icalendarFormat{
    .id = "ics"_L1,
    .name = "iCalendar"_L1,
    .extensions = extensions,
    .likeness = likeness,
    .readSchedule = readIcalendar,
    .writeSchedule = writeIcalendar,
    .cannotCarry = QT_TRANSLATE_NOOP(
        "Export",
        "Calendars show whole seconds; ScheduleFlow finds the exact times again. Recurring events are "
        "written as single ones."),
};

} // namespace sf
