// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/dayparttext.h"

#include "core/base/fillin.h"
#include "core/time/timeofday.h"

#include <QCoreApplication>

#include <array>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array dayNames{QT_TRANSLATE_NOOP("Daypart", "Mon"), QT_TRANSLATE_NOOP("Daypart", "Tue"),
                              QT_TRANSLATE_NOOP("Daypart", "Wed"), QT_TRANSLATE_NOOP("Daypart", "Thu"),
                              QT_TRANSLATE_NOOP("Daypart", "Fri"), QT_TRANSLATE_NOOP("Daypart", "Sat"),
                              QT_TRANSLATE_NOOP("Daypart", "Sun")};
constexpr std::int32_t everyDay = 0x7F;
constexpr std::int32_t weekdays = 0x1F;

QString translated(const char *text) { return QCoreApplication::translate("Daypart", text); }

QString daysText(std::int32_t mask)
{
    mask &= everyDay;
    if (mask == everyDay)
        return translated(QT_TRANSLATE_NOOP("Daypart", "daily"));
    if (mask == weekdays)
        return translated(QT_TRANSLATE_NOOP("Daypart", "weekdays"));
    if (mask == (everyDay & ~weekdays))
        return translated(QT_TRANSLATE_NOOP("Daypart", "weekends"));
    QStringList names;
    for (std::size_t day = 0; day < dayNames.size(); ++day) {
        if ((mask >> day & 1) != 0)
            names << translated(dayNames[day]);
    }
    return names.join(u", "_s);
}

} // namespace

QString whenText(const Daypart &daypart)
{
    return fillIn(translated(QT_TRANSLATE_NOOP("Daypart", "%1 %2 to %3")),
                  {daysText(daypart.dayMask), timeOfDayText(daypart.from), timeOfDayText(daypart.until)});
}

} // namespace sf
